"""The lines under the voices of a joint decision that run together; an open voice is dotted."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.safestring import SafeString, mark_safe

from lijfspoor.practice.look.pictures.svg import curve, element


def merge(given: Sequence[bool]) -> SafeString:
    """One line for each voice from left to right, True when given; decoration, the words stand above it."""
    width = 1200.0
    share = width / max(1, len(given))
    lines = "".join(
        element(
            "path",
            class_="" if voice else "merge__open",
            d=curve([(share * (turn + 0.5), 6), (width / 2, 86)], upright=True),
        )
        for turn, voice in enumerate(given)
    )
    drawing = element(
        "svg",
        lines,
        class_="merge",
        viewBox="0 0 1200 90",
        preserveAspectRatio="none",
        aria_hidden="true",
        focusable="false",
    )
    return mark_safe(drawing)  # noqa: S308 - numbers and fixed words only
