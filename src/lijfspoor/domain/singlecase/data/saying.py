"""Words in both languages, and the refusal that explains itself in them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence in Dutch and in English."""

    nl: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the sentence in `language` ("nl" or "en")."""
        return self.nl if language == "nl" else self.en


class Refused(ValueError):
    """A statistic is not given, for a named reason that a person can read; `code` is stable, `why` is the sentence."""

    def __init__(self, code: str, why: Saying) -> None:
        self.code = code
        self.why = why
        super().__init__(f"{code}: {why.en}")


def refuse(code: str, *, nl: str, en: str) -> Refused:
    """Make a refusal to raise: `raise refuse("flat-baseline", nl=..., en=...)`."""
    return Refused(code, Saying(nl=nl, en=en))
