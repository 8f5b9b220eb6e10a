"""The header of a file of series: which separator the file uses and which column holds what."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lijfspoor.domain.singlecase.data.cells import shown
from lijfspoor.domain.singlecase.data.problems import Problems
from lijfspoor.domain.singlecase.data.saying import Refused, refuse

DELIMITERS = (",", ";", "\t")
REQUIRED = ("case", "phase", "time", "value")
OTHER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        **{name: name for name in (*REQUIRED, "measure", "trials", "improvement", "outcome")},
        "casus": "case",
        "client": "case",
        "cliënt": "case",
        "fase": "phase",
        "tijd": "time",
        "datum": "time",
        "date": "time",
        "waarde": "value",
        "score": "value",
        "maat": "measure",
        "pogingen": "trials",
        "verbetering": "improvement",
        "soort": "outcome",
    }
)


@dataclass(frozen=True)
class Columns:
    """The separator, the headers as written, and at which place each known column stands."""

    delimiter: str
    headers: tuple[str, ...]
    places: Mapping[str, int]

    def has(self, name: str) -> bool:
        """Whether the file has this column."""
        return name in self.places

    def cell(self, cells: list[str], name: str) -> str:
        """The cell of a known column; "" where the file has no such column."""
        place = self.places.get(name)
        return "" if place is None else cells[place]

    def header(self, name: str) -> str:
        """The header of a known column as the file writes it."""
        return self.headers[self.places[name]]

    def check_width(self, cells: list[str]) -> None:
        """Raises Refused "too-few-cells" or "too-many-cells"; blank cells beyond the last column do no harm."""
        needed = 1 + max(self.places.values())
        if len(cells) < needed:
            raise refuse(
                "too-few-cells",
                nl=f"Er staan {len(cells)} cellen; er horen er {needed} te staan, gescheiden door {self._said('nl')}.",
                en=f"There are {len(cells)} cells where {needed} belong, separated by {self._said('en')}.",
            )
        if any(cells[place] for place in range(len(cells)) if place >= len(self.headers) or not self.headers[place]):
            raise refuse(
                "too-many-cells",
                nl="Er staat iets in een cel zonder kolomnaam. Is een komma als decimaalteken ook het scheidingsteken?",
                en="Something stands in a cell without a column name. Is a decimal comma also the separator?",
            )

    def _said(self, language: str) -> str:
        dutch = {",": "komma's", ";": "puntkomma's", "\t": "tabs"}
        english = {",": "commas", ";": "semicolons", "\t": "tabs"}
        return (dutch if language == "nl" else english)[self.delimiter]


def split(line: str, delimiter: str) -> list[str]:
    """The cells of one line, without blanks around them.

    Raises Refused: "nul-character", "bad-quotes" (not closed on the same line, or text behind a closing quote).
    """
    if "\0" in line:
        raise refuse(
            "nul-character",
            nl="De regel bevat een leeg teken (NUL); het bestand is beschadigd of geen tekst.",
            en="The line contains a NUL character; the file is damaged or not a text.",
        )
    if '"' not in line:
        return [cell.strip() for cell in line.split(delimiter)]
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter, strict=True))]
    except csv.Error:
        raise refuse(
            "bad-quotes",
            nl="De aanhalingstekens kloppen niet: elke cel opent en sluit op dezelfde regel.",
            en="The quotes do not match: each cell opens and closes on the same line.",
        ) from None


def columns_of(lines: Iterator[tuple[int, str]], problems: Problems) -> Columns:
    """Read lines up to and including the header. Raises UnreadableSeries when that is not one."""
    number, line, named = _header(lines)
    if not line:
        problems.add(number, "", refuse("empty-file", nl="Het bestand is leeg.", en="The file is empty."))
        problems.raise_any()
    tried = DELIMITERS if named not in DELIMITERS else (named,)
    columns = max((_columns(line, delimiter) for delimiter in tried), key=lambda one: len(one.places))
    for why in _wrong(line, columns):
        problems.add(number, "", why)
    problems.raise_any()
    return columns


def _header(lines: Iterator[tuple[int, str]]) -> tuple[int, str, str]:
    """The first line that is not blank, its number, and the separator that a line "sep=;" before it names."""
    number, named = 1, ""
    for at, line in lines:
        number, text = at, line.strip("\n")
        if text.casefold().startswith("sep=") and not named:
            named = text[4:5]
        elif text.strip(" \t,;"):
            return number, text, named
    return number, "", named


def _columns(line: str, delimiter: str) -> Columns:
    try:
        headers = tuple(split(line, delimiter))
    except Refused:
        headers = ()
    places: dict[str, int] = {}
    for place, header in enumerate(headers):
        name = OTHER_NAMES.get(header.casefold())
        if name is not None:
            places.setdefault(name, place)
    return Columns(delimiter, headers, places)


def _wrong(line: str, columns: Columns) -> Iterator[Refused]:
    try:
        split(line, columns.delimiter)
    except Refused as refused:
        yield refused
        return
    missing = ", ".join(name for name in REQUIRED if not columns.has(name))
    if missing:
        yield refuse(
            "no-column",
            nl=f"In de kopregel ontbreekt: {missing}. Nodig zijn {', '.join(REQUIRED)}.",
            en=f"The header lacks: {missing}. Needed are {', '.join(REQUIRED)}.",
        )
    for place, header in enumerate(columns.headers):
        known = OTHER_NAMES.get(header.casefold())
        if header and known is None:
            yield refuse(
                "unknown-column",
                nl=f"De kolom {shown(header)} is niet bekend; haal haar weg of geef haar een bekende naam.",
                en=f"The column {shown(header)} is not known; remove it or give it a known name.",
            )
        elif known is not None and columns.places[known] != place:
            yield refuse(
                "column-twice",
                nl=f"De kolom {shown(header)} staat er twee keer.",
                en=f"The column {shown(header)} is there twice.",
            )
