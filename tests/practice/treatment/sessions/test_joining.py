"""Who joins a session: asked beforehand and again, never someone the child fears (S2-015, contradiction 14)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.refusals import NotAllowed, NotPossible, NotUnderstood
from lijfspoor.practice.people.models import Contact
from lijfspoor.practice.treatment import flows
from lijfspoor.practice.treatment.flows import joining
from lijfspoor.practice.treatment.models import Note, Session
from tests import cast
from tests.practice.desk import desk
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene, attachment, safe_together

pytestmark = pytest.mark.django_db
FACT = "verstijfde toen hij binnenkwam"


@pytest.fixture
def noor() -> Scene:
    scene = attachment()
    safe_together(scene)
    return scene


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    for views in ("views_joining", "views_appointments"):
        monkeypatch.setattr(f"lijfspoor.practice.treatment.{views}.now", lambda: cast.NOW)


def fear(scene: Scene, who: Contact | None, *, feared: bool = True) -> None:
    assert who
    scene.now += timedelta(minutes=1)
    joining.name_fear(treatment_id=scene.treatment_id, contact_id=who.id, feared=feared, words=FACT, **scene.when())


def page(scene: Scene, name: str, who: str = "marjan") -> str:
    address = reverse(f"treatment:{name}", args=[scene.treatment_id])
    return desk.browser(scene.house, who).get(address).content.decode()


@pytest.mark.requirement("S2-015")
def test_whom_the_child_fears_is_not_offered_and_cannot_be_planned_or_recorded(noor: Scene) -> None:
    assert noor.father
    assert noor.grandmother
    (session,) = noor.plan(noor.day, form="dyad", joined_by=(noor.grandmother.id,))
    assert "Mark Smit" in page(noor, "plan_session")
    fear(noor, noor.father)
    assert "Mark Smit" not in page(noor, "plan_session")
    assert "Ria Veldhuis" in page(noor, "plan_session")
    with pytest.raises(NotPossible) as refused:
        noor.plan(noor.day, form="dyad", joined_by=(noor.father.id,))
    assert "bron van angst" in refused.value.reasons[0]
    with pytest.raises(NotPossible):
        flows.hold_session(session_id=session, came=(noor.father.id,), **noor.when())
    flows.hold_session(session_id=session, came=(noor.grandmother.id,), **noor.when())
    assert [fact.joint for fact in noor.facts(f.SessionHeld)] == [True]


def test_it_can_be_taken_back_and_both_stay_on_record(noor: Scene) -> None:
    assert noor.father
    fear(noor, noor.father)
    fear(noor, noor.father, feared=False)
    assert noor.plan(noor.day, form="dyad", joined_by=(noor.father.id,))
    rows = Note.objects.in_practice(noor.house.practice.id).filter(kind="joining")
    assert [row.body["feared"] for row in rows.order_by("saved_at", "id")].count(True) == 1
    with pytest.raises(Exception, match="kept as it is"):
        rows.update(body={})


@pytest.mark.requirement("S2-015")
def test_planning_says_why_it_cannot_and_leads_to_the_question() -> None:
    scene = attachment()
    shown = page(scene, "plan_session")
    assert "Samen met een ouder of verzorger kan nu niet" in shown
    way = reverse("treatment:joining", args=[scene.treatment_id])
    assert way in shown
    question = reverse("intake:criteria", args=[scene.treatment_id, "joint-sessions"])
    assert question in page(scene, "joining")


@pytest.mark.requirement("S2-015")
def test_after_an_evaluation_the_old_answer_opens_nothing(noor: Scene) -> None:
    assert noor.grandmother
    noor.add(f.EvaluationHeld, on=scenes.START + timedelta(days=30), evaluation="regular", summary="besproken")
    with pytest.raises(NotPossible):
        noor.plan(noor.day, form="dyad", joined_by=(noor.grandmother.id,))
    assert not Session.objects.in_practice(noor.house.practice.id).exists()
    assert "laatst gevraagd op 1 september 2026" in page(noor, "joining")
    asked = scenes.START + timedelta(days=31)
    noor.add(f.CriterionAnswered, on=asked, criterion="caregiver-not-source-of-fear", answer=Answer.YES)
    assert noor.plan(noor.day, form="dyad", joined_by=(noor.grandmother.id,))


def test_a_session_together_planned_before_an_evaluation_says_that_it_must_be_asked_again(noor: Scene) -> None:
    assert noor.grandmother
    (session,) = noor.plan(noor.day, form="dyad", joined_by=(noor.grandmother.id,))
    browser, address = desk.browser(noor.house, "marjan"), reverse("treatment:session", args=[session])
    assert "Samen met iemand kan nu niet" not in browser.get(address).content.decode()
    noor.add(f.EvaluationHeld, on=scenes.START + timedelta(days=30), evaluation="regular", summary="besproken")
    assert "Samen met iemand kan nu niet" in browser.get(address).content.decode()
    with pytest.raises(NotPossible):
        flows.hold_session(session_id=session, came=(noor.grandmother.id,), **noor.when())


def test_a_session_planned_before_is_shown_to_be_changed(noor: Scene) -> None:
    assert noor.grandmother
    (session,) = noor.plan(noor.day, form="dyad", joined_by=(noor.grandmother.id,))
    fear(noor, noor.grandmother)
    assert reverse("treatment:move_session", args=[session]) in page(noor, "joining")


def test_only_who_treats_reads_it_and_the_office_is_told_to_ask(noor: Scene) -> None:
    assert noor.father
    fear(noor, noor.father)
    for who in ("ab", "lea"):
        with pytest.raises(NotAllowed):
            joining.read_joining(treatment_id=noor.treatment_id, **noor.when(who))
    with pytest.raises(NotPossible) as refused:
        noor.plan(noor.day, form="dyad", joined_by=(noor.father.id,), who="ab")
    assert "angst" not in " ".join(refused.value.reasons)
    for name in ("sessions", "talks", "closing", "evaluation", "as_of"):
        assert FACT not in page(noor, name, "lea")


def test_by_form_with_words_only(noor: Scene) -> None:
    assert noor.father
    browser = desk.browser(noor.house, "marjan")
    address = reverse("treatment:fear", args=[noor.treatment_id, noor.father.id])
    assert browser.post(address, {"words": " "}).status_code == 422
    assert browser.post(address, {"words": FACT}).status_code == 302
    assert FACT in page(noor, "joining")
    with pytest.raises(NotUnderstood):
        joining.name_fear(
            treatment_id=noor.treatment_id, contact_id=noor.father.id, feared=False, words="", **noor.when()
        )
