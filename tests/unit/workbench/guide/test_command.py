"""The guide at the keyboard: what a file may say, what is said about one that cannot be read, and what is answered."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from lijfspoor.catalogue.guide import shipped_guide
from lijfspoor.catalogue.publicpages import disclaimer
from lijfspoor.cli import main
from lijfspoor.domain.guide import advise, read_answers
from lijfspoor.workbench.guide.report import as_data, as_lines
from lijfspoor.workbench.guide.situation import NotUnderstood, read_situation, schema_of
from tests.unit.guide.visitors import VISITORS, Visitor

BOOK = shipped_guide().book


def asked(tmp_path: Path, text: str, *words: str) -> tuple[int, str]:
    """What the command answers to a file with this text: exit code and all it says."""
    file = tmp_path / "situation.json"
    file.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["guide", str(file), *words])
    return done.exit_code, done.output


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "line 1: This is no JSON"),
        ("[]", 'file: Write an object with "schema" and "answers"'),
        ('{"schema": 1, "answers": {}, "more": 1}', 'file: Write an object with "schema" and "answers"'),
        ('{"schema": true, "answers": {}}', 'schema: Write "schema": 1.'),
        ('{"schema": 2, "answers": {}}', 'schema: Write "schema": 1.'),
        ('{"schema": 1, "answers": []}', "answers: Write an object"),
        ('{"schema": 1, "answers": {"hair": "red"}}', "answers.hair: This question does not exist"),
        ('{"schema": 1, "answers": {"age": true}}', "answers.age: Write a whole number from 0 to 120"),
        ('{"schema": 1, "answers": {"age": 12.5}}', "answers.age: Write a whole number from 0 to 120"),
        ('{"schema": 1, "answers": {"talking": ["easy", "hard"]}}', "answers.talking: Choose one answer"),
        ('{"schema": 1, "answers": {"talking": {}}}', "answers.talking: Choose from: easy, hard, unknown"),
        ('{"schema": 1, "answers": {"body": ["pain", "none"]}}', "answers.body: You chose 'None of this'"),
        ('{"schema": 1, "answers": {"body": ["pain", 3]}}', "answers.body[1]: Choose from"),
        ('{"schema": 1, "answers": {"age": 3, "age": 80}}', "age: Write this once"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_by_its_field(tmp_path: Path, text: str, says: str) -> None:
    code, output = asked(tmp_path, text, "--language", "en")
    assert code == 1
    assert f"situation.json: {says}" in output
    assert "Traceback" not in output


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_situation(BOOK, '{"schema": 1, "answers": {"age": "old", "hair": "red", "body": ["x", "y"]}}')
    places = [place for place, _ in refused.value.faults]
    assert places == ["answers.age", "answers.hair", "answers.body[0]", "answers.body[1]"]


@pytest.mark.requirement("S0-068")
@pytest.mark.parametrize("visitor", VISITORS, ids=lambda visitor: visitor.who)
def test_a_visitor_in_a_file_gets_the_same_advice_with_the_disclaimer(tmp_path: Path, visitor: Visitor) -> None:
    text = json.dumps({"schema": 1, "answers": visitor.told})
    code, output = asked(tmp_path, text, "--json")
    told = json.loads(output)
    assert code == 0
    assert [one["id"] for one in told["alarms"]] == ([visitor.alarm] if visitor.alarm else [])
    assert {one["kind"] for one in told["findings"] if one["fit"] == "fits"} == visitor.fits
    assert told["next_steps"] or told["alarms"][0]["contacts"]
    assert told["disclaimer"]["sources"] == ["S0-068"]
    assert "GP" in told["disclaimer"]["text"]["en"]
    printed = asked(tmp_path, text)[1].splitlines()
    assert max(map(len, printed)) <= 100
    assert "Dit is geen diagnose." in printed


def test_data_holds_every_reason_with_its_source() -> None:
    answers, _ = read_answers(BOOK, {"danger": ["none"], "body": ["tension"], "earlier": ["talking-not-enough"]})
    advice = advise(BOOK, answers)
    told = as_data(advice, disclaimer())
    for finding, shown in zip(advice.findings, told["findings"], strict=True):
        assert [one["id"] for one in shown["for"]] == [reason.code for reason in finding.pro]
        assert [one["sources"] for one in shown["against"]] == [list(reason.sources) for reason in finding.con]
    lines = "\n".join(as_lines(advice, disclaimer(), "en"))
    assert "[S0-001," in lines


def test_the_schema_names_every_question_and_every_option() -> None:
    properties = schema_of(BOOK)["properties"]["answers"]["properties"]
    assert list(properties) == [question.id for question in BOOK.questions]
    written = json.dumps(properties)
    assert all(f'"const": "{option.id}"' in written for question in BOOK.questions for option in question.options)


COSTS = """, "costs": {"kind": "pmt", "setting": "own_practice", "starts_on": "2026-06-01",
    "sessions": {"low": 10, "high": 10}, "price": {"low": 80, "high": 80}, "has_policy": "no"}"""


@pytest.mark.requirement("S0-052", "S0-066")
def test_a_file_that_tells_of_insurance_gets_the_ways_of_paying_too(tmp_path: Path) -> None:
    """As lines and as data; a red flag leaves them out, like all other advice."""
    text = f'{{"schema": 1, "answers": {{"danger": ["none"], "age": 40}}{COSTS}}}'
    code, output = asked(tmp_path, text, "--language", "en")
    assert code == 0
    assert "Paying yourself: open" in output
    assert "You pay € 800 yourself." in output
    assert "Basic insurance (Zvw): closed" in output
    told = json.loads(asked(tmp_path, text, "--json")[1])
    assert {each["route"]: each["open"] for each in told["costs"]}["own"] == "yes"
    danger = f'{{"schema": 1, "answers": {{"danger": ["suicidal"]}}{COSTS}}}'
    assert "You pay" not in asked(tmp_path, danger, "--language", "en")[1]
    assert "costs" not in json.loads(asked(tmp_path, danger, "--json")[1])


def test_a_slip_in_what_it_costs_is_named_by_its_field(tmp_path: Path) -> None:
    """With the way to it."""
    text = '{"schema": 1, "answers": {}, "costs": {"kind": "massage"}}'
    code, output = asked(tmp_path, text, "--language", "en")
    assert code == 1
    assert "situation.json: costs.kind:" in output
    assert "situation.json: costs.starts_on:" in output
