"""Random histories for a module: facts on a few days, often a sensible beginning, then anything."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

from hypothesis import strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways import facts as fact
from lijfspoor.domain.pathways.facts import AnyFact, Stamp
from tests.generative.choices import NUMBERS, SMALL_NUMBERS, Choices
from tests.generative.episodes import EPISODES, Make, intake
from tests.generative.lean import lean
from tests.generative.makers import MAKERS, WEIGHTS
from tests.generative.modules import modules

FIRST_DAY = date(2026, 2, 24)
SPAN = 12
ENDING = (fact.ConsentGiven, fact.AuthorityHeld, fact.CredentialHeld)
TOLD = st.tuples(st.sampled_from(WEIGHTS), st.integers(0, SPAN), st.integers(0, 4), SMALL_NUMBERS)


@dataclass(frozen=True, repr=False)
class Case:
    """A module, a history and a day to ask about."""

    module: CareModule
    facts: tuple[AnyFact, ...]
    on_day: date

    def __repr__(self) -> str:
        return "\n".join((f"on {self.on_day}", lean(self.module), *map(lean, self.facts)))

    def _repr_pretty_(self, printer: RepresentationPrinter, cycle: bool) -> None:
        printer.text(repr(self))

    @property
    def moment(self) -> datetime:
        """Noon of the day asked about."""
        return datetime(self.on_day.year, self.on_day.month, self.on_day.day, 12, tzinfo=UTC)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A module with a history and a day before, in or after it."""
    module = draw(modules())
    history = draw(histories(module))
    before_end = draw(st.integers(0, SPAN + 3))
    any_day = FIRST_DAY + timedelta(days=SPAN + 2 - before_end)
    return Case(module, history, draw(st.sampled_from((any_day, *_turning_days(history)[-5:]))))


def _turning_days(history: Iterable[AnyFact]) -> list[date]:
    """Days on which something begins or ends, where engines are most easily a day off."""
    begins = {each.stamp.holds_on for each in history}
    ends = {each.until for each in history if isinstance(each, ENDING) and each.until is not None}
    return sorted(begins | ends)


@st.composite
def histories(draw: st.DrawFn, module: CareModule) -> tuple[AnyFact, ...]:
    """Nothing, or a full intake with holes, maybe a start; some episodes; and then whatever comes."""
    how_far = draw(st.sampled_from(("started", "intake", "nothing", "started")))
    holes = draw(st.sets(st.integers(0, 25), max_size=2))
    beginning = [] if how_far == "nothing" else list(intake(module, Choices(draw(NUMBERS))))
    asked: list[Make] = [make for place, make in enumerate(beginning) if place not in holes]
    done: list[Make] = []
    if how_far == "started":
        done.append(fact.TreatmentStarted)
        done += [partial(fact.SessionHeld, session=f"s{at}") for at in range(draw(st.integers(0, 3)))]
    if how_far != "nothing":
        for episode in draw(st.lists(st.sampled_from(EPISODES), max_size=3, unique=True)):
            done += episode(module, Choices(draw(SMALL_NUMBERS)))
    wait = draw(st.sampled_from((0, 4, 0, 8)))
    days = [place // 12 for place in range(len(asked))] + [place // 12 + wait for place in range(len(done))]
    found: list[AnyFact] = [make(stamp=stamp(at, days[at])) for at, make in enumerate([*asked, *done])]
    tail = draw(st.sampled_from((8, 4, 0, 16, 24)))
    for kind, day, lag, number in draw(st.lists(TOLD, min_size=tail, max_size=tail)):
        place = len(found)
        found.append(_anything(module, kind, stamp(place, day, lag), Choices(number), found))
    return tuple(found)


def stamp(place: int, days: int, lag: int = 0) -> Stamp:
    """A stamp on a day counted from the first, recorded `lag` days later."""
    day = FIRST_DAY + timedelta(days=days)
    recorded = datetime(day.year, day.month, day.day, 12, tzinfo=UTC) + timedelta(days=lag)
    return Stamp(id=f"f{place}", holds_on=day, recorded_at=recorded, sequence=place, by="t1")


def _anything(module: CareModule, kind: str, told: Stamp, choices: Choices, earlier: Iterable[AnyFact]) -> AnyFact:
    known = [each.stamp.id for each in earlier]
    if kind != "retracted":
        if known and choices.below(25) == 0:
            told = replace(told, id=choices.of(known))
        return MAKERS[kind](module, told, choices)
    named = choices.of([*known[-6:], *known, f"f{len(known) + 1}", "unknown"])
    return fact.Retracted(stamp=told, fact=named, reason="Vergissing")
