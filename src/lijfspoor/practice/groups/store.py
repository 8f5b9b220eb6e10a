"""Reading and writing groups, who takes part, their sessions and the note on the whole."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Max, Min, Q

from lijfspoor.practice.groups.models import Group, GroupNote, Meeting, RosterRow, Seat
from lijfspoor.practice.groups.roster import RosterFact, RosterKind
from lijfspoor.practice.tenancy.scope import ScopedQuerySet

KINDS: dict[str, RosterKind] = {"waits": "waits", "joined": "joined", "left": "left"}


def group(practice_id: UUID, group_id: UUID) -> Group | None:
    """Return a group of this practice with its therapists."""
    found: Group | None = _groups(practice_id).filter(id=group_id).first()
    return found


def lock_group(practice_id: UUID, group_id: UUID) -> Group | None:
    """Return a group locked until the transaction ends, so that its places have one writer at a time."""
    rows = Group.objects.in_practice(practice_id).select_for_update()
    found: Group | None = rows.filter(id=group_id).first()
    return found


def groups(practice_id: UUID) -> list[Group]:
    """Return the groups of a practice by name, those that ended last."""
    return list(_groups(practice_id).order_by(F("ends_on").desc(nulls_first=True), "name", "id"))


def add_group(values: dict[str, Any]) -> Group:
    """Add a group."""
    made: Group = Group.plain.create(**values)
    return made


def change_group(practice_id: UUID, group_id: UUID, version: int, values: dict[str, Any]) -> bool:
    """Change a group that still has this version; tell whether it had."""
    rows = Group.objects.in_practice(practice_id).filter(id=group_id, version=version)
    return rows.update(version=F("version") + 1, **values) == 1


def roster(practice_id: UUID, group_ids: Iterable[UUID]) -> dict[UUID, list[RosterFact]]:
    """Return what was recorded of who takes part, by group, in one query."""
    found: dict[UUID, list[RosterFact]] = defaultdict(list)
    rows = RosterRow.objects.in_practice(practice_id).filter(group_id__in=tuple(group_ids))
    for row in rows.order_by("order"):
        found[row.group_id].append(_fact(row))
    return found


def bound_by(practice_id: UUID, group_id: UUID, treatment_id: UUID) -> list[UUID]:
    """Return the colleagues who came to treat this client by joining this group."""
    rows = RosterRow.objects.in_practice(practice_id).filter(group_id=group_id, treatment_id=treatment_id)
    return [UUID(id_) for row in rows for id_ in row.bound]


def add_to_roster(values: dict[str, Any]) -> None:
    """Add what was recorded of someone; the caller has the group locked."""
    known = RosterRow.objects.in_practice(values["practice_id"]).filter(group_id=values["group_id"])
    last = known.aggregate(last=Max("order"))["last"] or 0
    RosterRow.plain.create(order=last + 1, **values)


def meeting(practice_id: UUID, meeting_id: UUID) -> Meeting | None:
    """Return a session of a group that was not dropped, with the group."""
    found: Meeting | None = _meetings(practice_id).filter(id=meeting_id).first()
    return found


def lock_meeting(practice_id: UUID, meeting_id: UUID) -> Meeting | None:
    """Return a session of a group locked until the transaction ends: one save of its sheet at a time."""
    rows = Meeting.objects.in_practice(practice_id).select_for_update()
    found: Meeting | None = rows.filter(id=meeting_id, dropped=False).first()
    return found


def meetings(practice_id: UUID, group_id: UUID) -> list[Meeting]:
    """Return the sessions of a group in time."""
    return list(_meetings(practice_id).filter(group_id=group_id))


def meetings_between(practice_id: UUID, start: datetime, end: datetime, member_id: UUID | None) -> list[Meeting]:
    """Return the sessions of groups in a period, of this therapist's groups only when one is named."""
    rows = _meetings(practice_id).filter(starts_at__gte=start, starts_at__lt=end)
    if member_id is not None:
        rows = rows.filter(Q(group__therapist_id=member_id) | Q(group__co_therapist_id=member_id))
    return list(rows)


def next_starts(practice_id: UUID, after: datetime) -> dict[UUID, datetime]:
    """Return for each group when its first session from `after` on starts, in one query."""
    rows = Meeting.objects.in_practice(practice_id).filter(starts_at__gte=after, dropped=False)
    return dict(rows.order_by().values_list("group_id").annotate(first=Min("starts_at")))


def add_meetings(rows: Iterable[dict[str, Any]]) -> list[Meeting]:
    """Add sessions of a group."""
    return list(Meeting.plain.bulk_create(Meeting(**row) for row in rows))


def drop_meeting(practice_id: UUID, meeting_id: UUID) -> None:
    """Take a session of a group off the agenda."""
    Meeting.objects.in_practice(practice_id).filter(id=meeting_id).update(dropped=True)


def seats(practice_id: UUID, meeting_ids: Iterable[UUID]) -> list[Seat]:
    """Return the seats in these sessions, by name of the client, in one query; those whose session was dropped not."""
    rows = Seat.objects.in_practice(practice_id).filter(meeting_id__in=tuple(meeting_ids), session__dropped=False)
    return list(rows.select_related("client").order_by("client__given", "client__family", "id"))


def seat_of(practice_id: UUID, session_id: UUID) -> Seat | None:
    """Return the seat that a session of a client is."""
    rows = Seat.objects.in_practice(practice_id).filter(session_id=session_id)
    found: Seat | None = rows.select_related("client", "meeting").first()
    return found


def add_seats(rows: Iterable[dict[str, Any]]) -> None:
    """Add seats; a seat whose session was dropped makes way for the new one."""
    made = [Seat(**row) for row in rows]
    for each in made:
        former = Seat.objects.in_practice(each.practice_id)
        former.filter(meeting_id=each.meeting_id, treatment_id=each.treatment_id, session__dropped=True).delete()
    Seat.plain.bulk_create(made)


def attend(practice_id: UUID, seat_id: UUID, attendance: str) -> None:
    """Keep whether someone came, as it stands on the sheet."""
    Seat.objects.in_practice(practice_id).filter(id=seat_id).update(attendance=attendance)


def note_of(practice_id: UUID, meeting_id: UUID) -> GroupNote | None:
    """Return the note on a group session as a whole, draft or signed; not what amends it."""
    rows = GroupNote.objects.in_practice(practice_id).filter(meeting_id=meeting_id, amends__isnull=True)
    found: GroupNote | None = rows.first()
    return found


def amendments(practice_id: UUID, meeting_id: UUID) -> list[GroupNote]:
    """Return what amends the note on a group session, the oldest first."""
    rows = GroupNote.objects.in_practice(practice_id).filter(meeting_id=meeting_id, amends__isnull=False)
    return list(rows.order_by("signed_at", "id"))


def add_note(values: dict[str, Any]) -> GroupNote:
    """Add a note on a group session."""
    made: GroupNote = GroupNote.plain.create(**values)
    return made


def change_note(practice_id: UUID, note_id: UUID, values: dict[str, Any]) -> None:
    """Change a draft; a signed one stays as it is."""
    GroupNote.objects.in_practice(practice_id).filter(id=note_id, signed_at__isnull=True).update(**values)


def _groups(practice_id: UUID) -> ScopedQuerySet[Group]:
    return Group.objects.in_practice(practice_id).select_related("therapist__user", "co_therapist__user")


def _meetings(practice_id: UUID) -> ScopedQuerySet[Meeting]:
    rows = Meeting.objects.in_practice(practice_id).filter(dropped=False)
    return rows.select_related("group__therapist__user", "group__co_therapist__user").order_by("starts_at", "id")


def _fact(row: RosterRow) -> RosterFact:
    return RosterFact(
        treatment_id=row.treatment_id,
        client_id=row.client_id,
        kind=KINDS[row.kind],
        on=row.on,
        order=row.order,
        reason=row.reason,
        agreed=tuple(row.agreed),
    )
