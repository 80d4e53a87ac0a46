"""Text and lexicons in, records out: what an article says, each fact with its span."""
