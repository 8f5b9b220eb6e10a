"""One cell of a file of series: a number, a time or a name, or a named reason why it is none."""

import re
from datetime import date
from math import isfinite
from unicodedata import normalize

from lijfspoor.domain.singlecase.data.saying import Refused, refuse

_NUMBER = re.compile(r"[+-]?(?:\d+(?:([.,])\d*)?|([.,])\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{3})+[.,]\d+", re.ASCII)
_MOMENT = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?", re.ASCII)
_OTHER_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*", re.ASCII)
LONGEST_NAME, LONGEST_NUMBER = 200, 60


def number_of(cell: str) -> tuple[float, str]:
    """The number in a cell, with a decimal point or comma, and which of both ("" for none).

    Raises Refused: "formula", "thousands-mark", "not-a-number", "number-too-large".
    """
    text = cell if cell.isascii() else cell.replace("\u2212", "-")
    found = _NUMBER.fullmatch(text) if len(text) <= LONGEST_NUMBER else None
    if found is None:
        raise _no_number(text)
    value = float(text.replace(",", "."))
    if not isfinite(value):
        raise refuse(
            "number-too-large",
            nl=f"{shown(cell)} is te groot om mee te rekenen.",
            en=f"{shown(cell)} is too large to compute with.",
        )
    return value, found[1] or found[2] or ""


def _no_number(text: str) -> Refused:
    if text.startswith(("=", "@")):
        return refuse(
            "formula",
            nl=f"{shown(text)} is een formule. Bewaar het bestand met waarden in plaats van formules.",
            en=f"{shown(text)} is a formula. Save the file with values instead of formulas.",
        )
    if _THOUSANDS.fullmatch(text):
        return refuse(
            "thousands-mark",
            nl=f"{shown(text)}: schrijf getallen zonder tekens tussen de duizendtallen.",
            en=f"{shown(text)}: write numbers without marks between the thousands.",
        )
    return refuse(
        "not-a-number",
        nl=f"{shown(text)} is geen getal. Laat de cel leeg als de score ontbreekt.",
        en=f"{shown(text)} is not a number. Leave the cell empty if the score is missing.",
    )


def moment_of(cell: str) -> float | None:
    """An ISO date (2026-01-31, if wanted with T14:30) as days, None if it is no such date.

    Raises Refused: "no-such-day" for a date that does not exist, "other-date" for a date written in another way.
    """
    if cell.isdigit():  # most files count sessions: no need to look for a date
        return None
    found = _MOMENT.fullmatch(cell)
    if found is None:
        if _OTHER_DATE.fullmatch(cell):
            raise refuse(
                "other-date",
                nl=f"{shown(cell)}: schrijf een datum als 2026-01-31.",
                en=f"{shown(cell)}: write a date as 2026-01-31.",
            )
        return None
    year, month, day = (int(part) for part in found.groups()[:3])
    hour, minute, second = (int(part or 0) for part in found.groups()[3:])
    try:
        whole = date(year, month, day).toordinal()
    except ValueError:
        whole = 0
    if not whole or hour > 23 or minute > 59 or second > 59:
        raise refuse("no-such-day", nl=f"{shown(cell)} bestaat niet.", en=f"{shown(cell)} does not exist.")
    return whole + (hour * 3600 + minute * 60 + second) / 86400


def name_of(cell: str) -> str:
    """A label as text: letters with accents in one form, so that the same name is the same name.

    Raises Refused: "empty-name", "formula", "control-character", "name-too-long".
    """
    text = normalize("NFC", cell).replace("\u00a0", " ")
    if not text:
        raise refuse(
            "empty-name", nl="De cel is leeg; hier hoort een naam.", en="The cell is empty; a name belongs here."
        )
    if text.startswith(("=", "@")):
        raise refuse(
            "formula",
            nl=f"{shown(text)} is een formule, geen naam.",
            en=f"{shown(text)} is a formula, not a name.",
        )
    if len(text) > LONGEST_NAME:
        raise refuse(
            "name-too-long",
            nl=f"{shown(text)} is langer dan {LONGEST_NAME} tekens.",
            en=f"{shown(text)} is longer than {LONGEST_NAME} characters.",
        )
    if not text.isprintable():
        raise refuse(
            "control-character",
            nl="De naam bevat een onzichtbaar teken.",
            en="The name contains an invisible character.",
        )
    return text


def shown(cell: str) -> str:
    """A cell as quoted in a sentence: short, and without characters that cannot be seen."""
    text = "".join(sign if sign.isprintable() else "?" for sign in cell[:41])
    return f'"{text[:40]}..."' if len(text) > 40 else f'"{text}"'
