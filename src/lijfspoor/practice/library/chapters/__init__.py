"""A care module as chapters to read: every statement in it, with what it rests on."""
