"""The records that are not to be reproduced, each with its reason; those where a peer is wrong stand in an ADR."""

from functools import cache
from pathlib import Path
from re import compile as pattern

from tests.golden.singlecase.records import Record

DECISION = Path(__file__).parents[3] / "docs/adr/0008-where-the-peers-are-wrong.md"
LISTED = pattern(r"^- `(?P<id>[^`]+)`: (?P<why>.+)$")


@cache
def listed() -> dict[str, str]:
    """The records of the decision, with the reason of each."""
    if not DECISION.exists():
        return {}
    lines = map(LISTED.match, DECISION.read_text(encoding="utf-8").splitlines())
    return {line["id"]: line["why"] for line in lines if line}


def exception_of(record: Record) -> str | None:
    """Why a record is excepted, or None when it is to be matched."""
    if record.definition == "scan.rci" and not record.expected.get("rci"):
        return "the record is empty, as its file says"
    return listed().get(record.id)
