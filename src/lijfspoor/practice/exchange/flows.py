"""Taking over a referral that another system wrote to a file: in the browser, or at the command line."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.db import transaction

from lijfspoor.interop.fhir.referral import read_referral
from lijfspoor.interop.fhir.refusal import ReferralRefused
from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.opening import practices
from lijfspoor.practice.access.refusals import NotPossible, NotUnderstood
from lijfspoor.practice.exchange import log_kinds
from lijfspoor.practice.exchange.told import told
from lijfspoor.practice.intake import flows as intake
from lijfspoor.practice.intake import policies
from lijfspoor.practice.intake.details import ReferralCard
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.tenancy.clock import day_of
from lijfspoor.practice.tenancy.clock import now as clock_now

LARGEST = 2_000_000
"""Bytes; a referral is text of a few pages."""
NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class TakenOver:
    """A file that is now a referral; `was_known` when it came in before and nothing was added."""

    referral_id: UUID
    was_known: bool


def check_can_import(actor: Actor) -> None:
    """Raise NotAllowed unless the colleague may take over files."""
    policies.check_can_take_up(actor)


def import_referral(*, actor: Actor, document: bytes, now: datetime) -> TakenOver:
    """Make the referral in a FHIR R4 document one of the practice's; the same document twice is one referral.

    The document is kept as it came, with what was not used. Raises NotAllowed, and NotPossible with the place in the
    file and the reason when it cannot be read as a live referral.
    """
    check_can_import(actor)
    try:
        reading = read_referral(document, max_bytes=LARGEST)
    except ReferralRefused as refused:
        place = f"{refused.path}: " if refused.path else ""
        words = "Dit bestand kan niet worden ingelezen."
        raise NotPossible(words, (f"{place}{refused.reason}",)) from refused
    with transaction.atomic():
        kept = intake.receive_referral(
            actor=actor,
            incoming=reading.referral,
            unused=reading.unused,
            cautions=reading.warnings,
            document=document.decode("utf-8", "replace"),
            now=now,
        )
        record(
            actor=actor,
            kind=log_kinds.FILE_READ,
            at=now,
            subject=str(kept.referral_id),
            detail={"known": kept.was_known},
        )
    return TakenOver(kept.referral_id, kept.was_known)


def read_imported(*, actor: Actor, referral_id: UUID, now: datetime) -> ReferralCard:
    """Return a referral that came from a file, for the page that tells what came of it."""
    return intake.read_referral(actor=actor, referral_id=referral_id, day=day_of(now), now=now)


def import_file(path: Path, practice: str = "") -> str:
    """Take over the referral in a file for the practice of this name; return what came of it, to print.

    Without a name there must be one practice only. Raises NotUnderstood when it cannot be told which practice is
    meant, NotPossible when the file cannot be read.
    """
    now = clock_now()
    with path.open("rb") as file:
        document = file.read(LARGEST + 1)
    actor = _at_the_command_line(_practice(practice))
    taken = import_referral(actor=actor, document=document, now=now)
    card = read_imported(actor=actor, referral_id=taken.referral_id, now=now)
    return told(card, was_known=taken.was_known)


def _practice(name: str) -> UUID:
    known = practices()
    found = [id_ for id_, its in known.items() if its == name] if name else list(known)
    if len(found) == 1:
        return found[0]
    there = ", ".join(known.values()) or "nog geen"
    raise NotUnderstood({"practice": f"Zeg met --practice voor welke praktijk dit is. Er zijn: {there}."})


def _at_the_command_line(practice_id: UUID) -> Actor:
    """Who runs the installation has no seat in the practice; the logbook names the act instead of a person."""
    return Actor(
        member_id=NOBODY,
        user_id=NOBODY,
        practice_id=practice_id,
        name="bestand ingelezen",
        roles=frozenset({Role.ASSISTANT}),
    )
