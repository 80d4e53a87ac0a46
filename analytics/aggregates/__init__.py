"""A snapshot and a selection in, a small table out."""
