"""What a colleague's roles open on the desk; which clients they see follows from their care relations."""

from dataclasses import dataclass

from lijfspoor.practice.access.actor import Actor, Role


@dataclass(frozen=True, slots=True)
class Seat:
    """From where a colleague looks: as therapist, as lead clinician, from the office, or as several at once."""

    treats: bool
    leads: bool
    office: bool

    @property
    def takes_up(self) -> bool:
        """Whether new referrals are shown on this colleague's day."""
        return self.office


def seat_of(actor: Actor) -> Seat:
    """Return from where a colleague looks."""
    return Seat(
        treats=actor.has(Role.THERAPIST),
        leads=actor.has(Role.LEAD_CLINICIAN),
        office=bool(actor.roles & {Role.OWNER, Role.ASSISTANT}),
    )
