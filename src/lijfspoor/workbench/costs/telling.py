"""The ways of paying in a situation, as data and as lines to read."""

from collections.abc import Iterator
from typing import Any

from lijfspoor.domain.funding.costing import CostRange, cost_range
from lijfspoor.domain.funding.openness import standings
from lijfspoor.domain.funding.paying import Bill
from lijfspoor.domain.funding.rules import FundingRules
from lijfspoor.domain.funding.situation import Situation
from lijfspoor.domain.funding.words import NOT_KNOWN, euros
from lijfspoor.domain.kernel.answers import Answer

OPEN = {
    Answer.YES: {"nl": "kan", "en": "open"},
    Answer.UNKNOWN: {"nl": "misschien", "en": "perhaps"},
    Answer.NO: {"nl": "kan niet", "en": "closed"},
}


def ranges(rules: FundingRules, situation: Situation) -> tuple[CostRange, ...]:
    """Return the range of own costs of every route, the open ones first."""
    return tuple(cost_range(rules, standing, situation) for standing in standings(rules, situation))


def as_data(found: tuple[CostRange, ...], language: str) -> list[dict[str, Any]]:
    """Return the routes as JSON; amounts are whole cents, and closed routes have none."""
    return [_route(each, language) for each in found]


def as_lines(rules: FundingRules, found: tuple[CostRange, ...], language: str) -> Iterator[str]:
    """Yield the routes as text: what one may pay, why, and what is not known."""
    for each in found:
        yield f"{each.standing.route.title.in_(language)}: {OPEN[each.standing.open][language]}"
        if each.standing.open is not Answer.NO:
            yield f"  {_own(each, language)}"
            yield from (f"  {NOT_KNOWN[code].in_(language)}" for code in each.unknown)
        for reason in each.standing.reasons:
            yield f"  {reason.text.in_(language)} [{', '.join(reason.sources)}]"
    yield rules.caveat.text.in_(language)


def _own(found: CostRange, language: str) -> str:
    low, high = euros(found.low.own, language), euros(found.high.own, language)
    if low == high:
        return f"U betaalt zelf {low}." if language != "en" else f"You pay {low} yourself."
    return f"U betaalt zelf {low} tot {high}." if language != "en" else f"You pay {low} to {high} yourself."


def _route(found: CostRange, language: str) -> dict[str, Any]:
    route, standing = found.standing.route, found.standing
    told: dict[str, Any] = {
        "route": route.id,
        "title": route.title.in_(language),
        "open": standing.open.value,
        "deductible": route.deductible,
        "reasons": [
            {"code": each.code, "text": each.text.in_(language), "sources": list(each.sources)}
            for each in standing.reasons
        ],
        "ask": [{"to": each.to, "text": each.text.in_(language)} for each in route.questions],
    }
    if standing.open is not Answer.NO:
        told["own"] = {"low": _bill(found.low), "high": _bill(found.high)}
        told["not_known"] = [{"code": code, "text": NOT_KNOWN[code].in_(language)} for code in found.unknown]
        told["amounts"] = [
            {
                "id": each.id,
                "text": each.text.in_(language),
                "low": each.low,
                "high": each.high,
                "certainty": each.certainty,
                "found_in": each.found_in,
                "checked_on": each.checked_on.isoformat(),
                "review_by": each.review_by.isoformat(),
                "sources": list(each.sources),
            }
            for each in found.amounts
        ]
    return told


def _bill(bill: Bill) -> dict[str, Any]:
    return {
        "own": bill.own.cents,
        "total": bill.total.cents if bill.total is not None else None,
        "years": [
            {
                "year": year.year,
                "sessions": year.sessions,
                "own": year.own.cents,
                "total": year.total.cents if year.total is not None else None,
                "paid": {payer: part.cents for payer, part in year.paid},
            }
            for year in bill.years
        ],
    }
