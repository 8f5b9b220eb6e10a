"""From the words in which allergies were written down to what exercises say they hold."""

import re
from dataclasses import dataclass
from typing import get_args

from lijfspoor.domain.exercises.exercise import Allergen
from lijfspoor.domain.kernel.folding import folded

ALLERGENS: frozenset[str] = frozenset(get_args(Allergen))

ALLERGEN_NL = {
    "food": "eten",
    "latex": "latex",
    "wool": "wol",
    "scent": "geur",
    "grass": "gras",
    "soap": "zeep",
    "animal_hair": "dierenhaar",
}
"""What screens and reasons call them."""
if ALLERGEN_NL.keys() != ALLERGENS:
    raise ValueError("every allergen has a Dutch word")

WORDS: dict[str, tuple[str, ...]] = {
    "food": (
        *("pinda", "noot", "noten", "melk", "lactose", "koemelk", "ei", "eieren", "gluten", "tarwe", "soja", "vis"),
        *("schaaldieren", "fruit", "appel", "aardbei", "kiwi", "banaan", "sesam", "selderij", "mosterd", "chocola"),
        *("voedsel", "voeding", "eten", "peanut", "nuts", "milk", "egg", "wheat", "soy", "fish", "shellfish", "food"),
    ),
    "latex": ("latex", "rubber", "ballonnen"),
    "wool": ("wol", "lanoline", "wool", "lanolin"),
    "scent": ("geur", "geuren", "geurstoffen", "parfum", "etherische olie", "lavendel", "scent", "perfume"),
    "grass": ("gras", "graspollen", "pollen", "hooikoorts", "stuifmeel", "grass", "hay fever"),
    "soap": ("zeep", "scheerschuim", "shampoo", "soap"),
    "animal_hair": ("dierenhaar", "huisdieren", "hond", "kat", "katten", "paard", "animal hair", "dog", "cat"),
}
"""Words people write, by what an exercise calls it; what stands nowhere here is not known and holds back."""

NONE = ("", "geen", "geen bekend", "geen bekende", "niet bekend met allergieen", "none", "nee", "niets", "-")
"""What says that there are none; an empty text says that nobody asked."""

FILLER = frozenset(
    (
        *("allergie", "allergieen", "allergisch", "allergic", "allergy", "intolerantie", "overgevoelig"),
        *("voor", "en", "of", "de", "het", "een", "bij", "van", "met", "tegen", "alle", "soorten", "bekend"),
        *("to", "for", "and", "or", "the", "a", "known", "all", "licht", "lichte", "sterk", "sterke", "soms"),
        *("ernstig", "ernstige"),
    )
)
ENDINGS = ("", "allergie", "allergieen", "intolerantie", "allergy", "s", "en", "producten")


@dataclass(frozen=True, slots=True)
class Allergies:
    """What is known of a client's allergies.

    `known`: what exercises can hold that this client must not meet. `unmatched`: words that could not be told, so that
    every exercise with something in it asks first. `asked`: whether anything was written down at all.
    """

    known: frozenset[str] = frozenset()
    unmatched: tuple[str, ...] = ()
    asked: bool = False


def allergies_in(words: str) -> Allergies:
    """Read allergies from free text; what cannot be told is kept as unmatched, never dropped."""
    text = folded(words).strip().strip(".!")
    if text in NONE:
        return Allergies(asked=bool(text))
    known: set[str] = set()
    unmatched: list[str] = []
    for part in re.split(r"[,;/\n.()+&]|\ben\b|\bof\b|\band\b", text):
        known |= _known(part)
        rest = [word for word in re.findall(r"[\w-]+", part) if word not in FILLER and not _known(word)]
        if rest and not _whole(part):
            unmatched.append(" ".join(rest))
    return Allergies(frozenset(known), tuple(dict.fromkeys(unmatched)), asked=True)


def _known(part: str) -> set[str]:
    said = set(re.findall(r"[\w-]+", part))
    return {
        allergen
        for allergen, words in WORDS.items()
        if any(_within(word, said) for word in words) or _phrase(part, words)
    }


def _phrase(part: str, words: tuple[str, ...]) -> bool:
    return any(" " in word and word in part for word in words)


def _whole(part: str) -> bool:
    """Tell whether a phrase of more words is all that was said, so that none of its words stands alone."""
    return any(" " in word and word == part.strip() for words in WORDS.values() for word in words)


def _within(word: str, said: set[str]) -> bool:
    """Dutch writes words together (notenallergie, wolallergie): what begins with a known word and ends so counts."""
    return any(one.startswith(word) and one[len(word) :].strip("-") in ENDINGS for one in said)
