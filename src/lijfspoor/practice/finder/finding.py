"""What visitors do: find someone, and read who they are."""

from datetime import date
from math import ceil
from uuid import UUID

from lijfspoor.catalogue.finder import finder_content, places
from lijfspoor.domain.finder.places import Place, distance_km
from lijfspoor.domain.finder.wish import Wish
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.finder import store
from lijfspoor.practice.finder.details import Badge, Card, Found
from lijfspoor.practice.finder.models import Listed

PER_PAGE = 20


def find(*, wish: Wish, page: int, day: date) -> Found:
    """Return one page of who meets a wish, in three queries however many there are; a page too far is the last."""
    centre = places().get(wish.pc4)
    rows = store.matching(wish, centre, day)
    total = rows.count()
    pages = max(1, ceil(total / PER_PAGE))
    here = min(max(1, page), pages)
    cards = tuple(_card(row, centre, day) for row in rows[(here - 1) * PER_PAGE : here * PER_PAGE])
    register = store.newest_register()
    return Found(
        cards=cards,
        total=total,
        page=here,
        pages=pages,
        register_origin=register.origin if register else "",
        register_dated=register.dated if register else None,
    )


def read_listed(*, listed_id: UUID, pc4: str, day: date) -> Card:
    """Return someone whom visitors may find. Raises NotFound."""
    row = store.listed(listed_id, day)
    if row is None:
        raise NotFound
    return _card(row, places().get(pc4), day)


def _card(row: Listed, centre: Place | None, day: date) -> Card:
    listing, here = store.listing_of(row), places()[row.pc4]
    held = ((finder_content().register(each.register), each) for each in listing.registrations if each.holds_on(day))
    return Card(
        id=row.id,
        listing=listing,
        place=listing.city or here.name,
        north=row.north,
        east=row.east,
        badges=tuple(Badge(register, each.number, each.until) for register, each in held if register),
        distance_km=None if centre is None else distance_km(centre, here),
        asks_here=row.practice_id is not None,
        answers=row.answers,
    )
