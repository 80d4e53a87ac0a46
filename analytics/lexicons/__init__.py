"""The word lists of data/lexicons, checked when read and frozen."""
