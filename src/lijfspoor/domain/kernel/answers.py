"""The three answers a criterion can have."""

from enum import StrEnum


class Answer(StrEnum):
    """Yes, no, or not known yet. Unknown never opens a way (design.md section 4)."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
