"""One text for one content: plain data as canonical JSON, and its SHA-256."""

import json
from collections.abc import Mapping
from hashlib import sha256
from math import isfinite

from lijfspoor.domain.singlecase.data.saying import refuse


def canonical(content: object) -> str:
    """Return content of mappings, lists, texts, numbers, true, false and null as JSON that is always the same.

    Keys are sorted, nothing is padded, everything outside ASCII is escaped, numbers as Python writes them (shortest
    form; 5 and 5.0 differ). Raises Refused "not-plain" for anything else, a key that is no text, or a number that is
    not finite.
    """
    return json.dumps(_plain(content), sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def digest(content: object) -> str:
    """Return the SHA-256 of the canonical JSON, in hexadecimal."""
    return sha256(canonical(content).encode("ascii")).hexdigest()


def _plain(content: object) -> object:
    if isinstance(content, Mapping):
        if not all(isinstance(key, str) for key in content):
            raise _not_plain("een sleutel die geen tekst is", "a key that is no text")
        return {key: _plain(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_plain(item) for item in content]
    if content is None or isinstance(content, str | bool | int):
        return content
    if isinstance(content, float) and isfinite(content):
        return content
    raise _not_plain(f"een waarde van de soort {type(content).__name__}", f"a value of kind {type(content).__name__}")


def _not_plain(nl: str, en: str) -> Exception:
    return refuse(
        "not-plain",
        nl=f"De inhoud heeft {nl}; gebruik tekst, getallen, lijsten en sleutels met waarden.",
        en=f"The content has {en}; use text, numbers, lists and keys with values.",
    )
