from datetime import date
from itertools import permutations
from math import isnan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lijfspoor.domain.singlecase.data.cells import moment_of, name_of, number_of, shown
from lijfspoor.domain.singlecase.data.problems import SeriesProblem, UnreadableSeries
from lijfspoor.domain.singlecase.data.reading import Settings, read_series
from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Case, Improvement, Outcome, make_case
from lijfspoor.domain.singlecase.data.writing import write_series

PLAIN = "case,phase,time,value\nAda,A,1,3\nAda,A,2,\nAda,B,3,5.5\nBo,A,1,2\n"


def rows(*lines: str, header: str = "case,phase,time,value") -> str:
    return "\n".join((header, *lines)) + "\n"


def problems(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(UnreadableSeries) as refused:
        read_series(text)
    return [(one.line, one.column, one.code) for one in refused.value.problems]


def content(case: Case) -> tuple[object, ...]:
    """All a case holds, comparable; a missing score as None."""
    return (
        (case.name, case.measure, case.phases, tuple(case.times.tolist())),
        tuple(None if isnan(value) else value for value in case.values.tolist()),
        None if case.trials is None else tuple(str(one) for one in case.trials.tolist()),
        (case.improvement, case.outcome, case.first_day),
    )


def test_cases_come_in_order_of_their_first_row_with_missing_scores_in_place() -> None:
    ada, bo = read_series(PLAIN)
    assert (ada.name, bo.name) == ("Ada", "Bo")
    assert ada.times.tolist() == [1.0, 2.0, 3.0]
    assert ada.phases == ("A", "A", "B")
    assert ada.values[[0, 2]].tolist() == [3.0, 5.5]
    assert isnan(ada.values[1])
    assert (ada.measure, ada.trials, ada.first_day) == ("", None, None)
    assert (ada.improvement, ada.outcome) == (Improvement.INCREASE, Outcome.CONTINUOUS)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + PLAIN,
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        PLAIN.replace(",", "\t"),
        PLAIN.replace(",", ";").replace("5.5", "5,5"),
        "sep=;\n" + PLAIN.replace(",", ";"),
        "sep=\t\n" + PLAIN.replace(",", "\t"),
        PLAIN.replace("\n", ",,\n"),
        PLAIN.replace("\nBo", "\n\n,,,\n , ,,\nBo"),
        "\n,,,\n" + PLAIN + "\n\n",
        PLAIN.replace("Ada", '"Ada"').replace("5.5", '"5,5"'),
        PLAIN.replace(",", " , "),
        PLAIN.replace("case,phase,time,value", "Casus,FASE,Tijd,Waarde"),
        PLAIN.replace("case,phase,time,value", "cliënt,fase,tijd,score"),
        PLAIN.rstrip("\n"),
        PLAIN.replace("Ada,A,1,3", "Ada,A,1.0,+3e0").replace("5.5", "55E-1"),
        PLAIN.replace("Ada", "Ada\u00a0"),
    ],
)
def test_spreadsheets_write_the_same_series_in_many_ways(text: str) -> None:
    assert [content(case) for case in read_series(text)] == [content(case) for case in read_series(PLAIN)]


def test_rows_in_any_order_give_the_same_cases() -> None:
    lines = ["Ada,A,1,3", "Ada,A,2,", "Ada,B,3,5.5", "Bo,A,1,2"]
    wanted = {content(case) for case in read_series(PLAIN)}
    for order in permutations(lines):
        assert {content(case) for case in read_series(rows(*order))} == wanted


def test_columns_may_stand_in_any_order() -> None:
    assert [content(case) for case in read_series("value,time,phase,case\n3,1,A,Ada\n")] == [
        content(case) for case in read_series("case,phase,time,value\nAda,A,1,3\n")
    ]


def test_measures_of_a_case_are_series_of_their_own() -> None:
    text = rows("Ada,A,1,3,sleep", "Ada,A,1,4,pain", "Ada,B,2,5,sleep", header="case,phase,time,value,measure")
    assert [(case.name, case.measure, case.size) for case in read_series(text)] == [
        ("Ada", "sleep", 2),
        ("Ada", "pain", 1),
    ]
    assert read_series(text.replace("measure", "maat"))[1].measure == "pain"
    assert read_series(rows("Ada,A,1,3,", header="case,phase,time,value,measure"))[0].measure == ""


def test_dates_are_days_since_the_first_in_the_file() -> None:
    ada, bo = read_series(
        rows("Ada,A,2026-02-28,1", "Ada,B,2026-03-01,2", "Bo,A,2026-02-27T12:00,3", header="case,phase,date,value")
    )
    assert (ada.first_day, bo.first_day) == (date(2026, 2, 27), date(2026, 2, 27))
    assert ada.times.tolist() == [1.0, 2.0]
    assert bo.times.tolist() == [0.5]


def test_numbers_of_trials_belong_to_the_series_that_have_them() -> None:
    header = "case,phase,time,value,measure,trials"
    text = rows("Ada,A,1,3,tasks,20", "Ada,A,2,,tasks,", "Ada,A,1,7,mood,", header=header)
    tasks, mood = read_series(text)
    assert tasks.trials is not None
    assert tasks.trials[0] == 20
    assert mood.trials is None
    assert problems(text.replace(",20", ",0")) == [(2, "trials", "no-trials")]
    assert read_series(text.replace(",20", ",1"))[0].trials is not None
    assert problems(rows("Ada,A,1,3,tasks,20", "Ada,A,2,4,tasks,", header=header)) == [(3, "trials", "no-trials")]


def test_direction_and_outcome_come_from_the_file_or_from_the_settings() -> None:
    header = "case,phase,time,value,measure,improvement,outcome"
    text = rows("Ada,A,1,3,pain,Decrease,count", "Ada,A,2,4,pain,,", "Ada,A,1,5,mood,,", header=header)
    said = {("", "mood"): Settings(outcome=Outcome.ORDINAL), ("", ""): Settings(Improvement.DECREASE)}
    pain, mood = read_series(text, said)
    assert (pain.improvement, pain.outcome) == (Improvement.DECREASE, Outcome.COUNT)
    assert (mood.improvement, mood.outcome) == (Improvement.INCREASE, Outcome.ORDINAL)
    assert read_series(PLAIN, said)[0].improvement is Improvement.DECREASE
    one = {("Bo", ""): Settings(Improvement.DECREASE)}
    assert [case.improvement.value for case in read_series(PLAIN, one)] == ["increase", "decrease"]


def test_words_about_a_series_are_known_and_the_same_throughout() -> None:
    header = "case,phase,time,value,improvement,outcome"
    text = rows("Ada,A,1,3,up,count", "Ada,A,2,3,increase,score", "Ada,A,3,3,decrease,count", header=header)
    assert problems(text) == [
        (2, "improvement", "unknown-word"),
        (3, "outcome", "unknown-word"),
        (4, "improvement", "changed-word"),
    ]


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        ("Ada,A,1,=2+2", "value", "formula"),
        ("Ada,A,1,@sum", "value", "formula"),
        ("=Ada,A,1,2", "case", "formula"),
        ("Ada,@A,1,2", "phase", "formula"),
        ("Ada,A,1,x", "value", "not-a-number"),
        ("Ada,A,1,NA", "value", "not-a-number"),
        ("Ada,A,1,nan", "value", "not-a-number"),
        ("Ada,A,1,inf", "value", "not-a-number"),
        ("Ada,A,1,1_000", "value", "not-a-number"),
        ("Ada,A,1,\u0663", "value", "not-a-number"),
        ("Ada,A,1," + "1" * 61, "value", "not-a-number"),
        ("Ada,A,1,1e400", "value", "number-too-large"),
        ('Ada,A,1,"1.234,5"', "value", "thousands-mark"),
        ("Ada,A,1,1.234.567", "value", "thousands-mark"),
        ("Ada,A,,2", "time", "no-time"),
        ("Ada,A,x,2", "time", "not-a-number"),
        ("Ada,A,31-1-2026,2", "time", "other-date"),
        ("Ada,A,1/31/2026,2", "time", "other-date"),
        ("Ada,A,2026-1-31,2", "time", "other-date"),
        ("Ada,A,2026-01-31T10:00Z,2", "time", "other-date"),
        ("Ada,A,2026-02-30,2", "time", "no-such-day"),
        ("Ada,A,0000-01-01,2", "time", "no-such-day"),
        ("Ada,A,2026-01-01T24:00,2", "time", "no-such-day"),
        ("Ada,A,2026-01-01T10:60,2", "time", "no-such-day"),
        ("Ada,A,2026-01-01T10:00:60,2", "time", "no-such-day"),
        (",A,1,2", "case", "empty-name"),
        ("Ada,,1,2", "phase", "empty-name"),
        ("Ada,A\x07,1,2", "phase", "control-character"),
        ("Ada\u200b,A,1,2", "case", "control-character"),
        ("A" * 201 + ",A,1,2", "case", "name-too-long"),
        ("Ada,A,1", "", "too-few-cells"),
        ("Ada;A;1;2", "", "too-few-cells"),
        ("Ada,A,1,2,5", "", "too-many-cells"),
        ('Ada,"A,1,2', "", "bad-quotes"),
        ('Ada,"A"x,1,2', "", "bad-quotes"),
        ("Ada,A,1,2\0", "", "nul-character"),
        ('"' + "A" * 200_000 + '",A,1,2', "", "bad-quotes"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line_and_column(line: str, column: str, code: str) -> None:
    text = rows("Cy,A,1,2", "", line, "Cy,A,2,3")
    if (line.startswith("Ada,A,2026-") and "2026-1-" not in line) or "0000" in line:
        text = rows("", "", line)
    assert problems(text) == [(4, column, code)]


def test_a_measure_that_is_no_name_is_told_at_its_line() -> None:
    with pytest.raises(UnreadableSeries) as refused:
        read_series("case,measure,phase,time,value\nAda,mood,A,1,2\nAda,=1+1,A,2,3\n")
    [problem] = refused.value.problems
    assert (problem.line, problem.column, problem.code) == (3, "measure", "formula")


def test_the_column_is_named_as_the_file_names_it() -> None:
    with pytest.raises(UnreadableSeries) as refused:
        read_series("casus;fase;tijd;waarde\nAda;A;1;veel\n")
    assert refused.value.problems[0].said.nl.startswith('Regel 2, kolom waarde: "veel" is geen getal.')
    assert refused.value.problems[0].said.en.startswith('Line 2, column waarde: "veel" is not a number.')
    assert refused.value.code == "unreadable-series"
    assert refused.value.why.nl == refused.value.problems[0].said.nl
    assert refused.value.more == 0


def test_every_problem_of_a_row_and_of_the_file_is_told_in_order_of_line() -> None:
    text = rows("Ada,A,1,2", "Ada,,x,y", "Ada,A,1,3", "Bo,A,1", "Ada,A,1,4")
    assert problems(text) == [
        (3, "phase", "empty-name"),
        (3, "time", "not-a-number"),
        (3, "value", "not-a-number"),
        (4, "time", "same-time-twice"),
        (5, "", "too-few-cells"),
        (6, "time", "same-time-twice"),
    ]
    with pytest.raises(UnreadableSeries) as refused:
        read_series(text)
    assert "ook op regel 2" in refused.value.problems[3].said.nl
    assert "on line 4 for Ada" in refused.value.problems[5].said.en
    assert refused.value.why.en.count("\n") == 5
    assert "4 belong, separated by commas" in refused.value.problems[4].why.en


@pytest.mark.parametrize("count", [49, 50, 51, 260])
def test_the_first_fifty_problems_are_told_and_the_others_counted(count: int) -> None:
    with pytest.raises(UnreadableSeries) as refused:
        read_series(rows(*(f"Ada,A,{time},x" for time in range(count)), "Ada,A,a,1"))
    kept = refused.value.problems
    assert [one.line for one in kept] == list(range(2, 2 + min(50, count + 1)))
    assert refused.value.more == count + 1 - len(kept)
    assert (f"En nog {refused.value.more} andere." in refused.value.why.nl) == (refused.value.more > 0)
    assert (f"And {refused.value.more} more." in refused.value.why.en) == (refused.value.more > 0)


def test_the_same_time_of_two_measures_or_two_cases_is_no_problem() -> None:
    text = rows("Ada,A,1,3,x", "Ada,A,1,4,y", "Bo,A,1,4,y", header="case,phase,time,value,measure")
    assert len(read_series(text)) == 3


def test_dates_and_numbers_as_time_do_not_mix() -> None:
    assert problems(rows("Ada,A,2026-01-01,1", "Bo,A,3,2")) == [(3, "time", "mixed-times")]
    assert problems(rows("Ada,A,1,1", "Bo,A,2026-01-01,2")) == [(3, "time", "mixed-times")]


def test_decimal_points_and_commas_do_not_mix() -> None:
    head = "case;phase;time;value"
    assert problems(rows("Ada;A;1;1,5", "Ada;A;2;1.234", header=head)) == [(3, "value", "mixed-decimals")]
    assert problems(rows("Ada;A;1.5;1", "Ada;A;2;1,5", header=head)) == [(3, "value", "mixed-decimals")]
    assert problems(rows("Ada;A;1.5;1", "Ada;A;2,5;1", header=head)) == [(3, "time", "mixed-decimals")]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "empty-file", 1),
        ("\ufeff", "empty-file", 1),
        ("\n,,\n;;\n", "empty-file", 3),
        ("sep=;\n", "empty-file", 1),
        ("case,phase,time,value\n", "no-rows", 1),
        ("case,phase,time,value\n,,,\n\n", "no-rows", 1),
        ("case,phase,time\nAda,A,1\n", "no-column", 1),
        ("\n\nAda,A,1,2\n", "no-column", 3),
        ("case,phase,time,value,note\nAda,A,1,2,x\n", "unknown-column", 1),
        ("case,phase,time,value,score\nAda,A,1,2,3\n", "column-twice", 1),
        ('case,"phase,time,value\nAda,A,1,2\n', "bad-quotes", 1),
        ("case,phase,time,value\0\nAda,A,1,2\n", "nul-character", 1),
        ("sep=;\ncase,phase,time,value\nAda,A,1,2\n", "no-column", 2),
    ],
)
def test_a_header_that_is_none_is_refused(text: str, code: str, line: int) -> None:
    assert problems(text)[0] == (line, "", code)


def test_a_header_tells_what_it_lacks() -> None:
    with pytest.raises(UnreadableSeries) as refused:
        read_series("case;time;extra\n")
    said = refused.value.why
    assert "ontbreekt: phase, value." in said.nl
    assert 'The column "extra" is not known' in said.en
    assert len(refused.value.problems) == 2


def test_a_name_with_an_accent_is_one_name_however_it_is_spelled() -> None:
    assert len(read_series(rows("Zo\u00eb,A,1,2", "Zoe\u0308,A,2,3"))) == 1


def test_cells() -> None:
    assert number_of("3") == (3.0, "")
    assert number_of("-3.25") == (-3.25, ".")
    assert number_of("\u22122,5") == (-2.5, ",")
    assert number_of(",5") == (0.5, ",")
    assert number_of(".5e1") == (5.0, ".")
    assert number_of("1" * 60) == (float("1" * 60), "")
    assert moment_of("2026-01-31") == date(2026, 1, 31).toordinal()
    assert moment_of("2026-01-31 06:00") == date(2026, 1, 31).toordinal() + 0.25
    assert moment_of("2026-01-31T00:00:30") == pytest.approx(date(2026, 1, 31).toordinal() + 30 / 86400)
    assert moment_of("2026-01-31T23:59:59") is not None
    assert moment_of("20260131") is None
    assert moment_of("3.5") is None
    assert name_of("A" * 200) == "A" * 200
    assert name_of("Jan\u00a0P") == "Jan P"
    assert shown("x" * 40) == '"' + "x" * 40 + '"'
    assert shown("x" * 41) == '"' + "x" * 40 + '..."'
    assert shown("a\0b") == '"a?b"'


names = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=8).filter(
    lambda text: not text.startswith(("=", "@"))
)
scores = st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False))


@st.composite
def cases(draw: st.DrawFn) -> tuple[Case, ...]:
    made: dict[tuple[str, str], Case] = {}
    for _ in range(draw(st.integers(1, 3))):
        size = draw(st.integers(1, 6))
        times = draw(st.lists(st.floats(-1e6, 1e6), min_size=size, max_size=size, unique=True))
        case = make_case(
            name_of(draw(names)),
            draw(st.lists(scores, min_size=size, max_size=size)),
            [name_of(label) for label in draw(st.lists(names, min_size=size, max_size=size))],
            times,
            measure=name_of(draw(names)),
            improvement=draw(st.sampled_from(list(Improvement))),
            outcome=draw(st.sampled_from(list(Outcome))),
            trials=draw(st.one_of(st.none(), st.just([20.0] * size))),
        )
        made[case.name, case.measure] = case
    return tuple(made.values())


@given(cases())
@settings(max_examples=80, deadline=None)
def test_what_is_written_is_read_back(written: tuple[Case, ...]) -> None:
    assert [content(case) for case in read_series(write_series(written))] == [content(case) for case in written]


def test_dates_are_written_as_dates_where_they_are_whole_days() -> None:
    text = rows("Ada,A,2026-02-28,1.0,increase,count", header="case,phase,time,value,improvement,outcome")
    assert write_series(read_series(text)) == (
        "case,measure,phase,time,value,improvement,outcome\nAda,,A,2026-02-28,1.0,increase,count\n"
    )
    half = write_series(read_series(rows("Ada,A,2026-02-28,1", "Ada,A,2026-02-28T12:00,")))
    assert half.splitlines()[1:] == ["Ada,,A,0.0,1.0,increase,continuous", "Ada,,A,0.5,,increase,continuous"]


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_any_text_is_read_or_refused_with_reasons(text: str) -> None:
    for whole in (text, "case,phase,time,value\n" + text, "case;phase;time;value\nAda;A;1;2\n" + text):
        told = told_about(whole)
        assert all(one.line >= 1 and one.why.nl and one.why.en for one in told)
        if not told:
            read = read_series(whole)
            assert all(np.all(np.isfinite(case.times)) and not np.any(np.isinf(case.values)) for case in read)


def told_about(text: str) -> tuple[SeriesProblem, ...]:
    """The problems of a text, none when it can be read."""
    try:
        read_series(text)
    except UnreadableSeries as refused:
        return refused.problems
    return ()


def test_a_long_file_is_read_without_going_back() -> None:
    text = rows(*(f"c{row % 7},{'A' if row < 30_000 else 'B'},{row},{row % 11}" for row in range(60_000)))
    read = read_series(text)
    assert sum(case.size for case in read) == 60_000
    assert isinstance(UnreadableSeries((), 0), Refused)
