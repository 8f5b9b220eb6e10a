"""What must hold in the rules of paying beyond their shape."""

from collections.abc import Iterator

from lijfspoor.catalogue.mistakes import Finding
from lijfspoor.domain.funding.rules import FundingRules


def amounts_run_upwards(rules: FundingRules) -> Iterator[Finding]:
    """An amount runs from low to high in whole cents, and from a day to a later one."""
    for place, amount in enumerate(rules.amounts):
        if not 0 <= amount.low <= amount.high:
            yield Finding(("amounts", place, "low"), "Write cents, 0 or more, and not above high.")
        if amount.until is not None and amount.until < amount.valid_from:
            yield Finding(("amounts", place, "until"), "Write a day that is not before valid_from.")
        if amount.review_by < amount.checked_on:
            yield Finding(("amounts", place, "review_by"), "Write a day that is not before checked_on.")


def law_never_overlaps(rules: FundingRules) -> Iterator[Finding]:
    """On one day one amount of a kind is law; what is announced stands apart."""
    law = [(place, each) for place, each in enumerate(rules.amounts) if each.certainty != "announced"]
    for place, amount in law:
        for before, other in law:
            over = other.until is None or other.until >= amount.valid_from
            if before != place and other.id == amount.id and other.valid_from <= amount.valid_from and over:
                yield Finding(
                    ("amounts", place, "valid_from"), f"Begin after amounts[{before}] ends: both are law then."
                )


def routes_stand_once(rules: FundingRules) -> Iterator[Finding]:
    """Every way of paying has its place, and paying oneself is always there."""
    if not any(route.id == "own" for route in rules.routes):
        yield Finding(("routes",), "Add the route own: one can always pay oneself.")
    for place, route in enumerate(rules.routes):
        if route.valid_until is not None and route.valid_until < route.valid_from:
            yield Finding(("routes", place, "valid_until"), "Write a day that is not before valid_from.")
        if not route.rules:
            yield Finding(("routes", place, "rules"), "Write at least one rule.")


def review_follows_check(rules: FundingRules) -> Iterator[Finding]:
    """What was checked is looked at again later."""
    if rules.review_by < rules.checked_on:
        yield Finding(("review_by",), "Write a day that is not before checked_on.")
