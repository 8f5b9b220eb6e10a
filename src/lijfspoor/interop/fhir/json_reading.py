"""Strict JSON: UTF-8, no double keys, no numbers that are none, nothing too big or too deep."""

import hashlib
import json
import math
from collections import Counter
from typing import NoReturn, TypeAlias

from lijfspoor.interop.fhir.refusal import ReferralRefused

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

LONGEST_NUMBER = 40

_SYNTAX = {
    "Expecting property name enclosed in double quotes": "hier hoort een naam tussen aanhalingstekens",
    "Illegal trailing comma before end of object": "hier staat een komma te veel",
    "Expecting ':' delimiter": "hier hoort een dubbele punt",
    "Expecting ',' delimiter": "hier hoort een komma, of het eind van een lijst of object",
    "Expecting value": "hier hoort een waarde",
    "Unterminated string starting at": "de tekst die hier begint heeft geen eind",
    "Invalid control character at": "hier staat een stuurteken midden in een tekst",
    "Extra data": "na het eind van het bericht staat nog iets",
}


class RepeatedKey(dict[str, Json]):
    """An object in which `key` stood more than once; which value counts is not known."""

    key = ""


def read_json(document: bytes | str, max_bytes: int) -> Json:
    """Return the document as Python values; raises ReferralRefused, with line and column of a fault."""
    text = _text(document, max_bytes)
    try:
        value: Json = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_whole_number,
            parse_float=_number,
            parse_constant=_no_number,
        )
    except json.JSONDecodeError as fault:
        raise ReferralRefused("", _where(fault)) from fault
    except RecursionError as fault:
        raise ReferralRefused("", "Het bericht is te diep genest.") from fault
    return value


def canonical(value: Json) -> str:
    """Return one way of writing a value: keys sorted, no spaces; the entries of a Bundle in one order."""
    if isinstance(value, dict) and value.get("resourceType") == "Bundle" and isinstance(value.get("entry"), list):
        entries = value["entry"]
        value = {**value, "entry": sorted(entries, key=_plain) if isinstance(entries, list) else entries}
    return _plain(value)


def fingerprint(value: Json) -> str:
    """Return the SHA-256 of the canonical text, in hexadecimal."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def _plain(value: Json) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _text(document: bytes | str, max_bytes: int) -> str:
    raw = _encoded(document) if isinstance(document, str) else document
    if len(raw) > max_bytes:
        raise ReferralRefused("", f"Het bericht is te groot: {len(raw)} bytes, hooguit {max_bytes} mag.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise ReferralRefused("", f"Het bericht is geen UTF-8-tekst (byte {fault.start + 1}).") from fault
    if not text.strip():
        raise ReferralRefused("", "Het bericht is leeg.")
    if text.lstrip().startswith("<"):
        raise ReferralRefused("", "Dit lijkt XML of HTML. Lijfspoor leest alleen FHIR in JSON.")
    return text


def _encoded(document: str) -> bytes:
    try:
        return document.encode()
    except UnicodeEncodeError as fault:
        raise ReferralRefused("", f"Teken {fault.start + 1} is geen geldig teken.") from fault


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeated = RepeatedKey(found)
    repeated.key = Counter(key for key, _ in pairs).most_common(1)[0][0]
    return repeated


def _whole_number(text: str) -> int:
    _check_length(text)
    return int(text)


def _number(text: str) -> float:
    _check_length(text)
    number = float(text)
    if not math.isfinite(number):
        raise ReferralRefused("", f"Het getal {text} is te groot.")
    return number


def _check_length(text: str) -> None:
    if len(text) > LONGEST_NUMBER:
        raise ReferralRefused("", f"Het getal {text[:12]}… is te lang.")


def _no_number(text: str) -> NoReturn:
    raise ReferralRefused("", f"{text} is geen getal dat in JSON mag staan.")


def _where(fault: json.JSONDecodeError) -> str:
    why = _SYNTAX.get(fault.msg, "dit kan hier niet staan")
    return f"Dit is geen geldige JSON: regel {fault.lineno}, kolom {fault.colno}: {why}."
