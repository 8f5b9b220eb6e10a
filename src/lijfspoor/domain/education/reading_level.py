"""How easily a Dutch text reads, by the formula of Flesch as Douma fitted it to Dutch.

Definition: reading ease = 206.84 - 0.93 x (words in a sentence) - 77 x (syllables in a word), both as means.
Source: W.H. Douma, De leesbaarheid van landbouwbladen (Wageningen, 1960). Higher is easier.
Dispute: the formula counts, it does not understand; a short sentence can still be hard. It is a floor, not a proof.
Bar: 70 and higher ("fairly easy" in the table of Flesch), and no sentence over 20 words. The bar for B1 is ours.
"""

import re
from dataclasses import dataclass

EASIEST_ENOUGH = 70.0
LONGEST_SENTENCE = 20

_SENTENCE = re.compile(r"(?<=[.!?:])\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Letters that sound as one vowel in Dutch, longest first; i and e with a diaeresis begin a syllable of their own.
_VOWELS = re.compile(
    r"eeuw|ieuw|aai|ooi|oei|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|[ëïöüé]e?|[aeiouyáèàóíú]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """How a text reads: its reading ease, its longest sentence, and how many words it has."""

    ease: float
    longest: str
    words: int

    @property
    def is_plain(self) -> bool:
        """Whether it is at or above the bar for plain Dutch."""
        return self.ease >= EASIEST_ENOUGH and len(_WORD.findall(self.longest)) <= LONGEST_SENTENCE


def syllables(word: str) -> int:
    """Return how many syllables a Dutch word has, counted by its vowels; at least one.

    >>> [syllables(word) for word in ("lijf", "lichaam", "spanning", "ideeën", "eeuwen", "gooien")]
    [1, 2, 2, 3, 2, 2]
    """
    return max(1, len(_VOWELS.findall(word)))


def reading_level(text: str) -> ReadingLevel:
    """Return how a Dutch text reads. Raises ValueError for a text without words."""
    sentences = [each for each in _SENTENCE.split(text.strip()) if _WORD.search(each)]
    words = [word for each in sentences for word in _WORD.findall(each)]
    if not words:
        raise ValueError("There are no words to read here")
    length = len(words) / len(sentences)
    weight = sum(map(syllables, words)) / len(words)
    longest = max(sentences, key=lambda each: len(_WORD.findall(each)))
    return ReadingLevel(206.84 - 0.93 * length - 77 * weight, longest, len(words))
