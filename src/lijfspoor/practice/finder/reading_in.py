"""How who runs the installation reads in a register of therapists."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from django.db import transaction

from lijfspoor.catalogue.finder import finder_content, places
from lijfspoor.domain.finder.register_file import LARGEST, Slip, read_register
from lijfspoor.practice.finder import store
from lijfspoor.practice.finder.models import RegisterFile
from lijfspoor.practice.tenancy.clock import now as clock_now


@dataclass(frozen=True, slots=True)
class ReadIn:
    """What came of reading in: how many are listed now, and the lines that were left out."""

    listed: int
    slips: tuple[Slip, ...]


def read_in_register(file: Path, *, origin: str, dated: date, only_look: bool = False) -> ReadIn:
    """Put the register in a CSV file in the place of the one before; with `only_look` nothing is kept.

    Raises NotARegister when it is no register; lines with a slip are left out and told.
    """
    with file.open("rb") as opened:
        document = opened.read(LARGEST + 1)
    reading = read_register(document, places(), frozenset(each.id for each in finder_content().registers))
    if not only_look:
        now = clock_now()
        register = RegisterFile(
            origin=origin[:200],
            dated=dated,
            checksum=sha256(document).hexdigest(),
            read_at=now,
            listed=len(reading.listings),
            left_out=len({slip.line for slip in reading.slips}),
        )
        with transaction.atomic():
            store.replace_register(register, ((each, places()[each.pc4]) for each in reading.listings), now)
    return ReadIn(len(reading.listings), reading.slips)
