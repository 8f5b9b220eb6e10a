"""What every test with a database has."""

import pytest

from tests import emptying
from tests.django_room import start_django

start_django()
emptying.install()


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """Login limits counted in one test must not reach the next."""
    from django.core.cache import cache

    cache.clear()
