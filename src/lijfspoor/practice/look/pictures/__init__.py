"""Pictures drawn on the server: plain data in, safe SVG with its own words out; no style attributes, no clock."""
