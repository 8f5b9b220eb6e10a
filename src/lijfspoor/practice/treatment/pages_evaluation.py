"""What the pages on evaluations and on earlier days are filled with."""

from datetime import date
from typing import Any

from lijfspoor.domain.caremodules.agreements import Evaluation
from lijfspoor.domain.caremodules.criteria import Criterion
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import facts as f
from lijfspoor.domain.pathways.model import EvaluationStanding
from lijfspoor.domain.pathways.steps import Advice
from lijfspoor.practice.look.parts import DueItem, DueKind, Fact
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.treatment.course_words import ANSWERS, AUDIENCES, BONDS, FITS, STAGES
from lijfspoor.practice.treatment.flows.minutes import Minutes
from lijfspoor.practice.treatment.forms_course import EvaluationForm
from lijfspoor.practice.treatment.pages_course import phase_words, rating_part, river_path
from lijfspoor.practice.treatment.told import evaluations_at, told

URGENCY: dict[str, DueKind] = {"due": "wait", "possible": "open", "know": "know"}


def evaluation(course: Course, chosen: Evaluation, form: EvaluationForm, kept: tuple[Minutes, ...]) -> dict[str, Any]:
    """Fill the page of an evaluation: when it is due, what it asks, and the earlier ones."""
    standing = next(each for each in course.standing.evaluations if each.evaluation == chosen.id)
    return {
        "evaluation": chosen,
        "when": _when(course, standing),
        "due": standing.due,
        "topics": [
            {"topic": topic, "client": form[f"client-{number}"], "therapist": form[f"therapist-{number}"]}
            for number, topic in enumerate(form.topics)
        ],
        "conditions": [_condition(course, criterion, form) for criterion in form.criteria],
        "form": form,
        "earlier": earlier_evaluations(course, kept),
    }


def _when(course: Course, standing: EvaluationStanding) -> str:
    if standing.due:
        return "Deze evaluatie is nu aan de beurt."
    if standing.due_after is None:
        return "Deze evaluatie is gehouden. Vaker mag altijd."
    return f"Deze evaluatie valt na sessie {standing.due_after}. Eerder mag ook."


def _condition(course: Course, criterion: Criterion, form: EvaluationForm) -> dict[str, Any]:
    last = course.standing.criterion(criterion.id)
    return {
        "criterion": criterion,
        "last": last,
        "last_word": ANSWERS[last.answer.value].lower(),
        "answer": form[f"answer-{criterion.id}"],
        "person": form[f"person-{criterion.id}"] if criterion.names_person else None,
        "note": form[f"note-{criterion.id}"],
    }


def earlier_evaluations(course: Course, kept: tuple[Minutes, ...]) -> list[dict[str, Any]]:
    """Return the evaluations held, the latest first, each with its minutes when there are any."""
    minutes = {each.subject: each.body for each in kept}
    titles = {each.id: each.title.nl for each in course.module.agreements.evaluations}
    return [
        {
            "fact": fact,
            "title": titles.get(fact.evaluation, fact.evaluation),
            "after": held,
            "topics": minutes.get(fact.stamp.id, {}).get("topics", ()),
            "fits": FITS.get(minutes.get(fact.stamp.id, {}).get("fits", ""), ""),
            "fits_words": minutes.get(fact.stamp.id, {}).get("fits_words", ""),
            "bond": BONDS.get(minutes.get(fact.stamp.id, {}).get("bond", ""), ""),
            "bond_words": minutes.get(fact.stamp.id, {}).get("bond_words", ""),
        }
        for held, fact in reversed(evaluations_at(course))
    ]


def as_of(course: Course, known: date | None) -> dict[str, Any]:
    """Fill the page that shows the file as it stood on a day."""
    standing, module = course.standing, course.module
    phase = next((each for each in module.approach.phases if each.id == standing.phase), None)
    facts = [
        Fact("Stap", STAGES[standing.stage.value]),
        Fact("Fase", phase_words(phase) or "geen"),
        Fact("Sessies geweest", str(standing.dose.held), extra=f"{standing.dose.missed} niet doorgegaan"),
        Fact("Therapeut", standing.therapist_name or "nog niet bekend"),
        Fact("Behandelplan", f"versie {standing.plan_version}" if standing.plan_version else "nog niet afgesproken"),
    ]
    return {
        "on": course.on_day,
        "known": known,
        "facts": facts,
        "river": river_path(course) if standing.started_on else None,
        "groups": [_group(course, group.group) for group in standing.groups],
        "consents": standing.consents,
        "subgoals": [
            (module.subgoal(each.subgoal), rating_part(course, each)) for each in standing.subgoals if each.ratings
        ],
        "goals": standing.goals,
        "decisions": [(module.decision(each.decision), each) for each in standing.decisions if each.rounds],
        "evaluations": earlier_evaluations(course, ()),
        "talks": [(AUDIENCES.get(talk.audience, talk.audience), talk) for talk in told(course, f.TalkHeld)],
        "taper": standing.taper,
        "closing": closing_lines(course),
        "advice": [_due(each) for each in course.advice],
    }


def _group(course: Course, group_id: str) -> dict[str, Any]:
    standing = course.standing.group(group_id)
    texts = {criterion.id: criterion.text.nl for _, criterion in course.module.criteria()}
    title = next(each.title.nl for each in course.module.audience.groups if each.id == group_id)
    rows = [
        {"text": texts[each.criterion], "word": ANSWERS[each.answer.value], "standing": each}
        for each in standing.criteria
    ]
    return {"title": title, "met": standing.met is Answer.YES, "rows": rows}


def closing_lines(course: Course) -> dict[str, Any] | None:
    """Return how the treatment ended, in words; None while it is not closed."""
    closing, agreements = course.standing.closing, course.module.agreements
    if closing is None:
        return None
    reasons = {each.id: each.text.nl for each in agreements.closing_reasons}
    steps = {each.id: each.text.nl for each in agreements.next_steps}
    return {
        "on": closing.on,
        "reason": reasons.get(closing.reason, closing.reason),
        "next_step": steps.get(closing.next_step, ""),
        "words": closing.words,
    }


def _due(advice: Advice) -> DueItem:
    return DueItem(
        what=advice.title.nl,
        why=advice.reason.text.nl,
        kind=URGENCY[advice.urgency.value],
        sources=advice.reason.sources,
    )
