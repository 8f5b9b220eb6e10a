import pytest

from lijfspoor.domain.caremodules.goals import Goals
from lijfspoor.domain.pathways.facts import SubgoalRated
from lijfspoor.domain.pathways.model import SubgoalStanding
from tests.unit.pathways.builders import File, attachment, bare, block, statement, subgoal


def rate(file: File, subgoal: str, rating: str) -> None:
    file.tell(SubgoalRated, subgoal=subgoal, rating=rating, session=f"s{len(file.facts)}", seen="gezien")


def ladder(file: File) -> dict[str, SubgoalStanding]:
    return {s.subgoal: s for s in file.standing().subgoals}


def test_a_subgoal_is_ready_when_all_it_builds_on_carries() -> None:
    file = File(attachment())
    assert ladder(file)["bv1"].ready
    rate(file, "bv1", "often")
    assert ladder(file)["bv1"].carries
    assert ladder(file)["bv2"].ready
    assert not ladder(file)["tv1"].ready


def test_ratings_keep_their_history_and_name_the_session() -> None:
    file = File(attachment())
    rate(file, "bv1", "not")
    rate(file.later(), "bv1", "with_help")
    bv1 = ladder(file)["bv1"]
    assert bv1.now is not None
    assert bv1.before is not None
    assert (bv1.before.rating, bv1.now.rating, bv1.now.session) == ("not", "with_help", "s1")
    assert not bv1.carries


@pytest.mark.requirement("S2-031")
def test_a_later_lower_rating_reaches_back_and_takes_readiness_away() -> None:
    file = File(attachment())
    for name in ("bv1", "bv2"):
        rate(file, name, "often")
    assert ladder(file)["tv1"].ready
    rate(file.later(), "bv1", "with_help")
    after = ladder(file)
    assert (after["bv1"].carries, after["bv2"].ready, after["tv1"].ready) == (False, False, False)
    assert len(after["bv1"].ratings) == 2


def test_unknown_words_and_subgoals_are_passed_over() -> None:
    file = File(attachment())
    rate(file, "bv1", "splendid")
    rate(file, "nowhere", "often")
    assert all(not s.ratings for s in file.standing().subgoals)


def test_without_a_scale_nothing_is_rated() -> None:
    file = File(bare(goals=Goals(main=statement("doel"), blocks=(block(1, subgoal("bv1")),))))
    rate(file, "bv1", "often")
    assert ladder(file)["bv1"].ratings == ()
