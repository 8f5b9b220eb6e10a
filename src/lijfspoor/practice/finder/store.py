"""Rows of the finder: found, kept, replaced."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date, datetime
from math import cos, radians
from typing import Any
from uuid import UUID

from django.db.models import ExpressionWrapper, F, FloatField, Q, QuerySet, Value

from lijfspoor.domain.finder.listing import Listing, Registration
from lijfspoor.domain.finder.places import KM_IN_A_DEGREE, Place, box_around
from lijfspoor.domain.finder.wish import Wish, marks_of
from lijfspoor.practice.finder.models import Listed, RegisterFile

LISTS = ("ages", "areas", "languages", "forms", "settings", "municipalities", "insurers")
PLAIN = ("phone", "email", "website", "self_employed", "price_cents")
AT_ONCE = 1000


def findable(day: date) -> QuerySet[Listed]:
    """Return everyone whom visitors may find on a day."""
    return Listed.objects.filter(Q(last_day__isnull=True) | Q(last_day__gte=day), shown=True)


def matching(wish: Wish, centre: Place | None, day: date) -> QuerySet[Listed]:
    """Return who meets a wish, in its order: by distance or waiting time, then by name.

    Distance is reckoned on the flat map around the centre: within 100 km it is off by less than half a per cent.
    """
    rows = findable(day)
    for mark in wish.marks():
        rows = rows.filter(marks__contains=mark)
    if wish.longest_wait is not None:
        rows = rows.filter(waiting_weeks__lte=wish.longest_wait)
    if centre is None:
        first: tuple[Any, ...] = ()
    else:
        rows = _near(rows, centre, wish.within_km)
        first = (F("far"),)
    if wish.order == "waiting":
        first = (F("waiting_weeks").asc(nulls_last=True), *first)
    return rows.order_by(*first, "name", "id")


def _near(rows: QuerySet[Listed], centre: Place, km: int) -> QuerySet[Listed]:
    box = box_around(centre, km)
    up = F("north") - Value(centre.north)
    right = (F("east") - Value(centre.east)) * Value(cos(radians(centre.north)))
    far = ExpressionWrapper(up * up + right * right, output_field=FloatField())
    inside = rows.filter(north__gte=box.south, north__lte=box.north, east__gte=box.west, east__lte=box.east).annotate(
        far=far
    )
    return inside.filter(far__lte=(km / KM_IN_A_DEGREE) ** 2)


def listed(listed_id: UUID, day: date) -> Listed | None:
    """Return someone whom visitors may find, or None."""
    return findable(day).filter(id=listed_id).first()


def newest_register() -> RegisterFile | None:
    """Return the register that is in use, or None."""
    return RegisterFile.objects.order_by("-read_at").first()


def profile(practice_id: UUID, member_id: UUID) -> Listed | None:
    """Return a colleague's profile, or None before it was kept."""
    return Listed.objects.filter(practice_id=practice_id, member_id=member_id).first()


def keep_profile(practice_id: UUID, member_id: UUID, version: int, values: dict[str, Any], now: datetime) -> bool:
    """Keep a profile unless someone kept another version meanwhile; tell whether it was kept."""
    if version == 0:
        made = Listed.objects.get_or_create(
            member_id=member_id, defaults={**values, "practice_id": practice_id, "changed_at": now}
        )
        return made[1]
    rows = Listed.objects.filter(practice_id=practice_id, member_id=member_id, version=version)
    return rows.update(**values, version=version + 1, changed_at=now) == 1


def renew_registrations(practice_id: UUID, member_id: UUID, registrations: Iterable[Registration]) -> None:
    """Let a colleague's profile show the registrations they hold now."""
    row = profile(practice_id, member_id)
    if row is not None:
        listing = replace(listing_of(row), registrations=tuple(registrations))
        row.registrations, row.marks = _registrations(listing), marks_of(listing)
        row.save(update_fields=["registrations", "marks"])


def end_profile(practice_id: UUID, member_id: UUID, last_day: date) -> None:
    """Let a colleague who leaves be found until their last day."""
    Listed.objects.filter(practice_id=practice_id, member_id=member_id).update(last_day=last_day)


def replace_register(register: RegisterFile, listings: Iterable[tuple[Listing, Place]], now: datetime) -> None:
    """Keep a register in the place of the one before."""
    RegisterFile.objects.all().delete()
    register.save(force_insert=True)
    rows = (Listed(register_file=register, changed_at=now, **columns(each, place)) for each, place in listings)
    Listed.objects.bulk_create(rows, batch_size=AT_ONCE)


def columns(listing: Listing, place: Place) -> dict[str, Any]:
    """Return the columns of a listing."""
    told = asdict(listing)
    return {
        "name": listing.name,
        "works_at": listing.practice,
        "discipline": listing.discipline,
        "pc4": listing.pc4,
        "city": listing.city,
        "north": place.north,
        "east": place.east,
        "marks": marks_of(listing),
        "details": {name: told[name] for name in (*LISTS, *PLAIN)},
        "registrations": _registrations(listing),
        "waiting_weeks": listing.waiting_weeks,
    }


def listing_of(row: Listed) -> Listing:
    """Return the listing of a row."""
    told: dict[str, Any] = {name: tuple(row.details.get(name, ())) for name in LISTS}
    told |= {name: row.details[name] for name in PLAIN if name in row.details}
    told["registrations"] = tuple(_registration(each) for each in row.registrations)
    told["discipline"] = row.discipline
    return Listing(
        name=row.name,
        practice=row.works_at,
        pc4=row.pc4,
        city=row.city,
        waiting_weeks=row.waiting_weeks,
        **told,
    )


def _registrations(listing: Listing) -> list[list[str]]:
    return [
        [each.register, each.number, each.until.isoformat() if each.until else ""] for each in listing.registrations
    ]


def _registration(told: list[str]) -> Registration:
    register, number, until = told
    return Registration(register, number, date.fromisoformat(until) if until else None)
