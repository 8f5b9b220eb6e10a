"""python -m tests.golden.singlecase FILE [--def NAME]: per definition matched / total, then one summary line."""

import argparse
import sys
from pathlib import Path

from tests.golden.singlecase.judging import judge
from tests.golden.singlecase.records import NotAReference, read_records


def main(arguments: list[str] | None = None) -> int:
    """Judge a file; 0 when nothing failed and nothing is unsupported."""
    parser = argparse.ArgumentParser(prog="tests.golden.singlecase", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--def", dest="definition", help="only this definition")
    parser.add_argument("--all", action="store_true", help="print every difference, not the first three a definition")
    asked = parser.parse_args(arguments)
    try:
        records = read_records(asked.file)
    except (OSError, NotAReference) as problem:
        print(problem, file=sys.stderr)
        return 2
    tally = judge(records, only=asked.definition)
    for line in tally.lines(everything=asked.all):
        print(line)
    return 1 if tally.failed or tally.unsupported or not tally.total else 0


if __name__ == "__main__":
    sys.exit(main())
