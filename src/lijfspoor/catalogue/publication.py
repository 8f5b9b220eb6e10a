"""Published versions never change: each has the checksum it was published with."""

import hashlib
import json
from pathlib import Path

from lijfspoor.catalogue import documents
from lijfspoor.catalogue.checker import check, known_ids
from lijfspoor.catalogue.education import card_files
from lijfspoor.catalogue.evidence import evidence_files
from lijfspoor.catalogue.exercises import exercise_files
from lijfspoor.catalogue.mistakes import ContentRefused, Mistake
from lijfspoor.catalogue.reader import bytes_of, module_files, pin_of

RECORD = "published.json"


class PublishedChanged(ValueError):
    """Published versions differ from what was published, or are gone; `pins` names them."""

    def __init__(self, pins: list[str]) -> None:
        self.pins = tuple(pins)
        super().__init__(f"Published versions never change; make a new version instead of {', '.join(pins)}.")


def checksums(directory: Path) -> dict[str, str]:
    """Return pin -> SHA-256 (hexadecimal) of each file as it is now, line ends counted as LF.

    Exercises stand in it as `exercises/<id>@<version>`, wherever their file is; so do evidence and cards.
    """
    modules = {pin_of(file): _checksum(file) for file in module_files(directory)}
    exercises = {_exercise_pin(file): _checksum(file) for file in exercise_files(directory)}
    folders = {"evidence": evidence_files(directory), "education": card_files(directory)}
    others = {f"{folder}/{pin_of(file)}": _checksum(file) for folder, files in folders.items() for file in files}
    return modules | exercises | others


def recorded(directory: Path) -> dict[str, str]:
    """Return pin -> SHA-256 of each published version; nothing when none was published yet."""
    record = directory / RECORD
    if not record.exists():
        return {}
    pins: dict[str, str] = json.loads(record.read_text(encoding="utf-8"))
    return pins


def changed_since(directory: Path) -> list[Mistake]:
    """Return every published version that is no longer as it was published."""
    now = checksums(directory)
    expected = "Put it back as it was published, and make a new version instead."
    return [
        Mistake(str(directory / RECORD), 1, pin, expected)
        for pin, checksum in sorted(recorded(directory).items())
        if now.get(pin) != checksum
    ]


def _checksum(file: Path) -> str:
    return hashlib.sha256(bytes_of(file)).hexdigest()


def _exercise_pin(file: Path) -> str:
    told = documents.read(bytes_of(file)).value
    version = told.get("version") if isinstance(told, dict) else None
    return f"exercises/{file.stem.partition('@')[0]}@{version}"


def publish(directory: Path) -> list[str]:
    """Record the checksums of new versions and return their pins.

    Nothing is recorded when it raises ContentRefused (a file has mistakes) or PublishedChanged (a published
    version changed or is gone).
    """
    if mistakes := check(directory, known_ids()):
        raise ContentRefused(mistakes)
    now, before = checksums(directory), recorded(directory)
    if changed := [pin for pin, checksum in before.items() if now.get(pin) != checksum]:
        raise PublishedChanged(changed)
    new = sorted(now.keys() - before.keys())
    if new:
        text = json.dumps(now, indent=2, sort_keys=True) + "\n"
        (directory / RECORD).write_text(text, encoding="utf-8")
    return new
