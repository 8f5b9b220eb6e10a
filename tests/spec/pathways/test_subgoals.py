"""Subgoals: a ladder on which one reaches forward and back."""

import pytest

from tests.spec.asking import part, told
from tests.spec.spec import ATTACHMENT, spec

title = "Subgoals"
FIRST = "bv-1 bv-2 bv-3 tv-1"


@pytest.mark.requirement("S2-031")
def test_a_subgoal_is_ready_when_those_it_builds_on_carry() -> None:
    """Rated `at times`, the first subgoal carries what builds on it: two others are ready to be worked on. The
    third of the ladder waits for the second.
    """
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-09 | session held      | session s1
        2026-02-09 | subgoal rated     | subgoal bv-1, rating at-times, session s1
        """,
        part("subgoals", on="2026-02-09", show="subgoal carries ready", only=FIRST),
        """
        subgoal | carries | ready
        bv-1    | yes     | yes
        bv-2    | no      | yes
        bv-3    | no      | no
        tv-1    | no      | yes
        """,
    )


@pytest.mark.requirement("S2-031")
def test_when_an_earlier_subgoal_no_longer_carries_one_reaches_back() -> None:
    """The first subgoal was rated lower again. What builds on it is no longer ready, also when it was rated well
    itself: one reaches back first.
    """
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-09 | subgoal rated     | subgoal bv-1, rating mostly, session s1
        2026-02-16 | subgoal rated     | subgoal bv-2, rating at-times, session s2
        2026-02-23 | subgoal rated     | subgoal bv-1, rating with-help, session s3
        """,
        part("subgoals", on="2026-02-23", show="subgoal carries ready now before", only=FIRST),
        """
        subgoal | carries | ready | now       | before
        bv-1    | no      | yes   | with-help | mostly
        bv-2    | yes     | no    | at-times  | -
        bv-3    | no      | yes   | -         | -
        tv-1    | no      | no    | -         | -
        """,
    )


def test_all_ratings_are_kept() -> None:
    """Ratings are never overwritten: all stand in their order."""
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-09 | subgoal rated     | subgoal bv-1, rating not-seen, session s1
        2026-02-16 | subgoal rated     | subgoal bv-1, rating at-times, session s2
        2026-02-23 | subgoal rated     | subgoal bv-1, rating with-help, session s3
        """,
        part("subgoals", on="2026-03-01", show="subgoal ratings", only="bv-1"),
        """
        subgoal | ratings
        bv-1    | not-seen + at-times + with-help
        """,
    )


def test_a_word_outside_the_scale_is_no_rating() -> None:
    """The scale of the module has four words. Another word counts for nothing."""
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-09 | subgoal rated     | subgoal bv-1, rating excellent, session s1
        """,
        part("subgoals", on="2026-02-09", show="subgoal ratings carries", only="bv-1"),
        """
        subgoal | ratings | carries
        bv-1    | -       | no
        """,
    )


@pytest.mark.requirement("S2-074")
def test_the_first_phase_works_on_its_own_two_blocks() -> None:
    """In the phase of regulation the engine points to the first subgoal that is ready in each block of that phase:
    basic safety and entrusting.
    """
    spec(
        ATTACHMENT,
        """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-09 | subgoal rated     | subgoal bv-1, rating at-times, session s1
        """,
        told("subgoal-ready", on="2026-02-09", show="code subject urgency step"),
        """
        code          | subject | urgency  | step
        subgoal-ready | bv-2    | possible | rate_subgoal bv-2
        subgoal-ready | tv-1    | possible | rate_subgoal tv-1
        """,
    )
