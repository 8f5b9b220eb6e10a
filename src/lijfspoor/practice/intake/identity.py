"""One referral per identity, however often, and at however many doors at once, the same request comes in."""

from collections.abc import Callable
from uuid import UUID

from django.db import IntegrityError, transaction

from lijfspoor.practice.intake import store
from lijfspoor.practice.intake.details import ReceivedReferral


def keep_once(*, practice_id: UUID, identity: str, keep: Callable[[], UUID]) -> ReceivedReferral:
    """Return the referral of this identity, or what `keep` adds under it, in one transaction."""
    try:
        with transaction.atomic():
            return _known(practice_id, identity) or ReceivedReferral(referral_id=keep(), was_known=False)
    except IntegrityError:
        if twin := _known(practice_id, identity):
            return twin
        raise


def _known(practice_id: UUID, identity: str) -> ReceivedReferral | None:
    known = store.referral_by_identity(practice_id, identity)
    return None if known is None else ReceivedReferral(referral_id=known.id, was_known=True)
