"""What the sheets of one client are made for: module, ages, people around, and what was written before."""

from collections.abc import Iterable, Mapping

from lijfspoor.domain.kernel import age_on
from lijfspoor.domain.pathways.facts import DevelopmentalAgeStated
from lijfspoor.domain.pathways.history import history
from lijfspoor.practice.access.flows import evaluation_settings
from lijfspoor.practice.intake import store
from lijfspoor.practice.intake.models import Paper
from lijfspoor.practice.intake.settings import evaluation_turns
from lijfspoor.practice.intake.sheets.context import Ages, Case, Someone
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import network
from lijfspoor.practice.people.words import CONTACT_KINDS


def case_of(at: Course, rows: Iterable[Paper]) -> Case:
    """Return what the sheets of this treatment are made for, in a fixed number of queries."""
    referral = store.referral_of(at.practice_id, at.treatment_id)
    around = network.people_around(practice_id=at.practice_id, client_id=at.client_id, day=at.on_day)
    turns = evaluation_turns(evaluation_settings(practice_id=at.practice_id), at.module)
    return Case(
        module=at.module,
        standing=at.standing,
        client=at.around.card.name,
        ages=ages_of(at),
        today=at.on_day,
        referral_reason=referral.reason if referral else "",
        people=tuple(
            Someone(
                key=each.id.hex,
                name=each.details.name,
                role=each.details.relation or CONTACT_KINDS.get(each.details.kind, ""),
            )
            for each in around
            if each.ended_on is None
        ),
        papers=latest(rows),
        evaluate_after={evaluation: after for evaluation, (after, _) in turns.items()},
    )


def ages_of(at: Course) -> Ages:
    """Return calendar and developmental age on the day, as far as known (S2-004)."""
    born = at.around.card.born
    stated = history(at.facts, at.on_day).last(DevelopmentalAgeStated)
    return Ages(
        calendar=age_on(born, at.on_day).months if born is not None and born <= at.on_day else None,
        developmental=stated.months if stated else None,
    )


def latest(rows: Iterable[Paper]) -> Mapping[str, Mapping[str, str]]:
    """Return what was last written by kind: signed papers over each other, drafts only where nothing is signed."""
    found: dict[str, dict[str, str]] = {}
    signed = set()
    for row in sorted(rows, key=lambda row: (row.signed_at is None, row.saved_at)):
        if row.signed_at is None and row.kind in signed:
            continue
        signed.add(row.kind)
        found.setdefault(row.kind, {}).update({name: value for name, value in row.body.items() if value})
    return found
