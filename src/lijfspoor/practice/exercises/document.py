"""Between the form of an exercise and the text that is kept: the form writes the same file a person could."""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from django.utils.text import slugify

from lijfspoor.domain.exercises.exercise import Exercise
from lijfspoor.domain.kernel import Text

LINES = ("steps", "materials", "safety", "reflection")
"""Fields with a line for each text, Dutch and English beside each other."""

CHOICES = (
    "kinds", "senses", "modules", "phases", "blocks", "aspects", "problem_areas", "ages", "forms", "allergens",
)  # fmt: skip
PLAIN = ("arousal", "intensity", "space", "touch")
CAUTION_ROWS = 16
LONGEST_ID = 60


def document_of(given: Mapping[str, Any]) -> str:
    """Return the text of the exercise that a form describes; what is open in the form is open in the text."""
    told: dict[str, Any] = {
        "schema": 1,
        "id": given["id"].strip() or slugify(given["title_nl"])[:LONGEST_ID],
        "version": given["version"],
        "title": _both(given["title_nl"], given["title_en"]),
        "kinds": list(given["kinds"]),
        "purpose": {"text": _both(given["purpose_nl"], given["purpose_en"]), "sources": _words(given["sources"])},
        "steps": _lines(given, "steps"),
        "minutes_low": given["minutes_low"],
        "minutes_high": given["minutes_high"],
    }
    told |= {name: _lines(given, name) for name in LINES[1:] if _lines(given, name)}
    told |= {name: list(given[name]) for name in CHOICES[1:] if given[name]}
    told |= {name: given[name] for name in PLAIN}
    if given["stage"]:
        told["stage"] = given["stage"]
    if cautions := list(_cautions(given)):
        told["cautions"] = cautions
    told |= {"home": bool(given["home"]), "effort_check": bool(given["effort_check"]), "mark": "own_not_reviewed"}
    told |= {"written_on": given["written_on"], "review_by": given["review_by"]}
    if given["derived_from"]:
        told["derived_from"] = given["derived_from"]
    told["sources"] = _words(given["sources"])
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=100)


def initial_of(exercise: Exercise) -> dict[str, Any]:
    """Return what a form starts with to adapt this exercise."""
    given: dict[str, Any] = {name: list(getattr(exercise, name)) for name in CHOICES}
    given |= {name: getattr(exercise, name) for name in (*PLAIN, "id", "version", "minutes_low", "minutes_high")}
    for name in LINES:
        given |= _spread(name, getattr(exercise, name))
    given |= {"title_nl": exercise.title.nl, "title_en": exercise.title.en}
    given |= {"purpose_nl": exercise.purpose.text.nl, "purpose_en": exercise.purpose.text.en}
    for number, caution in enumerate(exercise.cautions[:CAUTION_ROWS]):
        given |= {
            f"caution_{number}_id": caution.id,
            f"caution_{number}_kind": caution.kind,
            f"caution_{number}_nl": caution.text.nl,
            f"caution_{number}_en": caution.text.en,
        }
    return given | {
        "stage": exercise.stage or "",
        "home": exercise.home,
        "effort_check": exercise.effort_check,
        "written_on": exercise.written_on,
        "review_by": exercise.review_by,
        "derived_from": exercise.derived_from or "",
        "sources": " ".join(dict.fromkeys((*exercise.purpose.sources, *exercise.sources))),
    }


def field_of(path: str) -> str:
    """Return the field of the form that a place in the text comes from, or nothing."""
    top, _, rest = path.partition(".")
    name, _, number = top.partition("[")
    language = rest.rpartition(".")[2]
    if name in ("title", "purpose") and language in ("nl", "en"):
        return f"{name}_{language}"
    if name == "purpose":
        return "sources"
    if name in LINES:
        return f"{name}_{language if language in ('nl', 'en') else 'nl'}"
    if name == "cautions":
        return f"caution_{number.rstrip(']') or 0}_{language if language in ('nl', 'en', 'id', 'kind') else 'nl'}"
    return name


def _both(nl: str, en: str) -> dict[str, str]:
    return {name: words for name, words in (("nl", nl.strip()), ("en", en.strip())) if words}


def _words(text: str) -> list[str]:
    return [word for word in text.replace(",", " ").split() if word] or ["own"]


def _lines(given: Mapping[str, Any], name: str) -> list[dict[str, str]]:
    nl, en = (
        [line.strip() for line in given[f"{name}_{language}"].splitlines() if line.strip()] for language in ("nl", "en")
    )
    longest = max(len(nl), len(en))
    return [_both(*pair) for pair in zip(_filled(nl, longest), _filled(en, longest), strict=True)]


def _filled(lines: list[str], length: int) -> list[str]:
    return lines + [""] * (length - len(lines))


def _cautions(given: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for number in range(CAUTION_ROWS):
        nl, en = given[f"caution_{number}_nl"], given[f"caution_{number}_en"]
        if given[f"caution_{number}_id"] or nl.strip() or en.strip():
            kind = given[f"caution_{number}_kind"] or "adapt"
            yield {"id": given[f"caution_{number}_id"], "kind": kind, "text": _both(nl, en)}


def _spread(name: str, texts: tuple[Text, ...]) -> dict[str, str]:
    return {
        f"{name}_nl": "\n".join(each.nl for each in texts),
        f"{name}_en": "\n".join(each.en for each in texts),
    }
