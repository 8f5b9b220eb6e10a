"""To whom a letter goes, and which letters fit whom."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """The part an addressee has around the client; it decides which letters fit and whose consent is asked."""

    REFERRER = "referrer"
    LEAD_CLINICIAN = "lead_clinician"
    GP = "gp"
    CO_TREATER = "co_treater"
    SCHOOL = "school"
    CAREGIVER = "caregiver"
    CAREGIVER_WITHOUT = "caregiver_without_authority"
    GUARDIAN = "guardian"
    GUARDIAN_WITHOUT = "guardian_without_authority"
    RELATIVE = "relative"


PART_WORDS = {
    Part.REFERRER: "verwijzer",
    Part.LEAD_CLINICIAN: "regiebehandelaar",
    Part.GP: "huisarts",
    Part.CO_TREATER: "andere behandelaar",
    Part.SCHOOL: "school",
    Part.CAREGIVER: "ouder of verzorger met gezag",
    Part.CAREGIVER_WITHOUT: "ouder of verzorger zonder gezag",
    Part.GUARDIAN: "voogd",
    Part.GUARDIAN_WITHOUT: "voogd, gezag niet vastgelegd",
    Part.RELATIVE: "naaste",
}
PROFESSIONALS = frozenset({Part.REFERRER, Part.LEAD_CLINICIAN, Part.GP, Part.CO_TREATER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Who gets a letter. `key` finds them again (`contact:<id>`, `member:<id>`, `referral:<id>`), `lines` stand on
    the envelope.
    """

    key: str
    part: Part
    name: str
    lines: tuple[str, ...]

    @property
    def salutation(self) -> str:
        """How the letter begins."""
        if not self.name:
            return "Geachte heer, mevrouw,"
        return f"{'Geachte' if self.part in PROFESSIONALS else 'Beste'} {self.name},"

    @property
    def words(self) -> str:
        """The addressee in one line."""
        return f"{self.name} ({PART_WORDS[self.part]})" if self.name else PART_WORDS[self.part]

    def to_json(self) -> dict[str, object]:
        """Return what a row keeps."""
        return {"key": self.key, "part": self.part.value, "name": self.name, "lines": list(self.lines)}

    @classmethod
    def from_json(cls, kept: dict[str, object]) -> "Addressee":
        """Return the addressee a row kept."""
        lines = kept.get("lines")
        return cls(
            key=str(kept["key"]),
            part=Part(str(kept["part"])),
            name=str(kept["name"]),
            lines=tuple(map(str, lines)) if isinstance(lines, list) else (),
        )
