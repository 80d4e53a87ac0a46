"""One module a format: each turns bytes into articles, or into refusals with file and line."""
