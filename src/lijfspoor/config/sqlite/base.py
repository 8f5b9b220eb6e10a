"""Django's SQLite backend on the SQLite that comes with pysqlite3 instead of the machine's own."""

import sys

import pysqlite3
import pysqlite3.dbapi2

sys.modules["sqlite3"] = pysqlite3
sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2

from django.core.exceptions import ImproperlyConfigured  # noqa: E402
from django.db.backends.sqlite3 import base  # noqa: E402

SAFE_SINCE = (3, 51, 3)


def refuse_unsafe(version: tuple[int, ...]) -> None:
    """Refuse an SQLite that can damage a file in WAL mode.

    Raises ImproperlyConfigured for versions before 3.51.3, which have the WAL-reset bug.
    """
    if version < SAFE_SINCE:
        found, needed = (".".join(map(str, v)) for v in (version, SAFE_SINCE))
        raise ImproperlyConfigured(f"SQLite {found} can damage the database; {needed} or newer is needed.")


refuse_unsafe(pysqlite3.sqlite_version_info)


class DatabaseWrapper(base.DatabaseWrapper):
    """SQLite that waits for the disk and for other writers, as the options of the environment ask."""
