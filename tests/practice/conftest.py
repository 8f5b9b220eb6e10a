"""What every test with a database has."""

from collections.abc import Iterator

import pytest

from tests.django_room import start_django

start_django()


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """Login limits counted in one test must not reach the next."""
    from django.core.cache import cache

    cache.clear()
    yield
