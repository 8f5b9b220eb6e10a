"""Reading a practice's log back, a part at a time. The caller has checked the right to see it."""

from uuid import UUID

from django.db.models import Max

from lijfspoor.practice.logbook.kinds import kind as kind_named
from lijfspoor.practice.logbook.lines import LogLine, LogSpan
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.tenancy.scope import ScopedQuerySet


def line_of(row: LogEntry) -> LogLine:
    """Return an entry as people read it."""
    return LogLine(
        at=row.at,
        who=row.actor_name,
        role=row.actor_role,
        words=kind_named(row.kind).words,
        action=row.action,
        refused=row.outcome != "done",
        why=row.why,
        clients=tuple(row.clients),
        address=row.address,
    )


def lines_in(span: LogSpan, first: int, last: int) -> tuple[LogLine, ...]:
    """Return the lines of a span from place `first` up to `last`, counted from the newest."""
    return tuple(line_of(row) for row in _in_span(span).order_by("-number")[first:last])


def count_in(span: LogSpan) -> int:
    """Return how many lines a span has."""
    return _in_span(span).count()


def _in_span(span: LogSpan) -> ScopedQuerySet[LogEntry]:
    rows = LogEntry.objects.in_practice(span.practice_id).filter(at__gte=span.since, at__lt=span.until)
    return rows if span.member_id is None else rows.filter(member_id=span.member_id)


def people_in_log(*, practice_id: UUID) -> tuple[tuple[UUID, str], ...]:
    """Return the ids of everyone who acted with the name they had last, by name."""
    rows = LogEntry.objects.in_practice(practice_id).filter(member_id__isnull=False)
    last = rows.order_by().values("member_id").annotate(last=Max("number")).values("last")
    named = LogEntry.objects.in_practice(practice_id).filter(number__in=last)
    return tuple(sorted(named.values_list("member_id", "actor_name"), key=lambda pair: (pair[1], str(pair[0]))))
