"""What the tests of the course share: treatments under way, and pages as colleagues open them."""

import re
from typing import Any, cast
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client as Browser
from django.urls import reverse

from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.library.flows import module
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.treatment.told import asked_again
from tests.practice.treatment.sessions.scenes import Scene


def now(scene: Scene) -> Course:
    """The course as it stands today."""
    return pathway.course(practice_id=scene.house.practice.id, treatment_id=scene.treatment_id, day=scene.day)


def about(scene: Scene, who: str = "marjan") -> dict[str, Any]:
    """The arguments every flow has: who, which treatment, the day, the moment."""
    return {"treatment_id": scene.treatment_id, **scene.when(who)}


def all_conditions_met(scene: Scene) -> None:
    """Answer every condition that is asked again with yes."""
    for _, criterion in asked_again(now(scene)):
        person = "Ria Veldhuis" if criterion.names_person else ""
        scene.add(f.CriterionAnswered, criterion=criterion.id, answer=Answer.YES, person=person)


def sessions_held(scene: Scene, times: int) -> list[str]:
    """Let so many sessions have been held; return their ids."""
    ids = [str(uuid4()) for _ in range(times)]
    for id_ in ids:
        scene.add(f.SessionHeld, session=id_)
    return ids


def browser(scene: Scene, name: str = "marjan") -> Browser:
    """A colleague who is signed in."""
    signed_in = Browser()
    signed_in.force_login(scene.house.user(name), backend="lijfspoor.practice.access.seated.SeatedBackend")
    return signed_in


def at(scene: Scene, name: str, *args: object) -> str:
    """The address of a page of this treatment."""
    return reverse(f"treatment:{name}", args=[scene.treatment_id, *args])


def get(scene: Scene, page: str, *args: object, by: str = "marjan", **query: str) -> HttpResponse:
    """Open a page."""
    return cast(HttpResponse, browser(scene, by).get(at(scene, page, *args), query))


def post(scene: Scene, page: str, *args: object, by: str = "marjan", **filled: Any) -> HttpResponse:
    """Send a form."""
    return cast(HttpResponse, browser(scene, by).post(at(scene, page, *args), filled))


def words(page: HttpResponse) -> str:
    """What one reads on a page, without markup and with single spaces."""
    html: str = page.content.decode()
    html = re.sub(r"<head>.*?</head>|<svg.*?</svg>", " ", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def evaluation_form(scene: Scene, **more: Any) -> dict[str, Any]:
    """An evaluation filled in with every condition still met."""
    filled: dict[str, Any] = {
        "on": scene.day.isoformat(),
        "fits": "yes",
        "bond": "at_ease",
        "summary": "Het gaat vooruit.",
        "client-0": "Ik voel mijn buik weer.",
        "therapist-0": "Vroeg zelf om pauze.",
    }
    for _, criterion in asked_again(now(scene)):
        filled[f"answer-{criterion.id}"] = "yes"
        filled[f"person-{criterion.id}"] = "Ria Veldhuis"
    return filled | more


def attachment_phases(scene: Scene) -> list[str]:
    """The phases of the module for attachment, in order."""
    known = module(practice_id=scene.house.practice.id, pin="pmkt-attachment@1.0")
    return [phase.id for phase in known.approach.phases]
