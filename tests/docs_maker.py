"""Writes the parts of the documentation that are told by the code itself; a test fails when one is stale."""

import ast
import json
import sys
from pathlib import Path

from lijfspoor.catalogue.guide import shipped_guide
from lijfspoor.workbench.analysis.schema import json_schema
from lijfspoor.workbench.guide.situation import schema_of
from tests import docs_guide, docs_logbook

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "lijfspoor"
README = ROOT / "README.md"
SITUATION = ROOT / "docs" / "generated" / "guide-situation.schema.json"
SCHEMA = ROOT / "docs" / "generated" / "singlecase-report.schema.json"
BEGIN, END = "<!-- tree: made by make docs -->", "<!-- end of tree -->"


def sentence(package: Path) -> str:
    """The one sentence in which a package says what it is. Raises ValueError when it has none."""
    said = ast.get_docstring(ast.parse((package / "__init__.py").read_text(encoding="utf-8")))
    if not said:
        raise ValueError(f"{package.relative_to(ROOT)} does not say what it is")
    return said.splitlines()[0]


def rooms(package: Path) -> list[Path]:
    """The packages directly inside a package, without migrations and template tags."""
    plain = {"migrations", "templatetags"}
    return sorted(path.parent for path in package.glob("*/__init__.py") if path.parent.name not in plain)


def tree() -> str:
    """The house as a list of two levels: each room with its sentence."""
    lines = [f"- `lijfspoor`: {sentence(PACKAGE)}"]
    for room in rooms(PACKAGE):
        lines.append(f"  - `{room.name}`: {sentence(room)}")
        lines += [f"    - `{part.name}`: {sentence(part)}" for part in rooms(room)]
    return "\n".join(lines)


def readme() -> str:
    """The README with a fresh tree between its marks."""
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{tree()}\n{END}{after}"


def pages() -> dict[Path, str]:
    """Every file that is made, with the text it should have."""
    return {
        README: readme(),
        docs_logbook.GUIDE: docs_logbook.page(),
        docs_guide.PAGE: docs_guide.page(),
        SITUATION: json.dumps(schema_of(shipped_guide().book), indent=2, ensure_ascii=False) + "\n",
        SCHEMA: json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n",
    }


def main() -> int:
    """Write every page."""
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
