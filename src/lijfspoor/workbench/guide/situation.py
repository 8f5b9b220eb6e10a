"""A situation in a file, version 1: `{"schema": 1, "answers": {"age": 34, "body": ["tension"]}}`.

With `costs` it also tells of treatment and insurance.

`docs/generated/guide-situation.schema.json` is made of this.
"""

import json
from collections.abc import Mapping
from typing import Any

from lijfspoor.domain.funding.situation import Situation
from lijfspoor.domain.guide import Answers, GuideBook, read_answers
from lijfspoor.domain.guide.book import Question
from lijfspoor.domain.kernel import Text
from lijfspoor.workbench.costs.reading import NotASituation, costs_schema, situation_from

VERSION = 1
NO_JSON = Text(nl="Dit is geen JSON", en="This is no JSON")
NO_OBJECT = Text(
    nl='Schrijf een object met "schema" en "answers", allebei één keer, en zo nodig "costs".',
    en='Write an object with "schema" and "answers", each once, and "costs" when you like.',
)
OTHER_VERSION = Text(nl='Schrijf "schema": 1.', en='Write "schema": 1.')
NO_ANSWERS = Text(
    nl="Schrijf een object met antwoorden per vraag.",
    en="Write an object with an answer for each question.",
)


class NotUnderstood(ValueError):
    """A situation that cannot be read; `faults` are pairs of a place in the file and what is expected there."""

    def __init__(self, faults: list[tuple[str, Text]]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{place}: {text.en}" for place, text in faults))


def read_situation(book: GuideBook, text: str) -> Answers:
    """Return the answers in the text of a file. Raises NotUnderstood with every fault in it."""
    answers, unclear = read_answers(book, _content(text)["answers"])
    if unclear:
        raise NotUnderstood([(f"answers.{each.field}", each.text) for each in unclear])
    return answers


def read_costs(text: str) -> Situation | None:
    """Return what a file tells of treatment and insurance, None when it tells nothing. Raises NotUnderstood."""
    told = _content(text).get("costs")
    if told is None:
        return None
    try:
        return situation_from(told)
    except NotASituation as problem:
        raise NotUnderstood([(f"costs.{field}", Text(nl=why, en=why)) for field, why in problem.problems]) from None


def _content(text: str) -> dict[str, Any]:
    try:
        content = json.loads(text, object_pairs_hook=_without_doubles)
    except json.JSONDecodeError as error:
        raise NotUnderstood([(f"line {error.lineno}", NO_JSON)]) from None
    if not isinstance(content, dict) or not {"schema", "answers"} <= set(content) <= {"schema", "answers", "costs"}:
        raise NotUnderstood([("file", NO_OBJECT)])
    if content["schema"] != VERSION or isinstance(content["schema"], bool):
        raise NotUnderstood([("schema", OTHER_VERSION)])
    if not isinstance(content["answers"], dict):
        raise NotUnderstood([("answers", NO_ANSWERS)])
    return content


def schema_of(book: GuideBook) -> dict[str, Any]:
    """Return the JSON schema of a situation, with each question and its options in English."""
    answers = {question.id: _schema(question) for question in book.questions}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Situation for lijfspoor guide, version 1",
        "type": "object",
        "required": ["schema", "answers"],
        "additionalProperties": False,
        "properties": {
            "schema": {"const": VERSION},
            "answers": {"type": "object", "additionalProperties": False, "properties": answers},
            "costs": costs_schema(),
        },
    }


def _schema(question: Question) -> dict[str, Any]:
    said = {"description": question.text.en}
    if question.kind == "number":
        number = {"type": "integer", "minimum": question.lowest, "maximum": question.highest}
        return {**said, "anyOf": [number, {"const": "unknown"}]}
    one = {"oneOf": [{"const": option.id, "description": option.text.en} for option in question.options]}
    if question.kind == "one":
        return {**said, **one}
    return {**said, "anyOf": [one, {"type": "array", "minItems": 1, "uniqueItems": True, "items": one}]}


def _without_doubles(pairs: list[tuple[str, object]]) -> Mapping[str, object]:
    """An object in which no key stands twice: the second would silently win."""
    twice = [name for place, (name, _) in enumerate(pairs) if name in [other for other, _ in pairs[:place]]]
    if twice:
        expected = Text(nl="Schrijf dit één keer.", en="Write this once.")
        raise NotUnderstood([(name, expected) for name in twice])
    return dict(pairs)
