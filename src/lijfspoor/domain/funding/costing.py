"""From a situation to a range of own costs for each way of paying, with what had to be assumed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from lijfspoor.domain.funding.openness import RouteStanding
from lijfspoor.domain.funding.paying import Bill, basic_bill, budget_bill, covered_bill, own_bill, policy_bill
from lijfspoor.domain.funding.rules import Amount, AmountId, FundingRules
from lijfspoor.domain.funding.situation import ADULT, Policy, Situation
from lijfspoor.domain.funding.spreading import sessions_by_year
from lijfspoor.domain.kernel.answers import Answer
from lijfspoor.domain.kernel.money import Money


@dataclass(frozen=True, slots=True)
class CostRange:
    """What one may pay oneself: the lowest and the highest bill, the amounts used, and codes of what is not known.

    The codes: `price-average` (the average price was used), `price-not-known` (the route's price is not known, so the
    whole deductible may go), `year-not-known` (a year has no amount yet), `deductible-not-told`, `policy-not-told`,
    `recognition-not-told`, `municipality-not-told`, `budget-not-told`, `turns-18`.
    """

    standing: RouteStanding
    low: Bill
    high: Bill
    amounts: tuple[Amount, ...]
    unknown: tuple[str, ...]


class AmountMissing(LookupError):
    """No amount of this kind is known for any year up to the one asked."""


def cost_range(rules: FundingRules, standing: RouteStanding, situation: Situation) -> CostRange:
    """Return the range of a route in a situation. Raises AmountMissing when the rules hold no price or deductible."""
    return _Costing(rules, standing, situation).range()


def amounts_of(rules: FundingRules, amount_id: AmountId, year: int) -> tuple[Amount, ...]:
    """Return what may hold in a year: what is law then; else the newest before it, beside what was announced.

    Raises AmountMissing.
    """
    known = [each for each in rules.amounts if each.id == amount_id and each.valid_from <= date(year, 12, 31)]
    here = tuple(each for each in known if each.until is None or each.until >= date(year, 1, 1))
    if any(each.certainty != "announced" for each in here):
        return tuple(each for each in here if each.certainty != "announced")
    before = [each for each in known if each.certainty != "announced"]
    if not before:
        raise AmountMissing(amount_id, year)
    return (max(before, key=lambda each: each.valid_from), *here)


class _Costing:
    def __init__(self, rules: FundingRules, standing: RouteStanding, situation: Situation) -> None:
        self.rules, self.standing, self.situation = rules, standing, situation
        self.used: dict[Amount, None] = {}
        self.unknown: dict[str, None] = {}

    def range(self) -> CostRange:
        if self.situation.age == ADULT - 1:
            self.unknown["turns-18"] = None
        bills = list(self.bills())
        low, high = min(bills, key=lambda bill: bill.own), max(bills, key=lambda bill: bill.own)
        return CostRange(self.standing, low, high, tuple(self.used), tuple(self.unknown))

    def bills(self) -> Iterator[Bill]:
        """Every corner of what is not known: own costs only grow with sessions, price and deductible."""
        counts = {self.situation.sessions_low, self.situation.sessions_high}
        for count in sorted(counts):
            sessions = sessions_by_year(self.situation.starts_on, count, self.situation.every_days)
            yield from self._bills_for(sessions)

    def _bills_for(self, sessions: dict[int, int]) -> Iterator[Bill]:
        route = self.standing.route.id
        if route == "basic":
            prices = self._known_prices()
            yield from (basic_bill(sessions, price, left) for price, left in product(prices, self._lefts(sessions)))
        elif route == "supplementary":
            policies = self._policies()
            yield from (
                policy_bill(sessions, price, each) if each else own_bill(sessions, price)
                for price, each in product(self._prices(), policies)
            )
        elif route == "youth":
            pays = self._told(self.situation.municipality_pays, "municipality-not-told")
            for price, paid in product(self._prices(), pays):
                yield covered_bill(sessions, price, "youth") if paid else own_bill(sessions, price)
        elif route == "pgb":
            yield from self._budget_bills(sessions)
        else:
            yield from (own_bill(sessions, price) for price in self._prices())

    def _budget_bills(self, sessions: dict[int, int]) -> Iterator[Bill]:
        budget = self.situation.budget
        if budget is None:
            self.unknown["budget-not-told"] = None
        for price in self._prices():
            if budget is None:
                yield covered_bill(sessions, price, "pgb")
                yield own_bill(sessions, price)
                continue
            policies = self._policies() if self.situation.has_policy is not Answer.NO else (None,)
            yield from (budget_bill(sessions, price, budget, policy) for policy in policies)

    def _prices(self) -> tuple[Money, ...]:
        known = self._known_prices(say=False)
        if None not in known:
            return tuple(price for price in known if price is not None)
        self.unknown["price-average"] = None
        found = amounts_of(self.rules, "session-price", self.situation.starts_on.year)
        self.used.update(dict.fromkeys(found))
        return tuple(sorted({Money(cents) for each in found for cents in (each.low, each.high)}))

    def _known_prices(self, *, say: bool = True) -> tuple[Money | None, ...]:
        low, high = self.situation.price_low, self.situation.price_high
        if low is None or high is None:
            if say:
                self.unknown["price-not-known"] = None
                return (None, Money.NOTHING)
            return (None,)
        return tuple(sorted({low, high}))

    def _policies(self) -> tuple[Policy | None, ...]:
        policy = self.situation.policy
        if self.situation.has_policy is Answer.NO:
            return (None,)
        if policy is None:
            self.unknown["policy-not-told"] = None
            return (None,)
        recognised = self._told(policy.recognises, "recognition-not-told")
        return tuple(policy if each else None for each in recognised)

    def _told(self, answer: Answer, code: str) -> tuple[bool, ...]:
        if answer is Answer.UNKNOWN:
            self.unknown[code] = None
            return (True, False)
        return (answer is Answer.YES,)

    def _lefts(self, sessions: dict[int, int]) -> tuple[dict[int, Money], ...]:
        """The lowest and the highest deductible that may be left in each year; none below the age it starts at."""
        age = self.situation.age
        if age is not None and age < self.rules.deductible_from_age:
            return (dict.fromkeys(sessions, Money.NOTHING),)
        return tuple({year: self._left(year, year == min(sessions), pick) for year in sessions} for pick in (0, -1))

    def _left(self, year: int, first: bool, pick: int) -> Money:
        told = self.situation.deductible_left
        if first and told is not None:
            return told
        found = amounts_of(self.rules, "deductible", year)
        self.used.update(dict.fromkeys(found))
        if len(found) > 1 or not _holds_in(found[0], year):
            self.unknown["year-not-known"] = None
        if first:
            self.unknown["deductible-not-told"] = None
            if pick == 0:
                return Money.NOTHING
        return sorted(Money(each.low) for each in found)[pick] + self.situation.voluntary


def _holds_in(amount: Amount, year: int) -> bool:
    return amount.valid_from <= date(year, 1, 1) and (amount.until is None or amount.until >= date(year, 12, 31))
