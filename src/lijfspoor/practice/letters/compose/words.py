"""Small words and forms that letters share."""

from collections.abc import Iterable, Sequence

from lijfspoor.practice.letters.compose.body import BULLET
from lijfspoor.practice.look.dutch import day

__all__ = ["bullets", "day", "flat", "listed", "paragraphs", "sessions", "stop"]

DISCIPLINES = {
    "pmt": "psychomotorische therapie",
    "pmkt": "psychomotorische kindertherapie",
    "psychosomatic_physiotherapy": "psychosomatische fysiotherapie",
}
PARTIES = {"client": "cliënt", "therapist": "therapeut", "lead_clinician": "regiebehandelaar"}
CONSULTED = {
    "psychiatrist": "psychiater",
    "lead_clinician": "regiebehandelaar",
    "gz_psychologist": "gz-psycholoog",
}


def flat(words: str) -> str:
    """Return people's words on one line, so that they stay one item of a list."""
    return " ".join(words.split())


def stop(words: str) -> str:
    """Return words that end as a sentence."""
    words = flat(words)
    return words if not words or words[-1] in ".!?…’”" else f"{words}."


def bullets(items: Iterable[str]) -> str:
    """Return a list as one types it."""
    return "\n".join(f"{BULLET}{flat(item)}" for item in items)


def paragraphs(*parts: str) -> str:
    """Return the parts that are not empty, with an empty line between them."""
    return "\n\n".join(part for part in parts if part)


def listed(items: Sequence[str]) -> str:
    """Return 'a, b en c'."""
    return " en ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


def sessions(number: int) -> str:
    """Return '1 sessie' or '4 sessies'."""
    return f"{number} sessie" if number == 1 else f"{number} sessies"
