"""The one vocabulary for how strong the ground of a claim is."""

from enum import StrEnum


class EvidenceStatus(StrEnum):
    """One vocabulary for how strong the ground is (contradiction 11)."""

    RECOMMENDED = "recommended"
    INDICATIONS = "indications"
    EXPERT_BASED = "expert_based"
    ASSUMED = "assumed"
    NOT_YET_STUDIED = "not_yet_studied"
    NOT_ESTABLISHED = "not_established"
