"""Looks whether everything a practice relies on is as it should be, and says what to do when it is not."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pysqlite3
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

import lijfspoor
from lijfspoor.catalogue import checker
from lijfspoor.catalogue.reader import SHIPPED
from lijfspoor.config.environment import KEY_FILE
from lijfspoor.config.hooks import hook
from lijfspoor.config.sqlite.base import SAFE_SINCE
from lijfspoor.config.start import CannotStart

PACKAGE = Path(lijfspoor.__file__).parent


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is well, what was seen, and what to do when it is not."""

    ok: bool
    seen: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"ok      {self.seen}" if self.ok else f"not ok  {self.seen}. {self.remedy}"


def examine() -> Iterator[Finding]:
    """Look at everything, one finding after the other; a look that fails is a finding too."""
    for look in LOOKS:
        try:
            yield look()
        except Exception as problem:
            yield Finding(False, f"{look.__name__.replace('_', ' ')}: {type(problem).__name__}", _hint(problem))


def _hint(problem: Exception) -> str:
    return str(problem) if isinstance(problem, CannotStart) else "Mend what comes before it, then look again."


def python() -> Finding:
    """Python 3.11 is what the locked packages were chosen for."""
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding(sys.version_info[:2] == (3, 11), f"Python {version}", "Use Python 3.11.")


def sqlite() -> Finding:
    """SQLite without the WAL-reset bug."""
    safe = pysqlite3.sqlite_version_info >= SAFE_SINCE
    return Finding(safe, f"SQLite {pysqlite3.sqlite_version}", "Run make setup again.")


def database() -> Finding:
    """The database answers and has every table of this version."""
    plan = MigrationExecutor(connection).migration_plan(MigrationExecutor(connection).loader.graph.leaf_nodes())
    seen = f"database {connection.vendor}: {len(plan)} changes waiting"
    return Finding(not plan, seen, "Start the practice once; it brings the database up to date.")


def durability() -> Finding:
    """What the database has said it kept survives a power cut."""
    names = ("synchronous",) if connection.vendor == "sqlite" else ("fsync", "synchronous_commit", "full_page_writes")
    values = {name: _setting(name) for name in names}
    safe = values == {"synchronous": "2"} if connection.vendor == "sqlite" else set(values.values()) == {"on"}
    seen = "durability " + ", ".join(f"{name}={value}" for name, value in values.items())
    return Finding(safe, seen, "Set each of these to its safe default in the database.")


def _setting(name: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}" if connection.vendor == "sqlite" else f"SHOW {name}")
        return str(cursor.fetchone()[0])


def logbook() -> Finding:
    """The logbook is whole: nothing changed, missing or out of order."""
    complaints = list(hook("practice.logbook.flows", "verify")())
    seen = f"logbook: {complaints[0]}" if complaints else "logbook whole"
    return Finding(not complaints, seen, "Keep a copy of the database and find out who changed it.")


def content() -> Finding:
    """The knowledge that came along reads without a fault."""
    faults = checker.check(SHIPPED)
    return Finding(not faults, f"content: {len(faults)} faults", "Run lijfspoor content check.")


def fonts() -> Finding:
    """The letter's own typeface came along."""
    found = sum(1 for _ in PACKAGE.rglob("*.ttf"))
    return Finding(found >= 2, f"fonts for letters: {found}", "Get a complete copy of Lijfspoor.")


def data_folder() -> Finding:
    """The data folder can be written and belongs to its owner alone."""
    folder = Path(settings.DATA_DIR)
    others = stat.S_IMODE(folder.stat().st_mode) & 0o077
    well = os.access(folder, os.W_OK) and not others
    return Finding(well, "data folder writable, for its owner only", f"Run chmod 700 {folder}.")


def secret_key() -> Finding:
    """The key that signs sessions can be read by its owner only."""
    path = Path(settings.DATA_DIR) / KEY_FILE
    if not path.exists():
        return Finding(True, "secret key from the environment")
    return Finding(stat.S_IMODE(path.stat().st_mode) == 0o600, "secret key for its owner only", f"chmod 600 {path}")


def debug() -> Finding:
    """Errors are never shown in full to visitors."""
    return Finding(not settings.DEBUG, "debug off", "Remove LIJFSPOOR_DEBUG from the environment.")


LOOKS: tuple[Callable[[], Finding], ...] = (
    python,
    sqlite,
    database,
    durability,
    logbook,
    content,
    fonts,
    data_folder,
    secret_key,
    debug,
)
