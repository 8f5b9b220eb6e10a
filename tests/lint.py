"""Every check of the text of the code: style, types, directions of imports, templates."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent


def templates() -> list[str]:
    """All Django templates of the rooms."""
    return sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("src/lijfspoor/**/templates/**/*.html"))


def commands() -> list[list[str]]:
    """The programs to run, in order."""
    checks = [
        ["ruff", "check", "-q", "--output-format=concise"],
        ["ruff", "format", "--check", "-q", "--output-format=concise"],
        ["mypy", "--no-error-summary"],
    ]
    checks.append(["lint-imports"])
    pages = templates()
    return [*checks, ["djade", "--check", "--target-version", "5.2", *pages]] if pages else checks


def main() -> int:
    """Run all checks, also after one failed; 0 when each is content."""
    worst = 0
    for command in commands():
        print("--", " ".join(command[:3]), flush=True)
        worst |= subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT, check=False).returncode
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main())
