"""Checks a content folder for the people who write it: every mistake with file and line, all at once."""

import sys
from pathlib import Path

from lijfspoor.catalogue.education import card_files, check_cards
from lijfspoor.catalogue.evidence import evidence_files, read_evidence
from lijfspoor.catalogue.exercises import exercise_files, read_exercise
from lijfspoor.catalogue.funding import funding_files, read_funding
from lijfspoor.catalogue.guide import has_guide, read_guide
from lijfspoor.catalogue.mistakes import Mistake
from lijfspoor.catalogue.publicpages import page_files, read_page
from lijfspoor.catalogue.reader import SHIPPED, bytes_of, examine, module_files, place_mistakes
from lijfspoor.catalogue.register import requirements
from lijfspoor.domain.caremodules.module import CareModule


def check(directory: Path, ids: frozenset[str] | None = None) -> list[Mistake]:
    """Return all mistakes in a content folder, sorted by file and line; none when all is well.

    `ids` are the requirement ids that sources may name; without them only their form is judged.
    """
    files = module_files(directory)
    found = _strays(directory)
    if not files and not (evidence_files(directory) or card_files(directory)):
        found.append(Mistake(str(directory), 1, "modules", "Put care modules at modules/<id>/<version>.yaml."))
    for file in files:
        found += _check_file(file, ids)[1]
    for file in exercise_files(directory):
        found += read_exercise(file, ids).mistakes
    for file in funding_files(directory):
        found += read_funding(file, ids).mistakes
    if has_guide(directory):
        found += read_guide(directory, ids)[1]
    for file in page_files(directory):
        found += read_page(file, ids).mistakes
    found += read_evidence(directory, ids).mistakes
    found += check_cards(directory, ids)
    return sorted(found)


def known_ids() -> frozenset[str]:
    """Return the ids of the requirements that sources can name."""
    return frozenset(requirements())


def main(directory: str | None) -> int:
    """Check `directory` (or the content that comes with the product), print what is wrong or what was read.

    Returns 1 with mistakes, else 0.
    """
    root = Path(directory) if directory else SHIPPED
    ids = known_ids()
    mistakes = check(root, ids)
    for mistake in mistakes:
        sys.stdout.write(f"{mistake}\n")
    if mistakes:
        sys.stdout.write(f"\n{_counted(len(mistakes), 'mistake')} in {_counted(_files(mistakes), 'file')}.\n")
        return 1
    modules = [module for file in module_files(root) if (module := _check_file(file, ids)[0])]
    for module in modules:
        sys.stdout.write(f"{_summary(module)}\n")
    counts = [
        *([_counted(len(modules), "care module")] if modules else []),
        *(_counted(len(files), one, many) for one, many, files in _others(root) if files),
    ]
    sys.stdout.write(f"\n{_listed(counts)} read, no mistakes.\n")
    return 0


def _others(root: Path) -> tuple[tuple[str, str, list[Path]], ...]:
    return (
        ("exercise", "exercises", exercise_files(root)),
        ("record of evidence", "records of evidence", evidence_files(root)),
        ("card", "cards", card_files(root)),
    )


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _check_file(file: Path, ids: frozenset[str] | None) -> tuple[CareModule | None, list[Mistake]]:
    try:
        source = bytes_of(file)
    except OSError as error:
        return None, [Mistake(str(file), 1, "", f"Make this a file that can be read: {error.strerror}.")]
    reading = examine(source, ids)
    mistakes = reading.mistakes_in(str(file))
    if reading.module is not None:
        mistakes += place_mistakes(reading.module, file)
    return reading.module, mistakes


def _strays(directory: Path) -> list[Mistake]:
    """Return the files in the modules folder that would never be read."""
    read = set(module_files(directory))
    strays = [file for file in directory.glob("modules/**/*") if file.is_file() and file not in read]
    expected = "Call this modules/<id>/<version>.yaml: it is not read where it is."
    return [Mistake(str(file), 1, "", expected) for file in strays]


def _summary(module: CareModule) -> str:
    criteria, subgoals = sum(1 for _ in module.criteria()), sum(1 for _ in module.subgoals())
    counts = [
        _counted(criteria, "criterion", "criteria"),
        _counted(len(module.approach.phases), "phase"),
        _counted(len(module.goals.blocks), "building block"),
        _counted(subgoals, "subgoal"),
        _counted(len(module.underpinning.claims), "claim"),
    ]
    return f"{module.pin}: {module.title.en} ({', '.join(counts)})"


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _files(mistakes: list[Mistake]) -> int:
    return len({mistake.file for mistake in mistakes})
