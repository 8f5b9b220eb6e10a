"""`lijfspoor power`: the answer to read or as JSON, errors in one line, interrupted and resumed."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lijfspoor.domain.singlecase.power.chunks import plan_chunks, run_chunk
from lijfspoor.domain.singlecase.power.gather import state_of
from lijfspoor.domain.singlecase.power.question import power_question_from
from lijfspoor.workbench.power import command
from lijfspoor.workbench.power.command import power, read_mapping
from lijfspoor.workbench.power.executors import NoScheduler

DESIGN = """\
design: phases
phases: AB
measurements: 30
minimum: 3
power:
  level: 2
  replications: 30
"""


@pytest.fixture
def design(tmp_path: Path) -> Path:
    file = tmp_path / "design.yaml"
    file.write_text(DESIGN, encoding="utf-8")
    return file


def run(*arguments: object) -> Result:
    return CliRunner().invoke(power, [str(argument) for argument in arguments])


def test_the_answer_to_read(design: Path) -> None:
    result = run("--design", design)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert len(lines) == 5
    assert lines[0].startswith("Als het effect er is")
    assert "25 mogelijke toewijzingen" in lines[1]
    assert lines[2].startswith("Zonder effect slaat de toets in ")
    assert "ten minste 3 metingen" in lines[3]
    english = run("--design", design, "--language", "en").stdout
    assert "this design finds it in" in english
    assert "a false alarm in" in english


def test_the_answer_as_json(design: Path) -> None:
    answer = json.loads(run("--design", design, "--json").stdout)
    assert answer["schema"] == "lijfspoor.singlecase.power/1"
    assert answer["studies"] == 30
    assert answer["question"]["level"] == 2
    assert answer["question"]["design"]["phases"] == "AB"
    assert "power" not in answer["question"]["design"]
    assert answer["assignments"] == "25"
    assert answer["smallest_p"] == {"one_sided": 0.04, "two_sided": 0.08}
    assert answer["power"]["interval"][0] <= answer["power"]["value"] <= answer["power"]["interval"][1]
    assert answer["power"]["error"] > 0
    assert [bar["met"] for bar in answer["quality"]] == ["with-reservations", "no"]
    assert set(answer["said"][0]) == {"nl", "en"}
    again = json.loads(run("--design", design, "--json").stdout)
    assert again == answer


def test_replications_and_seed_of_the_command_win(design: Path) -> None:
    answer = json.loads(run("--design", design, "--json", "--replications", 7, "--seed", 3).stdout)
    assert (answer["studies"], answer["question"]["seed"], answer["question"]["replications"]) == (7, 3, 7)
    wrong = run("--design", design, "--replications", 0)
    assert wrong.exit_code == 1
    assert "replications:" in wrong.stderr


def test_json_files_are_read_too(tmp_path: Path) -> None:
    file = tmp_path / "design.json"
    file.write_text(json.dumps({"design": "phases", "phases": "AB", "measurements": 9, "power": {"replications": 2}}))
    assert run("--design", file).exit_code == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("design: [", "design.yaml:1: expected"),
        ("a: 1\nb: c: d\n", "design.yaml:2: mapping values are not allowed here."),
        ("- a\n", "design.yaml: expected keys and values."),
        ("design: dice\n", "design.yaml: design: kies uit"),
        (DESIGN.replace("level", "levle"), "design.yaml: levle: deze sleutel hoort niet bij dit ontwerp"),
        ("a: \x07\n", "design.yaml: "),
    ],
)
def test_errors_are_one_line_with_the_file(tmp_path: Path, content: str, words: str) -> None:
    file = tmp_path / "design.yaml"
    file.write_text(content, encoding="utf-8")
    result = run("--design", file)
    assert result.exit_code == 1
    assert words in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "design.yaml"
    file.write_bytes(b"\xff\xfe\x00")
    result = run("--design", file)
    assert (result.exit_code, result.stderr) == (1, f"{file}: not a text in UTF-8.\n")


def test_yaml_makes_nothing_but_plain_data(tmp_path: Path) -> None:
    file = tmp_path / "design.yaml"
    file.write_text("design: !!python/object/apply:os.getcwd []\n", encoding="utf-8")
    assert "could not determine a constructor" in run("--design", file).stderr


def test_it_keeps_what_is_done_and_goes_on(design: Path, tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    whole = run("--design", design, "--json", "--resume", state)
    assert len(json.loads(state.read_text())["chunks"]) == 2
    question = power_question_from(read_mapping(design))
    first = run_chunk(question, plan_chunks(question)[0])
    state.write_text(json.dumps(state_of(question, [first])))
    assert run("--design", design, "--json", "--resume", state).stdout == whole.stdout
    assert not state.with_name("state.json.part").exists()
    other = run("--design", design, "--resume", state, "--seed", 8)
    assert other.exit_code == 1
    assert "andere vraag" in other.stderr


def test_an_interruption_says_how_to_go_on(design: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "run_power", interrupted)
    state = tmp_path / "state.json"
    kept = run("--design", design, "--resume", state)
    assert (kept.exit_code, kept.stderr) == (130, f"Interrupted; go on with --resume {state}.\n")
    assert run("--design", design).stderr == "Interrupted.\n"


def test_a_cluster_that_does_not_answer_is_said(design: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object, **__: object) -> None:
        raise NoScheduler("No Dask scheduler answers at x.")

    monkeypatch.setattr(command, "run_power", nobody)
    result = run("--design", design, "--scheduler", "x")
    assert (result.exit_code, result.stderr) == (1, "No Dask scheduler answers at x.\n")


def test_progress_is_shown_to_a_person_only(design: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("--design", design).stderr == ""
    shown: list[str] = []
    monkeypatch.setattr(command, "_is_person", lambda: True)
    monkeypatch.setattr("click.echo", lambda text, **_: shown.append(text))
    run("--design", design)
    assert shown[:3] == ["\r0/2", "\r1/2", "\r2/2\n"]
