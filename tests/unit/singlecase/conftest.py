"""While the tests of the package run, every sentence it makes is held against those that were approved."""

from collections.abc import Iterator

import pytest

from lijfspoor.domain.singlecase.data.saying import Saying
from tests.unit.singlecase.approved.sentences import held_against_approved


@pytest.fixture(autouse=True, scope="session")
def every_sentence_is_approved() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Saying, "__init__", held_against_approved(Saying.__init__))
        yield
