"""Published versions never change: each has the checksum it was published with."""

import hashlib
import json
from pathlib import Path

from lijfspoor.catalogue.checker import check, known_ids
from lijfspoor.catalogue.mistakes import ContentRefused
from lijfspoor.catalogue.reader import bytes_of, module_files, pin_of

RECORD = "published.json"


class PublishedChanged(ValueError):
    """Published versions differ from what was published, or are gone; `pins` names them."""

    def __init__(self, pins: list[str]) -> None:
        self.pins = tuple(pins)
        super().__init__(f"Published versions never change; make a new version instead of {', '.join(pins)}.")


def checksums(directory: Path) -> dict[str, str]:
    """Return pin -> SHA-256 (hexadecimal) of each module file as it is now, line ends counted as LF."""
    return {pin_of(file): hashlib.sha256(bytes_of(file)).hexdigest() for file in module_files(directory)}


def recorded(directory: Path) -> dict[str, str]:
    """Return pin -> SHA-256 of each published version; nothing when none was published yet."""
    record = directory / RECORD
    if not record.exists():
        return {}
    pins: dict[str, str] = json.loads(record.read_text(encoding="utf-8"))
    return pins


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
