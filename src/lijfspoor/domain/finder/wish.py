"""What a visitor looks for, and the marks by which listings are found."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lijfspoor.domain.finder.listing import Listing

Order = Literal["distance", "waiting"]
RADII = (5, 10, 25, 50, 100)
"""Kilometres one can choose from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What must hold; an empty text asks nothing. Without `pc4` nothing is far: results come in order of name."""

    pc4: str = ""
    within_km: int = 25
    area: str = ""
    age: str = ""
    language: str = ""
    discipline: str = ""
    form: str = ""
    setting: str = ""
    municipality: str = ""
    insurer: str = ""
    register: str = ""
    self_employed: bool = False
    longest_wait: int | None = None
    order: Order = "distance"

    def marks(self) -> tuple[str, ...]:
        """Return the marks a listing must carry to meet this wish, beside distance and waiting time."""
        asked = {
            "area": self.area,
            "age": self.age,
            "language": self.language,
            "discipline": self.discipline,
            "form": self.form,
            "setting": self.setting,
            "municipality": self.municipality,
            "insurer": self.insurer,
            "register": self.register,
            "alone": "yes" if self.self_employed else "",
        }
        return tuple(mark(kind, value) for kind, value in asked.items() if value.strip())


def mark(kind: str, value: str) -> str:
    """Return the mark of one property, such as `|area:trauma|`: accents, capitals and spacing apart.

    A mark stands between bars and holds none, so that no mark is found inside another.
    """
    apart = unicodedata.normalize("NFKD", value.casefold())
    plain = "".join(sign if sign.isalnum() else "-" for sign in apart if not unicodedata.combining(sign))
    return f"|{kind}:{'-'.join(filter(None, plain.split('-')))}|"


def marks_of(listing: Listing) -> str:
    """Return every mark of a listing, each between bars of its own."""
    return "".join(_marks(listing))


def _marks(listing: Listing) -> Iterator[str]:
    yield mark("discipline", listing.discipline)
    for kind, values in (
        ("area", listing.areas),
        ("age", listing.ages),
        ("language", listing.languages),
        ("form", listing.forms),
        ("setting", listing.settings),
        ("municipality", listing.municipalities),
        ("insurer", listing.insurers),
        ("register", tuple(each.register for each in listing.registrations)),
    ):
        yield from (mark(kind, value) for value in values)
    if listing.self_employed:
        yield mark("alone", "yes")
