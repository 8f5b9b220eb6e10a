"""Every statement says what it rests on, with ids that exist."""

import re
from collections.abc import Iterator

from lijfspoor.catalogue.documents import Value, blocks
from lijfspoor.catalogue.mistakes import Finding

OWN = "own"
_REQUIREMENT = re.compile(r"S[0-4]-\d{3}", re.ASCII)
_DOI = re.compile(r"10\.\d{4,9}/\S+", re.ASCII)
_EXPECTED = "Name a requirement such as S2-053, a DOI such as 10.1000/xyz, or own."


def statements_have_sources(value: Value) -> Iterator[Finding]:
    """No list of sources is empty; a missing list is a matter of shape."""
    for path, block in blocks(value):
        if block.get("sources") == []:
            yield Finding((*path, "sources"), f"Say what this rests on. {_EXPECTED}")


def sources_exist(value: Value, known: frozenset[str] | None) -> Iterator[Finding]:
    """Sources are known requirements, DOIs or `own`; without `known` ids only their form is judged."""
    for path, block in blocks(value):
        sources = block.get("sources")
        for place, source in enumerate(sources if isinstance(sources, list) else []):
            if isinstance(source, str) and (expected := _objection(source, known)):
                yield Finding((*path, "sources", place), expected)


def _objection(source: str, known: frozenset[str] | None) -> str | None:
    if source == OWN or _DOI.fullmatch(source):
        return None
    if not _REQUIREMENT.fullmatch(source):
        return _EXPECTED
    if known is not None and source not in known:
        return f"Name a requirement that exists: {source} does not."
    return None
