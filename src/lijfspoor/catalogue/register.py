"""The register of requirements: what the source documents say, by id; it comes with the content."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

REGISTER = Path(__file__).parent.parent / "content" / "requirements.csv"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing a source document says: its id such as S2-053, the document, the place in it, its group, the text."""

    id: str
    document: str
    section: str
    group: str
    text: str


@lru_cache(maxsize=1)
def requirements() -> Mapping[str, Requirement]:
    """Return every requirement by id, in the order of the register."""
    with REGISTER.open(newline="", encoding="utf-8") as register:
        return MappingProxyType({row["id"]: Requirement(**row) for row in csv.DictReader(register)})
