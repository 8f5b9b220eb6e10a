"""Finds dates and ages that are too exact, in the many ways they are written in Dutch."""

import re
from collections.abc import Iterator
from datetime import date

from lijfspoor.domain.disguise.folding import Folded
from lijfspoor.domain.disguise.known import Hit, Known

MONTHS = (
    *("januari|jan", "februari|febr|feb", "maart|mrt", "april|apr", "mei", "juni|jun", "juli|jul", "augustus|aug"),
    *("september|sept|sep", "oktober|okt", "november|nov", "december|dec"),
)
MONTH = "(?P<month>" + "|".join(MONTHS) + r")(?![a-z])\.?"
ORDINALS = (
    *("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde"),
    *("twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende", "negentiende"),
    *("twintigste", "eenentwintigste", "tweeentwintigste", "drieentwintigste", "vierentwintigste", "vijfentwintigste"),
    *("zesentwintigste", "zevenentwintigste", "achtentwintigste", "negenentwintigste", "dertigste", "eenendertigste"),
)
CARDINALS = (
    *("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien"),
    *("veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig", "eenentwintig"),
    *("tweeentwintig", "drieentwintig", "vierentwintig", "vijfentwintig", "zesentwintig", "zevenentwintig"),
    *("achtentwintig", "negenentwintig", "dertig", "eenendertig"),
)
SPELLED = "|".join(sorted((*ORDINALS, *CARDINALS), key=len, reverse=True))
YEAR = r"(?P<year>(?:19|20)\d\d|'?\d\d(?!\d))"
DAY = r"(?P<day>[0-3]?\d)"
WORDED = re.compile(
    rf"\b(?:(?:{DAY})\s?(?:e|de|ste)?|(?P<spelled>{SPELLED}))(?:\s+van)?[\s.-]*{MONTH}(?:[\s,.-]*{YEAR}\b)?"
)
MONTH_YEAR = re.compile(rf"\b{MONTH}[\s,.-]*(?P<year>(?:19|20)\d\d|'\d\d)\b")
NUMBERED = re.compile(rf"(?<![\d.,/-]){DAY}\s?([-/.\s])\s?(?P<month>[01]?\d)\s?\2\s?{YEAR}(?![\d/-])")
BACKWARDS = re.compile(r"(?<![\d-])(?P<year>(?:19|20)\d\d)([-/.]?)(?P<month>[01]\d)\2(?P<day>[0-3]\d)(?!\d)")
RUN_ON = re.compile(r"(?<!\d)(?P<day>[0-3]\d)(?P<month>[01]\d)(?P<year>(?:19|20)?\d\d)(?!\d)")
NUMBER = rf"(?:\d{{1,2}}|{'|'.join(sorted(CARDINALS, key=len, reverse=True))})"
EXACT_AGE = re.compile(
    rf"\b{NUMBER}\s*(?:;\s*\d{{1,2}}(?:\s*jaar)?|jaar(?:\s+oud)?,?\s*(?:en\s+)?{NUMBER}\s*(?:maanden|maand|mnd)\b"
    rf"(?:,?\s*(?:en\s+)?{NUMBER}\s*(?:dagen|dag|weken|week)\b)?|jaar,?\s*(?:en\s+)?{NUMBER}\s*(?:dagen|dag|weken)\b)"
)
IN_MONTHS = re.compile(r"\b\d{2,3}\s*(?:maanden|mnd)\s+oud\b")
AGO = "een ruimere tijd, zoals: in het voorjaar, een paar maanden geleden"


def find_moments(folded: Folded, known: Known) -> Iterator[Hit]:
    """Yield dates to the day or month, and ages to the month or day."""
    for pattern in (WORDED, NUMBERED, BACKWARDS):
        for found in pattern.finditer(folded.letters):
            if _possible(found):
                yield _date_hit(folded, found, known)
    for found in RUN_ON.finditer(folded.letters):
        if _day_of(found) in _days(known):
            yield _date_hit(folded, found, known)
    for found in MONTH_YEAR.finditer(folded.letters):
        yield _date_hit(folded, found, known)
    for pattern in (EXACT_AGE, IN_MONTHS):
        for found in pattern.finditer(folded.letters):
            start, end = folded.span(found.start(), found.end())
            why = "een leeftijd die te precies is"
            yield Hit(start, end, folded.text[start:end], "age", why, f"alleen de jaren: {known.person}")


def _date_hit(folded: Folded, found: re.Match[str], known: Known) -> Hit:
    start, end = folded.span(found.start(), found.end())
    day, named = _day_of(found), found.groupdict()
    words = folded.text[start:end]
    if day is not None and day == known.born:
        return Hit(start, end, words, "date", "de geboortedatum van de cliënt", known.person)
    if day is not None and day in known.dates:
        return Hit(start, end, words, "date", "een datum uit het dossier", AGO)
    why = "een datum" if named.get("day") or named.get("spelled") else "een maand met een jaar"
    return Hit(start, end, words, "date", why, AGO)


def _possible(found: re.Match[str]) -> bool:
    day, month = found.groupdict().get("day"), found["month"]
    return (day is None or 1 <= int(day) <= 31) and (not month.isdigit() or 1 <= int(month) <= 12)


def _day_of(found: re.Match[str]) -> date | None:
    named = found.groupdict()
    year, month = (named.get("year") or "").lstrip("'"), named["month"]
    if not year:
        return None
    full = int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 50 else 1900 + int(year)
    number = (
        int(month) if month.isdigit() else 1 + next(at for at, each in enumerate(MONTHS) if month in each.split("|"))
    )
    try:
        return date(full, number, _number(named))
    except ValueError:
        return None


def _number(named: dict[str, str | None]) -> int:
    spelled = named.get("spelled")
    if spelled:
        words = ORDINALS if spelled in ORDINALS else CARDINALS
        return words.index(spelled) + 1
    return int(named.get("day") or 0)


def _days(known: Known) -> frozenset[date]:
    return frozenset((*known.dates, *((known.born,) if known.born else ())))
