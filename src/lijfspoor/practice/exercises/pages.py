"""What the pages on a client's exercises are filled with."""

from typing import Any

from lijfspoor.practice.exercises.flows.client import ClientExercises
from lijfspoor.practice.exercises.flows.used import Use
from lijfspoor.practice.exercises.models import ClientCaution
from lijfspoor.practice.exercises.words import CAUTIONS, WENT
from lijfspoor.practice.look.parts import Chip
from lijfspoor.practice.tenancy.clock import day_of

EFFORT_CHIPS = {
    "may": Chip("inspanning kan", "settled", "vink"),
    "doctor_first": Chip("eerst overleg met een arts", "wait", "let-op"),
    "unknown": Chip("nog niet gevraagd", "wait", "klok"),
}


def client_page(told: ClientExercises) -> dict[str, Any]:
    """Fill the page: what to mind first, then what was done, what came back most often first (S2-130)."""
    return {
        "told": told,
        "present": [_caution(row) for row in told.cautions if row.present],
        "past": [_caution(row) for row in told.cautions if not row.present],
        "effort": EFFORT_CHIPS[told.effort],
        "checked_on": day_of(told.check.at) if told.check else None,
        "repeated": _repeated(told),
        "by_day": _by_day(told),
    }


def effort_initial(told: ClientExercises) -> dict[str, str]:
    """Return what the form on effort starts with: the answers of the last time."""
    if told.check is None:
        return {}
    answers = {f"q-{question}": answer for question, answer in told.check.answers.items()}
    return {**answers, "doctor": told.check.doctor, "note": told.check.note}


def _caution(row: ClientCaution) -> dict[str, Any]:
    return {"id": row.caution, "words": CAUTIONS.get(row.caution, row.caution), "row": row, "on": day_of(row.at)}


def _title(told: ClientExercises, use: Use) -> str:
    found = told.shelf.versions.get(f"{use.exercise}@{use.version}") or told.shelf.newest.get(use.exercise)
    return found.title.nl if found else use.exercise


def _repeated(told: ClientExercises) -> list[dict[str, Any]]:
    """Return each exercise with the days on which it was done and how it went, never as a ranking of the client."""
    by_exercise: dict[str, list[Use]] = {}
    for use in told.uses:
        by_exercise.setdefault(use.exercise, []).append(use)
    rows = [
        {
            "exercise": exercise,
            "version": uses[-1].version,
            "title": _title(told, uses[-1]),
            "days": [(use.used_on, WENT.get(use.went, "")) for use in uses],
            "again": len(uses) > 1,
        }
        for exercise, uses in by_exercise.items()
    ]
    return sorted(rows, key=lambda row: (-len(row["days"]), row["title"]))


def _by_day(told: ClientExercises) -> list[tuple[Any, list[dict[str, Any]]]]:
    """Return the days, the last first, each with what was done and whether that was new then."""
    seen: set[str] = set()
    days: dict[Any, list[dict[str, Any]]] = {}
    for use in told.uses:
        new = use.exercise not in seen
        seen.add(use.exercise)
        days.setdefault(use.used_on, []).append(
            {"title": _title(told, use), "new": new, "went": WENT.get(use.went, ""), "touched": use.touched}
        )
    return list(reversed(days.items()))
