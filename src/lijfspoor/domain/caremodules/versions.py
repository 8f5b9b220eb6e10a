"""Which of two versions of a module is the newer one."""

import re

VERSION = re.compile(r"(0|[1-9]\d{0,3})(\.(0|[1-9]\d{0,3})){1,2}", re.ASCII)


def version_key(version: str) -> tuple[int, ...]:
    """Return what versions are ordered by. Raises ValueError when `version` is no version."""
    if not VERSION.fullmatch(version):
        msg = f"{version!r} is not a version such as 1.0"
        raise ValueError(msg)
    return tuple(int(number) for number in version.split("."))


def next_version(version: str) -> str:
    """Return the version after this one: the last number one higher, so `1.0` becomes `1.1`."""
    *first, last = version_key(version)
    return ".".join(str(number) for number in (*first, last + 1))


def module_id(pin: str) -> str:
    """Return the id of the module that a pin such as `pmt-addon@1.0` is of."""
    return pin.partition("@")[0]
