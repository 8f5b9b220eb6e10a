"""Starts the press for one job and guards it: time, memory, and a clean environment."""

import json
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from lijfspoor.workbench.paper.glyphs import FONTS

_WORKER = Path(__file__).with_name("worker.py")
_UNDATED = date(2000, 1, 1)


class PaperError(Exception):
    """A document could not be made; the message never holds people's text."""


class PaperTookTooLong(PaperError):
    """The press was stopped because it used more time than it may."""


class PaperTooLarge(PaperError):
    """There is more text than a letter may hold."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one job may use (trust T13, G22): seconds by the clock and of the processor, bytes of memory and text."""

    wall_seconds: float = 10.0
    processor_seconds: int = 5
    memory: int = 512_000_000
    job: int = 24_000_000


def typeset(
    template: str, data: Mapping[str, Any], *, dated: date | None = None, limits: Limits | None = None
) -> bytes:
    """Turn a template of ours and data of anybody's into a tagged PDF (PDF/A-2a and PDF/UA-1).

    The template reads the data with `json("data.json")`; nothing else can be read. Same input, same bytes.
    Raises PaperTooLarge, PaperTookTooLong or PaperError.
    """
    limits = limits or Limits()
    job = json.dumps(
        {
            "template": template,
            "data": data,
            "fonts": str(FONTS),
            "timestamp": int(datetime.combine(dated or _UNDATED, time(12), UTC).timestamp()),
            "memory": limits.memory,
            "seconds": limits.processor_seconds,
        }
    ).encode()
    if len(job) > limits.job:
        raise PaperTooLarge("the document holds more text than fits")
    return _run(job, limits)


def _run(job: bytes, limits: Limits) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own file, no shell
            [sys.executable, "-I", "-B", str(_WORKER)],
            input=job,
            capture_output=True,
            timeout=limits.wall_seconds,
            cwd=FONTS,
            # a clean environment keeps the practice's secrets out of the press; few threads keep memory low
            env={"RAYON_NUM_THREADS": "2", "MALLOC_ARENA_MAX": "2"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PaperTookTooLong(f"the press was stopped after {limits.wall_seconds:g} seconds") from None
    if done.returncode == -signal.SIGXCPU or done.returncode == -signal.SIGKILL:
        raise PaperTookTooLong("the press used too much processor time")
    if done.returncode or not done.stdout.startswith(b"%PDF-"):
        raise PaperError(f"the press could not make the document (result {done.returncode})")
    return done.stdout
