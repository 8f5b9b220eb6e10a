"""What the pages on giving a card are filled with."""

from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from lijfspoor.domain.evidence.words import NAMES
from lijfspoor.practice.education.details import Offer, Sharing


def session_in(asked: QueryDict) -> UUID | None:
    """Return the session one came from, or None."""
    try:
        return UUID(asked.get("sessie", ""))
    except ValueError:
        return None


def offer(found: Offer, treatment_id: UUID, session: UUID | None) -> dict[str, Any]:
    """The cards that fit with why, and when each was given before."""
    rows = [
        {
            "card": fit.card,
            "why": [found.names.get(each.name, each.name) for each in fit.reasons],
            "label": NAMES[fit.card.label].nl if fit.card.label else "",
            "before": found.before(fit.card.id),
            "url": reverse("education:share", args=[treatment_id, fit.card.pin]) + _from(session),
        }
        for fit in found.fits
    ]
    return {"offer": found, "rows": rows, "session": session, "treatment_id": treatment_id}


def sharing(file: Sharing, treatment_id: UUID, session: UUID | None) -> dict[str, Any]:
    """A card about to be given, with who cannot get it and why."""
    return {
        "file": file,
        "paper": file.paper,
        "held_back": [each for each in file.recipients if each.hindrances],
        "free": any(not each.hindrances for each in file.recipients),
        "back": reverse("education:offer", args=[treatment_id]) + _from(session, "voor=" + file.card.audience),
    }


def _from(session: UUID | None, *more: str) -> str:
    asked = [*more, *([f"sessie={session}"] if session else [])]
    return f"?{'&'.join(asked)}" if asked else ""
