"""The values of a design's mapping, each taken by its key and refused by name when it is not what it should be."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from math import inf, isfinite

from lijfspoor.domain.singlecase.data.saying import Refused, refuse


def wrong(key: str, nl: str, en: str) -> Refused:
    """Return a refusal whose sentence begins with the key."""
    return refuse("design-key", nl=f"{key}: {nl}", en=f"{key}: {en}")


class Keys:
    """A mapping from which each value is taken once; `finish` refuses what nobody asked for."""

    def __init__(self, mapping: Mapping[str, object]) -> None:
        if not isinstance(mapping, Mapping):
            raise wrong("design", "geef sleutels met waarden.", "give keys with values.")
        self._mapping = mapping
        self._asked: list[str] = []

    def has(self, key: str) -> bool:
        """Say whether the key is there with a value."""
        self._asked.append(key)
        return self._mapping.get(key) is not None

    def raw(self, key: str) -> object:
        """Return the value as it stands, None when it is not there."""
        self._asked.append(key)
        return self._mapping.get(key)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text."""
        value = self.raw(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or not value:
            raise wrong(key, "geef een tekst.", "give a text.")
        return value

    def word(self, key: str, words: Sequence[str], default: str | None = None) -> str:
        """Return one of `words`."""
        value = self.raw(key)
        if value is None and default is not None:
            return default
        if value not in words:
            listed = ", ".join(words)
            raise wrong(key, f"kies uit {listed}.", f"choose one of {listed}.")
        return str(value)

    def number(self, key: str, default: int | None = None, least: int = 1) -> int:
        """Return a whole number of at least `least`."""
        value = self.raw(key)
        if value is None and default is not None:
            return default
        return whole_number(key, value, least)

    def texts(self, key: str, default: Sequence[str] | None = None) -> tuple[str, ...]:
        """Return a list of texts; one text is read letter by letter ("ABAB")."""
        value = self.raw(key)
        if value is None and default is not None:
            return tuple(default)
        return label_list(key, value)

    def decimal(self, key: str, default: float, least: float = -inf, most: float = inf) -> float:
        """Return a finite number from `least` up to and including `most`."""
        value = self.raw(key)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
            raise wrong(key, "geef een getal.", "give a number.")
        if not least <= value <= most:
            raise wrong(
                key, f"geef een getal van {least:g} tot {most:g}.", f"give a number from {least:g} to {most:g}."
            )
        return float(value)

    def items(self, key: str) -> list[object]:
        """Return a list, not empty."""
        value = self.raw(key)
        if not isinstance(value, list | tuple) or not value:
            raise wrong(key, "geef een lijst.", "give a list.")
        return list(value)

    def finish(self) -> None:
        """Refuse the first key that the design does not know, with the nearest that it does."""
        for key in self._mapping:
            if key not in self._asked:
                near = get_close_matches(str(key), self._asked, n=1, cutoff=0.75)
                nl, en = (f" Bedoelt u {near[0]}?", f" Did you mean {near[0]}?") if near else ("", "")
                raise wrong(
                    str(key), f"deze sleutel hoort niet bij dit ontwerp.{nl}", f"this design has no such key.{en}"
                )


def whole_number(key: str, value: object, least: int = 1) -> int:
    """Return `value` when it is a whole number of at least `least`."""
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise wrong(key, f"geef een geheel getal van ten minste {least}.", f"give a whole number of at least {least}.")
    return value


def label_list(key: str, value: object) -> tuple[str, ...]:
    """Return labels from a text (one letter each) or a list of texts."""
    labels = tuple(value) if isinstance(value, str | list | tuple) else ()
    if not labels or not all(isinstance(label, str) and label for label in labels):
        raise wrong(key, "geef letters (ABAB) of een lijst van namen.", "give letters (ABAB) or a list of names.")
    return labels


def row_range(key: str, value: object) -> tuple[int, ...]:
    """Return the rows from the first to the last of [first, last]."""
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise wrong(key, "geef de eerste en de laatste meting: [6, 12].", "give the first and last row: [6, 12].")
    first, last = (whole_number(key, row) for row in value)
    if last < first:
        raise wrong(key, "de laatste meting ligt voor de eerste.", "the last row lies before the first.")
    return tuple(range(first, last + 1))
