"""What it costs and who pays: the form, and what a visitor's answers come to. Nothing of it is kept."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from lijfspoor.domain.funding.costing import CostRange, cost_range
from lijfspoor.domain.funding.openness import standings
from lijfspoor.domain.funding.paying import YearBill
from lijfspoor.domain.funding.rules import FundingRules, Note, Question
from lijfspoor.domain.funding.situation import LONGEST, Budget, Policy, Situation
from lijfspoor.domain.funding.words import KINDS, NOT_KNOWN, SETTINGS
from lijfspoor.domain.kernel.answers import Answer
from lijfspoor.domain.kernel.money import Money
from lijfspoor.practice.look.forms import EuroField
from lijfspoor.practice.site.forms import PublicForm, day_field, in_bounds

RHYTHMS = ("3", "7", "14", "30")
"""Days between sessions one can choose from."""

ANSWERS = ("yes", "no", "unknown")


class CostForm(PublicForm):
    """What a visitor tells of treatment and insurance; only kind, number of sessions and first day are needed."""

    kind = forms.ChoiceField(widget=forms.RadioSelect)
    setting = forms.ChoiceField(widget=forms.RadioSelect, initial="unknown")
    age = forms.IntegerField(min_value=0, max_value=120, required=False)
    starts_on = day_field()
    sessions_low = forms.IntegerField(min_value=1, max_value=LONGEST, initial=10)
    sessions_high = forms.IntegerField(min_value=1, max_value=LONGEST, initial=20)
    rhythm = forms.ChoiceField(initial="7")
    price = EuroField()
    institution = forms.ChoiceField(required=False)
    deductible_left = EuroField()
    voluntary = EuroField()
    has_policy = forms.ChoiceField(widget=forms.RadioSelect, initial="unknown")
    percent = forms.IntegerField(min_value=0, max_value=100, required=False)
    per_session = EuroField()
    per_year = EuroField()
    used = EuroField()
    recognises = forms.ChoiceField(widget=forms.RadioSelect, initial="unknown")
    municipality_pays = forms.ChoiceField(widget=forms.RadioSelect, initial="unknown")
    pgb_per_session = EuroField()
    pgb_sessions = forms.IntegerField(min_value=0, max_value=LONGEST, required=False)

    def __init__(self, *args: Any, rules: FundingRules, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = self.lang
        self.choose("kind", [(kind, words.in_(language)) for kind, words in KINDS.items()])
        self.choose("setting", [(setting, words.in_(language)) for setting, words in SETTINGS.items()])
        self.choose("rhythm", [(days, self.words[f"rhythm-{days}"]) for days in RHYTHMS])
        other = self.words["institution-other"]
        self.choose("institution", [("", other), *((each.id, each.name) for each in rules.institutions)])
        for name in ("has_policy", "recognises", "municipality_pays"):
            self.choose(name, [(answer, self.words[f"answer-{answer}"]) for answer in ANSWERS])

    def clean(self) -> dict[str, Any]:
        """Hold the fields against each other."""
        told: dict[str, Any] = super().clean() or {}
        if not in_bounds(told.get("starts_on")):
            self.add_error("starts_on", self.words["error-day"])
        low, high = told.get("sessions_low"), told.get("sessions_high")
        if low and high and low > high:
            self.add_error("sessions_high", self.words["error-sessions"])
        return told

    def situation(self) -> Situation:
        """Return what was told. The form must be valid."""
        told = self.cleaned_data
        has_policy = Answer(told["has_policy"])
        return Situation(
            kind=told["kind"],
            setting=told["setting"],
            institution=told["institution"],
            age=told["age"],
            starts_on=told["starts_on"],
            sessions_low=told["sessions_low"],
            sessions_high=told["sessions_high"],
            every_days=int(told["rhythm"]),
            price_low=told["price"],
            price_high=told["price"],
            has_policy=Answer.YES if self._policy() else has_policy,
            policy=self._policy(),
            deductible_left=told["deductible_left"],
            voluntary=told["voluntary"] or Money.NOTHING,
            municipality_pays=Answer(told["municipality_pays"]),
            budget=self._budget(),
        )

    def _policy(self) -> Policy | None:
        told = self.cleaned_data
        amounts = (told["percent"], told["per_session"], told["per_year"])
        if told["has_policy"] == "no" or all(each is None for each in amounts):
            return None
        return Policy(
            percent=100 if told["percent"] is None else told["percent"],
            per_session=told["per_session"],
            per_year=told["per_year"],
            used=told["used"] or Money.NOTHING,
            recognises=Answer(told["recognises"]),
        )

    def _budget(self) -> Budget | None:
        told = self.cleaned_data
        if told["pgb_per_session"] is None:
            return None
        return Budget(per_session=told["pgb_per_session"], sessions=told["pgb_sessions"])


@dataclass(frozen=True, slots=True)
class Row:
    """One calendar year of a route, at the low and the high end (None: no sessions in that year then)."""

    year: int
    low: YearBill | None
    high: YearBill | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A route as the page shows it."""

    range: CostRange
    rows: tuple[Row, ...]
    not_known: tuple[str, ...]

    @property
    def is_one_amount(self) -> bool:
        """Whether low and high are the same."""
        return self.range.low.own == self.range.high.own


@dataclass(frozen=True, slots=True)
class Answered:
    """What a visitor's answers come to."""

    open: tuple[Shown, ...]
    closed: tuple[CostRange, ...]
    questions: tuple[Question, ...]
    notes: tuple[Note, ...]
    institution: str
    institution_sources: tuple[str, ...]


def answered(rules: FundingRules, situation: Situation, language: str) -> Answered:
    """Return every route with its costs, what to ask, and what else there is to know."""
    found = tuple(cost_range(rules, each, situation) for each in standings(rules, situation))
    open_ones = tuple(each for each in found if each.standing.open is not Answer.NO)
    known = {each.id: each for each in rules.institutions}
    at = known.get(situation.institution)
    return Answered(
        open=tuple(_shown(each, language) for each in open_ones),
        closed=tuple(each for each in found if each.standing.open is Answer.NO),
        questions=tuple(question for each in open_ones for question in each.standing.route.questions),
        notes=tuple(note for note in rules.notes if situation.kind in note.kinds),
        institution=at.text.in_(language) if at else "",
        institution_sources=at.sources if at else (),
    )


def _shown(found: CostRange, language: str) -> Shown:
    low = {year.year: year for year in found.low.years}
    high = {year.year: year for year in found.high.years}
    rows = tuple(Row(year, low.get(year), high.get(year)) for year in sorted(low | high))
    return Shown(found, rows, tuple(NOT_KNOWN[code].in_(language) for code in found.unknown))


def first_answers(day: date) -> dict[str, object]:
    """Return what the empty form proposes: the usual number of sessions from today."""
    return {"kind": "pmt", "starts_on": day}
