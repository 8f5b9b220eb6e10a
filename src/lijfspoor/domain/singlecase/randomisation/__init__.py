"""Randomisation tests: what the draw of the design itself licenses to say, the package's default answer."""
