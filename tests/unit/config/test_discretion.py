"""A log line helps a technician and quotes nobody."""

import logging
import sys

from lijfspoor.config.discretion import Discreet


def test_an_error_in_the_log_says_where_but_never_what_was_typed() -> None:
    typed = "Sanne is angry with her mother"
    try:
        raise ValueError(typed)
    except ValueError:
        record = logging.LogRecord("django", logging.ERROR, "f", 1, "Failed: %s", ("/x/",), sys.exc_info())
    line = Discreet().format(record)
    assert "Sanne" not in line
    assert "ValueError" in line
    assert "test_discretion.py" in line
