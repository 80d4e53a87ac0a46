"""The commands of ``python -m analytics``, one module a subject.

What a command runs with, it imports when it runs: a page of help does not wait for what opens a
store, nor what reads a text.
"""
