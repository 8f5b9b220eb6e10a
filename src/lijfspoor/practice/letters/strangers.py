"""Finds the address, phone or mail of someone else in a letter, so that it never reaches the other parent (T2)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LEAST_DIGITS = 8
LEAST_STREET = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """Where someone lives and how to reach them."""

    name: str
    street: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""


def named_in(words: str, others: Iterable[Whereabouts], own: Whereabouts | None = None) -> tuple[str, ...]:
    """Return the names of those others whose address, phone or mail is in `words` and is not the reader's own too."""
    text = " ".join(words.split())
    mine = frozenset(pattern.pattern for pattern in _patterns(own)) if own else frozenset()
    return tuple(
        other.name
        for other in others
        if any(pattern.search(text) for pattern in _patterns(other) if pattern.pattern not in mine)
    )


def _patterns(who: Whereabouts) -> Iterator[re.Pattern[str]]:
    if len(who.street) >= LEAST_STREET:
        yield _whole(r"[\s,]*".join(map(re.escape, re.split(r"[\s,]+", who.street.strip()))))
    code = "".join(who.postcode.split())
    if len(code) >= LEAST_STREET:
        yield _whole(r"\s?".join(map(re.escape, code)))
    digits = re.sub(r"\D", "", who.phone)
    if len(digits) >= LEAST_DIGITS:
        yield _whole(r"\D{0,3}".join(digits[-LEAST_DIGITS:]), before="")
    if "@" in who.email:
        yield _whole(re.escape(who.email.strip()))


def _whole(pattern: str, before: str = r"(?<!\w)") -> re.Pattern[str]:
    return re.compile(rf"{before}{pattern}(?!\w)", re.IGNORECASE)
