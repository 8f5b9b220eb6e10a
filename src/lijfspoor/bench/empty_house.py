"""A practice system of its own to measure in: a folder that goes again, and Django started on an empty database."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = "127.0.0.1"


@contextmanager
def empty_house() -> Iterator[Path]:
    """Start Django on an empty database in a new folder, and yield the folder; it is removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="lijfspoor-bench-"))
    try:
        _start(folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _start(folder: Path) -> None:
    from lijfspoor.config import start

    os.environ |= {
        "LIJFSPOOR_MODE": "demo",
        "LIJFSPOOR_DATA_DIR": str(folder),
        "LIJFSPOOR_HOST": HERE,
        "LIJFSPOOR_ADDRESS": f"http://{HERE}:8000",
        "DATABASE_URL": f"sqlite:///{folder}/empty.sqlite3",
    }
    start.start_django()
    start.prepare()
