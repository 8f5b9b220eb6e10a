"""What a variant says takes the place of what the module says; what it leaves out stays."""

from dataclasses import replace

import pytest

from lijfspoor.catalogue.reader import shipped
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.variants import Minutes

SHORTER = Minutes(low=20, high=30, sources=("own",))


def with_minutes(variant_id: str) -> CareModule:
    """The module for PMT, with sessions of 20 to 30 minutes in one variant."""
    module = shipped()["pmt@1.0"]
    variations = tuple(
        replace(
            each,
            variants=tuple(replace(v, minutes=SHORTER) if v.id == variant_id else v for v in each.variants),
        )
        for each in module.variations
    )
    return replace(module, variations=variations)


@pytest.mark.requirement("S0-033")
def test_a_variant_has_minutes_of_its_own() -> None:
    module = with_minutes("children")
    child, adult = module.approach_with(("children",)).session, module.approach_with(("adults",)).session
    assert (child.minutes_low, child.minutes_high) == (20, 30)
    assert (adult.minutes_low, adult.minutes_high) == (45, 60)


@pytest.mark.requirement("S0-044")
def test_what_a_variant_leaves_out_stays_as_the_module_says_it() -> None:
    module = shipped()["pmt@1.0"]
    often = module.approach_with(("intensive",))
    assert often.session.frequency != module.approach.session.frequency
    assert often.dose == module.approach.dose
    assert often.session.parts == module.approach.session.parts


def test_variants_count_together() -> None:
    approach = shipped()["pmt@1.0"].approach_with(("short", "intensive", "children"))
    assert approach.dose.high == 12
    assert approach.session.frequency.text.en == "More than once a week."
    assert approach.expectations[-1].text.en.startswith("Parents take part")


def test_a_variant_the_module_does_not_have_changes_nothing() -> None:
    module = shipped()["pmt@1.0"]
    assert module.approach_with(("unknown",)) == module.approach


def test_a_module_without_variations_works_as_before() -> None:
    module = shipped()["pmt-addon@1.0"]
    assert module.approach_with(("short",)) == module.approach
    assert module.approach_with(()) == module.approach
