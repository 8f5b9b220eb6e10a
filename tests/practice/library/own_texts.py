"""A module of a practice's own, made of the small sample with everything in it."""

from tests.unit.catalogue.samples import SAMPLE

TITLE = "Rust op het duinpad"
PIN = "duinpad@1.0"
SOURCE = SAMPLE.replace("id: sample\n", "id: duinpad\n", 1).replace(
    "{nl: Voorbeeld, en: Sample}", f"{{nl: {TITLE}, en: Calm}}", 1
)


def with_mistakes() -> str:
    """The same with a dose of a kind that does not exist, and a source that does not."""
    return SOURCE.replace("    kind: fixed\n", "    kind: endless\n").replace("[S2-052]", "[S2-999]", 1)


def version(number: str, said: str = "Hoofddoel") -> str:
    """The same in another version, or with another main goal."""
    return SOURCE.replace('version: "1.0"', f'version: "{number}"').replace("nl: Hoofddoel", f"nl: {said}")
