"""The command `lijfspoor analyse` on files."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from lijfspoor.domain.singlecase.data.series import make_case
from lijfspoor.domain.singlecase.data.writing import write_series
from lijfspoor.domain.singlecase.designs.seal import commit, seal
from lijfspoor.domain.singlecase.report.analyse import analyse
from lijfspoor.workbench.analysis.command import _show_progress
from lijfspoor.workbench.analysis.paper import drawable, pictures, report_pdf
from lijfspoor.workbench.analysis.schema import json_schema
from tests.unit.singlecase.report.studies import STAGGERED, study
from tests.unit.workbench.analysis.commands import in_every_form, run, written

ROOT = Path(__file__).parents[4]
DATA = ROOT / "docs" / "guide" / "data"


@pytest.fixture
def staggered(tmp_path: Path) -> tuple[Path, Path]:
    design = tmp_path / "design.yaml"
    design.write_text(json.dumps(STAGGERED), encoding="utf-8")
    return written(study("own_mb3"), tmp_path), design


def test_the_files_of_the_guide_are_series_of_the_reference() -> None:
    assert (DATA / "three-clients.csv").read_text(encoding="utf-8") == write_series(study("own_mb3"))
    assert (DATA / "back-and-forth.csv").read_text(encoding="utf-8") == write_series(study("own_abab")[:1])


def test_every_form_of_a_study_with_a_design(staggered: tuple[Path, Path], tmp_path: Path) -> None:
    file, design = staggered
    data = in_every_form(file, tmp_path, "--design", design)
    assert data["answers"][0]["answer"]["status"] == "given"
    assert data["design"]["kind"] == "multiple-baseline"


def test_every_form_of_a_study_without_a_design(staggered: tuple[Path, Path], tmp_path: Path) -> None:
    data = in_every_form(staggered[0], tmp_path)
    assert data["answers"][0]["answer"]["code"] == "no-design"
    assert data["design"] is None


def test_the_schema_names_its_version_and_every_field() -> None:
    schema = json_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    text = json.dumps(schema)
    assert "lijfspoor.singlecase.report/1" in text
    for field in ("assumes_independence", "not_said", "too_early", "checked_at_source", "assignments"):
        assert f'"{field}"' in text


def test_the_picture_alone_needs_no_analysis(staggered: tuple[Path, Path], tmp_path: Path) -> None:
    wide, phone = tmp_path / "wide.svg", tmp_path / "phone.svg"
    done = run(staggered[0], "--svg", wide)
    assert done.exit_code == 0
    assert done.stdout == ""
    assert done.stderr == f"Geschreven: {wide}\n"
    run(staggered[0], "--svg", phone, "--phone", "--language", "en")
    assert 'viewBox="0 0 760 ' in wide.read_text(encoding="utf-8")
    assert 'viewBox="0 0 360 ' in phone.read_text(encoding="utf-8")
    assert 'lang="en"' in phone.read_text(encoding="utf-8")


def test_the_paper_says_what_the_screen_says(staggered: tuple[Path, Path], tmp_path: Path) -> None:
    paper = tmp_path / "out.pdf"
    done = run(*_with_design(staggered), "--pdf", paper, "--language", "en")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", f"Written: {paper}\n")
    reader = PdfReader(BytesIO(paper.read_bytes()))
    read = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "What the draw says" in read
    assert "8 of the 125 possible assignments" in read
    assert "What is still to be reported (SCRIBE 2016)" in read
    assert reader.metadata is not None
    assert reader.metadata.title == "Scores of tier1, tier2, tier3"


def _with_design(staggered: tuple[Path, Path]) -> tuple[str | Path, ...]:
    return staggered[0], "--design", staggered[1]


def test_the_same_report_gives_the_same_bytes() -> None:
    one, other = (report_pdf(analyse(study("own_abab")[:1])) for _ in range(2))
    assert one == other


def test_many_series_are_drawn_over_several_pages() -> None:
    report = analyse([make_case(str(one), [1, 2, 3, 4], "AABB") for one in range(13)])
    drawn = list(pictures(report, "nl"))
    assert len(drawn) == 3
    assert all(0 < picture["width"] <= 160 for picture in drawn)
    assert drawn[2]["alt"].startswith("Scores van 12")


def test_letters_without_a_shape_are_put_as_a_question_mark_in_a_picture_only() -> None:
    assert drawable('<text x="1">Zoë \u4e2d &amp; B</text>') == '<text x="1">Zoë ? &amp; B</text>'
    name = "\u4e2d\u6587 \U0001f600 <b>#[]"
    pdf = report_pdf(analyse([make_case(name, [1, 2, 3, 7, 8, 9], "AAABBB")]))
    assert pdf.startswith(b"%PDF-")


def test_mistakes_in_the_series_are_told_with_line_and_column(tmp_path: Path) -> None:
    file = tmp_path / "mistake.csv"
    file.write_text("case,phase,time,value\nAda,A,1,5\nAda,A,twee,6\nAda,B,3,zeven\n", encoding="utf-8")
    done = run(file)
    assert done.exit_code == 1
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert lines[0].startswith(f"{file}: Regel 3, kolom time: ")
    assert lines[1].startswith(f"{file}: Regel 4, kolom value: ")
    assert run(file, "--language", "en").stderr.startswith(f"{file}: Line 3, column time: ")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "picture.csv"
    file.write_bytes(b"\xff\xfe\x00\x81")
    done = run(file)
    assert (done.exit_code, done.stderr) == (1, f"{file}: geen tekst in UTF-8.\n")
    assert run(file, "--language", "en").stderr == f"{file}: not a text in UTF-8.\n"


def test_a_design_for_other_cases_is_refused(staggered: tuple[Path, Path]) -> None:
    file, design = staggered
    design.write_text(json.dumps({**STAGGERED, "cases": ["x", "y", "z"]}), encoding="utf-8")
    done = run(file, "--design", design)
    assert done.exit_code == 1
    assert "De opzet is voor x, y, z (3)" in done.stderr


def test_a_key_that_a_design_does_not_know_is_named_with_its_file(staggered: tuple[Path, Path]) -> None:
    file, design = staggered
    design.write_text(json.dumps({**STAGGERED, "windw": 3}), encoding="utf-8")
    done = run(file, "--design", design)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"{design}: windw: ")


def test_wrong_wishes_are_named_key_by_key(staggered: tuple[Path, Path]) -> None:
    file, design = staggered
    design.write_text(json.dumps({"analysis": {"level": 2, "efects": []}}), encoding="utf-8")
    done = run(file, "--design", design)
    assert done.exit_code == 1
    assert "analysis.level" in done.stderr
    assert "analysis.efects" in done.stderr


def test_wishes_may_stand_without_a_design(staggered: tuple[Path, Path]) -> None:
    file, design = staggered
    wishes = {"effects": ["pogo"], "settings": {"pogo": {"goal": 25}}, "priors": {"mu_sd": 10, "tau_scale": 5}}
    design.write_text(json.dumps({"analysis": {**wishes, "level": 0.9}}), encoding="utf-8")
    data = json.loads(run(file, "--design", design, "--json").stdout)
    assert data["design"] is None
    [pogo] = data["cases"][0]["comparisons"][0]["effects"]
    assert pogo["statistic"] == "pogo"
    assert data["cases"][0]["comparisons"][0]["model"]["interval"]["level"] == 0.9
    assert data["together"][0]["bayes"]["status"] == "given"


def test_the_direction_comes_from_the_file_else_from_the_command_else_from_the_wishes(tmp_path: Path) -> None:
    plain = "case,phase,time,value\n" + "".join(
        f"Ada,{phase},{row},{value}\n" for row, (phase, value) in enumerate(zip("AAABBB", "789123", strict=True))
    )
    file, wishes = tmp_path / "plain.csv", tmp_path / "wishes.yaml"
    file.write_text(plain, encoding="utf-8")
    wishes.write_text("analysis: {improvement: decrease}", encoding="utf-8")

    def direction(*words: str | Path) -> str:
        return str(json.loads(run(*words, "--json").stdout)["cases"][0]["improvement"])

    assert direction(file) == "increase"
    assert direction(file, "--improvement", "decrease") == "decrease"
    assert direction(file, "--design", wishes) == "decrease"
    assert direction(file, "--design", wishes, "--improvement", "increase") == "increase"
    said = tmp_path / "said.csv"
    said.write_text(write_series([make_case("Ada", [7, 8, 9, 1, 2, 3], "AAABBB", improvement="decrease")]))
    assert direction(said, "--improvement", "increase") == "decrease"


def test_direction_and_outcome_may_differ_by_measure(tmp_path: Path) -> None:
    lines = "".join(
        f"Ada,{measure},{phase},{row},{row % 4}\n"
        for measure in ("spanning", "slaap")
        for row, phase in enumerate("AAAABBBB")
    )
    file, wishes = tmp_path / "two.csv", tmp_path / "wishes.yaml"
    file.write_text(f"case,measure,phase,time,value\n{lines}", encoding="utf-8")
    wishes.write_text("analysis: {improvement: {spanning: decrease}, outcome: {slaap: count}}", encoding="utf-8")
    cases = json.loads(run(file, "--design", wishes, "--json").stdout)["cases"]
    assert [(case["improvement"], case["outcome"]) for case in cases] == [
        ("decrease", "continuous"),
        ("increase", "count"),
    ]


NONCE = "0123456789abcdef0123456789abcdef"


def test_an_opened_seal_is_checked_against_what_was_published(tmp_path: Path) -> None:
    sealed = seal(STAGGERED, {}, nonce=NONCE)
    opened, published = tmp_path / "opened.json", tmp_path / "published.json"
    opened.write_text(json.dumps(sealed.content()), encoding="utf-8")
    published.write_text(json.dumps(commit(sealed).content()), encoding="utf-8")
    cases = [make_case(name, [float(row) for row in range(20)], one) for name, one in sealed.schedule.items()]
    file = written(cases, tmp_path)
    data = json.loads(run(file, "--seal", opened, "--published", published, "--json").stdout)
    assert data["design"]["seal"]["intact"] is True
    assert len(data["design"]["followed"]) == 3
    opened.write_text(json.dumps({**sealed.content(), "plan": {"statistic": "nap"}}), encoding="utf-8")
    broken = json.loads(run(file, "--seal", opened, "--published", published, "--json").stdout)
    assert broken["design"]["seal"]["intact"] is False
    assert broken["answers"][0]["answer"]["code"] == "seal-broken"


def test_a_seal_needs_what_was_published(staggered: tuple[Path, Path], tmp_path: Path) -> None:
    opened = tmp_path / "opened.json"
    opened.write_text("{}", encoding="utf-8")
    done = run(staggered[0], "--seal", opened)
    assert (done.exit_code, done.stderr) == (1, "Geef --seal en --published samen.\n")
    wrong = run(staggered[0], "--seal", opened, "--published", opened, "--language", "en")
    assert wrong.exit_code == 1
    assert "not a seal" in wrong.stderr


def test_a_place_that_cannot_be_written_is_named(staggered: tuple[Path, Path], tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere" / "out.svg"
    done = run(staggered[0], "--svg", nowhere)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"{nowhere}: ")


def test_progress_is_shown_only_to_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    _show_progress("Ada", 1, 4)
    assert capsys.readouterr() == ("", "")
