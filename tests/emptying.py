"""Lets tests that really commit be cleaned up: the guards on kept rows are lifted only while the tables are emptied."""

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase

from lijfspoor.practice.tenancy.guards import Guard

TEARDOWN = "_fixture_teardown"


def all_guards() -> list[Guard]:
    """Return the guards of every room."""
    names = [f"lijfspoor.practice.{room}.guards" for room in settings.ROOMS]
    rooms = [importlib.import_module(name) for name in names if find_spec(name)]
    return [guard for room in rooms for guard in getattr(room, "GUARDS", ())]


@contextmanager
def lifted() -> Iterator[None]:
    """Take the guards away and put them back; PostgreSQL empties tables in a way its row triggers do not see."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        for guard in all_guards():
            for name in guard.names():
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
    yield
    with connection.cursor() as cursor:
        for guard in all_guards():
            for statement in guard.statements("sqlite"):
                cursor.execute(statement)


def install() -> None:
    """Make every committing test clean up with the guards lifted."""
    empty = getattr(TransactionTestCase, TEARDOWN)

    def empty_with_guards_lifted(case: TransactionTestCase) -> None:
        with lifted():
            empty(case)

    setattr(TransactionTestCase, TEARDOWN, empty_with_guards_lifted)
