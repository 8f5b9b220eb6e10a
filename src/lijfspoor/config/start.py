"""Starts the practice: gets database and static files ready, and serves the pages."""

import contextlib
import fcntl
import os
import signal
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pysqlite3

from lijfspoor.config.environment import LOOPBACK, data_folder

DEMO_MARK = 0x4C494A46
UNUSED_STATIC = ["django_htmx/ext/*", "django_htmx/htmx-2*", "django_htmx/htmax*"]
STOP_ASKED = threading.Event()
SETTINGS = "lijfspoor.config.settings"


class CannotStart(Exception):
    """Why the practice cannot start, in one line for the person at the keyboard."""


def describe_demo(port: int = 8000) -> Path:
    """Describe a demo practice to the settings: on this machine, in a folder of its own; return its database."""
    folder = data_folder({"LIJFSPOOR_DATA_DIR": str(data_folder(os.environ) / "demo")})
    file = folder / "demo.sqlite3"
    os.environ.pop("LIJFSPOOR_DEBUG", None)
    os.environ |= {
        "LIJFSPOOR_MODE": "demo",
        "LIJFSPOOR_DATA_DIR": str(folder),
        "LIJFSPOOR_HOST": "127.0.0.1",
        "LIJFSPOOR_ADDRESS": f"http://127.0.0.1:{port}",
        "DATABASE_URL": f"sqlite:///{file}",
    }
    return file


def describe_practice(host: str, port: int) -> None:
    """Describe a real practice to the settings.

    Raises CannotStart when it would be reached from outside without an https address.
    """
    os.environ.pop("LIJFSPOOR_DEBUG", None)
    if host not in LOOPBACK and "LIJFSPOOR_ADDRESS" not in os.environ:
        raise CannotStart("Outside this machine, set LIJFSPOOR_ADDRESS to the https address people will use.")
    os.environ.setdefault("LIJFSPOOR_ADDRESS", f"http://127.0.0.1:{port}")
    os.environ |= {"LIJFSPOOR_MODE": "serve", "LIJFSPOOR_HOST": host}


def heed_stop() -> None:
    """Remember Ctrl+C from here on: libraries may swallow it while they load, and it must not be lost."""

    def stop(*_: object) -> None:
        STOP_ASKED.set()
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, stop)


def start_django() -> None:
    """Load settings and apps; from here on, files are made for their owner only."""
    import django

    os.umask(0o077)
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    django.setup()


def refuse_taken_port(host: str, port: int) -> None:
    """Raises CannotStart when another program listens there, or when listening there is not allowed."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            reason = problem.strerror or "unknown"
            raise CannotStart(f"Port {port} on {host} cannot be used ({reason}). Try --port.") from None


@contextlib.contextmanager
def only_one(folder: Path) -> Iterator[TextIO]:
    """Hold the demo folder for oneself. Raises CannotStart when another demo runs in it."""
    with (folder / "in-use").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotStart(f"A demo is already running in {folder}. Stop it first.") from None
        yield lock


def remove_demo(file: Path) -> None:
    """Remove the demo database with what guards its logbook, and only that.

    Raises CannotStart when the file is something else.
    """
    if not file.exists():
        return
    if _mark(file) != DEMO_MARK:
        raise CannotStart(f"{file} is not a demo database of Lijfspoor; it is left alone.")
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm", "logbook-anchor.json"):
        file.with_name(name).unlink(missing_ok=True)


def _mark(file: Path) -> int:
    connection = pysqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        return int(connection.execute("PRAGMA application_id").fetchone()[0])
    except pysqlite3.DatabaseError:
        return 0
    finally:
        connection.close()


def mark_demo() -> None:
    """Write into the database that it is a demo, so that a reset may remove it."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA application_id={DEMO_MARK}")


def prepare() -> None:
    """Bring the database up to date and put the static files in place."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=UNUSED_STATIC)


def serve(host: str, port: int) -> None:
    """Serve until stopped: one process for SQLite, two for PostgreSQL, four threads each."""
    if STOP_ASKED.is_set():
        raise KeyboardInterrupt
    from django.db import connection, connections
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    os.register_at_fork(after_in_child=_stop_when_told)
    workers = 1 if connection.vendor == "sqlite" else 2
    connections.close_all()
    Server(
        "lijfspoor.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    ).serve()


def _stop_when_told() -> None:
    """A worker that is still loading has its parent's handlers, which only the parent acts upon."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
