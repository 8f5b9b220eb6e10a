"""One result in words: what it is called, what it says, what must hold for it, and what it does not say."""

from dataclasses import dataclass

from lijfspoor.domain.singlecase.data.saying import Saying


@dataclass(frozen=True, slots=True)
class Wording:
    """`sentence` can be read on its own; `assumes` begins "Klopt alleen als" in meaning, `not_said` warns."""

    name: Saying
    sentence: Saying
    assumes: Saying
    not_said: Saying


def both(first: Saying, second: Saying) -> Saying:
    """Two sayings after each other."""
    return Saying(nl=f"{first.nl} {second.nl}".strip(), en=f"{first.en} {second.en}".strip())
