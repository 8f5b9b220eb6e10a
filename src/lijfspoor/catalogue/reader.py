"""Turns content files into care modules, or into the list of what is wrong with them."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from lijfspoor.catalogue import documents
from lijfspoor.catalogue.documents import Value
from lijfspoor.catalogue.mistakes import ContentRefused, Finding, Mistake
from lijfspoor.catalogue.reading import read_record
from lijfspoor.catalogue.rules import movement, names, promises, references, sources, variants, wording
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.versions import version_key

SHIPPED = Path(__file__).parent.parent / "content"
"""The content that comes with the product."""

RULES_FOR_DOCUMENTS: tuple[Callable[[Value], Iterator[Finding]], ...] = (
    names.ids_are_written_alike,
    names.ids_are_used_once,
    sources.statements_have_sources,
    promises.lists_say_something,
    wording.supplementary_stays_supplementary,
)
RULES_FOR_MODULES: tuple[Callable[[CareModule], Iterator[Finding]], ...] = (
    names.codes_are_used_once,
    names.version_is_numbered,
    references.references_exist,
    references.safety_items_exist,
    references.subgoals_build_on_earlier_ones,
    promises.phases_fit_their_order,
    promises.phases_show_when_they_are_done,
    promises.blocks_are_numbered,
    promises.dose_has_its_numbers,
    promises.session_length_is_possible,
    promises.groups_have_room,
    promises.evaluations_come_in_time,
    promises.contra_indications_can_be_weighed,
    promises.criteria_are_asked_before_start,
    promises.ages_run_upwards,
    promises.treatment_waits_for_consent,
    promises.touch_waits_for_consent,
    promises.subgoals_can_be_rated,
    promises.materials_have_their_order,
    promises.parties_vote_once,
    promises.review_follows_check,
    variants.variations_leave_a_choice,
    variants.variants_can_be_given,
    variants.variants_divide_ages,
    variants.the_diagnostic_phase_has_parts,
    variants.the_bond_is_asked_in_time,
    variants.areas_have_goals,
    movement.effort_check_is_own,
    movement.movement_asks_for_effort_first,
    movement.doses_follow_a_way,
    movement.kinds_of_intervention_exist,
)


class Reading(NamedTuple):
    """What came of reading one file: a module when its shape is right, and the mistakes (without file)."""

    module: CareModule | None
    mistakes: tuple[Mistake, ...]

    def mistakes_in(self, file: str) -> list[Mistake]:
        """Return the mistakes as mistakes in `file`."""
        return [Mistake(file, mistake.line, mistake.path, mistake.expected) for mistake in self.mistakes]


@lru_cache(maxsize=64)
def examine(source: bytes, known_ids: frozenset[str] | None = None) -> Reading:
    """Read one file and hold it against every rule; the same bytes are read once. Never raises.

    `known_ids` are the requirement ids that sources may name; without them only their form is judged.
    Rules that compare one chapter with another wait until the shape is right.
    """
    return Reading(*read_record(source, CareModule, known_ids, RULES_FOR_DOCUMENTS, RULES_FOR_MODULES))


def load_module(source: bytes | str, name: str) -> CareModule:
    """Read one care module from the text of the file called `name`.

    Raises ContentRefused with every mistake in it.
    """
    text = source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
    reading = examine(text)
    if reading.module is None or reading.mistakes:
        raise ContentRefused(reading.mistakes_in(name))
    return reading.module


class Catalogue(Mapping[str, CareModule]):
    """The care modules of a content folder by pin, such as `pmt-addon@1.0`; a file is read when asked for."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = dict(sorted(files.items()))
        self._read: dict[str, CareModule] = {}

    def __getitem__(self, pin: str) -> CareModule:
        """Return the module with this pin.

        Raises KeyError when there is none, ContentRefused when its file has mistakes.
        """
        if pin not in self._read:
            file = self._files[pin]
            module = load_module(bytes_of(file), str(file))
            if misplaced := place_mistakes(module, file):
                raise ContentRefused(misplaced)
            self._read[pin] = module
        return self._read[pin]

    def __iter__(self) -> Iterator[str]:
        """Yield the pins in order."""
        return iter(self._files)

    def __len__(self) -> int:
        """Return how many published versions there are."""
        return len(self._files)

    def newest(self, module_id: str) -> CareModule:
        """Return the highest version of a module. Raises KeyError when there is none."""
        versions = [version for id_, _, version in map(_halves, self) if id_ == module_id]
        if not versions:
            raise KeyError(module_id)
        return self[f"{module_id}@{max(versions, key=version_key)}"]

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all modules, each once, in order."""
        return tuple(dict.fromkeys(_halves(pin)[0] for pin in self))


def load_all(directory: Path) -> Catalogue:
    """Return the care modules of a content folder (with `modules/<id>/<version>.yaml` in it)."""
    return Catalogue({pin_of(file): file for file in module_files(directory)})


@lru_cache(maxsize=1)
def shipped() -> Catalogue:
    """Return the care modules that come with the product."""
    return load_all(SHIPPED)


def module_files(directory: Path) -> list[Path]:
    """Return the module files of a content folder, in order."""
    return sorted(directory.glob("modules/*/*.yaml"))


def bytes_of(file: Path) -> bytes:
    """Return what a file holds, up to one byte more than is accepted, line ends alike on every machine."""
    with file.open("rb") as opened:
        return re.sub(rb"\r\n", b"\n", opened.read(documents.LARGEST + 1))


def pin_of(file: Path) -> str:
    """Return the pin that a file must hold, told by its place."""
    return f"{file.parent.name}@{file.stem}"


def place_mistakes(module: CareModule, file: Path) -> list[Mistake]:
    """Return where a module differs from its place: the folder bears its id, the file its version."""
    told = {"id": (module.id, file.parent.name), "version": (module.version, file.stem)}
    wrong = {key: name for key, (written_, name) in told.items() if written_ != name}
    if not wrong:
        return []
    document = documents.read(bytes_of(file))
    return [
        Mistake(str(file), document.line_of((key,)), key, f"Write {name}, or give the file another place.")
        for key, name in wrong.items()
    ]


def _halves(pin: str) -> tuple[str, str, str]:
    return pin.partition("@")
