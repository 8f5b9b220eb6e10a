"""Whether what a reading counts as used really has an effect, and what it counts as unused is told."""

import copy
import re
from dataclasses import replace

from lijfspoor.interop.fhir.accounting import Path, leaves, written
from lijfspoor.interop.fhir.incoming import ReferralReading
from lijfspoor.interop.fhir.refusal import ReferralRefused
from tests.unit.interop.fhir.samples import Document, read


def silent_texts(document: Document) -> list[str]:
    """Return the texts that count as used while changing them changes nothing that is told."""
    before = read(document)
    root = document["resourceType"]
    return [
        written(root, path)
        for path, value in leaves(document)
        if isinstance(value, str)
        and not is_label_or_address(path)
        and not is_covered(written(root, path), before)
        and not has_effect(changed(document, path, f"{value}zz"), before)
    ]


def at(document: Document, path: Path) -> Document:
    for step in path:
        document = document[step]
    return document


def changed(document: Document, path: Path, value: Document) -> Document:
    copied = copy.deepcopy(document)
    at(copied, path[:-1])[path[-1]] = value
    return copied


def is_covered(path: str, reading: ReferralReading) -> bool:
    """Say whether a path lies under a line of the unused; a line without index stands for every index."""
    bare = re.sub(r"\[\d+\]", "", path)
    return any(is_under(path, line.path) or is_under(bare, line.path) for line in reading.unused)


def is_under(path: str, above: str) -> bool:
    return path == above or (path.startswith(above) and path[len(above)] in ".[")


def told(reading: ReferralReading) -> ReferralReading:
    """Return a reading without what changes with every change of the document."""
    identity = "" if reading.referral.identity.startswith("sha256:") else reading.referral.identity
    return replace(reading, referral=replace(reading.referral, document_fingerprint="", identity=identity))


def is_label_or_address(path: Path) -> bool:
    """Say whether a leaf only names a resource or repeats in words a code that was understood."""
    return path[-1] in ("id", "fullUrl") or (path[-3:-1] == ("coding", 0) and path[-1] == "display")


def has_effect(document: Document, before: ReferralReading) -> bool:
    try:
        return told(read(document)) != told(before)
    except ReferralRefused:
        return True
