"""Triggers that keep rows from being changed or removed, on SQLite and PostgreSQL alike.

A later migration that alters a guarded table on SQLite builds the table anew and loses its triggers: it must end with
the same guards again. `missing` tells the doctor when one is gone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.apps.registry import Apps
from django.db import connection, migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

REFUSE = """
CREATE OR REPLACE FUNCTION lijfspoor_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is kept as it is', TG_TABLE_NAME; END $$
"""


@dataclass(frozen=True, slots=True)
class Guard:
    """Rows of `table` cannot be changed or removed; with `when` (SQL on OLD) only those it holds for."""

    table: str
    when: str = ""

    def names(self) -> tuple[str, str]:
        """Return the names of the two triggers."""
        return f"{self.table}_keep_update", f"{self.table}_keep_delete"

    def statements(self, vendor: str) -> list[str]:
        """Return the SQL that puts the guard in place."""
        return self._sqlite() if vendor == "sqlite" else self._postgresql()

    def _sqlite(self) -> list[str]:
        when = f"WHEN {self.when}" if self.when else ""
        return [
            f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {event} ON {self.table} {when} "
            f"BEGIN SELECT RAISE(ABORT, '{self.table} is kept as it is'); END"
            for name, event in zip(self.names(), ("UPDATE", "DELETE"), strict=True)
        ]

    def _postgresql(self) -> list[str]:
        when = f"WHEN ({self.when})" if self.when else ""
        made = [
            f"CREATE OR REPLACE TRIGGER {name} BEFORE {event} ON {self.table} FOR EACH ROW {when} "
            "EXECUTE FUNCTION lijfspoor_refuse()"
            for name, event in zip(self.names(), ("UPDATE", "DELETE"), strict=True)
        ]
        return [REFUSE, *made]


def keep(*guards: Guard) -> migrations.RunPython:
    """Return the migration step that puts guards in place (and takes them away backwards)."""

    def place(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        for guard in guards:
            for statement in guard.statements(editor.connection.vendor):
                editor.execute(statement, params=None)

    def remove(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        for guard in guards:
            for name in guard.names():
                on = f" ON {guard.table}" if editor.connection.vendor == "postgresql" else ""
                editor.execute(f"DROP TRIGGER IF EXISTS {name}{on}", params=None)

    return migrations.RunPython(place, remove)


def missing(guards: Iterable[Guard]) -> tuple[str, ...]:
    """Return the names of guards that are not in the database."""
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    if connection.vendor == "postgresql":
        query = "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"
    with connection.cursor() as cursor:
        cursor.execute(query)
        present = {row[0] for row in cursor.fetchall()}
    return tuple(name for guard in guards for name in guard.names() if name not in present)
