"""A design read from a mapping: every kind, every key, and errors that name the key."""

from collections.abc import Mapping
from itertools import product

import numpy as np
import pytest

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.designs.design import Across, Design, Kind
from lijfspoor.domain.singlecase.designs.reading import KEY_OF, design_from
from tests.unit.singlecase.designs import slow
from tests.unit.singlecase.designs.checks import Row, listed, said

Keys = Mapping[str, object]

PHASES: Keys = {"design": "phases", "phases": "AB", "measurements": 12}
BASELINES: Keys = {"design": "multiple-baseline", "cases": 3, "measurements": 20}
ALTERNATION: Keys = {"design": "alternation", "measurements": 8}
CRITERIA: Keys = {"design": "changing-criterion", "criteria": [10, 8, 6], "measurements": 20}


def read(*mappings: Keys, **keys: object) -> Design:
    together: dict[str, object] = {}
    for mapping in mappings:
        together |= mapping
    return design_from(together | keys)


def rows_of(design: Design, case: int = 0) -> list[Row]:
    return listed(design.schemes[case])


def refusal_of(mapping: Keys) -> Refused:
    with pytest.raises(Refused) as caught:
        design_from(mapping)
    said(caught.value.why)
    return caught.value


def test_phases() -> None:
    design = read(PHASES, phases=["rust", "oefening"], minimum=[3, 4], title="Adem")
    assert (design.kind, design.title, design.cases) == (Kind.PHASES, "Adem", ("1",))
    assert design.labels == ("rust", "oefening")
    assert design.sizes == (12,)
    assert sorted(rows_of(design)) == sorted(slow.phase_rows((0, 1), 12, [3, 4], [99] * 2, [set(range(99))]))
    assert design.mapping["title"] == "Adem"
    assert not design.apart
    assert design.criteria == ()


@pytest.mark.parametrize(
    ("keys", "least", "most", "starts"),
    [
        ({}, [1, 1, 1], [99] * 3, [range(99), range(99)]),
        ({"minimum": 3}, [3, 3, 3], [99] * 3, [range(99), range(99)]),
        ({"minimum": {"B": 4}}, [1, 4, 1], [99] * 3, [range(99), range(99)]),
        ({"maximum": {"A": 3}}, [1, 1, 1], [3, 99, 3], [range(99), range(99)]),
        ({"maximum": [3, 9, 8]}, [1, 1, 1], [3, 9, 8], [range(99), range(99)]),
        ({"maximum": 5}, [1, 1, 1], [5] * 3, [range(99), range(99)]),
        ({"window": [4, 6]}, [1, 1, 1], [99] * 3, [range(4, 7), range(99)]),
        ({"windows": [None, [8, 9]]}, [1, 1, 1], [99] * 3, [range(99), range(8, 10)]),
        ({"windows": [[3, 3], [8, 9]], "minimum": 2}, [2, 2, 2], [99] * 3, [range(3, 4), range(8, 10)]),
    ],
)
def test_rows_and_windows_of_phases(keys: Keys, least: list[int], most: list[int], starts: list[range]) -> None:
    design = read(PHASES, keys, phases="ABA")
    allowed = [set(rows) for rows in starts]
    assert sorted(rows_of(design)) == sorted(slow.phase_rows((0, 1, 0), 12, least, most, allowed))


def test_free_orders() -> None:
    design = read(PHASES, phases="ABC", orders="any", minimum={"A": 2, "C": 5})
    anywhere = [set(range(99))] * 2
    expected: list[Row] = []
    for order in ((0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)):
        expected += slow.phase_rows(order, 12, [(2, 1, 5)[code] for code in order], [99] * 3, anywhere)
    assert sorted(rows_of(design)) == sorted(expected)
    mapping = {key: value for key, value in PHASES.items() if key != "phases"}
    two = design_from({**mapping, "orders": ["AB", ["B", "A"]], "minimum": 6})
    assert rows_of(two) == [(0,) * 6 + (1,) * 6, (1,) * 6 + (0,) * 6]


def test_free_orders_with_washout() -> None:
    design = read(PHASES, orders="any", minimum=3, washout=2)
    plain = [
        row for order in ((0, 1), (1, 0)) for row in slow.phase_rows(order, 12, [3, 5], [99] * 2, [set(range(99))])
    ]
    assert sorted(rows_of(design)) == sorted(slow.washed(row, 2, 2) for row in plain)
    assert design.labels == ("A", "B")


def test_several_series_of_their_own_lengths() -> None:
    design = read(PHASES, cases=["Ada", "Bo"], measurements=[10, 12], minimum=4)
    assert (design.cases, design.sizes, design.joint.count()) == (("Ada", "Bo"), (10, 12), 3 * 5)
    assert read(PHASES, cases=4).cases == ("1", "2", "3", "4")


def starts(design: Design) -> list[Row]:
    picks = np.concatenate(list(design.joint.enumerate()))
    found = [zip(design.joint.options, row, strict=True) for row in picks]
    return sorted(tuple(slow.start_of(codes[pick].tolist()) for codes, pick in row) for row in found)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"minimum": 9}, list(product([10, 11, 12], repeat=3))),
        ({"window": [6, 7]}, list(product([6, 7], repeat=3))),
        ({"windows": [[6, 7], [8, 8], [9, 10]]}, list(product([6, 7], [8], [9, 10]))),
        ({"windows": [[6, 7]] * 3, "minimum": [6, 2]}, [(7, 7, 7)]),
        (
            {"randomisation": "staggered", "stagger": 2, "window": [5, 10]},
            slow.staggered_starts([range(5, 11)] * 3, 2, any_order=False),
        ),
        (
            {"randomisation": "staggered", "stagger": 2, "order": "any", "minimum": 7},
            slow.staggered_starts([range(8, 15)] * 3, 2, any_order=True),
        ),
        (
            {"randomisation": "staggered", "stagger": 1, "order": "fixed", "windows": [[5, 6], [6, 7], [5, 8]]},
            slow.staggered_starts([(5, 6), (6, 7), (5, 6, 7, 8)], 1, any_order=False),
        ),
        ({"randomisation": "wampold-worsham", "moments": [6, 9, 12]}, slow.tier_starts([[6], [9], [12]])),
        (
            {"randomisation": "koehler-levin", "windows": [[6, 7], [9, 10], [12, 12]]},
            slow.tier_starts([[6, 7], [9, 10], [12]]),
        ),
        (
            {"randomisation": "koehler-levin", "moments": [[6, 8], [9], [12, 14]]},
            slow.tier_starts([[6, 8], [9], [12, 14]]),
        ),
    ],
)
def test_multiple_baselines(keys: Keys, expected: list[Row]) -> None:
    design = read(BASELINES, keys)
    assert starts(design) == sorted(expected)
    assert design.kind is Kind.MULTIPLE_BASELINE
    assert design.across is Across.CLIENTS


def test_a_multiple_baseline_says_across_what_and_with_which_phases() -> None:
    design = read(BASELINES, across="settings", phases=["rust", "les"], title="Klas")
    assert (design.across, design.labels, design.title) == (Across.SETTINGS, ("rust", "les"), "Klas")
    assert read(BASELINES, across="behaviours").across is Across.BEHAVIOURS


def test_whether_starts_lie_apart() -> None:
    assert not read(BASELINES).apart
    assert read(BASELINES, randomisation="staggered", stagger=1).apart
    assert read(BASELINES, randomisation="wampold-worsham", moments=[6, 9, 12]).apart
    assert not read(BASELINES, randomisation="koehler-levin", windows=[[6, 9], [9, 10], [12, 13]]).apart


@pytest.mark.parametrize(
    "keys",
    [{"randomisation": "staggered", "stagger": 4}, {}, {"randomisation": "wampold-worsham", "moments": [6, 9, 12]}],
)
def test_multiple_baselines_with_washout(keys: Keys) -> None:
    design = read(BASELINES, keys, washout=2, minimum=4)
    assert design.labels == ("A", "B")
    for codes in design.joint.options:
        for row in codes.tolist():
            assert row.count(2) == 2
            assert row.count(1) >= 4
            assert row.count(0) >= 4


@pytest.mark.parametrize(
    ("keys", "each", "limit", "blocks"),
    [
        ({}, (4, 4), 9, 1),
        ({"each": [6, 2]}, (6, 2), 9, 1),
        ({"randomisation": "complete", "conditions": ["x", "y"]}, (4, 4), 9, 1),
        ({"randomisation": "blocks"}, (1, 1), 9, 4),
        ({"randomisation": "blocks", "block": 4}, (2, 2), 9, 2),
        ({"randomisation": "limited", "limit": 2}, (4, 4), 2, 1),
        ({"randomisation": "limited", "limit": 3, "block": 4}, (2, 2), 3, 2),
        ({"randomisation": "limited", "limit": 3, "each": [6, 2]}, (6, 2), 3, 1),
        ({"randomisation": "limited", "limit": 2, "each": [3, 1], "block": 4}, (3, 1), 2, 2),
        ({"conditions": "ABC", "measurements": 6, "randomisation": "blocks"}, (1, 1, 1), 9, 2),
    ],
)
def test_alternations(keys: Keys, each: tuple[int, ...], limit: int, blocks: int) -> None:
    design = read(ALTERNATION, keys)
    block = sum(each)

    def right(row: Row) -> bool:
        parts = [row[place : place + block] for place in range(0, len(row), block)]
        even = all(part.count(code) == times for part in parts for code, times in enumerate(each))
        return even and slow.longest_run(row) <= limit

    assert rows_of(design) == slow.all_rows(len(each), block * blocks, right)
    assert design.kind is Kind.ALTERNATION


def test_alternation_of_periods_with_washout() -> None:
    plain = read(ALTERNATION, period=2, title="Proef", cases=["Ada"])
    assert rows_of(plain)[0] == (0, 0, 0, 0, 1, 1, 1, 1)
    assert plain.joint.count() == 6
    assert (plain.title, plain.cases) == ("Proef", ("Ada",))
    assert rows_of(read(ALTERNATION, period=2, washout=1))[1] == (0, 0, 2, 1, 2, 0, 2, 1)


def test_changing_criterion() -> None:
    design = read(CRITERIA, minimum=4, baseline="rust")
    assert design.kind is Kind.CHANGING_CRITERION
    assert design.criteria == (10.0, 8.0, 6.0)
    assert design.labels == ("rust", "C1", "C2", "C3")
    anywhere = [set(range(99))] * 3
    assert sorted(rows_of(design)) == sorted(slow.phase_rows((0, 1, 2, 3), 20, [4] * 4, [99] * 4, anywhere))
    assert read(CRITERIA).labels[0] == "A"
    assert read(CRITERIA, windows=[[5, 6], None, None], maximum={"C3": 9}, minimum={"C1": 3}).joint.count() > 1


def test_sections_for_others_may_stand_beside() -> None:
    assert read(PHASES, power={"level": 1}, analysis={"anything": 2}).joint.count() == 11


def test_labels_become_codes_and_back() -> None:
    design = read(PHASES, washout=1, cases=2)
    codes = design.codes_of([["A", "B", "washout"], ["B", "x"]])
    assert [row.tolist() for row in codes] == [[0, 1, 2], [1, -1]]
    assert design.phases_of(codes[:1]) == (("A", "B", "washout"),)
    assert codes[0].dtype == np.int8


WRONG: list[tuple[Keys, str]] = [
    ({}, "design: choose one of phases, multiple-baseline, alternation, changing-criterion."),
    ({"design": "ab"}, "design: choose"),
    ({**PHASES, "design": None}, "design: choose"),
    ({**PHASES, "minimun": 3}, "minimun: this design has no such key. Did you mean minimum?"),
    ({**PHASES, "stagger": 3}, "stagger: this design has no such key."),
    ({**PHASES, "title": 3}, "title: give a text."),
    ({**PHASES, "measurements": None}, "measurements: give a whole number of at least 2."),
    ({**PHASES, "measurements": 1}, "measurements: give a whole number of at least 2."),
    ({**PHASES, "measurements": True}, "measurements: give a whole number"),
    ({**PHASES, "measurements": 12.0}, "measurements: give a whole number"),
    ({**PHASES, "measurements": [12, 13]}, "measurements: give one number, or 1 numbers."),
    ({**PHASES, "cases": 0}, "cases: give a whole number of at least 1."),
    ({**PHASES, "cases": 1001}, "cases: at most 1000 series."),
    ({**PHASES, "cases": ["a", "a"]}, "cases: give each series a name of its own."),
    ({**PHASES, "cases": []}, "cases: give each series a name"),
    ({**PHASES, "washout": -1}, "washout: give a whole number of at least 0."),
    ({**PHASES, "phases": None}, "phases: give letters (ABAB) or a list of names."),
    ({**PHASES, "phases": ["A", 1]}, "phases: give letters"),
    ({**PHASES, "phases": 7}, "phases: give letters"),
    ({**PHASES, "phases": ["A", ""]}, "phases: give letters"),
    ({**PHASES, "phases": "AAB"}, "phases: A design of phases has at least two phases"),
    ({**PHASES, "orders": "all"}, "orders: give a list of orders, or any."),
    ({**PHASES, "orders": "any", "phases": "ABCDEFGH"}, "orders: any takes at most 7 phases."),
    ({**PHASES, "orders": ["AB", "AB"]}, "orders: The same order"),
    ({**PHASES, "minimum": 0}, "minimum: give a whole number of at least 1."),
    ({**PHASES, "minimum": [1]}, "minimum: give 2 numbers, one per phase."),
    ({**PHASES, "minimum": {"C": 1}}, "minimum: the design has no phase C."),
    ({**PHASES, "maximum": {"A": 0}}, "maximum: give a whole number"),
    ({**PHASES, "minimum": 7}, "measurements: With 12 measurements no assignment fits"),
    ({**PHASES, "window": [4]}, "window: give the first and last row: [6, 12]."),
    ({**PHASES, "window": 4}, "window: give the first and last row"),
    ({**PHASES, "window": [4, 3]}, "window: the last row lies before the first."),
    ({**PHASES, "window": [0, 3]}, "window: give a whole number of at least 1."),
    ({**PHASES, "window": [4, 5], "windows": [[4, 5]]}, "windows: give window or windows, not both."),
    ({**PHASES, "windows": [[4, 5], None]}, "windows: give 1 windows, one per change."),
    ({**PHASES, "windows": 4}, "windows: give a list."),
    ({**PHASES, "windows": []}, "windows: give a list."),
    ({**BASELINES, "cases": 1}, "cases: give two or more series."),
    ({**BASELINES, "phases": "ABA"}, "phases: a multiple baseline has two phases."),
    ({**BASELINES, "across": "rooms"}, "across: choose one of clients, behaviours, settings."),
    (
        {**BASELINES, "randomisation": "dice"},
        "randomisation: choose one of independent, staggered, wampold-worsham, koehler",
    ),
    ({**BASELINES, "windows": [[4, 5]]}, "windows: give 3 of them, one per series."),
    ({**BASELINES, "window": [4, 5], "windows": [[4, 5]] * 3}, "windows: give window or windows, not both."),
    ({**BASELINES, "randomisation": "staggered"}, "stagger: give a whole number of at least 1."),
    ({**BASELINES, "randomisation": "staggered", "stagger": 2, "order": "x"}, "order: choose one of fixed, any."),
    (
        {**BASELINES, "randomisation": "staggered", "stagger": 2, "order": "any", "windows": [[4, 5], [5, 6], [7, 8]]},
        "windows: Starting in any order",
    ),
    ({**BASELINES, "randomisation": "wampold-worsham"}, "moments: give a list."),
    ({**BASELINES, "randomisation": "wampold-worsham", "moments": [4, 5]}, "moments: give 3 of them, one per series."),
    (
        {**BASELINES, "randomisation": "wampold-worsham", "moments": [4, 5, 5]},
        "moments: The starts must all be different.",
    ),
    (
        {**BASELINES, "randomisation": "koehler-levin", "moments": [4, 5, 6]},
        "moments: give a list of rows for each tier.",
    ),
    ({**BASELINES, "randomisation": "koehler-levin", "moments": [[4, 4], [5], [6]]}, "moments: Give each series one"),
    ({**BASELINES, "randomisation": "koehler-levin", "moments": [[], [5], [6]]}, "moments: Give each series one"),
    ({**BASELINES, "moments": [4, 5, 6]}, "moments: this design has no such key."),
    ({**BASELINES, "stagger": 4}, "stagger: this design has no such key."),
    ({**ALTERNATION, "conditions": "A"}, "conditions: Alternation needs two or more"),
    ({**ALTERNATION, "each": [4]}, "each: give one number per condition."),
    ({**ALTERNATION, "each": [4, 5]}, "each: The numbers per condition"),
    ({**ALTERNATION, "measurements": 9}, "each: The numbers per condition"),
    ({**ALTERNATION, "period": 3}, "period: 8 measurements are not whole periods."),
    ({**ALTERNATION, "period": 2, "washout": 2}, "washout: a period lasts longer than the washout."),
    ({**ALTERNATION, "washout": 1}, "washout: a period lasts longer than the washout."),
    ({**ALTERNATION, "randomisation": "blocks", "block": 3}, "block: 8 measurements cannot"),
    ({**ALTERNATION, "randomisation": "limited"}, "limit: give a whole number of at least 1."),
    ({**ALTERNATION, "randomisation": "limited", "limit": 1, "each": [6, 2]}, "measurements: With 8"),
    ({**ALTERNATION, "measurements": 10_000, "randomisation": "limited", "limit": 2}, "measurements: This number"),
    ({**ALTERNATION, "randomisation": "x"}, "randomisation: choose one of complete, blocks, limited."),
    ({**ALTERNATION, "limit": 2}, "limit: this design has no such key."),
    ({**CRITERIA, "criteria": [10]}, "criteria: give two or more numbers."),
    ({**CRITERIA, "criteria": [10, "8"]}, "criteria: give two or more numbers."),
    ({**CRITERIA, "criteria": [10, True]}, "criteria: give two or more numbers."),
    ({**CRITERIA, "criteria": 10}, "criteria: give a list."),
    ({**CRITERIA, "phases": "AB"}, "phases: this design has no such key."),
]


@pytest.mark.parametrize(("mapping", "words"), WRONG, ids=[words[:40] for _, words in WRONG])
def test_errors_name_the_key(mapping: Keys, words: str) -> None:
    refusal = refusal_of(mapping)
    assert refusal.why.en.startswith(words)
    assert refusal.why.nl.split(":")[0] == words.split(":")[0]
    assert refusal.code == "design-key" or KEY_OF[refusal.code] == words.split(":")[0] or refusal.code == "tiers"


def test_what_is_no_mapping_is_refused() -> None:
    with pytest.raises(Refused, match="design: give keys with values"):
        design_from(["design"])  # type: ignore[arg-type]  # as a file may hold


def test_a_multiple_baseline_without_windows_may_begin_on_any_row() -> None:
    design = design_from({"design": "multiple-baseline", "cases": 2, "measurements": 6, "minimum": 1})
    assert [scheme.count() for scheme in design.schemes] == [5, 5]
