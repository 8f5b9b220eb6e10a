"""Failing examples on half a screen: records without prose, sources and what stands at its default."""

from dataclasses import MISSING, fields, is_dataclass

from lijfspoor.domain.kernel import Statement, Text

PROSE = ("sources", "provenance", "problem", "summary", "recorded_at", "sequence")


def lean(value: object) -> str:
    """A value in few words."""
    if isinstance(value, tuple):
        return "(" + " ".join(f"{lean(each)}," for each in value) + ")"
    if not is_dataclass(value) or isinstance(value, type):
        return str(value)
    told = ((each, getattr(value, each.name)) for each in fields(value) if each.name not in PROSE)
    kept = [
        f"{each.name}={lean(content)}"
        for each, content in told
        if not isinstance(content, Text | Statement) and content not in ((), "") and not _usual(each.default, content)
    ]
    return f"{type(value).__name__}({' '.join(kept)})"


def _usual(default: object, content: object) -> bool:
    return default is not MISSING and default == content
