"""Small tables drawn: a DataFrame in, a chart as plain data out."""
