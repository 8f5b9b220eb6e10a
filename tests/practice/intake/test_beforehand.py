"""What a client hears before treatment starts: read, told once, and waited for."""

from uuid import UUID

import pytest
from django.test import Client as Browser
from django.urls import reverse

from lijfspoor.domain.pathways.facts import ForewarningGiven
from lijfspoor.domain.pathways.steps import Step, StepKind
from lijfspoor.practice.intake import beforehand
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway import store
from lijfspoor.practice.pathway.course import Course
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S3-022")]
TOLD = "emotions-may-surface"


@pytest.fixture(autouse=True)
def _the_day_of_the_cast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lijfspoor.practice.intake.views.beforehand.now", lambda: cast.NOW)


@pytest.fixture
def house() -> cast.House:
    return cast.duinrand()


@pytest.fixture
def treatment(house: cast.House) -> UUID:
    client = cast.adult(house)
    return pathway.open_treatment(
        actor=house.actor("marjan"),
        client_id=client.id,
        pin="psychosomatic-physio@1.0",
        route="private",
        referrer="",
        day=cast.TODAY,
        now=cast.NOW,
    )


def course(house: cast.House, treatment: UUID) -> Course:
    return pathway.course(practice_id=house.practice.id, treatment_id=treatment, day=cast.TODAY)


def held_back(house: cast.House, treatment: UUID) -> set[str]:
    start = course(house, treatment).permission(Step(StepKind.START_TREATMENT))
    return {reason.code for reason in start.reasons}


def open_page(house: cast.House, treatment: UUID, told: str = TOLD, *, who: str = "marjan", post: bool = False) -> str:
    browser = Browser()
    browser.force_login(house.user(who), backend="lijfspoor.practice.access.seated.SeatedBackend")
    address = reverse("intake:forewarning", args=[treatment, told])
    answer = browser.post(address, follow=True) if post else browser.get(address)
    return f"{answer.status_code} {answer.content.decode()}"


def test_the_page_says_what_to_tell_and_keeps_that_it_was_told(house: cast.House, treatment: UUID) -> None:
    assert "not-forewarned" in held_back(house, treatment)
    page = open_page(house, treatment)
    assert "Er kunnen emoties boven komen" in page
    assert "Dit is verteld" in page
    open_page(house, treatment, post=True)
    assert "not-forewarned" not in held_back(house, treatment)
    assert "Dit is verteld" not in open_page(house, treatment), "told once is enough"


def test_a_lead_clinician_reads_it_and_has_nothing_to_press(house: cast.House, treatment: UUID) -> None:
    page = open_page(house, treatment, who="lea")
    assert page.startswith("200")
    assert "Dit is verteld" not in page


def test_what_the_module_does_not_have_is_not_there(house: cast.House, treatment: UUID) -> None:
    assert open_page(house, treatment, "something-else").startswith("404")


def test_told_twice_keeps_the_first_day(house: cast.House, treatment: UUID) -> None:
    for _ in range(2):
        beforehand.give_forewarning(
            actor=house.actor("marjan"), treatment_id=treatment, forewarning=TOLD, day=cast.TODAY, now=cast.NOW
        )
    kept = list(store.facts_of(house.practice.id, (treatment,))[treatment])
    assert sum(isinstance(fact, ForewarningGiven) for fact in kept) == 2
    assert dict(course(house, treatment).standing.forewarnings)[TOLD] == cast.TODAY
