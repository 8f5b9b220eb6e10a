"""Too early to say, and the SCRIBE list."""

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import make_case
from lijfspoor.domain.singlecase.words.early import needs_of, reserve, too_early
from lijfspoor.domain.singlecase.words.scribe import BY_YOU, TOPICS, Known, State, scribe


def needs(phases: str, missing: int = 0) -> tuple[str, str]:
    values: list[float | None] = [1.0] * len(phases)
    values[:missing] = [None] * missing
    found = needs_of(make_case("Ada", values, phases))
    early, thin = too_early(found), reserve(found)
    return early.nl if early else "", thin.nl if thin else ""


def test_six_scores_before_the_start_are_too_early() -> None:
    assert needs("AAAAAA") == ("Nog te vroeg om iets te zeggen. Nog nodig: een tweede fase om mee te vergelijken.", "")


def test_two_scores_in_a_phase_are_too_early_and_three_are_thin() -> None:
    assert needs("AAAAABB")[0] == "Nog te vroeg om iets te zeggen. Nog nodig: nog 1 score in fase B (minstens 3)."
    early, thin = needs("AAAAABBB")
    assert early == ""
    assert thin == (
        "Er zijn minder scores dan de gangbare norm (WWC 1.0) vraagt; lees de uitkomst met voorbehoud. "
        "Nog nodig: nog 2 scores in fase B (minstens 5)."
    )
    assert needs("AAAAABBBBB") == ("", "")


def test_missing_scores_do_not_count() -> None:
    assert needs("AAAAABBBBB", missing=3)[0].endswith("nog 1 score in fase A (minstens 3).")
    assert needs("AAAAABBBBB", missing=1)[1].endswith("nog 1 score in fase A (minstens 5).")


def test_all_that_is_needed_is_told_at_once_in_both_languages() -> None:
    found = too_early(needs_of(make_case("Ada", [1, 1], "AA")))
    assert found is not None
    assert found.en == (
        "Too early to say. Still needed: a second phase to compare with; 1 more score in phase A (at least 3)."
    )


def test_a_phase_that_comes_back_counts_as_one() -> None:
    assert needs("AABBBBBAAA") == ("", "")


def test_the_list_has_26_items_and_only_the_known_are_filled() -> None:
    items = scribe({8: Known(Saying("geloot", "drawn"), whole=True), 14: Known(Saying("spanning", "tension"))})
    assert [item.number for item in items] == list(range(1, 27))
    assert [item.number for item in items if item.state is State.FILLED] == [8]
    assert [item.number for item in items if item.state is State.PARTLY] == [14]
    assert items[7].answer.nl == "geloot"
    assert items[13].answer.en == "tension"
    assert all(item.answer == BY_YOU for item in items if item.state is State.BY_YOU)


def test_topics_checked_at_the_source_are_told_from_those_that_are_not() -> None:
    items = scribe({})
    assert [item.number for item in items if item.checked] == list(range(1, 13))
    assert [(item.topic.en) for item in items[4:9]] == [
        "Design",
        "Procedural changes",
        "Replication",
        "Randomisation",
        "Blinding",
    ]


def test_every_topic_and_question_is_there_in_both_languages() -> None:
    assert len(TOPICS) == 26
    assert all(all(part.strip() for part in topic) for topic in TOPICS)
    assert all(topic[2].endswith("?") and topic[3].endswith("?") for topic in TOPICS)
    assert len({topic[1] for topic in TOPICS}) == 26
