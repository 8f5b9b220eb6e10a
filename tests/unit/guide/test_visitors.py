"""Thirty invented visitors get what the documents say, and never a diagnosis."""

import re

import pytest

from lijfspoor.catalogue.guide import shipped_guide
from lijfspoor.domain.guide import Fit, advise, read_answers
from tests.unit.guide.visitors import VISITORS, Visitor

BOOK = shipped_guide().book
EACH = pytest.mark.parametrize("visitor", VISITORS, ids=lambda visitor: visitor.who)


def test_there_are_thirty_from_six_to_eighty() -> None:
    ages = [visitor.told["age"] for visitor in VISITORS]
    assert (len(VISITORS), min(map(int, map(str, ages))), max(map(int, map(str, ages)))) == (30, 6, 80)
    assert all(re.search(r"S\d-\d{3}|[Dd]esign section|Contradiction|Nothing", each.because) for each in VISITORS)


@pytest.mark.requirement(
    "S0-048", "S0-049", "S0-050", "S0-051", "S0-065", "S1-007", "S1-008", "S1-015", "S1-037", "S2-002", "S2-003",
    "S3-005", "S3-006", "S3-007", "S3-008", "S3-009", "S3-023", "S4-039",
)  # fmt: skip
@EACH
def test_every_visitor_gets_what_the_documents_say(visitor: Visitor) -> None:
    answers, unclear = read_answers(BOOK, visitor.told)
    assert unclear == ()
    advice = advise(BOOK, answers)
    by_fit = {fit: {each.kind.id for each in advice.findings if each.fit is fit} for fit in Fit}
    assert {each.flag.id for each in advice.alarms} == ({visitor.alarm} if visitor.alarm else set())
    assert by_fit[Fit.FITS] == visitor.fits, visitor.because
    assert visitor.may <= by_fit[Fit.MAY_FIT], visitor.because
    assert visitor.less <= by_fit[Fit.FITS_LESS], visitor.because
    firsts = [each.contacts[0].id for each in advice.alarms] or [step.id for step in advice.steps]
    assert visitor.first in ("", firsts[0])
    assert visitor.steps <= {step.id for step in advice.steps}


def test_no_sentence_of_the_guide_is_a_diagnosis_or_a_promise() -> None:
    said = [each.text for part in (BOOK.rules, BOOK.steps, BOOK.flags) for each in part]
    said += [text for kind in BOOK.kinds for text in (kind.what.text, kind.is_not.text, kind.meant_for.text)]
    assert len(said) > 90
    wrong = [
        text.nl
        for text in said
        if re.search(r"\bu hebt (?:een )?(?:adhd|autisme|ptss|depressie)|geneest", text.nl, re.I)
    ]
    assert wrong == []
