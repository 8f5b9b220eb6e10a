"""What the surroundings say: where data are kept, which database, which key, which address."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
KEY_FILE = "secret-key"
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 10,
    "init_command": ";".join(
        (
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=FULL",
            "PRAGMA busy_timeout=10000",
            "PRAGMA cache_size=-20000",
            "PRAGMA temp_store=MEMORY",
            "PRAGMA journal_size_limit=67108864",
        )
    ),
}


def data_folder(environ: Mapping[str, str]) -> Path:
    """The folder that holds database, key, files and mail; made with rights for its owner only."""
    folder = Path(environ.get("LIJFSPOOR_DATA_DIR", "var")).absolute()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret_key(folder: Path, environ: Mapping[str, str]) -> str:
    """The key that signs sessions: from the environment, else kept in the folder (0600), made when absent."""
    given = environ.get("LIJFSPOOR_SECRET_KEY")
    if given:
        return given
    path = folder / KEY_FILE
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _kept_key(path)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(64))
        file.flush()
        os.fsync(file.fileno())
    return _kept_key(path)


def _kept_key(path: Path) -> str:
    key = path.read_text(encoding="ascii").strip()
    if len(key) < 50:
        raise ImproperlyConfigured(f"{path} holds no complete key. Remove it to make a new one (all sign in again).")
    return key


def database(url: str) -> dict[str, Any]:
    """Django's description of the database at `sqlite:///PATH` or `postgresql://user:password@host:port/name`.

    Raises ImproperlyConfigured for another kind of address.
    """
    parts = split(url, "DATABASE_URL")
    if parts.scheme == "sqlite":
        return _sqlite(unquote(parts.path))
    if parts.scheme in {"postgres", "postgresql"}:
        return _postgresql(parts)
    raise ImproperlyConfigured("DATABASE_URL starts with sqlite:/// or postgresql://")


def split(url: str, name: str) -> SplitResult:
    """The parts of an address. Raises ImproperlyConfigured, naming the setting, when it has none."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  (reading it is what checks it)
    except ValueError:
        raise ImproperlyConfigured(f"{name} is not an address.") from None
    return parts


def _sqlite(path: str) -> dict[str, Any]:
    """`/name` is a file in the folder one stands in, `//folder/name` is a full path."""
    name = path.removeprefix("/")
    if not name:
        raise ImproperlyConfigured("DATABASE_URL names no file: write sqlite:///PATH")
    return {
        "ENGINE": "lijfspoor.config.sqlite",
        "NAME": str(Path(name).absolute()),
        "CONN_MAX_AGE": None,
        "OPTIONS": dict(SQLITE_OPTIONS),
    }


def _postgresql(parts: SplitResult) -> dict[str, Any]:
    """The options after `?` go to psycopg; `host` there may be the folder of a socket."""
    options = dict(parse_qsl(parts.query))
    name = unquote(parts.path.removeprefix("/"))
    if not name:
        raise ImproperlyConfigured("DATABASE_URL names no database: write postgresql://user:password@host/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or options.pop("user", "")),
        "PASSWORD": unquote(parts.password or options.pop("password", "")),
        "HOST": options.pop("host", "") or parts.hostname or "",
        "PORT": str(parts.port or options.pop("port", "")),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def address(environ: Mapping[str, str]) -> tuple[str, str]:
    """Scheme and host name under which people reach the practice (LIJFSPOOR_ADDRESS).

    Raises ImproperlyConfigured when it is not https and not this machine.
    """
    parts = split(environ.get("LIJFSPOOR_ADDRESS", "http://127.0.0.1:8000"), "LIJFSPOOR_ADDRESS")
    host = parts.hostname or ""
    if parts.scheme not in {"http", "https"} or not host:
        raise ImproperlyConfigured("LIJFSPOOR_ADDRESS is a web address such as https://praktijk.example")
    if parts.scheme == "http" and host not in LOOPBACK:
        raise ImproperlyConfigured("Outside this machine LIJFSPOOR_ADDRESS starts with https://")
    return parts.scheme, host


def debug(environ: Mapping[str, str], host: str) -> bool:
    """Whether errors are shown in full: only when asked, and never outside this machine.

    Raises ImproperlyConfigured when it is asked for another host.
    """
    asked = environ.get("LIJFSPOOR_DEBUG", "") == "1"
    bound = environ.get("LIJFSPOOR_HOST", "127.0.0.1")
    if asked and not {host, bound} <= LOOPBACK:
        raise ImproperlyConfigured("LIJFSPOOR_DEBUG=1 works on this machine only.")
    return asked


def minutes(environ: Mapping[str, str], name: str, default: int) -> int:
    """A setting in whole minutes, in seconds. Raises ImproperlyConfigured when it is not 1 to 10080."""
    text = environ.get(name, str(default))
    if not text.isdecimal() or not 1 <= int(text) <= 7 * 24 * 60:
        raise ImproperlyConfigured(f"{name} is a whole number of minutes, from 1 to 10080.")
    return int(text) * 60
