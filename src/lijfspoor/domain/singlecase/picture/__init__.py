"""A series as a picture: pure data first, then SVG that can be read in grey and aloud, and a table beside it."""
