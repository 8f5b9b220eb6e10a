"""Finding in a text who else took part: nothing of another participant may be in someone's own file; plain Python."""

import re
from collections.abc import Iterable

LETTERS = 2
"""From so many letters on a word of a name is looked for as a word."""


def named(text: str, own: str, others: Iterable[str]) -> bool:
    """Tell whether `text` holds a name of one of `others`, or their initial with a full stop after it.

    `own` is the name of whom the text is about: what they share with another does not count. Particles such as `van`
    are no name. A capital matters, so that an ordinary word is not taken for a name.
    """
    mine = set(_words(own))
    theirs = {word for other in others for word in _words(other)} - mine
    initials = {word[0] for word in theirs} - {word[0] for word in mine}
    found = set(re.findall(r"[^\W\d_]+", text))
    return bool(theirs & found) or any(re.search(rf"\b{re.escape(one)}\.(?!\w)", text) for one in initials)


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", name) if len(word) >= LETTERS and word[0].isupper()]
