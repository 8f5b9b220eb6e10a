"""The pages: from the first click to the start for both modules, and what each page refuses."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, Protocol
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lijfspoor.domain.pathways.model import Stage
from lijfspoor.practice.intake import criteria, flows, goals
from lijfspoor.practice.intake.models import Paper, Referral
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.people.models import Authority, Client, Contact
from lijfspoor.practice.tenancy.clock import day_of, now
from tests import cast
from tests.practice.intake import scenes, test_receiving

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script>{{ 7|add:7 }}"


def browser(house: cast.House, name: str = "marjan") -> Browser:
    """A signed-in colleague."""
    opened = Browser()
    opened.force_login(house.user(name))
    return opened


class Answer(Protocol):
    """What a page answers."""

    @property
    def content(self) -> bytes: ...
    @property
    def status_code(self) -> int: ...
    @property
    def headers(self) -> Mapping[Any, str]: ...


def text_of(answer: Answer) -> str:
    return answer.content.decode()


def led_to(answer: Answer) -> str:
    return answer.headers["Location"]


def today() -> date:
    return day_of(now())


def at(page: str, treatment_id: UUID, *about: Any) -> str:
    return reverse(f"intake:{page}", args=[treatment_id, *about])


def key() -> dict[str, str]:
    return {"idempotency_key": str(uuid4())}


def held(page: str, name: str) -> str:
    """What a button or hidden field of the page holds."""
    found = re.search(rf'name="{name}"\s+value="(\w+)"', page)
    assert found is not None, page
    return found[1]


def write(opened: Browser, treatment_id: UUID, kind: str, values: dict[str, str]) -> Answer:
    """Fill in every step as a person without script does, read back, and sign."""
    place, then = at("paper_step", treatment_id, kind, 1), "next"
    while then == "next":
        page = text_of(opened.get(place))
        then = held(page, "then")
        answer = opened.post(place, {**values, "version": held(page, "version"), "then": then})
        assert answer.status_code == 302, text_of(answer)
        place = led_to(answer)
    return opened.post(place, {"version": held(text_of(opened.get(place)), "version"), **key()})


def stage(house: cast.House, treatment_id: UUID) -> Stage:
    return pathway.course(practice_id=house.practice.id, treatment_id=treatment_id, day=today()).standing.stage


def answers(group: str, house: cast.House, treatment_id: UUID, word: str = "yes") -> dict[str, str]:
    module = pathway.course(practice_id=house.practice.id, treatment_id=treatment_id, day=today()).module
    asked = next(each for each in module.audience.groups if each.id == group)
    return {f"answer.{c.id}": word for c in asked.criteria} | {f"person.{c.id}": "Ria" for c in asked.criteria}


def test_the_add_on_from_the_first_click_to_the_start() -> None:
    house = cast.duinrand()
    client = cast.adult(house)
    cast.consent(house, client, "treatment")
    opened = browser(house)
    way = f"{scenes.ADDON}|lead_clinician"
    found = text_of(opened.get(reverse("intake:refer"), {"way": way, "name": "samira"}))
    assert str(client.id) in found
    door = f"{reverse('intake:refer')}?way={way}&client={client.id}"
    asked = text_of(opened.get(door))
    assert "Stap 2 van 2" in asked
    assert "Voornaam" not in asked
    referred = opened.post(
        door,
        {
            "therapist": str(house.members["marjan"].id),
            "lead_clinician": str(house.members["lea"].id),
            "reason": "Een brok in de keel",
            "received_on": today().isoformat(),
            **key(),
        },
    )
    assert referred.status_code == 302, text_of(referred)
    treatment_id = UUID(led_to(referred).split("/")[2])
    assert led_to(referred) == at("overview", treatment_id)
    signed = write(opened, treatment_id, "meeting:introduction", scenes.INTRODUCTION | {"held-on": today().isoformat()})
    assert signed.status_code == 302
    for group in ("indications", "preconditions"):
        kept = opened.post(at("criteria", treatment_id, group), answers(group, house, treatment_id))
        assert kept.status_code == 302, text_of(kept)
    opened.post(at("goals", treatment_id), {"chosen": ["aware", "less-flooded"], "own": "", "tie": "", **key()})
    plan = _start_values(opened, treatment_id)
    write(opened, treatment_id, "plan", plan)
    page = text_of(opened.get(at("overview", treatment_id)))
    assert "Begin de behandeling" in page
    started = opened.post(at("start", treatment_id), {"starts_on": today().isoformat(), **key()})
    assert started.status_code == 302
    assert stage(house, treatment_id) is Stage.UNDER_WAY
    assert "Begonnen op" in text_of(opened.get(at("overview", treatment_id)))


def _start_values(opened: Browser, treatment_id: UUID) -> dict[str, str]:
    """What the plan's pages already hold, as a form posts it back."""
    values: dict[str, str] = {}
    for step in (1, 2):
        answer = opened.get(at("paper_step", treatment_id, "plan", step))
        values |= {name: str(field.initial or "") for name, field in answer.context["form"].fields.items()}
    return values


def test_the_module_for_attachment_from_the_first_click_to_the_start() -> None:
    house = cast.duinrand()
    opened = browser(house)
    door = f"{reverse('intake:refer')}?way={scenes.ATTACHMENT}|private&name="
    referred = opened.post(
        door,
        {
            "given": "Joris",
            "family": "Graaf",
            "born": "2019-05-06",
            "therapist": str(house.members["marjan"].id),
            "referrer_name": "Ans Graaf",
            "referrer_role": "moeder",
            "received_on": today().isoformat(),
            **key(),
        },
    )
    assert referred.status_code == 302, text_of(referred)
    treatment_id = UUID(led_to(referred).split("/")[2])
    client = Client.plain.get(family="Graaf")
    _parents_consent(house, client)
    write(opened, treatment_id, "meeting:intake", scenes.INTAKE | {"held-on": today().isoformat()})
    opened.post(at("criteria", treatment_id, "age"), {"years": "4", "months": "4"})
    for group in ("target-group", "indication", "indication-signs", "preconditions", "client-conditions"):
        kept = opened.post(at("criteria", treatment_id, group), answers(group, house, treatment_id))
        assert kept.status_code == 302, text_of(kept)
    no = answers("contra-indications", house, treatment_id, "no")
    opened.post(at("criteria", treatment_id, "contra-indications"), no)
    for part in scenes.PARTS:
        write(opened, treatment_id, f"examination:{part}", {"found": f"Gevonden bij {part}"})
    write(opened, treatment_id, "profile", scenes.PROFILE)
    write(opened, treatment_id, "formulation", scenes.PICTURE)
    opened.post(at("goals", treatment_id), {"chosen": "bv-1", "own": "Slaapt weer", "tie": "autonomy", **key()})
    write(opened, treatment_id, "plan", _start_values(opened, treatment_id))
    started = opened.post(at("start", treatment_id), {"starts_on": today().isoformat(), **key()})
    assert started.status_code == 302, text_of(started)
    assert stage(house, treatment_id) is Stage.UNDER_WAY


def _parents_consent(house: cast.House, client: Client) -> None:
    mother = Contact.plain.get(client=client)
    Authority.plain.create(
        practice=house.practice,
        client=client,
        contact=mother,
        holds_from=cast.LONG_AGO,
        recorded_at=cast.NOW,
        recorded_by="Marjan de Wit",
    )
    cast.consent(house, client, "treatment", mother)


def test_the_same_form_sent_twice_is_one_referral() -> None:
    house = cast.duinrand()
    opened, said = browser(house, "ab"), key()
    asked = {
        "given": "Joris",
        "family": "Graaf",
        "therapist": str(house.members["marjan"].id),
        "received_on": today().isoformat(),
        **said,
    }
    door = f"{reverse('intake:refer')}?way={scenes.ATTACHMENT}|private&new=1"
    first, second = opened.post(door, asked), opened.post(door, asked)
    assert led_to(first) == led_to(second)
    assert Client.plain.filter(family="Graaf").count() == 1
    assert Referral.plain.count() == 1


@pytest.mark.parametrize(
    ("missing", "words"),
    [("family", "Vul dit in."), ("therapist", "Kies een antwoord."), ("received_on", "Vul een datum in")],
)
def test_what_is_missing_is_said_beside_the_field_and_nothing_is_kept(missing: str, words: str) -> None:
    house = cast.duinrand()
    asked = {
        "given": "Joris",
        "family": "Graaf",
        "therapist": str(house.members["marjan"].id),
        "received_on": today().isoformat(),
    }
    door = f"{reverse('intake:refer')}?way={scenes.ATTACHMENT}|private&new=1"
    answer = browser(house).post(door, asked | {missing: ""})
    assert answer.status_code == 422
    assert words in text_of(answer)
    assert "Joris" in text_of(answer)
    assert not Referral.plain.exists()


@pytest.mark.requirement("S1-037")
def test_the_first_step_asks_which_way_and_a_lead_clinician_sees_only_theirs() -> None:
    house = cast.duinrand()
    everyone, lead = (text_of(browser(house, n).get(reverse("intake:refer"))) for n in ("marjan", "lea"))
    assert f"{scenes.ATTACHMENT}|private" in everyone
    assert f"{scenes.ATTACHMENT}|private" not in lead
    assert f"{scenes.ADDON}|lead_clinician" in lead
    assert browser(house).get(reverse("intake:refer"), {"name": "x"}).status_code == 422


def test_a_referral_from_elsewhere_is_read_taken_up_and_gone_from_the_list() -> None:
    house = cast.duinrand()
    kept = test_receiving.receive(house)
    opened = browser(house, "tess")
    assert "Sam van Dijk" in text_of(opened.get(reverse("intake:referrals")))
    place = reverse("intake:referral", args=[kept.referral_id])
    page = text_of(opened.get(place))
    for words in ("Vermijdt contact", "Hechtingsstoornis", "wie gezag heeft", "ServiceRequest.encounter", "spoed"):
        assert words in page
    chosen = f"{place}?way={scenes.ATTACHMENT}|institution"
    said = {"therapist": str(house.members["tess"].id), **key()}
    first, second = opened.post(chosen, said), opened.post(chosen, said)
    assert first.status_code == second.status_code == 302
    assert led_to(first) == led_to(second)
    assert "Sam van Dijk" not in text_of(opened.get(reverse("intake:referrals")))


def test_a_referral_is_set_aside_on_its_page() -> None:
    house = cast.duinrand()
    place = reverse("intake:referral_set_aside", args=[test_receiving.receive(house).referral_id])
    opened = browser(house, "ab")
    assert opened.post(place, {"why": ""}).status_code == 422
    assert opened.post(place, {"why": "Verhuisd"}).status_code == 302
    assert "Verhuisd" in text_of(opened.get(place.replace("terzijde/", "")))


def test_autosave_keeps_answers_and_counts_a_retry_once() -> None:
    scene = scenes.addon()
    opened = browser(scene.house)
    place = at("paper_draft", scene.treatment_id, "meeting:introduction", 1)
    said = {"version": "0", "part.problem": "Een brok"}
    head = {"Idempotency-Key": str(uuid4()), "X-Requested-With": "autosave"}
    first, again = (opened.post(place, said, headers=head) for _ in range(2))
    assert json.loads(first.content)["version"] == 1
    assert again.content == first.content
    assert re.fullmatch(r"\d\d\.\d\d", json.loads(first.content)["saved_at"])
    assert Paper.plain.get().body["part.problem"] == "Een brok"


def test_two_writers_get_both_texts_and_nothing_is_overwritten() -> None:
    scene = scenes.addon()
    scene.write("meeting:introduction", scenes.INTRODUCTION)
    scene.write("meeting:introduction", scenes.INTRODUCTION | {"part.problem": "Van een ander"})
    opened = browser(scene.house)
    mine = {"version": "1", "part.problem": HOSTILE, "there.client": "yes"}
    draft = opened.post(at("paper_draft", scene.treatment_id, "meeting:introduction", 1), mine)
    assert draft.status_code == 409
    merge = opened.post(json.loads(draft.content)["merge"], mine)
    without_script = opened.post(at("paper_step", scene.treatment_id, "meeting:introduction", 1), mine)
    for page in (merge, without_script):
        assert page.status_code == 409
        assert "Van een ander" in text_of(page)
        assert "&lt;script&gt;" in text_of(page)
        assert "<script>alert" not in text_of(page)
    chosen = mine | {"version": "2", "part.problem": "Allebei", "there.client": "Samira el Haddioui"}
    assert opened.post(at("paper_step", scene.treatment_id, "meeting:introduction", 1), chosen).status_code == 302
    body = Paper.plain.get().body
    assert (body["part.problem"], body["there.client"]) == ("Allebei", "Samira el Haddioui")


def test_text_that_does_not_fit_stays_on_the_page() -> None:
    scene = scenes.addon()
    opened, long = browser(scene.house), "x" * 8001
    said = {"version": "0", "part.problem": long}
    draft = opened.post(at("paper_draft", scene.treatment_id, "meeting:introduction", 1), said)
    assert (draft.status_code, "te lang" in json.loads(draft.content)["message"]) == (422, True)
    page = opened.post(at("paper_step", scene.treatment_id, "meeting:introduction", 1), said)
    assert page.status_code == 422
    assert long in text_of(page)


def test_a_paper_that_is_not_complete_says_what_misses_and_has_no_sign_button() -> None:
    scene = scenes.addon()
    scene.write("meeting:introduction", {"part.problem": "P"})
    opened = browser(scene.house)
    place = at("paper_check", scene.treatment_id, "meeting:introduction")
    page = text_of(opened.get(place))
    assert "Wie was erbij?" in page
    assert "Onderteken" not in page
    refused = opened.post(place, {"version": "1", **key()})
    assert refused.status_code == 409
    assert "Wie was erbij?" in text_of(refused)


def test_signing_twice_is_signing_once() -> None:
    scene = scenes.addon()
    version = scene.write("meeting:introduction", scenes.INTRODUCTION)
    opened, said = browser(scene.house), {"version": str(version), **key()}
    place = at("paper_check", scene.treatment_id, "meeting:introduction")
    assert [opened.post(place, said).status_code for _ in range(2)] == [302, 302]


def test_a_signed_paper_reads_back_and_is_continued() -> None:
    scene = scenes.addon()
    scene.sign("meeting:introduction", scenes.INTRODUCTION | {"part.problem": HOSTILE})
    opened = browser(scene.house)
    place = at("paper", scene.treatment_id, "meeting:introduction")
    page = text_of(opened.get(place))
    assert "Ondertekend door Marjan de Wit" in page
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page
    again = opened.post(at("paper_continue", scene.treatment_id, "meeting:introduction"), {"how": "amend", **key()})
    assert led_to(again) == at("paper_step", scene.treatment_id, "meeting:introduction", 1)
    assert opened.get(place).status_code == 302
    assert "Ondertekend door" in text_of(opened.get(place, {"lees": "1"}))
    gone = at("paper_discard", scene.treatment_id, "meeting:introduction")
    assert "weggooien" in text_of(opened.get(gone))
    assert opened.post(gone).status_code == 302
    assert opened.get(place).status_code == 200


def test_text_from_people_is_never_markup_anywhere() -> None:
    house = cast.duinrand()
    client, *_ = cast.child(house, called=HOSTILE)
    scene = scenes.Scene(house, client, scenes.refer(house, client, scenes.ATTACHMENT, "private", reason=HOSTILE))
    scene.answer("target-group", attachment_problems=scenes.YES)
    goals.agree_goals(chosen=(), own=goals.OwnGoal(words=HOSTILE), **scene.when())
    scene.write("profile", {"profile.motor.strong": HOSTILE})
    opened = browser(house)
    pages = [
        reverse("intake:referral", args=[scenes.referral_of(scene).id]),
        at("overview", scene.treatment_id),
        at("criteria", scene.treatment_id, "target-group"),
        at("goals", scene.treatment_id),
        at("goal_drop", scene.treatment_id, scene.standing().goals[0].goal),
        at("paper_step", scene.treatment_id, "profile", 1),
        at("paper_check", scene.treatment_id, "profile"),
        at("paper_step", scene.treatment_id, "meeting:intake", 1),
        at("paper_step", scene.treatment_id, "plan", 1),
    ]
    for place in pages:
        page = text_of(opened.get(place))
        assert "<script>alert" not in page, place
        assert "{{ 7|add:7 }}" in page, place


@pytest.mark.requirement("S2-021")
def test_passing_a_contra_indication_shows_for_ever() -> None:
    scene = scenes.attachment()
    opened = browser(scene.house)
    place = at("override", scene.treatment_id, "severe-psychiatric-disorder")
    scene.answer("contra-indications", severe_psychiatric_disorder=scenes.YES)
    assert place in text_of(opened.get(at("criteria", scene.treatment_id, "contra-indications")))
    said = {"reason": "Al jaren stabiel", "consulted": "dr. Bos", "consulted_role": "psychiatrist"}
    assert opened.post(place, said | {"consulted": ""}).status_code == 422
    assert opened.post(place, said).status_code == 302
    scene.answer("contra-indications", severe_psychiatric_disorder=scenes.NO)
    for page in (at("overview", scene.treatment_id), at("criteria", scene.treatment_id, "contra-indications")):
        assert "Al jaren stabiel" in text_of(opened.get(page))


@pytest.mark.requirement("S2-015")
def test_the_page_warns_when_a_parent_may_be_the_source_of_fear() -> None:
    scene = scenes.attachment()
    ticked = "list.form-disorganised.f3-source-of-fear"
    scene.write("examination:behaviour-observation", {ticked: "yes"})
    opened = browser(scene.house)
    for place in (
        at("overview", scene.treatment_id),
        at("paper_check", scene.treatment_id, "examination:behaviour-observation"),
    ):
        page = text_of(opened.get(place))
        assert "meldcode" in page
        assert "Eerst de veiligheid" in page


def test_criteria_show_who_answered_when_and_every_earlier_answer() -> None:
    scene = scenes.addon()
    for answer in (scenes.YES, scenes.NO):
        scene.answer("indications", flooding=answer)
    page = text_of(browser(scene.house).get(at("criteria", scene.treatment_id, "indications")))
    assert "Laatst: nee" in page
    assert "Alle antwoorden op deze vraag" in page
    assert "Marjan de Wit" in page
    theirs = text_of(browser(scene.house, "lea").get(at("criteria", scene.treatment_id, "indications")))
    assert "Laatst: nee" in theirs
    assert "Bewaar" not in theirs


@pytest.mark.requirement("S2-002")
def test_a_yes_without_the_name_it_asks_for_comes_back_beside_the_field() -> None:
    scene = scenes.attachment()
    said = {"answer.attachment-disorder": "yes", "answer.attachment-problems": "unknown"}
    answer = browser(scene.house).post(at("criteria", scene.treatment_id, "target-group"), said)
    assert answer.status_code == 422
    assert "Zonder naam telt dit antwoord nog niet" in text_of(answer)


@pytest.mark.requirement("S2-111")
def test_an_instrument_that_does_not_fit_the_age_is_not_offered_and_says_why() -> None:
    scene = scenes.attachment()
    opened = browser(scene.house)
    pages = [
        text_of(opened.get(at("paper_step", scene.treatment_id, "examination:questionnaires", step)))
        for step in (1, 2, 3)
    ]
    assert "instrument.psymot" in pages[2]
    assert "Dit instrument past nu niet" not in pages[2]
    criteria.state_developmental_age(months=52, **scene.when())
    page = text_of(opened.get(at("paper_step", scene.treatment_id, "examination:questionnaires", 3)))
    assert "De ontwikkelingsleeftijd van de cliënt is 4 jaar en 4 maanden" in page
    assert "instrument.psymot" not in page


PAGES: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("overview", ()),
    ("criteria", ("indications",)),
    ("goals", ()),
    ("paper", ("meeting:introduction",)),
    ("paper_step", ("meeting:introduction", 1)),
    ("paper_check", ("meeting:introduction",)),
)


@pytest.mark.parametrize(("name", "about"), PAGES)
def test_another_practice_and_an_unrelated_colleague_find_nothing(name: str, about: tuple[Any, ...]) -> None:
    scene, elsewhere = scenes.addon(), cast.oever()
    place = at(name, scene.treatment_id, *about)
    assert browser(elsewhere, "elsa").get(place).status_code == 404
    assert browser(scene.house, "tess").get(place).status_code == 404
    assert browser(scene.house, "ab").get(place).status_code == 403
    assert browser(scene.house).get(place).status_code in (200, 302)
    assert browser(scene.house).get(at(name, uuid4(), *about)).status_code == 404


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("start", ()),
        ("goals", ()),
        ("criteria", ("indications",)),
        ("paper_draft", ("meeting:introduction", 1)),
        ("paper_step", ("meeting:introduction", 1)),
        ("paper_check", ("meeting:introduction",)),
        ("paper_continue", ("meeting:introduction",)),
        ("paper_discard", ("meeting:introduction",)),
    ],
)
def test_only_who_treats_can_post(name: str, about: tuple[Any, ...]) -> None:
    scene, elsewhere = scenes.addon(), cast.oever()
    version = scene.write("meeting:introduction", scenes.INTRODUCTION)
    place = at(name, scene.treatment_id, *about)
    said = {"starts_on": today().isoformat(), "chosen": "aware", "version": str(version), "own": "", "tie": ""}
    before = len(scene.course().facts)
    expected = {"lea": 403, "ab": 403, "tess": 404}
    for who, status in expected.items():
        assert browser(scene.house, who).post(place, said).status_code == status
    assert browser(elsewhere, "elsa").post(place, said).status_code == 404
    assert len(scene.course().facts) == before
    assert Paper.plain.get().signed_at is None


def test_without_signing_in_every_page_leads_to_the_door() -> None:
    scene = scenes.addon()
    for page, about in PAGES:
        assert Browser().get(at(page, scene.treatment_id, *about)).status_code in (302, 404)


def _count(ask: Callable[[], Answer]) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert ask().status_code == 200
    return len(captured)


def test_pages_cost_the_same_however_much_happened() -> None:
    scene = scenes.attachment()
    opened = browser(scene.house)
    places = [
        at("overview", scene.treatment_id),
        at("goals", scene.treatment_id),
        at("criteria", scene.treatment_id, "target-group"),
        at("paper_step", scene.treatment_id, "plan", 1),
    ]
    for place in places:
        opened.get(place)
    empty = [_count(partial(opened.get, place)) for place in places]
    scenes.ready_to_plan(scene)
    goals.agree_goals(chosen=("tv-1", "tv-2", "tv-3"), own=goals.OwnGoal(words="x"), **scene.when())
    for number in range(5):
        cast.contact(scene.house, scene.client, "relative", f"Tante {number}")
    full = [_count(partial(opened.get, place)) for place in places]
    assert full == empty
    assert max(full) <= 30


def test_the_list_of_referrals_costs_the_same_for_one_or_many() -> None:
    house = cast.duinrand()
    opened = browser(house)

    def receive(number: int) -> None:
        test_receiving.receive(house, replace(test_receiving.MESSAGE, identity=f"n{number}"))

    receive(0)
    opened.get(reverse("intake:referrals"))
    one = _count(lambda: opened.get(reverse("intake:referrals")))
    for number in range(1, 6):
        receive(number)
    # One more statement ties the one entry of the logbook to several clients.
    assert _count(lambda: opened.get(reverse("intake:referrals"))) <= one + 1


def test_other_rooms_find_the_flows_they_need() -> None:
    assert {"refer_client", "receive_referral", "take_up_referral", "read_overview"} <= set(flows.__all__)
