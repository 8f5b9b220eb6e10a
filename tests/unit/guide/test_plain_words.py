"""The guide reads easily: short sentences and short words, measured.

Dutch is measured with Flesch-Douma: 206.84 - 0.93 x words per sentence - 77 x syllables per word (Douma, 1960), English
with Flesch: 206.835 - 1.015 x words per sentence - 84.6 x syllables per word (Flesch, 1948). Syllables are counted as
groups of vowels, so the figures are estimates.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from lijfspoor.catalogue.guide import shipped_guide
from lijfspoor.domain.kernel import Text

FORMULA = {"nl": (206.84, 0.93, 77.0), "en": (206.835, 1.015, 84.6)}
VOWELS = {"nl": r"ij|[aeiouyàáâäèéêëìíîïòóôöùúûü]+", "en": r"[aeiouy]+"}
MOST_WORDS, MOST_ON_AVERAGE, PLAIN = 20, 12, 60


def texts(thing: object) -> Iterator[Text]:
    """Every text in records inside each other."""
    if isinstance(thing, Text):
        yield thing
    elif isinstance(thing, tuple):
        for each in thing:
            yield from texts(each)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts(getattr(thing, field.name))


def sentences(language: str) -> list[list[str]]:
    """Every sentence of guide and comparison, as words."""
    guide = shipped_guide()
    told = (text.in_(language) for text in texts((guide.book, guide.comparison)))
    return [words for text in told for part in re.split(r"[.?!:;]+", text) if (words := re.findall(r"[\w'-]+", part))]


def ease(language: str) -> float:
    """How easily it reads, from 0 (very hard) to 100 (very easy)."""
    base, for_words, for_syllables = FORMULA[language]
    said = sentences(language)
    words = [word for sentence in said for word in sentence]
    syllables = sum(max(1, len(re.findall(VOWELS[language], word.lower()))) for word in words)
    return base - for_words * len(words) / len(said) - for_syllables * syllables / len(words)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_sentences_are_short_and_words_are_plain(language: str) -> None:
    lengths = [len(sentence) for sentence in sentences(language)]
    assert len(lengths) > 400
    assert max(lengths) <= MOST_WORDS
    assert sum(lengths) / len(lengths) <= MOST_ON_AVERAGE
    assert ease(language) >= PLAIN


def test_the_measure_tells_hard_from_easy(monkeypatch: pytest.MonkeyPatch) -> None:
    hard = [["verantwoordelijkheidsverdeling", "multidisciplinaire", "behandelovereenkomsten"] * 10]
    monkeypatch.setitem(globals(), "sentences", lambda _language: hard)
    assert ease("nl") < 0
