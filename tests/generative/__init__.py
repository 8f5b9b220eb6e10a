"""Random modules and random histories: the engine against a slow obvious one, and laws that always hold."""
