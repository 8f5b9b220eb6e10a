"""What must hold for content that says when it was written, by when it is looked at again, and by whom it was."""

from collections.abc import Iterator

from lijfspoor.catalogue.mistakes import Finding
from lijfspoor.domain.education.card import EducationCard
from lijfspoor.domain.evidence.record import EvidenceRecord

Reviewed = EvidenceRecord | EducationCard


def review_comes_after_writing(content: Reviewed) -> Iterator[Finding]:
    """A text is looked at again after it was written and after it was last looked at."""
    last = max(content.written_on, content.reviewed_on or content.written_on)
    if content.review_by <= last:
        yield Finding(("review_by",), "Write a day after the text was written and last looked over.")


def reviewer_and_day_go_together(content: Reviewed) -> Iterator[Finding]:
    """Someone looked a text over on a day, or nobody did yet."""
    if (content.reviewer is None) != (content.reviewed_on is None):
        yield Finding(("reviewer",), "Write both who looked it over and when, or neither.")
