"""A case question: made unrecognisable, asked without a trace of whose case it is, answered, and found again."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.cache import cache
from django.db import DatabaseError, connection, transaction
from django.test import Client as Browser
from django.urls import reverse

from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotAllowed, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.counsel import expert, flows, policies
from lijfspoor.practice.counsel.answering import Said, Wish
from lijfspoor.practice.counsel.asking import Written
from lijfspoor.practice.counsel.models import CaseAnswer, CaseDraft, CaseQuestion, ExpertInvite
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.people.models import Client
from tests import cast
from tests.cast import NOW, TODAY, House
from tests.practice.library.browsing import browser, words_of

pytestmark = pytest.mark.django_db
CLEAN = "Een meisje van 7 wordt boos als iemand dichtbij komt. Haar moeder vraagt wat helpt. Wat zou u doen?"
NAMED = "Noor wordt boos. Haar moeder Eva Veldhuis belde op 06-12345678. Zij zit op De Zandloper in Haarlem."


SLEEP = {"area": "stress", "kind": "indication", "age_group": "adult"}


@pytest.fixture
def house() -> House:
    return cast.duinrand()


@pytest.fixture
def noor(house: House) -> Client:
    client, *_ = cast.child(house)
    client.gender, client.city, client.street = "female", "Haarlem", "Schelpenpad 3"
    client.save()
    cast.contact(house, client, "school", "Juf Anneke Tromp", organisation="Basisschool De Zandloper")
    return client


def write(house: House, client: Client | None, question: str = CLEAN, who: str = "marjan", **more: Any) -> UUID:
    said = {
        "kind": "treatment",
        "module": "",
        "area": "attachment",
        "age_group": "child",
        "title": "Boos bij nabijheid",
    }
    written = Written(client_id=client.id if client else None, question=question, **(said | more))
    row = flows.save_draft(actor=house.actor(who), draft_id=None, written=written, version=0, day=TODAY, now=NOW)
    return row.id


def ask(house: House, draft_id: UUID, who: str = "marjan") -> UUID:
    return flows.ask(actor=house.actor(who), draft_id=draft_id, day=TODAY, now=NOW)


def found(house: House, wish: Wish, who: str = "tess") -> list[str]:
    column = flows.read_column(actor=house.actor(who), wish=wish, page=1, now=NOW)
    return [each.title for each in column.questions]


@pytest.mark.requirement("S4-021")
def test_what_points_at_the_client_is_shown_in_place_and_must_be_mended_before_the_question_is_asked(
    house: House, noor: Client
) -> None:
    draft = write(house, noor, NAMED)
    _, looked = flows.look_over(actor=house.actor("marjan"), draft_id=draft, day=TODAY, now=NOW)
    told = {each.hit.words: each.hit.instead for each in looked.open}
    assert told == {
        "Noor": "een meisje van 7",
        "Eva": "de moeder",
        "Veldhuis": "een meisje van 7",
        "06-12345678": "weglaten",
        "Zandloper": "de school",
        "Haarlem": "een plaats in de regio",
    }
    shown = words_of(browser(house, "marjan").get(reverse("counsel:look_over", args=[draft])))
    assert "<mark>Noor</mark>" in shown
    assert "Stel de vraag" not in shown
    with pytest.raises(NotPossible) as refused:
        ask(house, draft)
    assert any("Noor" in reason for reason in refused.value.reasons)
    assert CaseQuestion.objects.in_practice(house.practice.id).count() == 0


@pytest.mark.requirement("S4-021")
def test_a_question_that_was_asked_holds_no_trace_of_whose_case_it_is(house: House, noor: Client) -> None:
    asked = ask(house, write(house, noor))
    assert CaseDraft.objects.in_practice(house.practice.id).count() == 0
    row = CaseQuestion.objects.in_practice(house.practice.id).get()
    assert (row.id, row.question) == (asked, CLEAN)
    assert str(noor.id) not in repr([getattr(row, field.name) for field in CaseQuestion._meta.concrete_fields])
    entries = LogEntry.objects.in_practice(house.practice.id)
    about_noor = entries.filter(client_id=noor.id, kind__startswith="counsel.")
    assert {entry.kind for entry in about_noor} == {"counsel.compared"}
    assert not any(str(asked) in f"{entry.subject}{entry.detail}{entry.why}" for entry in about_noor)
    assert [entry.clients for entry in entries.filter(kind="counsel.asked")] == [[]]


def test_what_is_an_ordinary_word_is_kept_knowingly_and_only_as_long_as_it_is_said(house: House, noor: Client) -> None:
    draft = write(house, noor, "De muur is wit. Ria is geen naam hier.")
    _, looked = flows.look_over(actor=house.actor("marjan"), draft_id=draft, day=TODAY, now=NOW)
    by = {each.hit.words: each for each in looked.open}
    assert {words: each.hit.sure for words, each in by.items()} == {"wit": False, "Ria": True}
    visitor, address = browser(house, "marjan"), reverse("counsel:look_over", args=[draft])
    short = visitor.post(address, {f"keep-{by['wit'].id}": "gewoon woord", f"keep-{by['Ria'].id}": "x"})
    assert (short.status_code, "Schrijf kort waarom" in words_of(short)) == (422, True)
    kept = {f"keep-{by['wit'].id}": "gewoon woord", f"keep-{by['Ria'].id}": "naam van een oefening"}
    assert visitor.post(address, kept).status_code == 302
    assert "Stel de vraag" in words_of(visitor.get(address))
    row = CaseDraft.objects.in_practice(house.practice.id).get()
    assert row.kept == {"name:wit": "gewoon woord", "name:Ria": "naam van een oefening"}
    changed = Written(
        client_id=noor.id, kind="treatment", module="", area="", age_group="", title="T", question="Wit belde mij."
    )
    flows.save_draft(
        actor=house.actor("marjan"), draft_id=draft, written=changed, version=row.version, day=TODAY, now=NOW
    )
    with pytest.raises(NotPossible):
        ask(house, draft)


def test_a_question_is_begun_written_while_it_saves_itself_and_never_written_over(house: House, noor: Client) -> None:
    visitor, key = browser(house, "marjan"), str(uuid4())
    shown = words_of(visitor.get(reverse("counsel:new")))
    assert "Noor Veldhuis" in shown
    begun = {"client": str(noor.id), "kind": "treatment", "title": "Boos"}
    for _ in range(2):
        answer = visitor.post(reverse("counsel:new"), begun | {"idempotency_key": key})
    (row,) = CaseDraft.objects.in_practice(house.practice.id)
    assert answer["Location"] == reverse("counsel:edit", args=[row.id])
    with pytest.raises(NotPossible, match="Schrijf eerst"):
        ask(house, row.id)
    address = reverse("counsel:autosave", args=[row.id])
    saved = visitor.post(address, begun | {"question": "Eerste woorden", "version": "1"}).json()
    assert saved["version"] == 2
    stale = visitor.post(address, begun | {"question": "Andere woorden", "version": "1"})
    assert (stale.status_code, stale.json()["merge"]) == (409, reverse("counsel:edit", args=[row.id]))
    both = visitor.post(stale.json()["merge"], begun | {"question": "Andere woorden", "version": "1"})
    assert both.status_code == 409
    assert all(words in words_of(both) for words in ("Eerste woorden", "Andere woorden"))


def test_a_draft_is_for_its_asker_alone_about_a_client_of_their_own_and_never_written_over(
    house: House, noor: Client
) -> None:
    draft = write(house, noor)
    with pytest.raises(NotFound):
        flows.look_over(actor=house.actor("tess"), draft_id=draft, day=TODAY, now=NOW)
    with pytest.raises(NotFound):
        write(house, noor, who="tess")
    written = Written(client_id=None, kind="treatment", module="", area="", age_group="", title="T", question="V")
    with pytest.raises(ChangedMeanwhile):
        flows.save_draft(actor=house.actor("marjan"), draft_id=draft, written=written, version=7, day=TODAY, now=NOW)
    for who in ("ab",):
        assert not policies.can_take_part(house.actor(who))
        with pytest.raises(NotAllowed):
            flows.read_column(actor=house.actor(who), wish=Wish(), page=1, now=NOW)


@pytest.mark.requirement("S4-022")
def test_colleagues_answer_with_sources_and_the_asker_thanks_and_closes(house: House) -> None:
    asked = ask(house, write(house, None))
    visitor, key = browser(house, "tess"), str(uuid4())
    given = {"text": "Begin met afstand.", "sources": "Perry 2006\nEigen ervaring", "idempotency_key": key}
    for _ in range(2):
        assert visitor.post(reverse("counsel:answer", args=[asked]), given).status_code == 302
    (row,) = CaseAnswer.objects.in_practice(house.practice.id)
    assert (row.name, row.text, row.sources) == ("Tess Vos", "Begin met afstand.", "Perry 2006\nEigen ervaring")
    shown = words_of(browser(house, "lea").get(reverse("counsel:question", args=[asked])))
    assert "Perry 2006" in shown
    assert "Sluit de vraag" not in shown
    with pytest.raises(NotAllowed):
        flows.close(actor=house.actor("tess"), question_id=asked, thanks="", now=NOW)
    flows.close(actor=house.actor("marjan"), question_id=asked, thanks="Dank, dit helpt.", now=NOW)
    with pytest.raises(NotPossible):
        flows.answer(actor=house.actor("tess"), question_id=asked, said=Said("Nog iets", ""), now=NOW)
    assert "Dank, dit helpt." in words_of(visitor.get(reverse("counsel:question", args=[asked])))


def test_an_answer_that_points_at_someone_is_refused_and_stays_in_the_form(house: House) -> None:
    asked = ask(house, write(house, None))
    answer = browser(house, "tess").post(reverse("counsel:answer", args=[asked]), {"text": "Bel 06-12345678."})
    assert (answer.status_code, "Haal weg wat iemand kan aanwijzen: 06-12345678" in words_of(answer)) == (422, True)
    assert "Bel 06-12345678." in words_of(answer)
    flows.answer(actor=house.actor("tess"), question_id=asked, said=Said("Goed", ""), now=NOW)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE counsel_caseanswer SET text = 'anders'")


@pytest.mark.requirement("S4-021")
def test_the_column_is_found_by_question_answer_and_tags(house: House) -> None:
    asked = ask(house, write(house, None))
    ask(house, write(house, None, "Een man van in de dertig slaapt slecht.", title="Slapen", **SLEEP))
    flows.answer(actor=house.actor("tess"), question_id=asked, said=Said("Denk aan schommelen.", "Perry"), now=NOW)
    both = ["Slapen", "Boos bij nabijheid"]
    assert sorted(found(house, Wish())) == sorted(both)
    for words in ("schommelen", "MOEDER boos", "hechting", "perry", "kinderen"):
        assert found(house, Wish(words=words)) == ["Boos bij nabijheid"]
    assert found(house, Wish(kind="indication")) == found(house, Wish(area="stress")) == ["Slapen"]
    assert found(house, Wish(words="olifant")) == []
    flows.close(actor=house.actor("marjan"), question_id=asked, thanks="", now=NOW)
    assert found(house, Wish(open_only=True)) == ["Slapen"]
    elsewhere = cast.oever()
    assert found(elsewhere, Wish(), who="elsa") == []
    with pytest.raises(NotFound):
        flows.read_question(actor=elsewhere.actor("elsa"), question_id=asked, now=NOW)


@pytest.mark.requirement("S4-022")
def test_an_invited_expert_opens_one_question_without_account_and_answers_it(house: House, noor: Client) -> None:
    asked, other = ask(house, write(house, noor)), ask(house, write(house, None, title="Andere vraag"))
    secret = flows.invite(
        actor=house.actor("marjan"), question_id=asked, name="Prof. Vermeer", field="psychotrauma", now=NOW
    )
    kept = ExpertInvite.objects.in_practice(house.practice.id).get()
    assert secret not in repr([getattr(kept, field.name) for field in ExpertInvite._meta.concrete_fields])
    reading = flows.read_as_expert(secret=secret, address="1.2.3.4", now=NOW)
    assert reading.question.id == asked
    flows.answer_as_expert(secret=secret, said=Said("Eerst rust.", "Richtlijn"), address="1.2.3.4", now=NOW)
    (row,) = CaseAnswer.objects.in_practice(house.practice.id)
    assert (row.question_id, row.name, row.field, row.member_id) == (asked, "Prof. Vermeer", "psychotrauma", None)
    entry = LogEntry.objects.in_practice(house.practice.id).filter(kind="counsel.answered").get()
    assert (entry.actor_name, entry.actor_role, entry.member_id) == ("Prof. Vermeer", "expert", kept.id)
    with pytest.raises(NotFound):
        flows.read_as_expert(secret=secret, address="1.2.3.4", now=NOW + timedelta(days=31))
    flows.withdraw(actor=house.actor("marjan"), question_id=asked, invite_id=kept.id, now=NOW)
    with pytest.raises(NotFound):
        flows.read_as_expert(secret=secret, address="1.2.3.4", now=NOW)
    visitor = Browser()
    assert visitor.get(reverse("counsel:question", args=[other]))["Location"].startswith("/account/login/")
    with pytest.raises(NotAllowed):
        flows.invite(actor=house.actor("tess"), question_id=asked, name="X", field="Y", now=NOW)


def test_the_page_of_an_expert_says_no_name_of_the_client_and_guessing_links_is_stopped(
    house: House, noor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.clear()
    asked = ask(house, write(house, noor))
    answer = browser(house, "marjan").post(
        reverse("counsel:invite", args=[asked]), {"name": "Prof. Vermeer", "field": "trauma"}
    )
    link = words_of(answer).partition("<code>")[2].partition("</code>")[0]
    visitor = Browser()
    page = visitor.get(link)
    assert (page.status_code, "Noor" in words_of(page), CLEAN in words_of(page)) == (200, False, True)
    assert visitor.post(link, {"text": "", "sources": ""}).status_code == 422
    assert visitor.post(link, {"text": "Eerst rust.", "sources": "Eigen ervaring"}).status_code == 302
    monkeypatch.setattr(expert, "MOST_FROM_ONE_ADDRESS", 2)
    tried = [visitor.get(reverse("counsel:expert", args=[f"raad{number}"])).status_code for number in range(4)]
    assert tried == [404, 404, 409, 409]
    cache.clear()


def test_the_column_costs_the_same_however_many_questions_there_are(
    house: House, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    visitor, address = browser(house, "tess"), reverse("counsel:home")
    assert "Nog geen vragen" in words_of(visitor.get(address))
    for number in range(23):
        asked = ask(house, write(house, None, title=f"Vraag {number}"))
        if number < 4:
            flows.answer(actor=house.actor("tess"), question_id=asked, said=Said("Ja", ""), now=NOW)
    with django_assert_max_num_queries(16):
        shown = words_of(visitor.get(address))
    assert shown.count("nog geen antwoord") + shown.count("1 antwoord<") == 20
    with pytest.raises(NotUnderstood):
        flows.answer(actor=house.actor("tess"), question_id=asked, said=Said(" ", ""), now=NOW)
