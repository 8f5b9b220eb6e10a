"""From a body to the letter on paper: head, address, signature."""

from datetime import date
from uuid import UUID

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.flows import HeldCredential, credentials_of
from lijfspoor.practice.access.letterhead import Letterhead, letterhead_of
from lijfspoor.practice.access.refusals import NotPossible
from lijfspoor.practice.access.words import credential_words
from lijfspoor.practice.letters.addressee import Addressee
from lijfspoor.practice.letters.compose.body import LetterBody
from lijfspoor.practice.look import dutch
from lijfspoor.workbench.paper import Letter, PaperError, Sender, Signer, render_letter

REGISTERS = frozenset({"kwaliteitsregister", "big"})

NOT_ON_PAPER = "De brief kan nu niet op papier worden gezet. Uw concept is bewaard. Probeer het straks nog eens."


def on_paper(
    *, actor: Actor, letter_id: UUID, body: LetterBody, addressee: Addressee, day: date, draft: bool
) -> Letter:
    """Return the letter as the colleague who acts would sign it on `day`."""
    head = letterhead_of(practice_id=actor.practice_id)
    return Letter(
        language="nl",
        practice=_sender(head),
        addressee_lines=addressee.lines,
        place_and_date=f"{head.city}, {dutch.day(day)}" if head.city else dutch.day(day),
        our_reference=reference(letter_id),
        concerning=body.concerning,
        salutation=body.salutation,
        sections=body.on_paper(),
        closing=body.closing,
        signer=_signer(actor, day),
        draft=draft,
        dated=day,
    )


def file_of(letter: Letter) -> bytes:
    """Return the letter as a file. Raises NotPossible when it cannot be made; nothing else changes then."""
    try:
        return render_letter(letter)
    except PaperError:
        raise NotPossible(NOT_ON_PAPER) from None


def reference(letter_id: UUID) -> str:
    """Return the short reference of a letter; it holds nothing about the client."""
    return letter_id.hex[:8].upper()


def _sender(head: Letterhead) -> Sender:
    lines = (head.address, f"{head.postcode} {head.city}".strip())
    return Sender(
        name=head.name,
        lines=tuple(line for line in lines if line),
        phone=head.phone,
        mail=head.email,
        agb=head.agb,
        website=head.website,
    )


def _signer(actor: Actor, day: date) -> Signer:
    held = credentials_of(practice_id=actor.practice_id, member_ids=(actor.member_id,))
    newest = {each.kind: each for each in held if each.kind in REGISTERS}
    entries = tuple(_entry(each) for each in newest.values() if _runs(each, day))
    return Signer(name=actor.name, profession=actor.profession, register_lines=entries)


def _entry(credential: HeldCredential) -> str:
    words = credential_words(credential.kind)
    return f"{words}: {credential.number}" if credential.number else words


def _runs(credential: HeldCredential, day: date) -> bool:
    return credential.holds_from <= day and (credential.until is None or credential.until >= day)
