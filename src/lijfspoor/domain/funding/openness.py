"""Which ways of paying are open in a situation, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lijfspoor.domain.funding.rules import FundingRules, Route, Rule, When
from lijfspoor.domain.funding.situation import Situation
from lijfspoor.domain.kernel.answers import Answer
from lijfspoor.domain.kernel.reasons import Reason


@dataclass(frozen=True, slots=True)
class RouteStanding:
    """A route in a situation: whether it is open, with every reason that speaks, the deciding ones first."""

    route: Route
    open: Answer
    reasons: tuple[Reason, ...]


def standings(rules: FundingRules, situation: Situation) -> tuple[RouteStanding, ...]:
    """Return every route that holds on the first day, the open ones first, otherwise in the order of the rules."""
    order = (Answer.YES, Answer.UNKNOWN, Answer.NO)
    found = [standing(route, situation) for route in rules.routes if _holds(route, situation.starts_on)]
    return tuple(sorted(found, key=lambda each: order.index(each.open)))


def standing(route: Route, situation: Situation) -> RouteStanding:
    """Return how a route stands: a no decides, then a not-known, then a yes; with no rule that speaks it is unknown."""
    speaking = tuple(rule for rule in route.rules if speaks(rule.when, situation))
    for gives in (Answer.NO, Answer.UNKNOWN, Answer.YES):
        if any(rule.gives == gives for rule in speaking):
            return RouteStanding(route, gives, tuple(_reasons(speaking, gives)))
    about = Reason(f"{route.id}-not-stated", route.about.text, route.about.sources)
    return RouteStanding(route, Answer.UNKNOWN, (about,))


def speaks(when: When, situation: Situation) -> bool:
    """Tell whether a rule is about this situation."""
    return (
        (not when.kinds or situation.kind in when.kinds)
        and (not when.settings or situation.setting in when.settings)
        and (not when.ages or situation.age_group in when.ages)
        and (not when.policy or situation.has_policy.value in when.policy)
    )


def _reasons(speaking: tuple[Rule, ...], gives: Answer) -> Iterator[Reason]:
    for rule in sorted(speaking, key=lambda each: each.gives != gives):
        yield Reason(rule.id, rule.text, rule.sources)


def _holds(route: Route, day: date) -> bool:
    return route.valid_from <= day and (route.valid_until is None or day <= route.valid_until)
