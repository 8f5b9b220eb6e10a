"""Finds phone numbers, mail addresses, postcodes and citizen service numbers."""

import re
from collections.abc import Iterator

from lijfspoor.domain.disguise.known import Hit, Kind, Known

MAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w+])(?:\+|00)?\d[\d\s().-]{6,16}\d(?!\w)")
POSTCODE = re.compile(r"(?<!\w)[1-9]\d{3}\s?(?:[A-Z]{2}|[a-z]{2}(?=\s*(?:$|[,.;)\n])))(?!\w)")
NINE = re.compile(r"(?<!\d)\d{3}[\s.]?\d{3}[\s.]?\d{3}(?!\d)")
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
LEAST_DIGITS = 8
AWAY = "weglaten"


def find_numbers(text: str, known: Known) -> Iterator[Hit]:
    """Yield everything by which someone could be reached or looked up."""
    for found in MAIL.finditer(text):
        yield _hit(found, "mail", "een mailadres")
    for found in NINE.finditer(text):
        digits = _digits(found.group())
        if digits in known.bsns or _passes(digits):
            yield _hit(found, "bsn", "een burgerservicenummer" if digits in known.bsns else "mogelijk een bsn")
    for found in PHONE.finditer(text):
        if _is_phone(found.group(), known):
            yield _hit(found, "phone", "een telefoonnummer")
    for found in POSTCODE.finditer(text):
        yield _hit(found, "postcode", "een postcode")
    for code in known.postcodes:
        compact = "".join(code.split())
        if len(compact) == 6:
            pattern = re.compile(rf"(?<!\w){compact[:4]}\s?{compact[4:]}(?!\w)", re.IGNORECASE)
            yield from (_hit(found, "postcode", "een postcode uit het dossier") for found in pattern.finditer(text))


def _hit(found: re.Match[str], kind: Kind, why: str) -> Hit:
    return Hit(found.start(), found.end(), found.group(), kind, why, AWAY)


def _digits(words: str) -> str:
    return re.sub(r"\D", "", words)


def _passes(digits: str) -> bool:
    """Whether nine digits pass the 11-test of a citizen service number."""
    return int(digits) > 0 and sum(int(one) * by for one, by in zip(digits, WEIGHTS, strict=True)) % 11 == 0


def _is_phone(words: str, known: Known) -> bool:
    digits = _digits(words)
    if any(len(each) >= LEAST_DIGITS and digits.endswith(each[-LEAST_DIGITS:]) for each in map(_digits, known.phones)):
        return True
    bare = re.sub(r"^(?:0031|31(?=\d{9}$))", "0", digits)
    return len(bare) == 10 and bare.startswith("0")
