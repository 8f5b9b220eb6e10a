"""A case told so that nobody can be recognised: what in a text still points at someone, and what to write instead."""
