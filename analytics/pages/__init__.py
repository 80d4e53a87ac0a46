"""The pages, one module each: TITLE, ICON, show(coverage, selection)."""
