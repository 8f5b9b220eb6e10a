"""A situation written down as JSON, and the ways of paying it leads to, as data and as lines to read; no Django."""
