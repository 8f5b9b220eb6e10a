"""A number as a person reads it: a comma in Dutch, a dot in English, no more digits than it can carry."""

import math

_MINUS = "\u2212"
_PLAIN_FROM, _PLAIN_UP_TO = 1e-4, 1e9


def numeral(value: float, language: str = "en", decimals: int | None = None) -> str:
    """Write `value` in "nl" or "en"; `decimals` fixes how many, otherwise three significant digits at least the units.

    Very large and very small numbers are written with a power of ten; infinity and no number by their names.
    """
    if math.isnan(value):
        return "onbekend" if language == "nl" else "unknown"
    if math.isinf(value):
        name = "oneindig" if language == "nl" else "infinite"
        return name if value > 0 else f"{_MINUS}{name}"
    return _in_language(_digits(value, decimals), language)


def _digits(value: float, decimals: int | None) -> str:
    size = abs(value)
    if size >= _PLAIN_UP_TO or 0 < size < _PLAIN_FROM:
        return f"{value:.2e}"
    if decimals is None:
        decimals = 0 if size >= 100 or size == 0 else max(0, 2 - math.floor(math.log10(size)))
        text = f"{value:,.{decimals}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    else:
        text = f"{value:,.{decimals}f}"
    return text if any(digit in text for digit in "123456789") else text.lstrip("-")


def _in_language(text: str, language: str) -> str:
    if language == "nl":
        text = text.translate(str.maketrans(",.", ".,"))
    mantissa, mark, power = text.partition("e")
    mantissa = mantissa.rstrip("0").rstrip(",.") if mark else mantissa
    power = f"e{int(power)}" if mark else ""
    return (mantissa + power).replace("-", _MINUS)


def p_value(p: float, language: str = "en") -> str:
    """Write a p value with two decimals, three below 0.1, four below 0.01, and "< 0.0001" below that; never 0."""
    if 0 <= p < 0.0001:
        return f"< {_in_language('0.0001', language)}"
    return numeral(p, language, 4 if p < 0.01 else 3 if p < 0.1 else 2)


def percentage(share: float, language: str = "en", decimals: int = 0) -> str:
    """Write a share (0.45) as a percentage ("45%")."""
    return f"{numeral(100 * share, language, decimals)}%"
