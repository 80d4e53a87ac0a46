"""The commands of ``python -m analytics``, one module a subject."""
