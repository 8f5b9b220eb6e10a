"""Sealed randomisation: drawn from a seed, published as hashes, opened with every change named."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

import numpy as np
import pytest

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.designs.canonical import canonical, digest
from lijfspoor.domain.singlecase.designs.opening import commitment_from, open_seal, seal_from, verify
from lijfspoor.domain.singlecase.designs.rawdraw import rank_from_seed
from lijfspoor.domain.singlecase.designs.reading import design_from
from lijfspoor.domain.singlecase.designs.seal import PARTS, Seal, commit, schedule_of, seal, seed_from
from tests.unit.singlecase.designs.checks import drawn_evenly, refused, said

DESIGN: Mapping[str, object] = {
    "design": "multiple-baseline",
    "cases": ["Ada", "Bo", "Cy"],
    "measurements": 20,
    "randomisation": "koehler-levin",
    "windows": [[5, 7], [8, 10], [11, 13]],
}
PLAN: Mapping[str, object] = {"statistic": "mean-difference", "alpha": 0.05, "tail": "better"}
NONCE = "0f1e2d3c4b5a6978"


def sealed(seed: int | None = 7) -> Seal:
    return seal(DESIGN, PLAN, nonce=NONCE, seed=seed)


def slow_words(seed: int) -> "list[int]":
    """PCG64 once more in whole numbers (O'Neill 2014): a 128-bit state stepped, then folded and rotated."""
    start = np.random.PCG64(np.random.SeedSequence(seed)).state["state"]
    state, increment, words = start["state"], start["inc"], []
    for _ in range(6):
        state = (state * 0x2360ED051FC65DA44385DF649FCCF645 + increment) % 2**128
        folded, turn = (state >> 64) ^ (state % 2**64), state >> 122
        words.append((folded >> turn | folded << (64 - turn)) % 2**64)
    return words


@pytest.mark.parametrize(("seed", "bits"), [(0, 5), (1, 64), (2, 64), (3, 100), (4, 128)])
def test_raw_words_make_the_rank(seed: int, bits: int) -> None:
    words = slow_words(seed)
    number = words[0] if bits <= 64 else words[0] * 2**64 + words[1]
    assert rank_from_seed(seed, 2**bits) == number % 2**bits


def test_the_same_seed_draws_the_same_for_ever() -> None:
    assert [rank_from_seed(seed, 25) for seed in range(8)] == [1, 6, 1, 24, 14, 8, 15, 11]
    assert rank_from_seed(1, 2925) == 1279
    assert rank_from_seed(3, 10**30) == 301978501199796811350139720693
    assert rank_from_seed(9, 1) == 0


def test_numbers_that_are_too_high_are_put_aside() -> None:
    for seed in range(30):
        low = [word % 32 for word in slow_words(seed)]
        expected = next((number for number in low if number < 17), None)
        if expected is not None:
            assert rank_from_seed(seed, 17) == expected


def test_ranks_are_drawn_evenly() -> None:
    drawn_evenly([(rank_from_seed(seed, 11),) for seed in range(1100)], [(rank,) for rank in range(11)])


def test_a_seed_is_a_whole_number_from_nought() -> None:
    with refused("bad-seed"):
        rank_from_seed(-1, 5)
    with refused("no-assignment"):
        rank_from_seed(1, 0)


def test_the_schedule_is_one_of_the_design() -> None:
    design = design_from(DESIGN)
    for seed in range(5):
        schedule = schedule_of(DESIGN, seed)
        assert list(schedule) == ["Ada", "Bo", "Cy"]
        codes = design.codes_of(list(schedule.values()))
        found = design.joint.find(codes)
        assert not isinstance(found, Refused)
        assert design.joint.admits(found)
    assert schedule_of(DESIGN, 1) == sealed(1).schedule
    assert len({str(schedule_of(DESIGN, seed)) for seed in range(20)}) > 12


def test_without_a_seed_it_follows_from_design_plan_and_nonce() -> None:
    own = sealed(None)
    assert own.seed == seed_from(DESIGN, PLAN, NONCE)
    assert own.seed == int(digest({"design": DESIGN, "plan": PLAN, "nonce": NONCE}), 16)
    changed = {seed_from(DESIGN, {**PLAN, "alpha": 0.1}, NONCE), seed_from({**DESIGN, "title": "x"}, PLAN, NONCE)}
    assert len(changed | {own.seed, seed_from(DESIGN, PLAN, NONCE + "0")}) == 4


def test_what_is_published_is_hashes_of_salted_parts() -> None:
    one = sealed()
    published = commit(one)
    text = f'["plan","{NONCE}",' + '{"alpha":0.05,"statistic":"mean-difference","tail":"better"}]'
    assert published.parts["plan"] == sha256(text.encode()).hexdigest()
    assert tuple(published.parts) == PARTS
    assert published.content()["nonce"] == sha256(f'["nonce","{NONCE}"]'.encode()).hexdigest()
    assert len({published.whole, published.nonce, *published.parts.values()}) == len(PARTS) + 2
    assert NONCE not in str(published.content())
    assert commit(seal(DESIGN, PLAN, nonce=NONCE + "1", seed=7)).parts["schedule"] != published.parts["schedule"]


def test_an_unchanged_seal_holds() -> None:
    one = sealed()
    verdict = verify(commit(one), one)
    assert verdict.intact
    assert verdict.changed == ()
    assert verdict.drawn
    (saying,) = verdict.said
    said(saying, "The seal holds")
    again = open_seal(commitment_from(commit(one).content()), one.content())
    assert again.content() == one.content()
    assert one.drawing["generator"] == "PCG64"
    assert one.drawing["library"] == f"numpy {np.__version__}"


def swapped(schedule: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {"Ada": schedule["Bo"], "Bo": schedule["Ada"], "Cy": schedule["Cy"]}


CHANGES = {
    "design": lambda one: replace(one, design={**DESIGN, "title": "later"}),
    "plan": lambda one: replace(one, plan={**PLAN, "alpha": 0.1}),
    "schedule": lambda one: replace(one, schedule=swapped(one.schedule)),
    "seed": lambda one: replace(one, seed=one.seed + 1),
    "drawing": lambda one: replace(one, drawing={**one.drawing, "library": "other"}),
    "nonce": lambda one: replace(one, nonce="0000000000000000"),
}


@pytest.mark.parametrize("part", list(CHANGES))
def test_each_change_is_named_alone(part: str) -> None:
    one = sealed()
    later = CHANGES[part](one)
    verdict = verify(commit(one), later)
    assert verdict.changed == (part,)
    assert not verdict.intact
    assert verdict.drawn == (part not in ("schedule", "seed"))
    for saying in verdict.said:
        said(saying)
    assert "not what was committed" in verdict.said[0].en
    assert len(verdict.said) == 2 - verdict.drawn
    with refused("seal-broken", verdict.said[0].en):
        open_seal(commit(one), later.content())


def test_the_names_of_the_parts_are_said() -> None:
    one = sealed()
    names = {
        "design": ("Het ontwerp", "The design"),
        "plan": ("Het analyseplan", "The analysis plan"),
        "schedule": ("Het schema", "The schedule"),
        "seed": ("Het startgetal", "The seed"),
        "drawing": ("De wijze van trekken", "The way of drawing"),
        "nonce": ("Het geheime woord", "The nonce"),
    }
    for part, (nl, en) in names.items():
        saying = verify(commit(one), CHANGES[part](one)).said[0]
        assert saying.nl == f"{nl} is niet wat er is vastgelegd."
        assert saying.en == f"{en} is not what was committed."


def test_several_changes_are_all_named() -> None:
    one = sealed()
    later = replace(one, plan={}, design={**DESIGN, "measurements": 21})
    assert verify(commit(one), later).changed == ("design", "plan")
    assert len(verify(commit(one), later).said) == 3


def test_a_schedule_that_was_not_drawn_is_found_though_the_hashes_agree() -> None:
    one = sealed()
    chosen = replace(one, schedule=swapped(one.schedule))
    verdict = verify(commit(chosen), chosen)
    assert verdict.changed == ()
    assert not verdict.drawn
    assert not verdict.intact
    said(verdict.said[0], "not what the seed draws")
    for part in ("generator", "method"):
        assert not verify(commit(one), replace(one, drawing={**one.drawing, part: "other"})).drawn
    assert not verify(commit(one), replace(one, design={"design": "none"})).drawn


def test_hashes_that_do_not_belong_together_are_found() -> None:
    one = sealed()
    published = commit(one)
    later = replace(one, plan={})
    mixed = replace(published, parts={**published.parts, "plan": commit(later).parts["plan"]})
    verdict = verify(mixed, later)
    assert verdict.changed == ("commitment",)
    said(verdict.said[0], "do not belong together")
    assert verify(replace(published, form="other"), one).changed == ("commitment",)


def test_a_nonce_must_be_long_enough() -> None:
    with refused("short-nonce", "16"):
        seal(DESIGN, PLAN, nonce="0" * 15, seed=1)
    assert seal(DESIGN, PLAN, nonce="0" * 16, seed=1).nonce == "0" * 16


@pytest.mark.parametrize("part", ["form", "design", "plan", "schedule", "seed", "nonce", "drawing"])
def test_a_file_that_is_no_seal_is_refused_by_part(part: str) -> None:
    content = sealed().content()
    with refused("bad-seal", part):
        seal_from({name: value for name, value in content.items() if name != part})
    with refused("bad-seal", part):
        seal_from({**content, part: True})


def test_labels_that_are_no_text_are_refused() -> None:
    for rows in ("AAB", [1, 2], None):
        with refused("bad-seal", "schedule"):
            seal_from({**sealed().content(), "schedule": {"Ada": rows}})


@pytest.mark.parametrize("part", ["form", "parts", "whole", "nonce"])
def test_a_file_that_is_no_commitment_is_refused(part: str) -> None:
    content = commit(sealed()).content()
    with refused("bad-seal"):
        commitment_from({**content, part: 3})


def test_one_text_for_one_content() -> None:
    assert canonical({"b": [1, 2.5, None, True], "a": "é"}) == '{"a":"\\u00e9","b":[1,2.5,null,true]}'
    assert canonical({"a": (1, 2)}) == canonical({"a": [1, 2]})
    assert canonical(5) != canonical(5.0)
    assert digest("x") == sha256(b'"x"').hexdigest()


@pytest.mark.parametrize(
    ("content", "named"),
    [({1: 2}, "key"), (float("nan"), "float"), (float("inf"), "float"), ({"a": {1}}, "set"), (np.int64(3), "int64")],
)
def test_what_is_not_plain_is_refused(content: object, named: str) -> None:
    with refused("not-plain", named):
        canonical(content)
