"""What differs between an exercise and the one it was made from: old and new side by side, in words of the screen."""

from collections.abc import Mapping
from datetime import date

from lijfspoor.domain.caremodules.versions import version_key
from lijfspoor.domain.exercises.exercise import Caution, Exercise
from lijfspoor.domain.kernel.text import Statement, Text
from lijfspoor.practice.exercises import words
from lijfspoor.practice.library.differences import KINDS, Chapter, Difference
from lijfspoor.practice.look.dutch import day

LABELS = {
    "title": "Titel",
    "kinds": "Soort",
    "purpose": "Waar de werkvorm voor is",
    "steps": "Stappen",
    "minutes_low": "Kortste duur in minuten",
    "minutes_high": "Langste duur in minuten",
    "materials": "Materiaal",
    "allergens": "Vraag naar allergie voor",
    "senses": "Zintuigen",
    "stage": "Soort spel",
    "arousal": "Spanning",
    "intensity": "Inspanning",
    "modules": "Module",
    "phases": "Fase",
    "blocks": "Bouwsteen",
    "aspects": "Aspect",
    "problem_areas": "Probleemgebied",
    "ages": "Voor",
    "forms": "Vorm",
    "space": "Waar",
    "cautions": "Let op bij",
    "touch": "Aanraking",
    "home": "Kan ook thuis",
    "effort_check": "Vraagt eerst de inspanningscheck",
    "safety": "Veiligheid",
    "reflection": "Vragen om terug te kijken",
    "sources": "Bronnen",
}
"""Every field that says something of the exercise; how a version is called or dated is no difference."""

CODES: dict[str, Mapping[str, str]] = {
    "kinds": words.KINDS,
    "allergens": words.ALLERGENS,
    "senses": words.SENSES,
    "stage": words.STAGES,
    "arousal": words.AROUSAL,
    "intensity": words.INTENSITY,
    "modules": words.MODULES,
    "aspects": words.ASPECTS,
    "problem_areas": words.AREAS,
    "ages": words.AGES,
    "forms": words.FORMS,
    "space": words.SPACES,
    "touch": words.TOUCH,
}
NOT = {"not": "niet doen", "adapt": "aanpassen"}


def base_of(exercise: Exercise, versions: Mapping[str, Exercise]) -> Exercise | None:
    """Return what a version is held against: the version of it before, else what it was made from; None for neither."""
    key = version_key(exercise.version)
    earlier = [each for each in versions.values() if each.id == exercise.id and version_key(each.version) < key]
    if earlier:
        return max(earlier, key=lambda each: version_key(each.version))
    return versions.get(exercise.derived_from or "")


def differences(before: Exercise, after: Exercise) -> tuple[Chapter, ...]:
    """Return what differs, a chapter for each field, in the order of the exercise; nothing when they say the same."""
    found = ((field, getattr(before, field), getattr(after, field)) for field in LABELS)
    return tuple(Chapter(LABELS[field], (_told(field, old, new),)) for field, old, new in found if old != new)


def _told(field: str, old: object, new: object) -> Difference:
    before, after = _lines(field, old), _lines(field, new)
    if before == after:
        before, after = _lines(field, old, english=True), _lines(field, new, english=True)
    kind = "changed" if before and after else ("added" if after else "removed")
    return Difference(kind, KINDS[kind], "", before, after)


def _lines(field: str, value: object, *, english: bool = False) -> tuple[str, ...]:
    if value is None or value == ():
        return ()
    if isinstance(value, tuple):
        return tuple(line for each in value for line in _lines(field, each, english=english))
    if isinstance(value, Statement):
        return _lines(field, value.text, english=english)
    if isinstance(value, Text):
        return (f"Engels: {value.en}" if english else value.nl,)
    if isinstance(value, Caution):
        called = words.CAUTIONS.get(value.id, value.id)
        return (f"{called} ({NOT[value.kind]}): {value.text.en if english else value.text.nl}",)
    if isinstance(value, bool):
        return ("ja" if value else "nee",)
    if isinstance(value, date):
        return (day(value),)
    return (CODES.get(field, {}).get(str(value), str(value)),)
