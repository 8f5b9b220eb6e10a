"""Looks in the database after the crashes: what is there, is it whole, does the logbook verify. Prints it."""

import json
import sys

import django

django.setup()

from django.db import connection  # noqa: E402

from lijfspoor.practice.logbook.flows import verify  # noqa: E402
from lijfspoor.practice.logbook.models import LogEntry  # noqa: E402
from lijfspoor.practice.pathway.models import FactRow  # noqa: E402
from lijfspoor.practice.people.models import Contact  # noqa: E402
from lijfspoor.practice.treatment.models import Note  # noqa: E402

WHY = "the crash test looks at everything"


def main() -> None:
    """Look and print."""
    contacts = Contact.objects.across_practices(WHY).filter(kind="school").values_list("name", flat=True)
    signed = Note.objects.across_practices(WHY).filter(signed_at__isnull=False).values_list("session_id", "body")
    held = FactRow.objects.across_practices(WHY).filter(kind="session_held").values_list("session_id", flat=True)
    entries = LogEntry.objects.across_practices(WHY)
    found = {
        "contacts": list(contacts),
        "signed": {str(session): body.get("check_in", "") for session, body in signed},
        "held": [str(session) for session in held],
        "contact_entries": entries.filter(kind="people.contact_changed").count(),
        "faults": verify(),
        "integrity": _integrity(),
    }
    json.dump(found, sys.stdout)


def _integrity() -> str:
    if connection.vendor != "sqlite":
        return "ok"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        return str(cursor.fetchone()[0])


if __name__ == "__main__":
    main()
