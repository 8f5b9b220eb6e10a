"""The Dutch sentences word for word, and the edges of what is taken."""

from collections.abc import Mapping
from math import inf, nan

import numpy as np
import pytest

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.designs.attainable import attainable
from lijfspoor.domain.singlecase.designs.keys import Keys
from lijfspoor.domain.singlecase.designs.limited import limited_runs
from lijfspoor.domain.singlecase.designs.phases import phase_scheme
from lijfspoor.domain.singlecase.designs.quality import quality
from lijfspoor.domain.singlecase.designs.reading import design_from

PHASES: Mapping[str, object] = {"design": "phases", "phases": "AB", "measurements": 12}
BASELINES: Mapping[str, object] = {"design": "multiple-baseline", "cases": 3, "measurements": 20}


@pytest.mark.parametrize(
    ("keys", "dutch"),
    [
        ({"minimun": 3}, "minimun: deze sleutel hoort niet bij dit ontwerp. Bedoelt u minimum?"),
        ({"title": 3}, "title: geef een tekst."),
        ({"measurements": 1}, "measurements: geef een geheel getal van ten minste 2."),
        ({"measurements": [1, 2]}, "measurements: geef één getal, of 1 getallen."),
        ({"cases": 1001}, "cases: ten hoogste 1000 reeksen."),
        ({"cases": ["a", "a"]}, "cases: geef elke reeks een eigen naam."),
        ({"phases": 7}, "phases: geef letters (ABAB) of een lijst van namen."),
        ({"orders": "all"}, "orders: geef een lijst van volgordes, of any."),
        ({"orders": "any", "phases": "ABCDEFGH"}, "orders: any kan met ten hoogste 7 fasen."),
        ({"minimum": [1]}, "minimum: geef 2 getallen, één per fase."),
        ({"minimum": {"C": 1}}, "minimum: fase C staat niet in het ontwerp."),
        ({"window": [4]}, "window: geef de eerste en de laatste meting: [6, 12]."),
        ({"window": [4, 3]}, "window: de laatste meting ligt voor de eerste."),
        ({"window": [4, 5], "windows": [[4, 5]]}, "windows: geef window of windows, niet beide."),
        ({"windows": [[4, 5], None]}, "windows: geef 1 vensters, één per overgang."),
        ({"windows": 4}, "windows: geef een lijst."),
        ({"design": "x"}, "design: kies uit phases, multiple-baseline, alternation, changing-criterion."),
    ],
)
def test_the_dutch_of_wrong_keys(keys: Mapping[str, object], dutch: str) -> None:
    with pytest.raises(Refused) as refused:
        design_from({**PHASES, **keys})
    assert refused.value.why.nl == dutch


@pytest.mark.parametrize(
    ("keys", "dutch"),
    [
        ({"cases": 1}, "cases: een meervoudige basislijn heeft twee of meer reeksen."),
        ({"phases": "ABA"}, "phases: een meervoudige basislijn heeft twee fasen."),
        ({"windows": [[4, 5]]}, "windows: geef er 3, één per reeks."),
        ({"window": [4, 5], "windows": [[4, 5]] * 3}, "windows: geef window of windows, niet beide."),
        ({"randomisation": "koehler-levin", "windows": [[4, 5]]}, "windows: geef er 3, één per reeks."),
        ({"randomisation": "koehler-levin", "moments": [4, 5, 6]}, "moments: geef per trap een lijst van metingen."),
        (
            {"randomisation": "wampold-worsham", "moments": [4, 5, 5]},
            "moments: De startmomenten moeten alle verschillend zijn.",
        ),
    ],
)
def test_the_dutch_of_wrong_baselines(keys: Mapping[str, object], dutch: str) -> None:
    with pytest.raises(Refused) as refused:
        design_from({**BASELINES, **keys})
    assert refused.value.why.nl == dutch


def test_the_dutch_of_a_refused_sequence() -> None:
    scheme = phase_scheme("AB", 8, minimum=2, maximum=[5, 8], starts=[[3, 4, 6, 7]])
    dutch = [
        ([0] * 4 + [1] * 4, "Fase B begon bij meting 5; volgens het ontwerp kan dat bij meting 3, 4, 6, 7."),
        ([0] + [1] * 7, "Fase A heeft 1 metingen; volgens het ontwerp ten minste 2."),
        ([0] * 6 + [1] * 2, "Fase A heeft 6 metingen; volgens het ontwerp ten hoogste 5."),
        ([1] * 4 + [0] * 4, "De fasen volgden elkaar op als B-A; het ontwerp is A-B."),
        ([0], "De reeks heeft 1 metingen; het ontwerp heeft er 8."),
        ([3] * 8, "De reeks heeft een fase die niet in het ontwerp staat."),
    ]
    for row, words in dutch:
        why = scheme.refusal(row)
        assert why is not None
        assert why.nl == words
    why = limited_runs("AB", 6, 2).refusal([0, 0, 0, 1, 1, 1])
    assert why is not None
    assert why.nl == "Conditie A komt 3 keer achter elkaar; volgens het ontwerp ten hoogste 2 keer."


def test_the_dutch_of_the_bars() -> None:
    source = "WWC 1.0 (Kratochwill et al. 2010)"
    points, replications = quality(design_from({**PHASES, "minimum": 3}))
    asked = f"{source} vraagt er 5, of 3 met voorbehoud."
    assert points.said.nl == f"Elke fase heeft ten minste 3 metingen. Dat is genoeg met voorbehoud: {asked}"
    moments = f"{source} vraagt er 3, op verschillende momenten."
    assert replications.said.nl == f"Het effect kan zich op 1 momenten laten zien. Dat is te weinig: {moments}"
    points, _ = quality(design_from({"design": "alternation", "measurements": 10}))
    assert points.said.nl == f"Elke conditie heeft ten minste 5 metingen. Dat is genoeg: {asked}"
    _, replications = quality(design_from({**BASELINES, "minimum": 5}))
    assert "Maar de starts kunnen samenvallen; kies starts die uit elkaar liggen" in replications.said.nl


def test_the_dutch_of_the_smallest_p() -> None:
    assert attainable(phase_scheme("AB", 11)).said.nl == (
        "Het ontwerp heeft 10 mogelijke toewijzingen. De kleinste p die het kan geven is 0,1000 eenzijdig en 0,2000 "
        "tweezijdig. Het kan een effect niet aantonen bij p = 0,05."
    )
    assert attainable(phase_scheme("AB", 41)).said.nl.endswith("Het kan p = 0,05 een- en tweezijdig bereiken.")


def test_seven_free_phases_are_still_taken() -> None:
    design = design_from({**PHASES, "phases": "AAABBBB", "orders": "any"})
    assert design.joint.count() == 462
    assert design.joint.admits(np.array([461]))


def test_decimals_are_taken_by_their_edges() -> None:
    keys = Keys({"a": 2, "b": 0.5, "c": "2", "d": True, "e": nan, "f": inf})
    assert keys.decimal("a", 9.0, 2.0, 3.0) == 2.0
    assert isinstance(keys.decimal("a", 9.0), float)
    assert keys.decimal("b", 9.0, 0.0, 0.5) == 0.5
    assert keys.decimal("nothing", 9.0, 0.0, 1.0) == 9.0
    for key in "cdef":
        with pytest.raises(Refused, match=f"{key}: give a number"):
            keys.decimal(key, 1.0)
    for low, high in ((0.6, 1.0), (0.0, 0.4)):
        with pytest.raises(Refused, match="b: give a number from"):
            keys.decimal("b", 1.0, low, high)
