"""Log lines that help a technician and say nothing about a client."""

import logging
import traceback
from types import TracebackType


class Discreet(logging.Formatter):
    """Shows where an error arose and of which kind, never its message, which may quote what someone typed."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def formatException(  # noqa: N802 (the name is the standard library's)
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        """The kind of error and the lines of code that led to it."""
        kind, _, trace = ei
        frames = "".join(traceback.format_tb(trace)) if trace else ""
        return f"{frames}{kind.__qualname__ if kind else ''}"
