"""Where a visitor can go: the main places of the public side, in order."""

from dataclasses import dataclass

from lijfspoor.practice.site.languages import Language, address
from lijfspoor.practice.site.words import Phrases


@dataclass(frozen=True, slots=True)
class Place:
    """A main place: the name of its address, the id of its word in `content/site/frame.yaml`, and its icon."""

    name: str
    word: str
    icon: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A place as the menu draws it."""

    words: str
    icon: str
    url: str
    current: bool


PLACES = (
    Place("home", "menu-home", "huis"),
    Place("what", "menu-what", "bieb"),
    Place("guide", "menu-guide", "vraag"),
    Place("compare", "menu-compare", "lijst"),
    Place("costs", "menu-costs", "munt"),
    Place("finder", "menu-finder", "zoek"),
)


def entries(language: Language, words: Phrases, here: str) -> list[Entry]:
    """Return the menu in a language; `here` is the name of the page that is shown."""
    return [Entry(words[place.word], place.icon, address(place.name, language), place.name == here) for place in PLACES]
