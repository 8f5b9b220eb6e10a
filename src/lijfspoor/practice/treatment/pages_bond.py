"""What the page on the bond is filled with."""

from collections.abc import Iterator
from typing import Any

from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.treatment.course_words import DEGREES, WISHES
from lijfspoor.practice.treatment.forms_bond import BondForm
from lijfspoor.practice.treatment.told import told


def bond(course: Course, form: BondForm) -> dict[str, Any]:
    """Fill the page: when it is asked, what was said, and another therapist as an ordinary possibility."""
    now = course.standing.bond
    return {
        "check": course.module.agreements.bond,
        "when": _when(course),
        "change_open": now is not None and now.change_open,
        "therapist": course.standing.therapist_name,
        "earlier": list(_earlier(course)),
        "form": form,
        "running": course.standing.started_on is not None,
    }


def _when(course: Course) -> str:
    now = course.standing.bond
    if now is None or course.standing.started_on is None:
        return "Deze vraag komt als de behandeling begonnen is."
    if now.due:
        return "Dit is een goed moment om het te vragen."
    if now.due_after is None:
        return "U hebt dit gevraagd. Vaker mag altijd."
    return f"De volgende keer is na sessie {now.due_after}. Eerder mag ook."


def _earlier(course: Course) -> Iterator[dict[str, Any]]:
    check = course.module.agreements.bond
    for fact in reversed(told(course, f.BondAsked)):
        asked = ((check.at_ease.nl, fact.at_ease), (check.understood.nl, fact.understood)) if check else ()
        yield {
            "fact": fact,
            "answers": [(words, DEGREES[answer]) for words, answer in asked if answer != "not_said"],
            "wish": "" if fact.wish == "not_said" else WISHES[fact.wish],
        }
