"""What the page of one group of questions is filled with."""

from typing import Any
from uuid import UUID

from django.urls import reverse

from lijfspoor.domain.caremodules.criteria import HOLDS_NO_START, Criterion
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways.facts import CriterionAnswered
from lijfspoor.domain.pathways.model import CriterionStanding, Stage
from lijfspoor.domain.pathways.steps import Step, StepKind
from lijfspoor.practice.intake.casework import ages_of
from lijfspoor.practice.intake.criteria import GroupRead
from lijfspoor.practice.intake.forms import CONSULTED, AgeForm, CriteriaForm
from lijfspoor.practice.intake.sheets.instruments import age_words
from lijfspoor.practice.look.parts import Chip

ANSWERS = {Answer.YES: "ja", Answer.NO: "nee", Answer.UNKNOWN: "nog niet bekend"}
MET = {
    Answer.YES: Chip("past", tone="settled", icon="vink"),
    Answer.NO: Chip("past nu niet", tone="wait", icon="let-op"),
    Answer.UNKNOWN: Chip("nog niet bekend", icon="klok"),
}
NEEDS = {
    "all": "Alles moet ja zijn.",
    "any": "Eén ja is genoeg.",
    "none": "Alles moet nee zijn.",
}


def can_ask_again(read: GroupRead) -> bool:
    """Tell whether this group is asked anew while treatment runs (S2-138)."""
    running = read.course.standing.stage in (Stage.UNDER_WAY, Stage.TAPERING)
    return running and "at_evaluation" in read.group.asked


def initial(read: GroupRead) -> dict[str, str]:
    """Return the answers that count now as the form starts with them."""
    said = {id_: facts[-1] for id_, facts in read.earlier.items() if facts}
    values: dict[str, str] = {}
    for id_, fact in said.items():
        values |= {f"answer.{id_}": fact.answer.value, f"note.{id_}": fact.note, f"person.{id_}": fact.person}
    return values


def initial_age(read: GroupRead) -> dict[str, int]:
    """Return the developmental age stated last, as the form starts with it."""
    if not read.ages:
        return {}
    years, months = divmod(read.ages[-1].months, 12)
    return {"years": years, "months": months}


def fill(read: GroupRead, form: CriteriaForm, age: AgeForm | None) -> dict[str, Any]:
    """Fill the page."""
    groups = read.course.module.audience.groups
    ages = ages_of(read.course)
    return {
        "client": read.course.around.card,
        "treatment_id": read.course.treatment_id,
        "client_id": read.course.client_id,
        "group": read.group,
        "needs": NEEDS[read.group.needs],
        "met": MET[read.standing.met],
        "step": (groups.index(read.group) + 1, len(groups)),
        "rows": [_row(read, each, form) for each in read.group.criteria],
        "form": form,
        "age": age,
        "ages_stated": read.ages,
        "age_words": [(fact, age_words(fact.months)) for fact in reversed(read.ages)],
        "calendar": None if ages.calendar is None else age_words(ages.calendar),
        "people": read.people,
        "may_write": read.may_write and read.course.standing.stage is not Stage.CLOSED,
        "next": _next_open(read),
    }


def _row(read: GroupRead, criterion: Criterion, form: CriteriaForm) -> dict[str, Any]:
    standing = read.course.standing.criterion(criterion.id)
    names = {part: f"{part}.{criterion.id}" for part in ("answer", "person", "note")}
    step = Step(StepKind.OVERRIDE_CONTRA_INDICATION, criterion.id)
    permission = read.course.steps.get(step)
    return {
        "criterion": criterion,
        "standing": standing,
        "answer": ANSWERS[standing.answer],
        "measured": _measured(read, criterion),
        "fields": {part: form[name] for part, name in names.items() if name in form.fields},
        "earlier": [_earlier(fact) for fact in reversed(read.earlier[criterion.id])],
        "override": _override(standing),
        "may_override": bool(permission and permission.allowed and read.may_write),
    }


def _measured(read: GroupRead, criterion: Criterion) -> str:
    """What the file knows about the age a criterion rests on."""
    if criterion.age is None:
        return ""
    ages = ages_of(read.course)
    months = ages.developmental if criterion.age.measure == "developmental" else ages.calendar
    return "nog niet bekend" if months is None else age_words(months)


def _earlier(fact: CriterionAnswered) -> dict[str, Any]:
    return {
        "answer": ANSWERS[fact.answer],
        "note": fact.note,
        "person": fact.person,
        "on": fact.stamp.holds_on,
        "by": fact.stamp.by,
    }


def _override(standing: CriterionStanding) -> dict[str, Any] | None:
    if standing.override is None:
        return None
    role = standing.override.consulted_role
    return {"said": standing.override, "role": CONSULTED.get(role, role)}


def _next_open(read: GroupRead) -> str:
    """The next group after this one with something unknown, or nothing."""
    groups = read.course.standing.groups
    here = next(n for n, group in enumerate(groups) if group.group == read.group.id)
    later = (*groups[here + 1 :], *groups[:here])
    return next((g.group for g in later if g.met is Answer.UNKNOWN and g.kind not in HOLDS_NO_START), "")


def after(read: GroupRead, *, to_next: bool) -> str:
    """Return where to go after saving: the next open group, or the overview."""
    treatment_id: UUID = read.course.treatment_id
    group = _next_open(read) if to_next else ""
    if group:
        return reverse("intake:criteria", args=[treatment_id, group])
    return reverse("intake:overview", args=[treatment_id])
