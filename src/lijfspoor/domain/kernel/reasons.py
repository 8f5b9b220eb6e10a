"""Why something is so, in words a person reads, with its source."""

from dataclasses import dataclass

from lijfspoor.domain.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason: a stable `code` for programs, `text` for people, and the ids it rests on (never empty)."""

    code: str
    text: Text
    sources: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.sources:
            msg = f"reason {self.code} has no source"
            raise ValueError(msg)
