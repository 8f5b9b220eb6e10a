"""How a practice presents itself at the head of a letter."""

from dataclasses import dataclass
from uuid import UUID

from lijfspoor.practice.access.models import Practice


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Name and address of a practice; what is not filled in is empty."""

    name: str
    address: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    agb: str = ""


def letterhead_of(*, practice_id: UUID) -> Letterhead:
    """Return the letterhead of a practice."""
    row = Practice.objects.get(id=practice_id)
    return Letterhead(
        name=row.name,
        address=row.address,
        postcode=row.postcode,
        city=row.city,
        phone=row.phone,
        email=row.email,
        website=row.website,
        agb=row.agb,
    )
