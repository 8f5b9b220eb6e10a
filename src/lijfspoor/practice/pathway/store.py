"""Reading and adding facts; keeping outlooks."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Max, Q

from lijfspoor.domain.pathways.facts import AnyFact
from lijfspoor.practice.pathway.models import FactRow, Outlook, Treatment
from lijfspoor.practice.pathway.translation import from_row, to_body


def treatment(practice_id: UUID, treatment_id: UUID) -> Treatment | None:
    """Return a treatment of this practice."""
    found: Treatment | None = Treatment.objects.in_practice(practice_id).filter(id=treatment_id).first()
    return found


def treatments(practice_id: UUID, ids: Iterable[UUID]) -> list[Treatment]:
    """Return these treatments."""
    return list(Treatment.objects.in_practice(practice_id).filter(id__in=tuple(ids)))


def treatments_of(practice_id: UUID, client_id: UUID) -> list[Treatment]:
    """Return a client's treatments, the newest first."""
    rows = Treatment.objects.in_practice(practice_id).filter(client_id=client_id)
    return list(rows.order_by("-opened_at", "id"))


def open_treatment(practice_id: UUID, client_id: UUID, pin: str, at: datetime) -> Treatment:
    """Add a treatment pinned to a module version."""
    return Treatment.plain.create(practice_id=practice_id, client_id=client_id, pin=pin, opened_at=at)  # type: ignore[no-any-return]  # the shared manager is typed for any row


def facts_of(practice_id: UUID, treatment_ids: Iterable[UUID]) -> dict[UUID, list[AnyFact]]:
    """Return the recorded facts of these treatments in order, in one query."""
    facts: dict[UUID, list[AnyFact]] = defaultdict(list)
    rows = FactRow.objects.in_practice(practice_id).filter(treatment_id__in=tuple(treatment_ids))
    for row in rows.order_by("treatment_id", "sequence"):
        facts[row.treatment_id].append(from_row(row))
    return facts


def lock(practice_id: UUID, treatment_id: UUID) -> Treatment | None:
    """Return the treatment locked until the transaction ends, so that two people do not act on one standing."""
    rows = Treatment.objects.in_practice(practice_id).select_for_update()
    found: Treatment | None = rows.filter(id=treatment_id).first()
    return found


def next_sequence(practice_id: UUID, treatment_id: UUID) -> int:
    """Return the next free sequence; the treatment must be locked."""
    rows = FactRow.objects.in_practice(practice_id).filter(treatment_id=treatment_id)
    return int(rows.aggregate(last=Max("sequence"))["last"] or 0) + 1


def add_facts(practice_id: UUID, treatment_id: UUID, facts: Iterable[AnyFact]) -> None:
    """Add facts; they can never be changed or removed."""
    FactRow.plain.bulk_create(
        FactRow(
            id=UUID(fact.stamp.id),
            practice_id=practice_id,
            treatment_id=treatment_id,
            sequence=fact.stamp.sequence,
            kind=fact.kind,
            holds_on=fact.stamp.holds_on,
            recorded_at=fact.stamp.recorded_at,
            by=fact.stamp.by,
            by_role=fact.stamp.by_role,
            session_id=_session_of(fact),
            body=to_body(fact),
        )
        for fact in facts
    )


def _session_of(fact: AnyFact) -> UUID | None:
    session = getattr(fact, "session", "")
    return UUID(session) if session else None


def session_facts(practice_id: UUID, treatment_ids: Iterable[UUID]) -> list[AnyFact]:
    """Return what was recorded of the sessions of these treatments being held or missed, and what was taken back."""
    rows = FactRow.objects.in_practice(practice_id).filter(
        treatment_id__in=tuple(treatment_ids), kind__in=("session_held", "session_missed", "retracted")
    )
    return [from_row(row) for row in rows.order_by("treatment_id", "sequence")]


def version_facts(practice_id: UUID, treatment_id: UUID) -> list[AnyFact]:
    """Return the moves of a treatment to other versions of its module, and what was taken back."""
    rows = FactRow.objects.in_practice(practice_id).filter(
        treatment_id=treatment_id, kind__in=("module_version_moved", "retracted")
    )
    return [from_row(row) for row in rows.order_by("sequence")]


def treatments_with(practice_id: UUID, session_ids: Iterable[UUID]) -> list[UUID]:
    """Return the treatments in which something was recorded about these sessions."""
    rows = FactRow.objects.in_practice(practice_id).filter(session_id__in=tuple(session_ids))
    return list(rows.order_by().values_list("treatment_id", flat=True).distinct())


def keep_outlook(practice_id: UUID, treatment_id: UUID, client_id: UUID, values: dict[str, Any]) -> None:
    """Write what a treatment came to; the caller holds the treatment, or derives what anyone else would."""
    if not Outlook.objects.in_practice(practice_id).filter(treatment_id=treatment_id).update(**values):
        Outlook.plain.update_or_create(
            treatment_id=treatment_id, defaults={"practice_id": practice_id, "client_id": client_id, **values}
        )


def outlooks(practice_id: UUID, client_ids: Iterable[UUID]) -> list[Outlook]:
    """Return the outlooks of these clients, the newest treatment first."""
    rows = Outlook.objects.in_practice(practice_id).filter(client_id__in=tuple(client_ids))
    return list(rows.select_related("treatment").order_by("-treatment__opened_at"))


def stale(practice_id: UUID, day: date, limit: int) -> list[UUID]:
    """Return the treatments whose outlook has to be derived anew by `day`, at most `limit`."""
    rows = Outlook.objects.in_practice(practice_id).filter(
        Q(stale_on__lte=day) | ~Q(client_revision=F("client__revision"))
    )
    return list(rows.order_by("stale_on").values_list("treatment_id", flat=True)[:limit])
