"""How entries are chained: one canonical form, one hash."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

CHAINED = (
    "practice_id", "number", "at", "kind", "action", "outcome", "member_id", "user_id", "actor_name", "actor_role",
    "client_id", "clients", "subject", "why", "address", "detail", "previous",
)  # fmt: skip


def entry_hash(entry: Mapping[str, Any]) -> str:
    """Return the SHA-256 (hex) of an entry's canonical form; `entry` holds every field of `CHAINED`."""
    canonical = json.dumps([_plain(entry[name]) for name in CHAINED], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, dict):
        return {key: _plain(value[key]) for key in sorted(value)}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)
