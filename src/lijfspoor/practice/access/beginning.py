"""How an installation gets its first practice and owner: only from its own console, and only once."""

import hashlib
import os
import secrets
from datetime import datetime
from hmac import compare_digest
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction

from lijfspoor.practice.access import log_kinds, store, store_team
from lijfspoor.practice.access.actor import Role
from lijfspoor.practice.access.details import NewPerson
from lijfspoor.practice.access.refusals import NotFound, NotUnderstood
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.tenancy.clock import day_of

CODE_FILE = "set-up-code"


def set_up_secret() -> str:
    """Return the secret to show in the console, a new one each time; nothing when there is a user already.

    Only its hash is kept, in the data folder and for its owner only, so that nobody else can claim the installation.
    """
    if store_team.anyone():
        _file().unlink(missing_ok=True)
        return ""
    secret = secrets.token_urlsafe(16)
    _file().unlink(missing_ok=True)
    handle = os.open(_file(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(_hash(secret))
    return secret


def check_can_begin() -> None:
    """Raise NotFound once there is a user: the page is then gone for ever."""
    if store_team.anyone():
        raise NotFound


def begin(*, secret: str, practice: str, person: NewPerson, profession: str, address: str, now: datetime) -> UUID:
    """Make the first practice with its owner, who is a therapist too; return the user.

    Raises NotFound when there is a user already, and NotUnderstood for a wrong secret.
    """
    with transaction.atomic():
        store_team.one_at_a_time()
        check_can_begin()
        if not _is_ours(secret):
            raise NotUnderstood({"secret": "Deze code klopt niet. Neem de code over uit het venster van de server."})
        made, user = store_team.add_practice(practice), store_team.add_user(person)
        roles = (Role.OWNER, Role.THERAPIST)
        member = store_team.put_member(made.id, user.id, profession, roles, day_of(now))
        record(actor=store.actor_of(member, address), kind=log_kinds.PRACTICE_BEGUN, at=now)
    _file().unlink(missing_ok=True)
    return user.id


def _file() -> Path:
    return Path(settings.DATA_DIR) / CODE_FILE


def _is_ours(secret: str) -> bool:
    try:
        kept = _file().read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return compare_digest(kept, _hash(secret.strip()))


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
