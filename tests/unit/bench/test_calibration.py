"""The calibration bench judges shares rightly and finds the same ones on any number of workers."""

import numpy as np
import pytest

from lijfspoor.bench.calibration import Claim, Figure, claims, drawn_case, measure, noise, report


def _yes(rng: np.random.Generator) -> bool:
    return bool(rng.random() < 0.25)


def _claim(low: float | None = None, high: float | None = None, *, strict: bool = False) -> Claim:
    return Claim("a quarter", _yes, low, high, strict)


@pytest.mark.parametrize(
    ("share", "claim", "met"),
    [
        (0.05, _claim(high=0.05, strict=True), True),
        (0.051, _claim(high=0.05, strict=True), False),
        (0.051, _claim(high=0.05), True),
        (0.0599, _claim(high=0.05), True),
        (0.062, _claim(high=0.05), False),
        (0.92, _claim(low=0.93, high=0.97), True),
        (0.91, _claim(low=0.93, high=0.97), False),
        (0.99, _claim(low=0.93, high=0.97), False),
        (0.5, _claim(), None),
    ],
)
def test_a_share_is_held_against_its_bar(share: float, claim: Claim, met: bool | None) -> None:
    assert Figure(claim, share, share, 2000).met is met


def test_the_monte_carlo_error_is_that_of_shares() -> None:
    assert Figure(_claim(), 0.2, 0.2, 400).error == pytest.approx(0.02)
    assert Figure(_claim(), 0.5, 0.25, 400).error == 0
    assert Figure(_claim(), 1.0, 1.0, 400).error == pytest.approx((1 / 400 * 399 / 400 / 400) ** 0.5)


def test_a_line_names_figure_error_bar_and_verdict() -> None:
    line = Figure(_claim(high=0.05, strict=True), 0.2, 0.2, 400).line()
    assert line.startswith("a quarter")
    assert "20.0 +- 2.0   at most 5" in line
    assert line.endswith("NOT met")
    assert "for information" in Figure(_claim(), 0.2, 0.2, 400).line()


def test_the_same_seed_gives_the_same_share_on_any_number_of_workers() -> None:
    one, two = (next(measure([_claim()], 250, workers)) for workers in (1, 2))
    assert one == two
    assert one.replications == 250
    assert one.share == pytest.approx(0.25, abs=0.12)


def test_noise_has_the_memory_asked() -> None:
    rng = np.random.default_rng(1)
    drawn = np.array([noise(rng, 0.6, 2) for _ in range(4000)])
    assert np.corrcoef(drawn.T)[0, 1] == pytest.approx(0.6, abs=0.05)
    assert drawn.std(axis=0) == pytest.approx([1.25, 1.25], abs=0.05)


def test_starts_are_drawn_among_twenty_five_rows() -> None:
    rng = np.random.default_rng(1)
    starts = {drawn_case(rng, 0.0, 0.0).spells[1].start + 1 for _ in range(400)}
    assert starts == set(range(8, 33))


def test_what_is_promised_is_measured() -> None:
    names = [claim.name for claim in claims()]
    assert len(names) == len(set(names))
    assert sum(claim.high == 0.05 and claim.strict for claim in claims()) == 3
    assert any("92%" in name for name in names)
    assert any("95%" in name and "3 clients" in name for name in names)
    assert [claim.high for claim in claims() if "model answer (level)" in claim.name] == [None, None, 0.07]
    assert all((claim.low, claim.high) == (0.93, 0.97) for claim in claims() if "pooled" in claim.name)


def test_another_seed_gives_other_trials() -> None:
    one, two = (next(measure([_claim()], 250, 1, seed)) for seed in (1, 2))
    assert one.share != two.share


def test_only_the_claims_asked_for_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert report(2, 1, named="model answer (level) calls an effect, phi 0.0")
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_under_all_joint_starts_the_interval_holds_exactly_as_many_as_it_leaves_in() -> None:
    [claim] = [claim for claim in claims() if "125 joint starts" in claim.name]
    assert claim.trial(np.random.default_rng(3)) == pytest.approx(119 / 125)
