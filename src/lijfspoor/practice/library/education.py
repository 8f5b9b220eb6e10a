"""Reading cards: those one looks for, one card, and its paper with the practice's name."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from lijfspoor.catalogue.education import shipped_cards
from lijfspoor.catalogue.evidence import shipped_evidence
from lijfspoor.domain.education.card import EducationCard
from lijfspoor.domain.education.fitting import CardWish, search_cards
from lijfspoor.domain.evidence.words import MEANINGS, NAMES, name
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.letterhead import letterhead_of
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.library import education_words as words
from lijfspoor.practice.library import log_kinds, policies
from lijfspoor.practice.library.words import AGE_GROUPS, MODULES
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.look import dutch
from lijfspoor.practice.look.parts import Link


@dataclass(frozen=True, slots=True)
class CardLine:
    """A card in a list: `brief` is for whom and where it belongs."""

    card: EducationCard
    brief: str


@dataclass(frozen=True, slots=True)
class CardShelf:
    """The cards that meet the wish, and how many there are in all."""

    lines: tuple[CardLine, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A drawing on paper: where its file is and what it shows."""

    file: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPaper:
    """A card as it stands on paper, in one language, with the practice's name."""

    language: str
    practice: str
    title: str
    summary: str
    paragraphs: tuple[str, ...]
    try_this: tuple[str, ...]
    ask_for_help: str
    disclaimer: str
    credit: str
    label: str
    drawings: tuple[Drawing, ...]
    words: words.PaperWords
    written: str
    reviewed: str
    pin: str


@dataclass(frozen=True, slots=True)
class CardPage:
    """A card to read: its paper, what it is about, who looked it over."""

    card: EducationCard
    paper: CardPaper
    brief: str
    level: str
    is_newest: bool
    is_due: bool
    evidence: tuple[Link, ...]


def read_cards(*, actor: Actor, wish: CardWish, now: datetime) -> CardShelf:
    """Return the newest version of the cards that meet the wish."""
    _enter(actor, log_kinds.CARDS_READ, now)
    every = shipped_cards().newest.values()
    return CardShelf(tuple(CardLine(each, brief(each)) for each in search_cards(every, wish)), len(every))


def read_card(*, actor: Actor, pin: str, language: str, day: date, now: datetime) -> CardPage:
    """Return one version of a card, in Dutch or English. Raises NotFound."""
    card = card_of(pin)
    _enter(actor, log_kinds.CARD_READ, now, pin)
    return CardPage(
        card=card,
        paper=paper(card, language, letterhead_of(practice_id=actor.practice_id).name),
        brief=brief(card),
        level=NAMES[card.label].nl if card.label else "",
        is_newest=shipped_cards().newest[card.id].version == card.version,
        is_due=card.review_by < day,
        evidence=tuple(map(_evidence_link, card.evidence)),
    )


def card_of(pin: str) -> EducationCard:
    """Return this version of a card. Raises NotFound."""
    found = shipped_cards().versions.get(pin)
    if found is None:
        raise NotFound
    return found


def every_card() -> tuple[EducationCard, ...]:
    """Return the newest version of every card."""
    return tuple(shipped_cards().newest.values())


def brief(card: EducationCard) -> str:
    """Say for whom a card is and where it belongs."""
    ages = ", ".join(AGE_GROUPS[each] for each in card.ages)
    where = ", ".join(MODULES[each] for each in card.modules) or "elke module"
    return " · ".join((words.AUDIENCES[card.audience], ages, where))


def paper(card: EducationCard, language: str, practice: str) -> CardPaper:
    """Return a card as it stands on paper."""
    said = words.ON_PAPER["en" if language == "en" else "nl"]
    label = f"{NAMES[card.label].in_(language)}. {MEANINGS[card.label].in_(language)}" if card.label else ""
    return CardPaper(
        language=said.language,
        practice=practice,
        title=card.title.in_(language),
        summary=card.summary.in_(language),
        paragraphs=tuple(each.in_(language) for each in card.paragraphs),
        try_this=tuple(each.in_(language) for each in card.try_this),
        ask_for_help=card.ask_for_help.in_(language) if card.ask_for_help else "",
        disclaimer=card.disclaimer.in_(language) if card.disclaimer else "",
        credit=card.credit.in_(language) if card.credit else "",
        label=label[:1].upper() + label[1:],
        drawings=tuple(
            Drawing(file=f"library/pictures/{each.id}.svg", alt=each.alt.in_(language)) for each in card.pictures
        ),
        words=said,
        written=_day(card.written_on, said.language),
        reviewed=_reviewed(card, said),
        pin=card.pin,
    )


def _evidence_link(record_id: str) -> Link:
    found = shipped_evidence().records[record_id]
    return Link(found.text.nl, reverse("library:evidence_record", args=[record_id]), about=name(found.status))


def _day(day: date, language: str) -> str:
    return dutch.day(day) if language == "nl" else day.isoformat()


def _reviewed(card: EducationCard, said: words.PaperWords) -> str:
    if card.reviewer is None or card.reviewed_on is None:
        return said.not_reviewed
    return said.reviewed.format(who=card.reviewer, day=_day(card.reviewed_on, said.language))


def _enter(actor: Actor, kind: str, now: datetime, subject: str = "") -> None:
    policies.check_can_read(actor)
    with transaction.atomic():
        record(actor=actor, kind=kind, at=now, subject=subject)
