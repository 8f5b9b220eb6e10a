"""An SQLite that can damage the records is refused."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from lijfspoor.config.sqlite.base import refuse_unsafe


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2), (3, 7, 0)])
def test_versions_with_the_wal_fault_are_refused(version: tuple[int, ...]) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"3\.51\.3"):
        refuse_unsafe(version)


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 53, 4), (4, 0, 0)])
def test_later_versions_are_fine(version: tuple[int, ...]) -> None:
    refuse_unsafe(version)
