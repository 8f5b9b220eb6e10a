"""Writes a value out as a content file: the small, strict part of YAML that `documents` reads back the same."""

from typing import Any

import yaml

from lijfspoor.catalogue.documents import Value

WIDTH = 118


class _Plain(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]  # the quick writer where it is there
    """Writes every value out: a file never points at another place."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401  # whatever is written
        """Return True: nothing gets a name to point at."""
        return True


def written_out(value: Value) -> str:
    """Return the text of a content file that says `value`."""
    return str(yaml.dump(value, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=WIDTH))
