"""A statistic has its plain name also where it has no answer."""

import pytest

from lijfspoor.domain.singlecase.words import design_based, models
from lijfspoor.domain.singlecase.words.naming import name_of


@pytest.mark.parametrize(
    ("statistic", "nl"),
    [
        ("nap", "NAP (paren zonder overlap)"),
        ("smd.baseline.corrected", "Gestandaardiseerd verschil binnen de persoon [smd.baseline.corrected]"),
        ("randomisation.mean-difference", design_based.NAME.nl),
        ("level-change.car1-reml", models.MODEL.nl),
        ("hierarchical.phaseB", models.HIERARCHICAL.nl),
        ("pooled.reml", models.POOLED.nl),
        ("pooled.bayes", models.BAYES.nl),
        ("between-case-smd.reml", models.BETWEEN.nl),
        ("pooledness", "pooledness"),
    ],
)
def test_the_name_is_that_of_its_answer(statistic: str, nl: str) -> None:
    assert name_of(statistic).nl == nl
