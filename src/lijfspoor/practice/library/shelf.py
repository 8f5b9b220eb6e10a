"""What the pages of the library show: modules on the shelf, leaflets, sources and where they are used."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from lijfspoor.catalogue.education import shipped_cards
from lijfspoor.catalogue.evidence import shipped_evidence
from lijfspoor.catalogue.register import requirements
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.versions import module_id, version_key
from lijfspoor.domain.evidence import words as evidence_words
from lijfspoor.domain.kernel.text import Statement
from lijfspoor.practice.library.chapters.every import Use, uses
from lijfspoor.practice.library.chapters.shape import Chapter
from lijfspoor.practice.library.words import DISCIPLINES, DOCUMENTS, LAWS, OWN, OWN_WORDS
from lijfspoor.practice.look.parts import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleCard:
    """A module on the shelf. `own` with who added it and when; `is_due` when its review day has passed.

    `is_newest` is False when the practice has a higher version of the same module.
    """

    pin: str
    title: str
    version: str
    discipline: str
    evidence: str
    about: Statement
    checked_on: date
    review_by: date
    is_due: bool
    is_newest: bool = True
    own: bool = False
    published_by: str = ""
    published_on: date | None = None
    changed: str = ""

    @property
    def module_id(self) -> str:
        """The id of the module, whatever its version."""
        return module_id(self.pin)


@dataclass(frozen=True, slots=True)
class Source:
    """The file of a module, and whether it is the practice's own."""

    text: str
    own: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every module a practice can use."""

    cards: tuple[ModuleCard, ...]
    may_publish: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A module to read by chapters; `earlier` are the versions it can be held against: lower ones, and its origin."""

    card: ModuleCard
    chapters: tuple[Chapter, ...]
    earlier: tuple[str, ...] = ()
    may_publish: bool = False


@dataclass(frozen=True, slots=True)
class Leaflet:
    """A module in words for clients and parents (S2-148)."""

    card: ModuleCard
    short_title: str
    about: tuple[str, ...]
    audience: str
    course: tuple[str, ...]
    phases: tuple[str, ...]
    grounds: str
    practice: str


@dataclass(frozen=True, slots=True)
class Preview:
    """A module that is not published as the library would show it: its chapters and its leaflet."""

    reading: Reading
    leaflet: Leaflet


@dataclass(frozen=True, slots=True)
class UsedIn:
    """A module that rests on a source, with the statements that do."""

    pin: str
    title: str
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A source: what it is called, what it is, what it says there, and where modules use it."""

    id: str
    title: str
    about: str
    section: str
    text: str
    used: tuple[UsedIn, ...]
    known: tuple[Link, ...] = ()


def card_of(module: CareModule, day: date, published: tuple[str, date, str] | None = None) -> ModuleCard:
    """Return how a module stands on the shelf on a day; `published` says by whom, when and what changed."""
    from_ = module.provenance
    return ModuleCard(
        pin=module.pin,
        title=module.title.nl,
        version=module.version,
        discipline=DISCIPLINES[module.discipline],
        evidence=evidence_words.name(module.underpinning.status),
        about=module.audience.short,
        checked_on=from_.checked_on,
        review_by=from_.review_by,
        is_due=from_.review_by < day,
        own=published is not None,
        published_by=published[0] if published else "",
        published_on=published[1] if published else None,
        changed=published[2] if published else "",
    )


def with_newest(cards: Iterable[ModuleCard]) -> tuple[ModuleCard, ...]:
    """Return cards that tell whether a higher version of their module stands beside them."""
    shown = tuple(cards)
    highest: dict[str, tuple[int, ...]] = {}
    for card in shown:
        id_ = card.pin.partition("@")[0]
        highest[id_] = max(highest.get(id_, ()), version_key(card.version))
    return tuple(
        replace(card, is_newest=version_key(card.version) == highest[card.pin.partition("@")[0]]) for card in shown
    )


def leaflet_of(module: CareModule, card: ModuleCard, practice: str) -> Leaflet:
    """Return a module's leaflet: its own words for it, or else its summary."""
    session = module.approach.session
    low, high = session.minutes_low, session.minutes_high
    minutes = f"{low}" if low == high else f"{low} tot {high}"
    course = (
        session.frequency.text.nl,
        f"Een sessie duurt {minutes} minuten.",
        *(each.text.nl for each in module.surroundings.parent_modes),
    )
    own_words = module.underpinning.leaflet or module.summary
    return Leaflet(
        card=card,
        short_title=module.short_title.nl,
        about=tuple(each.text.nl for each in own_words),
        audience=module.audience.short.text.nl,
        course=course,
        phases=tuple(phase.name.nl.lower() for phase in module.approach.phases),
        grounds=evidence_words.meaning(module.underpinning.status),
        practice=practice,
    )


def source_card(source_id: str, modules: dict[str, CareModule]) -> SourceCard | None:
    """Return a source with where it is used, or None when there is no such source."""
    told = _told(source_id)
    if told is None:
        return None
    found = ((module, tuple(uses(module, source_id))) for module in modules.values())
    used = tuple(UsedIn(module.pin, module.short_title.nl, places) for module, places in found if places)
    return SourceCard(source_id, *told, used, tuple(_known(source_id)))


def _known(source_id: str) -> Iterator[Link]:
    """Evidence and cards that rest on a source; the practice's own choices are everywhere and not listed."""
    if source_id == OWN:
        return
    for found in shipped_evidence().records.values():
        if source_id in found.sources:
            yield Link(found.text.nl, reverse("library:evidence_record", args=[found.id]), about="onderbouwing")
    for card in shipped_cards().newest.values():
        if source_id in card.sources:
            yield Link(card.title.nl, reverse("library:card", args=[card.pin]), about="kaart")


def _told(source_id: str) -> tuple[str, str, str, str] | None:
    if source_id == OWN:
        return "Eigen keuze", OWN_WORDS, "", ""
    if source_id in LAWS:
        return "Wet en regels", LAWS[source_id], "", ""
    row = requirements().get(source_id)
    return None if row is None else (source_id, DOCUMENTS[row.document], row.section, row.text)
