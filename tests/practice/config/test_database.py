"""The database keeps what it said it kept, and the doctor sees it when it would not."""

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction

from lijfspoor.config import doctor


def _value(name: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}" if connection.vendor == "sqlite" else f"SHOW {name}")
        return str(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
def test_durability_is_judged_by_what_the_database_says() -> None:
    finding = doctor.durability()
    if connection.vendor == "sqlite":
        assert finding.ok
        assert _value("journal_mode") == "wal"
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=NORMAL")
        try:
            assert not doctor.durability().ok
        finally:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA synchronous=FULL")
    else:
        assert finding.ok is (_value("fsync") == "on")


@pytest.mark.django_db(transaction=True)
def test_a_row_that_points_nowhere_is_refused() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE parent_row (id integer PRIMARY KEY)")
        cursor.execute("CREATE TABLE child_row (parent integer REFERENCES parent_row (id))")
    try:
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("INSERT INTO child_row VALUES (7)")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE child_row")
            cursor.execute("DROP TABLE parent_row")


def test_pages_never_take_the_write_lock_by_themselves() -> None:
    assert not settings.DATABASES["default"].get("ATOMIC_REQUESTS", False)


@pytest.mark.django_db
def test_the_doctor_finds_a_migrated_database_and_no_debug() -> None:
    assert doctor.database().ok
    assert doctor.debug().ok
    assert doctor.python().ok
    assert doctor.sqlite().ok
