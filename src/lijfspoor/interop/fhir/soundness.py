"""What holds for every FHIR JSON document, wherever in it one looks."""

from lijfspoor.interop.fhir.accounting import Path, written
from lijfspoor.interop.fhir.json_reading import Json, RepeatedKey
from lijfspoor.interop.fhir.refusal import ReferralRefused

DEEPEST = 60


def check_sound(document: Json, root: str) -> None:
    """Refuse double keys, null where FHIR has none, characters no text may hold, and nesting over 60 deep."""
    _check(document, (), root, null_allowed=False)


def _check(value: Json, path: Path, root: str, *, null_allowed: bool) -> None:
    if len(path) > DEEPEST:
        raise ReferralRefused(written(root, path[:8]), f"Dit is te diep genest (meer dan {DEEPEST} stappen).")
    if value is None and not null_allowed:
        raise ReferralRefused(written(root, path), "Hier staat niets (null); FHIR laat een leeg onderdeel weg.")
    if isinstance(value, str):
        _check_characters(value, path, root)
    if isinstance(value, dict):
        _check_object(value, path, root)
    if isinstance(value, list):
        for index, each in enumerate(value):
            _check(each, (*path, index), root, null_allowed=null_allowed)


def _check_object(held: dict[str, Json], path: Path, root: str) -> None:
    if isinstance(held, RepeatedKey):
        raise ReferralRefused(written(root, (*path, held.key)), "Deze naam staat twee keer in hetzelfde onderdeel.")
    for key, each in held.items():
        _check_characters(key, path, root)
        _check(each, (*path, key), root, null_allowed=_has_twin(held, key))


def _has_twin(held: dict[str, Json], key: str) -> bool:
    """Say whether null keeps the place in two lists side by side, as in `given` and `_given`."""
    twin = key[1:] if key.startswith("_") else f"_{key}"
    return isinstance(held.get(twin), list) and isinstance(held[key], list)


def _check_characters(text: str, path: Path, root: str) -> None:
    wrong = next((sign for sign in text if _is_wrong(sign)), None)
    if wrong is not None:
        raise ReferralRefused(written(root, path), f"Deze tekst bevat een teken dat niet mag: U+{ord(wrong):04X}.")


def _is_wrong(sign: str) -> bool:
    return (sign < " " and sign not in "\t\n\r") or "\ud800" <= sign <= "\udfff"
