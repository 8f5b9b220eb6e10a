"""Reads a register of therapists from a CSV file: every line checked, every mistake named with line and column."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast, get_args

from lijfspoor.domain.finder.listing import Age, Area, Discipline, Form, Listing, Registration, Setting
from lijfspoor.domain.finder.places import Place, pc4_of

LARGEST = 20_000_000
"""Bytes."""
LONGEST = 200
"""Characters in one value of a list, and in a name."""
MOST_WEEKS = 260
NEEDED = ("name", "discipline", "postcode")
COLUMNS = (
    *NEEDED,
    "practice",
    "city",
    "phone",
    "email",
    "website",
    "ages",
    "areas",
    "languages",
    "forms",
    "settings",
    "waiting_weeks",
    "municipalities",
    "insurers",
    "registers",
    "self_employed",
    "price",
)
YES, NO = ("ja", "yes", "1"), ("", "nee", "no", "0")


class NotARegister(ValueError):
    """The file as a whole cannot be read; the message says what is expected."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong on a line (counted from 1, the heading is 1) in a column, with what is expected."""

    line: int
    column: str
    expected: str

    def __str__(self) -> str:
        """Return it as one line to print."""
        return f"line {self.line}, {self.column}: {self.expected}"


@dataclass(frozen=True, slots=True)
class RegisterReading:
    """What came of reading: the listings of sound lines, and the slips of the others."""

    listings: tuple[Listing, ...]
    slips: tuple[Slip, ...]


class _Wrong(Exception):
    """A value is not what the column holds."""


def read_register(document: bytes, places: Mapping[str, Place], registers: frozenset[str]) -> RegisterReading:
    """Read a register file. Lists within a cell are parted by semicolons.

    A line with a slip is left out whole and named. Raises NotARegister when it is no such table.
    """
    rows = _rows(document)
    listings, slips = [], []
    for line, row in rows:
        made, wrong = _line(line, row, places, registers)
        slips += wrong
        if made is not None:
            listings.append(made)
    return RegisterReading(tuple(listings), tuple(slips))


def _rows(document: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    if len(document) > LARGEST:
        raise NotARegister("Keep the file under 20 MB.")
    try:
        text = document.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotARegister("Save the file as UTF-8.") from None
    if "\x00" in text:
        raise NotARegister("Take out the NUL characters.")
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="beyond", strict=True)
    try:
        heading = [name.strip() for name in reader.fieldnames or ()]
        _check_heading(heading)
        reader.fieldnames = heading
        return iter([(reader.line_num, row) for row in reader])
    except csv.Error as error:
        raise NotARegister(f"Line {reader.line_num} is no CSV: {error}.") from None


def _check_heading(heading: list[str]) -> None:
    if missing := [name for name in NEEDED if name not in heading]:
        raise NotARegister(f"The first line must name the columns {', '.join(missing)}.")
    if unknown := [name for name in heading if name not in COLUMNS]:
        raise NotARegister(f"Unknown columns: {', '.join(unknown[:5])}. Known are {', '.join(COLUMNS)}.")
    if len(set(heading)) != len(heading):
        raise NotARegister("Name each column once.")


def _line(
    line: int, row: Mapping[str, Any], places: Mapping[str, Place], registers: frozenset[str]
) -> tuple[Listing | None, list[Slip]]:
    slips: list[Slip] = []

    def read(column: str, parse: Callable[[str], Any], otherwise: object = None) -> Any:  # noqa: ANN401  # each its own type
        try:
            return parse((row.get(column) or "").strip())
        except _Wrong as wrong:
            slips.append(Slip(line, column, str(wrong)))
            return otherwise

    if row.get("beyond"):
        slips.append(Slip(line, "beyond the last column", "Put quotes around a value with a comma in it."))
    values = {
        "name": read("name", _needed),
        "practice": read("practice", _short),
        "discipline": read("discipline", _one_of(get_args(Discipline))),
        "pc4": read("postcode", lambda text: _postcode(text, places)),
        "city": read("city", _short),
        "phone": read("phone", _short),
        "email": read("email", _mail),
        "website": read("website", _website),
        "ages": read("ages", _some_of(get_args(Age))),
        "areas": read("areas", _some_of(get_args(Area))),
        "languages": read("languages", _list),
        "forms": read("forms", _some_of(get_args(Form))),
        "settings": read("settings", _some_of(get_args(Setting))),
        "waiting_weeks": read("waiting_weeks", _weeks),
        "municipalities": read("municipalities", _list),
        "insurers": read("insurers", _list),
        "registrations": read("registers", lambda text: _registrations(text, registers)),
        "self_employed": read("self_employed", _yes_or_no),
        "price_cents": read("price", _cents),
    }
    return (None if slips else Listing(**cast("Any", values))), slips


def _short(text: str) -> str:
    if len(text) > LONGEST:
        raise _Wrong(f"Write at most {LONGEST} characters.")
    return text


def _needed(text: str) -> str:
    if not text:
        raise _Wrong("Fill this in.")
    return _short(text)


def _mail(text: str) -> str:
    before, at, after = text.partition("@")
    if text and not (before and at and "." in after and " " not in text):
        raise _Wrong("Write an e-mail address, or leave it empty.")
    return _short(text)


def _website(text: str) -> str:
    if text and not text.startswith(("https://", "http://")):
        raise _Wrong("Write an address that begins with https://, or leave it empty.")
    return _short(text)


def _postcode(text: str, places: Mapping[str, Place]) -> str:
    found = pc4_of(text)
    if found is None or found not in places:
        raise _Wrong("Write a postcode that exists, such as 1011 or 1011 AB.")
    return found


def _list(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_short(part.strip()) for part in text.split(";") if part.strip()))


def _one_of(known: tuple[str, ...]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in known:
            raise _Wrong(f"Write one of {', '.join(known)}.")
        return text

    return parse


def _some_of(known: tuple[str, ...]) -> Callable[[str], tuple[str, ...]]:
    def parse(text: str) -> tuple[str, ...]:
        found = _list(text)
        if unknown := [each for each in found if each not in known]:
            raise _Wrong(f"{unknown[0]} is not known. Write some of {', '.join(known)}, with semicolons between.")
        return found

    return parse


def _weeks(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and int(text[:6]) <= MOST_WEEKS and len(text) <= len(str(MOST_WEEKS))):
        raise _Wrong(f"Write whole weeks, 0 to {MOST_WEEKS}, or leave it empty.")
    return int(text)


def _cents(text: str) -> int | None:
    if not text:
        return None
    whole, _, part = text.replace(",", ".").partition(".")
    sound = whole.isascii() and whole.isdigit() and len(whole) <= 4
    if not sound or len(part) > 2 or (part and not (part.isascii() and part.isdigit())):
        raise _Wrong("Write euros such as 85 or 85.50, or leave it empty.")
    return int(whole) * 100 + int(part.ljust(2, "0") or 0)


def _yes_or_no(text: str) -> bool:
    if text.casefold() in YES:
        return True
    if text.casefold() in NO:
        return False
    raise _Wrong("Write yes or no.")


def _registrations(text: str, known: frozenset[str]) -> tuple[Registration, ...]:
    return tuple(_registration(part, known) for part in _list(text))


def _registration(text: str, known: frozenset[str]) -> Registration:
    name, _, rest = text.partition(":")
    number, _, until = rest.partition(":")
    if name not in known:
        raise _Wrong(f"{name} is no register. Known are {', '.join(sorted(known))}; write register:number:2029-12-31.")
    try:
        return Registration(name, number, date.fromisoformat(until) if until else None)
    except ValueError:
        raise _Wrong(f"{until} is no day. Write register:number:2029-12-31.") from None
