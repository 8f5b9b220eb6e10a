"""What a design can say at best, and how it stands against the first standards."""

from fractions import Fraction

import pytest

from lijfspoor.domain.singlecase.designs.alternation import shuffled
from lijfspoor.domain.singlecase.designs.attainable import assignments_needed, attainable
from lijfspoor.domain.singlecase.designs.joint import Independent
from lijfspoor.domain.singlecase.designs.phases import phase_scheme
from lijfspoor.domain.singlecase.designs.quality import Met, quality
from lijfspoor.domain.singlecase.designs.reading import design_from
from tests.unit.singlecase.designs.checks import refused, said


def test_twenty_five_starts() -> None:
    limits = attainable(phase_scheme("AB", 26))
    assert limits.assignments == 25
    assert (limits.one_sided, limits.two_sided, limits.level) == (Fraction(1, 25), Fraction(2, 25), Fraction(23, 25))
    assert limits.reaches(0.05, two_sided=False)
    assert not limits.reaches(0.05, two_sided=True)
    said(limits.said, "25 possible", "0.0400 one-sided", "0.0800 two-sided", "cannot reach a two-sided p of .05")
    assert "0,0400 eenzijdig en 0,0800 tweezijdig. Tweezijdig kan het" in limits.said.nl


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (19, "cannot show an effect"),
        (20, "cannot reach a two-sided"),
        (39, "cannot reach a two-sided"),
        (40, "can reach p = .05"),
    ],
)
def test_the_verdict_turns_at_twenty_and_forty(number: int, words: str) -> None:
    limits = attainable(phase_scheme("AB", number + 1))
    said(limits.said, words)
    assert limits.reaches(0.05, two_sided=False) == (number >= 20)
    assert limits.reaches(0.05, two_sided=True) == (number >= 40)


def test_one_assignment_says_nothing() -> None:
    limits = attainable(phase_scheme("AB", 2))
    assert (limits.one_sided, limits.two_sided, limits.level) == (Fraction(1), Fraction(1), Fraction(0))


def test_drawing_limits_what_can_be_said() -> None:
    assert attainable(phase_scheme("AB", 26), draws=9).two_sided == Fraction(2, 10)
    assert attainable(phase_scheme("AB", 26), draws=24).one_sided == Fraction(1, 25)
    assert attainable(phase_scheme("AB", 26), draws=999).one_sided == Fraction(1, 25)
    assert attainable(phase_scheme("AB", 26), draws=1).two_sided == 1
    with refused("bad-draws"):
        attainable(phase_scheme("AB", 26), draws=0)


def test_large_counts_are_said_shortly() -> None:
    said(attainable(shuffled("AB", 60)).said, "1.2e+17 possible", "8.5e-18 one-sided")
    said(attainable(shuffled("AB", 1200)).said, "more than 10^300")
    in_full = attainable(Independent((phase_scheme("AB", 11),) * 299)).said
    said(in_full, "1.0e+299 possible")
    said(attainable(Independent((phase_scheme("AB", 11),) * 300)).said, "more than 10^300")
    said(attainable(shuffled("AB", 16)).said, "12870 possible", "7.8e-05", "0.0002 two-sided")
    said(attainable(shuffled("AB", 42)).said, "538257874440 possible")


def test_how_many_assignments_are_needed() -> None:
    assert assignments_needed(0.05, two_sided=False) == 20
    assert assignments_needed(0.05, two_sided=True) == 40
    assert assignments_needed(0.03, two_sided=False) == 34
    for alpha in (0.0, 1.0):
        with refused("bad-alpha"):
            assignments_needed(alpha, two_sided=True)


def bars(**keys: object) -> tuple[tuple[int, Met], tuple[int, Met]]:
    points, replications = quality(design_from(keys))
    assert (points.name, replications.name) == ("points-per-phase", "replications")
    for bar in (points, replications):
        said(bar.said, f" {bar.least} ", "WWC 1.0")
    return (points.least, points.met), (replications.least, replications.met)


@pytest.mark.parametrize(
    ("minimum", "met"), [(2, Met.NO), (3, Met.WITH_RESERVATIONS), (4, Met.WITH_RESERVATIONS), (5, Met.YES)]
)
def test_points_per_phase(minimum: int, met: Met) -> None:
    points, replications = bars(design="phases", phases="ABAB", measurements=40, minimum=minimum)
    assert points == (minimum, met)
    assert replications == (3, Met.YES)


def test_washout_rows_do_not_count() -> None:
    points, _ = bars(design="phases", phases="ABA", measurements=40, minimum=5, washout=2)
    assert points == (5, Met.YES)


def test_windows_can_make_phases_longer() -> None:
    points, replications = bars(design="phases", phases="AB", measurements=20, window=[7, 12])
    assert points == (6, Met.YES)
    assert replications == (1, Met.NO)


def test_the_worst_series_counts() -> None:
    points, _ = bars(design="phases", phases="AB", cases=2, measurements=[20, 9], window=[6, 6])
    assert points == (4, Met.WITH_RESERVATIONS)


def test_a_multiple_baseline_counts_its_series_when_they_lie_apart() -> None:
    keys: dict[str, object] = {"design": "multiple-baseline", "cases": 3, "measurements": 30, "minimum": 5}
    assert bars(**keys)[1] == (3, Met.NO)
    assert bars(**keys, randomisation="staggered", stagger=1)[1] == (3, Met.YES)
    assert bars(**keys, randomisation="wampold-worsham", moments=[8, 12, 16])[1] == (3, Met.YES)
    assert bars(**keys, randomisation="koehler-levin", windows=[[8, 10], [11, 13], [14, 16]])[1] == (3, Met.YES)
    assert bars(**keys, randomisation="koehler-levin", windows=[[8, 10], [10, 13], [14, 16]])[1] == (3, Met.NO)
    two = {**keys, "cases": 2}
    assert bars(**two, randomisation="staggered", stagger=1)[1] == (2, Met.NO)


def test_starts_that_may_coincide_are_said() -> None:
    keys: dict[str, object] = {"design": "multiple-baseline", "cases": 3, "measurements": 30, "minimum": 5}
    said(quality(design_from(keys))[1].said, "may coincide")
    said(quality(design_from({**keys, "randomisation": "staggered", "stagger": 2}))[1].said, "That is enough")
    said(quality(design_from({**keys, "minimum": 3}))[0].said, "enough with reservations", "Each phase")
    said(quality(design_from({**keys, "minimum": 2}))[0].said, "too few")


def test_alternation_counts_conditions_and_changes() -> None:
    limited = quality(
        design_from({"design": "alternation", "measurements": 12, "randomisation": "limited", "limit": 2})
    )
    assert [bar.least for bar in limited] == [6, 5]
    said(limited[0].said, "Each condition")
    assert bars(design="alternation", measurements=12)[1] == (1, Met.NO)
    assert bars(design="alternation", measurements=8, randomisation="blocks") == (
        (4, Met.WITH_RESERVATIONS),
        (4, Met.YES),
    )
    washed = bars(design="alternation", measurements=24, randomisation="blocks", period=4, washout=2)
    assert washed == ((6, Met.YES), (3, Met.YES))
