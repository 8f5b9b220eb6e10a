"""The list of clients."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.urls import reverse

from lijfspoor.practice.desk.flows.clients import PER_PAGE, Listing
from lijfspoor.practice.desk.pages.words import age_words, standing_words
from lijfspoor.practice.look.parts import Chip
from lijfspoor.practice.pathway.overview import TreatmentOutlook
from lijfspoor.practice.people.overview import ListedClient


def clients_page(listing: Listing, number: int, day: date) -> dict[str, Any]:
    """Fill the list; of clients a colleague only administers it tells nothing of the treatment."""
    return {
        "rows": [_row(listing, row, day) for row in listing.rows],
        "total": listing.total,
        "page": Paginator(range(listing.total), PER_PAGE).get_page(number),
        "office": listing.seat.office,
    }


def _row(listing: Listing, row: ListedClient, day: date) -> dict[str, Any]:
    outlook = listing.outlooks.get(row.card.id)
    reads = row.treats or row.leads
    return {
        "name": row.card.name,
        "url": reverse("desk:file", args=[row.card.id]),
        "age": age_words(row.card.born, day),
        "module": outlook.module.short_title.nl if outlook and reads else "",
        "standing": standing_words(outlook) if outlook and reads else "",
        "next": listing.next.get(row.card.id),
        "due": _due(outlook) if outlook and row.treats else None,
    }


def _due(outlook: TreatmentOutlook) -> Chip | None:
    if not outlook.due_count:
        return None
    return Chip("1 ding wacht" if outlook.due_count == 1 else f"{outlook.due_count} dingen wachten", "wait", "klok")
