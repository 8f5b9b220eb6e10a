"""What the package offers at its door: every name is there, and nothing but NumPy and SciPy is needed."""

import subprocess
import sys

import pytest

from lijfspoor.domain import singlecase

ALONE = """
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"django", "pydantic", "yaml", "click", "pandas", "typst"}:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Absent())
from lijfspoor.domain import singlecase
for name in singlecase.__all__:
    getattr(singlecase, name)
print(sorted({name.split(".")[1] for name in sys.modules if name.startswith("lijfspoor.")}))
print(sorted(name for name in sys.modules if name.startswith("lijfspoor.domain.") and ".singlecase" not in name))
"""


@pytest.mark.parametrize("name", singlecase.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    assert name in dir(singlecase)
    found = getattr(singlecase, name)
    assert not callable(found) or found.__doc__


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'p_value'"):
        singlecase.p_value  # noqa: B018  # asking is the test


def test_numpy_and_scipy_are_all_it_needs() -> None:
    said = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == ["['domain']", "[]"]
