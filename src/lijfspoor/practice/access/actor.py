"""Who acts: a colleague of one practice in certain roles, as every flow receives it."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """A role within a practice."""

    OWNER = "owner"
    THERAPIST = "therapist"
    LEAD_CLINICIAN = "lead_clinician"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in colleague. `address` is where the request came from, for the logbook."""

    member_id: UUID
    user_id: UUID
    practice_id: UUID
    name: str
    roles: frozenset[Role]
    profession: str = ""
    address: str = ""

    def has(self, role: Role) -> bool:
        """Tell whether the colleague holds a role."""
        return role in self.roles

    @property
    def role_word(self) -> str:
        """The weightiest role, for the logbook and for facts."""
        for role in (Role.THERAPIST, Role.LEAD_CLINICIAN, Role.ASSISTANT, Role.OWNER):
            if role in self.roles:
                return role.value
        return ""
