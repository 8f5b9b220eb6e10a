"""Which cards fit a client now: by building block, phase, module, problem area, age and reader (S2-120)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lijfspoor.domain.education.card import AgeGroup, Audience, EducationCard
from lijfspoor.domain.kernel.folding import folded
from lijfspoor.domain.kernel.text import Text

WEIGHT = {"block": 8, "phase": 4, "area": 2, "module": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What bears on the choice: ids as cards write them (`pmkt-attachment:trust`); an unknown age asks nothing."""

    audience: Audience
    module: str
    blocks: frozenset[str] = frozenset()
    phases: frozenset[str] = frozenset()
    problem_areas: frozenset[str] = frozenset()
    age: AgeGroup | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """One reason a card fits: what kind it is, and which block, phase, area or module."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A card that fits, with every reason."""

    card: EducationCard
    reasons: tuple[Why, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWish:
    """What one looks for among cards; an empty text asks nothing. `words` must all occur, accents apart."""

    words: str = ""
    audience: str = ""
    module: str = ""
    age: str = ""


def fitting(cards: Iterable[EducationCard], situation: Situation) -> tuple[Fit, ...]:
    """Return the cards that fit, best first: block before phase, phase before area, area before module.

    A card for some blocks, phases or areas fits only where one of those is at hand.
    """
    found = (
        Fit(card=card, reasons=tuple(_reasons(card, situation))) for card in cards if _may_be_given(card, situation)
    )
    return tuple(sorted(found, key=lambda fit: (-sum(WEIGHT[each.kind] for each in fit.reasons), _title(fit.card))))


def search_cards(cards: Iterable[EducationCard], wish: CardWish) -> tuple[EducationCard, ...]:
    """Return the cards that meet the whole wish, in order of their Dutch title."""
    wanted = folded(wish.words).split()
    found = (
        card
        for card in cards
        if (not wish.audience or wish.audience == card.audience)
        and (not wish.module or not card.modules or wish.module in card.modules)
        and (not wish.age or wish.age in card.ages)
        and all(word in _words(card) for word in wanted)
    )
    return tuple(sorted(found, key=_title))


def _may_be_given(card: EducationCard, situation: Situation) -> bool:
    return (
        card.audience == situation.audience
        and (situation.age is None or situation.age in card.ages)
        and (not card.modules or situation.module in card.modules)
        and (not card.blocks or bool(situation.blocks & set(card.blocks)))
        and (not card.phases or bool(situation.phases & set(card.phases)))
        and (not card.problem_areas or bool(situation.problem_areas & set(card.problem_areas)))
    )


def _reasons(card: EducationCard, situation: Situation) -> Iterator[Why]:
    for kind, named, given in (
        ("block", card.blocks, situation.blocks),
        ("phase", card.phases, situation.phases),
        ("area", card.problem_areas, situation.problem_areas),
        ("module", card.modules, {situation.module}),
    ):
        for name in named:
            if name in given:
                yield Why(kind=kind, name=name)


def _title(card: EducationCard) -> tuple[str, str]:
    return folded(card.title.nl), card.id


def _words(card: EducationCard) -> str:
    texts: tuple[Text, ...] = (card.title, *card.texts())
    return folded(" ".join(part for text in texts for part in (text.nl, text.en)))
