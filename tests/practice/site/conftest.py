"""What the public pages show: someone who can be found at a known address."""

import pytest

from tests import cast
from tests.practice.site.addresses import LISTED


@pytest.fixture(autouse=True)
def someone_to_find(request: pytest.FixtureRequest) -> None:
    """A therapist with a profile, where the test has a database."""
    if request.node.get_closest_marker("django_db") is not None:
        request.getfixturevalue("db")
        house = request.getfixturevalue("house") if "house" in request.fixturenames else None
        cast.listed(LISTED, house)
