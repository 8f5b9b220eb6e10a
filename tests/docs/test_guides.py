"""The guides tell no command that does not run: each is carried out, and prints what the guide shows."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDES = sorted((ROOT / "docs" / "guide").glob("*.md"))
FENCE = re.compile(r"(?:^<!-- (?P<mark>[^\n]*?) -->\n)?^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.M | re.S)
PROGRAMS = Path(sys.executable).parent
OF_THE_CALLER = {name: value for name, value in os.environ.items() if not name.startswith(("LIJFSPOOR_", "DATABASE_"))}
PREPARE = """
from lijfspoor.config import start
start.start_django()
start.prepare()
from lijfspoor.practice.access.details import NewPerson
from lijfspoor.practice.access.opening import open_practice
from lijfspoor.practice.tenancy.clock import now
for name in ("De Duinrand", "De Oever"):
    person = NewPerson(name="Iemand", email=f"{name[3:]}@voorbeeld.example", password="wandelen-langs-het-wad")
    open_practice(practice=name, person=person, profession="", address="", now=now())
"""


@dataclass(frozen=True)
class Block:
    """A fence of a guide with the mark before it."""

    mark: str
    language: str
    text: str


def blocks(guide: Path) -> Iterator[Block]:
    for found in FENCE.finditer(guide.read_text(encoding="utf-8")):
        yield Block(found["mark"] or "", found["language"], found["text"])


def carry_out(block: Block, folder: Path) -> str:
    """Run the commands of a block in a folder of its own; return what they print."""
    surroundings = {**OF_THE_CALLER, "PATH": f"{PROGRAMS}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-e", "-c", block.text], cwd=folder, env=surroundings, capture_output=True, text=True, check=False
    )
    wanted = int(block.mark.partition("exit ")[2] or 0)
    assert done.returncode == wanted, f"{block.text}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def test_there_are_guides() -> None:
    assert {"first-steps.md", "own-module.md", "import-a-referral.md", "single-case.md"} <= {
        guide.name for guide in GUIDES
    }


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_command_is_run_or_says_why_not(guide: Path) -> None:
    for block in blocks(guide):
        if block.language in {"sh", "bash", "console"}:
            assert block.mark.startswith(("run", "not run: ")), block.text


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_what_the_guide_shows_is_what_happens(guide: Path, tmp_path: Path) -> None:
    told = list(blocks(guide))
    shutil.copytree(ROOT / "docs" / "guide" / "data", tmp_path / "data")
    if any("import " in block.text or "var/practice" in block.text for block in told if block.mark.startswith("run")):
        carry_out(Block("", "sh", f"python - <<'END'\n{PREPARE}END\n"), tmp_path)
    printed = ""
    for block in told:
        if block.mark.startswith("file: "):
            file = tmp_path / block.mark.removeprefix("file: ")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, encoding="utf-8")
        elif block.mark.startswith("run"):
            printed = carry_out(block, tmp_path)
        elif block.mark == "output":
            assert [line for line in block.text.splitlines() if line not in printed] == [], printed


def test_the_module_of_the_guide_is_the_one_in_the_example_practice() -> None:
    guide = ROOT / "docs" / "guide" / "own-module.md"
    shown = next(block.text for block in blocks(guide) if block.language == "yaml")
    kept = ROOT / "src" / "lijfspoor" / "practice" / "desk" / "demo" / "walking-outside.yaml"
    assert shown == kept.read_text(encoding="utf-8")
