"""The analysis of series in files: read, analysed, and written as text, JSON, SVG or paper; no Django."""
