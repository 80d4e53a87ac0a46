"""A small table in, a Plotly figure out."""
