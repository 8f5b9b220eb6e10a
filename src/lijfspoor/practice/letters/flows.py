"""What others ask of letters, and the doors of this room."""

from uuid import UUID

from lijfspoor.practice.letters import store
from lijfspoor.practice.letters.details import LetterLine, line_of
from lijfspoor.practice.letters.drafting import draft_letter, drop_draft, read_choices, renew_draft, save_draft
from lijfspoor.practice.letters.reading import open_to, read_letter, read_letters, read_pdf
from lijfspoor.practice.letters.sending import read_sending, send_letter

__all__ = [
    "draft_letter",
    "drafts_of",
    "drop_draft",
    "letters_of",
    "open_to",
    "read_choices",
    "read_letter",
    "read_letters",
    "read_pdf",
    "read_sending",
    "renew_draft",
    "save_draft",
    "send_letter",
]


def drafts_of(*, practice_id: UUID, member_id: UUID) -> tuple[LetterLine, ...]:
    """Return the drafts of a colleague, the oldest first, in one query. The caller checks the right and logs."""
    return tuple(line_of(row) for row in store.drafts(practice_id, member_id))


def letters_of(*, practice_id: UUID, client_id: UUID) -> tuple[LetterLine, ...]:
    """Return the letters about a client, the newest first, in one query, without their content.

    The caller shows only what `open_to` leaves, and logs.
    """
    return tuple(line_of(row) for row in store.of_client(practice_id, client_id))
