"""The example practice tells each stage of both modules, in the order of time, through the flows people use."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import transaction
from pytest_django import DjangoDbBlocker

import lijfspoor.practice.desk.demo as package
from lijfspoor.domain.finder.wish import Wish
from lijfspoor.practice.access.models import Credential, Membership, Practice
from lijfspoor.practice.authoring.models import ModuleDraft
from lijfspoor.practice.authoring.reading import Draft
from lijfspoor.practice.counsel.models import CaseAnswer, CaseDraft, CaseQuestion
from lijfspoor.practice.desk.demo.houses import PASSWORD
from lijfspoor.practice.desk.demo.loading import load_demo
from lijfspoor.practice.desk.demo.telling import Calendar, Story, moment, tell, workday
from lijfspoor.practice.education.models import SharedCard
from lijfspoor.practice.exercises import flows as exercises
from lijfspoor.practice.finder import flows as finder
from lijfspoor.practice.intake.models import Paper, Referral
from lijfspoor.practice.letters.models import LetterRow
from lijfspoor.practice.library.models import OwnModule
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.logbook.verification import verify
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.pathway.models import Treatment
from lijfspoor.practice.people.models import Client
from lijfspoor.practice.tenancy.clock import AMSTERDAM, day_of
from lijfspoor.practice.treatment.models import Note, Session
from tests.docs.test_words import forbidden

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = day_of(NOW)
ACCOUNTS = (
    ("owner and therapist", "marjan@duinrand.example", PASSWORD),
    ("therapist", "tess@duinrand.example", PASSWORD),
    ("lead clinician", "lea@duinrand.example", PASSWORD),
    ("assistant", "ab@duinrand.example", PASSWORD),
    ("owner of another practice", "elsa@oever.example", PASSWORD),
)
# Name: stage, phase, sessions held and agreed, advice that must be there.
STANDING = {
    "Imane": ("intake", "", 0, 8, {"consent-missing"}),
    "Joris": ("under_way", "", 2, 8, set()),
    "Anneke": ("under_way", "", 4, 8, {"evaluation-due"}),
    "Selma": ("under_way", "", 6, 8, {"decision-ready"}),
    "Peter": ("under_way", "", 9, 11, set()),
    "Wendela": ("under_way", "", 7, 8, {"last-session"}),
    "Koen": ("closed", "", 8, 8, set()),
    "Hanna": ("under_way", "", 3, 8, set()),
    "Youssef": ("under_way", "", 1, 8, set()),
    "Liselotte": ("under_way", "", 2, 8, set()),
    "Noor": ("intake", "", 0, None, {"consent-missing", "meeting-due", "criterion-open"}),
    "Daan": ("intake", "", 0, None, {"examination-part-open", "goal-missing"}),
    "Liv": ("under_way", "regulation", 5, None, {"subgoal-ready"}),
    "Sem": ("under_way", "relationship", 10, None, {"subgoal-ready"}),
    "Mila": ("under_way", "behaviour-change", 16, None, {"exit-signs"}),
    "Finn": ("under_way", "transfer", 21, None, {"overridden", "taper-possible"}),
    "Yara": ("under_way", "relationship", 15, None, {"stepped-back", "credential-ending"}),
    "Thijs": ("under_way", "relationship", 9, None, {"precondition-lapsed", "no-show-pattern"}),
    "Saar": ("tapering", "transfer", 27, None, {"dose-low-reached", "group-follow-up"}),
    "Bram": ("closed", "transfer", 28, None, set()),
    "Mirte": ("under_way", "", 5, None, {"evaluation-due", "bond-due", "bond-talk"}),
    "Fenna": ("under_way", "", 2, None, {"bond-due"}),
}

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def _demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        assert load_demo(NOW) == ACCOUNTS
        yield
        transaction.set_rollback(True)


def practice(name: str) -> Practice:
    return Practice.objects.get(name=name)


def client(given: str) -> Client:
    found: Client = Client.plain.get(given=given)
    return found


def course(given: str) -> Course:
    treatment = Treatment.plain.get(client=client(given))
    return pathway.course(practice_id=treatment.practice_id, treatment_id=treatment.id, day=TODAY)


def test_loading_again_changes_nothing() -> None:
    before = LogEntry.plain.count()
    assert load_demo(NOW + timedelta(days=1)) == ACCOUNTS
    assert LogEntry.plain.count() == before


@pytest.mark.parametrize("given", STANDING)
def test_everyone_is_where_their_story_ends(given: str) -> None:
    stage, phase, held, limit, advice = STANDING[given]
    at = course(given).standing
    assert (at.stage.value, at.phase, at.dose.held, at.dose.limit) == (stage, phase, held, limit)
    assert {each.code for each in course(given).advice} >= advice


def test_the_voices_of_selma_differ_and_those_of_peter_agreed() -> None:
    selma, peter = (course(given).standing.decision("extension").rounds[-1] for given in ("Selma", "Peter"))
    assert selma.outcome == "divided"
    assert selma.closed_on is None
    assert peter.outcome == "agreed"
    assert peter.closed_on is not None


def test_a_step_back_keeps_its_reason() -> None:
    steps = course("Yara").standing.path
    assert [step.direction for step in steps] == ["start", "forward", "forward", "back"]
    assert "ziekenhuis" in steps[-1].reason


def test_one_referral_came_from_a_file_and_waits() -> None:
    referral = Referral.plain.get(client__called="Roos")
    assert referral.came_by == "fhir"
    assert referral.treatment_id is None
    assert referral.unused


def test_today_has_sessions_at_sensible_times_that_do_not_clash() -> None:
    todays = [row for row in Session.plain.order_by("starts_at") if day_of(row.starts_at) == TODAY]
    for name, number in (("Marjan", 5), ("Tess", 3)):
        own = [row for row in todays if row.therapist.user.name.startswith(name)]
        assert 4 <= len(own) <= 6 if name == "Marjan" else len(own) == number
        assert all(
            first.starts_at + timedelta(minutes=first.minutes) <= then.starts_at for first, then in pairwise(own)
        )
    local = [row.starts_at.astimezone(AMSTERDAM).hour for row in todays]
    assert min(local) >= 8
    assert max(local) < 18
    rooms = {(row.practice_id, row.place, row.starts_at) for row in todays}
    assert len(rooms) == len(todays)


def test_a_group_keeps_files_apart_and_one_note_of_it_waits() -> None:
    seats = Session.plain.filter(form="group")
    assert {row.client.given for row in seats} == {"Hanna", "Youssef", "Liselotte"}
    waits = Note.plain.get(session__form="group", signed_at__isnull=True)
    assert waits.client.given == "Youssef"


def test_something_waits_to_be_signed_and_sent() -> None:
    drafts = Note.plain.filter(signed_at__isnull=True, kind="session")
    assert {note.author.user.name.split()[0] for note in drafts} >= {"Marjan", "Tess"}
    assert LetterRow.plain.filter(sent_at__isnull=True).count() >= 2
    assert LetterRow.plain.filter(sent_at__isnull=False).count() >= 5
    assert Paper.plain.filter(signed_at__isnull=True).exists()


def test_movement_lies_before_the_trauma_sessions_of_a_colleague_outside() -> None:
    now = course("Hidde").standing
    (other,), (walk,) = now.beside, now.movements
    assert (other.name, len(other.sessions)) == ("EMDR", 4)
    assert (walk.plan.beside, walk.plan.timing, walk.plan.offset_minutes) == (other.beside, "before", 20)
    assert "client-note-open" in {each.code for each in course("Hidde").advice}


def test_what_may_come_up_is_still_to_be_told_to_one_client() -> None:
    assert {"forewarning-due", "meeting-due"} <= {each.code for each in course("Liesbeth").advice}


def test_children_and_parents_were_given_a_card() -> None:
    given = SharedCard.plain.order_by("card")
    assert [(row.card, row.client.given, row.recipient["part"]) for row in given] == [
        ("block-entrusting-parent@1.0", "Sem", "caregiver"),
        ("block-self-confidence-parent@1.0", "Mila", "caregiver"),
        ("three-helpers-child@1.0", "Sem", "client"),
    ]


def test_the_file_page_has_something_in_every_panel() -> None:
    sem, mila = course("Sem").standing, course("Mila").standing
    assert any(not each.given and each.scope == "information" for each in sem.consents)
    assert any(fact.kind == "success_noted" for fact in course("Mila").facts)
    assert any(fact.kind == "session_held" and getattr(fact, "joint", False) for fact in course("Mila").facts)
    assert mila.talks
    rated = [fact for fact in course("Mila").facts if fact.kind == "subgoal_rated"]
    assert rated
    assert all(getattr(fact, "session", "") and getattr(fact, "seen", "") for fact in rated)


def test_the_logbook_is_whole_and_tells_in_the_order_of_time() -> None:
    assert [chain.fault for chain in verify()] == ["", ""]
    for name in ("De Duinrand", "De Oever"):
        entries = LogEntry.objects.in_practice(practice(name).id).order_by("number")
        moments = list(entries.values_list("at", flat=True))
        assert moments == sorted(moments)
        assert moments[-1] < NOW


def test_the_other_practice_has_clients_of_its_own() -> None:
    theirs = Client.objects.in_practice(practice("De Oever").id)
    assert theirs.count() == 3
    assert Client.objects.in_practice(practice("De Duinrand").id).count() == 25
    assert Membership.objects.in_practice(practice("De Oever").id).count() == 1


def test_the_practice_has_a_module_of_its_own_in_two_versions_and_writes_on_a_copy() -> None:
    here = practice("De Duinrand").id
    rows = OwnModule.objects.in_practice(here).order_by("published_at")
    assert [(row.pin, bool(row.changed)) for row in rows] == [
        ("walking-outside@1.0", False),
        ("walking-outside@1.1", True),
    ]
    draft = Draft(ModuleDraft.objects.in_practice(here).get())
    assert (draft.row.base, draft.faults) == ("pmt-addon@1.0", ())


def test_a_case_question_was_asked_and_answered_and_one_is_still_a_draft() -> None:
    here = practice("De Duinrand").id
    asked = CaseQuestion.objects.in_practice(here).get()
    answers = CaseAnswer.objects.in_practice(here).order_by("given_at")
    assert [(row.question_id, row.invite_id is None) for row in answers] == [(asked.id, True), (asked.id, False)]
    draft = CaseDraft.objects.in_practice(here).get()
    assert (draft.client.given, "Mila" in draft.question) == ("Mila", True)


def test_visitors_find_the_therapists_of_the_practice() -> None:
    found = finder.find(wish=Wish(pc4="1791"), page=1, day=TODAY)
    assert [card.listing.discipline for card in found.cards] == ["pmkt", "pmt"]
    assert found.cards[0].answers["sessions"]


def test_a_registration_ends_soon() -> None:
    ends = (
        Credential.objects.in_practice(practice("De Duinrand").id).exclude(until=None).values_list("until", flat=True)
    )
    assert [TODAY < end <= TODAY + timedelta(days=60) for end in ends] == [True]


def test_everyone_in_it_is_out_of_reach() -> None:
    for row in Client.plain.all():
        assert row.phone.startswith("000"), row
        assert row.postcode.startswith("0000"), row
        assert not row.email or row.email.endswith(".example"), row


def test_its_words_are_those_of_the_practice(settings: LazySettings) -> None:
    told = "\n".join(path.read_text(encoding="utf-8") for path in Path(package.__path__[0]).glob("words_*.py")).lower()
    assert [word for word in forbidden() if f" {word} " in told] == []


def test_a_calendar_keeps_to_working_days() -> None:
    days = Calendar(TODAY)
    assert days.ago(0) == TODAY
    assert days.ago(1).isoformat() == "2026-11-20", "the day before a Monday is a Friday"
    assert days.working_days_ago(6).isoformat() == "2026-11-13"
    assert workday(datetime(2026, 11, 22, tzinfo=UTC).date()).isoformat() == "2026-11-20"


def test_a_story_that_goes_back_in_time_is_refused() -> None:
    def back() -> Story:
        yield moment(TODAY, "10.00")
        yield moment(TODAY, "9.00")

    with pytest.raises(ValueError, match="goes back"):
        tell((back(),))


def test_stories_are_told_together_in_the_order_of_time() -> None:
    told = []

    def story(name: str, *clocks: str) -> Story:
        for clock in clocks:
            now = yield moment(TODAY, clock)
            told.append(f"{name} {now.astimezone(AMSTERDAM):%H}")

    tell((story("a", "9.00", "12.00"), story("b", "10.00", "11.00")))
    assert told == ["a 09", "b 10", "b 11", "a 12"]


def test_exercises_are_hidden_adapted_minded_and_used() -> None:
    here = practice("De Duinrand")
    shelf = exercises.shelf_of(practice_id=here.id)
    assert set(shelf.hidden) == {"pk-foam-roads"}
    assert shelf.newest["pk-two-gardens-eigen"].derived_from == "pk-two-gardens@1.0"
    sem = client("Sem")
    known = exercises.known_of(practice_id=here.id, client_id=sem.id)
    assert (known.cautions, known.effort) == (frozenset({"sound-sensitivity"}), "may")
    assert len(exercises.done_before(practice_id=here.id, client_id=sem.id)) >= 2
