"""How often something may be asked by those who are not signed in."""

from django.core.cache import cache

from lijfspoor.practice.access.refusals import NotPossible

HOUR, DAY = 3600, 86_400
"""Seconds."""


def stay_within(key: str, most: int, seconds: int, words: str) -> None:
    """Count one more under this key. Raises NotPossible with these words beyond `most` in so many seconds."""
    cache.add(key, 0, seconds)
    try:
        asked = cache.incr(key)
    except ValueError:
        # The counter ended between the two lines: a new period begins.
        cache.set(key, 1, seconds)
        return
    if asked > most:
        raise NotPossible(words)
