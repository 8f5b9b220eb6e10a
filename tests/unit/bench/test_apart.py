"""Each benchmark has a process of its own, so that a second one finds nothing of the first."""

import os
import sys

import pytest

from lijfspoor.bench.apart import apart


def leave_with_an_error() -> None:
    sys.exit(1)


def test_every_piece_of_work_has_a_process_of_its_own() -> None:
    assert len({os.getpid(), apart(os.getpid), apart(os.getpid)}) == 3


def test_a_missed_bar_still_ends_with_an_error() -> None:
    with pytest.raises(SystemExit) as left:
        apart(leave_with_an_error)
    assert left.value.code == 1
