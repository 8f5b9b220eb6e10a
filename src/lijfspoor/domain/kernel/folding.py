"""Words in the form they are compared by."""

import unicodedata


def folded(words: str) -> str:
    """Return words in small letters without accents, to compare by."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
