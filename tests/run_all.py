"""Runs everything `make test` promises, in order, and says what it does: lint, domain, databases, browser."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from tests import lint, postgres

ROOT = Path(__file__).parent.parent
PACKAGES = ("chromium", "fonts-liberation", "postgresql")
DOMAIN = ("tests/unit", "tests/spec", "tests/generative", "tests/docs")
SMALL_STORY = {"LIJFSPOOR_STORY_SIZES": "desktop"}
BROWSERS = ("-n", "2", "--dist", "loadfile")


def say(text: str) -> None:
    """Print one step at once, also when output goes to a file."""
    print(f"== {text}", flush=True)


def missing_programs() -> list[str]:
    """What the browser and database tests need and this machine does not have."""
    missing = [] if shutil.which("chromium") else ["chromium"]
    return missing if postgres.programs() else [*missing, "postgresql"]


def provide_programs() -> None:
    """Install what is missing when we may, else leave with one line that says what to install."""
    missing = missing_programs()
    if not missing:
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(f"The tests need {' and '.join(missing)}. Install them (Debian: sudo make system-deps).")
    say(f"installing {' and '.join(missing)}")
    subprocess.run(["make", "--no-print-directory", "system-deps"], cwd=ROOT, check=True)
    if missing_programs():
        sys.exit(f"Installing did not bring {' and '.join(missing_programs())}.")


def folders_with_tests(folders: tuple[str, ...]) -> list[str]:
    """Those folders that hold at least one test file."""
    return [folder for folder in folders if any((ROOT / folder).rglob("test_*.py"))]


def run_tests(title: str, folders: tuple[str, ...], *options: str, env: Mapping[str, str] | None = None) -> bool:
    """Run pytest on the folders that have tests; return whether all passed."""
    present = folders_with_tests(folders)
    if not present:
        say(f"{title}: no tests yet")
        return True
    say(title)
    began = time.monotonic()
    command = [sys.executable, "-m", "pytest", "-q", *options, *present]
    code = subprocess.run(command, cwd=ROOT, env={**os.environ, **(env or {})}, check=False).returncode
    say(f"{title}: {'passed' if code == 0 else f'exit {code}'} in {time.monotonic() - began:.0f} s")
    return code == 0


def run_stories(title: str, env: Mapping[str, str]) -> bool:
    """Run the main story once more; a browser folder without a main story yet is fine."""
    holds = any("main_story" in path.read_text() for path in (ROOT / "tests/browser").rglob("test_*.py"))
    return not holds or run_tests(title, ("tests/browser",), "-m", "main_story", *BROWSERS, env=env)


def run_databases() -> bool:
    """Database and browser tests on SQLite, then on a PostgreSQL of our own."""
    sqlite = {"LIJFSPOOR_TEST_DATABASE": "sqlite"}
    well = run_tests("practice on SQLite", ("tests/practice",), "-n", "2", env=sqlite)
    well &= run_tests("browser on SQLite", ("tests/browser",), *BROWSERS, env=sqlite)
    bin_folder = postgres.programs()
    assert bin_folder is not None
    say("starting a PostgreSQL of our own")
    with postgres.throw_away_server(bin_folder) as url:
        here = {"LIJFSPOOR_TEST_DATABASE": url}
        well &= run_tests("practice on PostgreSQL", ("tests/practice",), "-n", "2", env=here)
        well &= run_stories("main story on PostgreSQL", here | SMALL_STORY)
    return well


def main() -> int:
    """Run all; 0 when everything passed."""
    began = time.monotonic()
    os.environ["PYTHONPATH"] = str(ROOT)
    provide_programs()
    say("lint")
    well = lint.main() == 0
    well &= run_tests("domain", DOMAIN, "-n", "2")
    well &= run_databases()
    say(f"{'all passed' if well else 'NOT all passed'} in {time.monotonic() - began:.0f} s")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
