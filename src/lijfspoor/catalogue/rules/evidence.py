"""What must hold in a record of evidence, and between records, claims and references."""

from collections.abc import Iterator, Mapping

from lijfspoor.catalogue.mistakes import Finding
from lijfspoor.domain.evidence.library import EvidenceLibrary
from lijfspoor.domain.evidence.record import EvidenceRecord
from lijfspoor.domain.evidence.status import EvidenceStatus

NEVER_EMPTY = ("outcomes", "claims", "sources")


def lists_say_something(record: EvidenceRecord) -> Iterator[Finding]:
    """Outcomes, claims and sources have at least one line."""
    for name in NEVER_EMPTY:
        if not getattr(record, name):
            yield Finding((name,), "Write at least one line in this list.")


def numbers_count_something(record: EvidenceRecord) -> Iterator[Finding]:
    """Numbers are those the document gives: one or more, or left out."""
    for name in ("studies", "participants"):
        given = getattr(record, name)
        if given is not None and given < 1:
            yield Finding((name,), "Write the number the document gives, or leave it out.")
    for name in ("weeks", "times_a_week", "minutes"):
        given = getattr(record.dose, name) if record.dose else None
        if given is not None and given < 1:
            yield Finding(("dose", name), "Write the number the document gives, or leave it out.")


def mechanism_is_told(record: EvidenceRecord) -> Iterator[Finding]:
    """How it works is told in words exactly when the record says something about it."""
    if (record.mechanism == "not_stated") != (record.mechanism_text is None):
        yield Finding(("mechanism_text",), "Tell how it is thought to work or what is not known; else not_stated.")


def what_was_not_studied_found_nothing(record: EvidenceRecord) -> Iterator[Finding]:
    """Without research there is no direction to report."""
    if record.status is EvidenceStatus.NOT_YET_STUDIED and record.directions != {"unknown"}:
        yield Finding(("outcomes",), "Write direction unknown: nothing was studied yet.")


def claims_exist(library: EvidenceLibrary) -> Iterator[tuple[str, Finding]]:
    """Records name claims that exist, each once."""
    for record in library.records.values():
        named = [each.claim for each in record.claims]
        for place, claim in enumerate(named):
            if claim not in library.claims:
                yield record.id, Finding(("claims", place, "claim"), f"Name a claim of claims.yaml: {claim} is none.")
            elif claim in named[:place]:
                yield record.id, Finding(("claims", place, "claim"), "Take one side on a claim, once.")


def references_exist(library: EvidenceLibrary) -> Iterator[tuple[str, Finding]]:
    """Records name publications that exist."""
    for record in library.records.values():
        for place, name in enumerate(record.references):
            if name not in library.references:
                finding = Finding(("references", place), f"Name a publication of references.yaml: {name} is none.")
                yield record.id, finding


def opposing_holds_both_ways(library: EvidenceLibrary) -> Iterator[tuple[str, Finding]]:
    """Who is opposed opposes too, and both take opposite sides on a shared claim (contradiction 9)."""
    for record in library.records.values():
        for place, name in enumerate(record.opposes):
            other = library.records.get(name)
            path = ("opposes", place)
            if other is None:
                yield record.id, Finding(path, f"Name a record that exists: {name} does not.")
            elif record.id not in other.opposes:
                yield record.id, Finding(path, f"Let {name} oppose {record.id} as well.")
            elif not _disagree(record, other):
                yield record.id, Finding(path, f"Let {record.id} and {name} take opposite sides on a shared claim.")


def claims_are_spoken_of(library: EvidenceLibrary) -> Iterator[tuple[str, Finding]]:
    """Every claim has a record, every publication is cited or advised; reported at the register that holds it."""
    spoken = {each.claim for record in library.records.values() for each in record.claims}
    yield from _unused("claims", {place: each.id in spoken for place, each in enumerate(library.claims.values())})
    cited = {name for record in library.records.values() for name in record.references}
    used = {place: each.id in cited or bool(each.reading) for place, each in enumerate(library.references.values())}
    yield from _unused("references", used)


def _unused(register: str, used: Mapping[int, bool]) -> Iterator[tuple[str, Finding]]:
    for place, is_used in used.items():
        if not is_used:
            yield register, Finding((register, place, "id"), "Take this out, or let a record rest on it.")


def _disagree(one: EvidenceRecord, other: EvidenceRecord) -> bool:
    return any({each.side, other.side_on(each.claim)} == {"for", "against"} for each in one.claims)
