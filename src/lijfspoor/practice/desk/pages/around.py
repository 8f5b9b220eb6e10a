"""The sides of the file: people with what they decide, documents, and what changed since the last visit."""

from collections import Counter
from datetime import date
from typing import Any

from django.urls import reverse

from lijfspoor.domain.consent.rules import CLIENT
from lijfspoor.domain.pathways.facts import EvaluationHeld, MeetingHeld, PlanAgreed
from lijfspoor.domain.pathways.history import history
from lijfspoor.domain.pathways.model import ConsentStanding
from lijfspoor.practice.desk.flows.file import ClientFile
from lijfspoor.practice.desk.pages.words import HAPPENED
from lijfspoor.practice.look.parts import Chip
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people.details import Person
from lijfspoor.practice.people.overview import Network
from lijfspoor.practice.people.words import AUTHORITY, CONTACT_KINDS, SCOPES
from lijfspoor.practice.tenancy.clock import day_of

MOST_NEWS = 8


def people(network: Network, course: Course | None) -> list[dict[str, Any]]:
    """Return who is around the client now, with authority, what they do, and whether their consent is there."""
    asked = course.standing.consents if course else ()
    return [
        {
            "person": each,
            "words": " · ".join(_who(each)),
            "chips": [*_role_chips(each), *_consent_chips([one for one in asked if one.person == str(each.id)])],
        }
        for each in network.people
        if each.ended_on is None
    ]


def people_for_office(network: Network) -> list[dict[str, Any]]:
    """Return who is around the client with authority only, for administration."""
    return [
        {
            "person": each,
            "words": " · ".join(_who(each)),
            "chips": [Chip(AUTHORITY[each.authority])] if each.authority else [],
        }
        for each in network.people
        if each.ended_on is None
    ]


def own_consents(course: Course | None) -> list[Chip]:
    """Return the consents the client gives, or must give, in person."""
    return _consent_chips([one for one in course.standing.consents if one.person == CLIENT]) if course else []


def _who(person: Person) -> list[str]:
    words = CONTACT_KINDS.get(person.details.kind, person.details.kind)
    return [part for part in (person.details.relation or words, person.details.organisation) if part]


def _role_chips(person: Person) -> list[Chip]:
    chips = [Chip(AUTHORITY[person.authority])] if person.authority else []
    chips += [Chip("hechtingsfiguur", "plum")] if person.details.attachment_figure else []
    return chips + ([Chip("doet mee")] if person.details.joins else [])


def _consent_chips(asked: list[ConsentStanding]) -> list[Chip]:
    missing = [each.scope for each in asked if not each.given and each.scope != "touch"]
    given = [each.scope for each in asked if each.given]
    chips = [Chip(f"toestemming ontbreekt: {SCOPES[scope]}", "wait", "hand") for scope in missing]
    return chips + [Chip(f"toestemming: {SCOPES[scope]}", "settled") for scope in given]


def documents(file: ClientFile, course: Course) -> list[dict[str, Any]]:
    """Return the papers of the treatment shown and the letters, the newest first."""
    found = [*_papers(course), *_letters(file)]
    return sorted(found, key=lambda each: each["on"] or date.max, reverse=True)


def _papers(course: Course) -> list[dict[str, Any]]:
    told, paper = history(course.facts, course.on_day), course.treatment_id
    parts = {each.id: each.title.nl for each in course.module.diagnostics.examination}
    meetings: dict[str, str] = {each.id: each.title.nl for each in course.module.diagnostics.meetings}
    evaluations = {each.id: each.title.nl for each in course.module.agreements.evaluations}
    plan = told.last(PlanAgreed)
    found = [
        (f"Onderzoek: {parts[part]}", on, _paper(paper, f"examination:{part}"))
        for part, on in course.standing.examination
        if on
    ]
    held = {each.meeting: each for each in told.of(MeetingHeld) if each.meeting in meetings}
    found += [
        (meetings[each.meeting], each.stamp.holds_on, _paper(paper, f"meeting:{each.meeting}"))
        for each in held.values()
    ]
    if plan:
        found.append((f"Behandelplan, versie {plan.version}", plan.stamp.holds_on, _paper(paper, "plan")))
    talked = reverse("treatment:evaluation", args=[paper])
    found += [
        (evaluations[each.evaluation], each.stamp.holds_on, talked)
        for each in told.of(EvaluationHeld)
        if each.evaluation in evaluations
    ]
    return [{"what": what, "on": on, "url": url, "draft": False} for what, on, url in found]


def _paper(treatment_id: object, kind: str) -> str:
    return reverse("intake:paper", args=[treatment_id, kind])


def _letters(file: ClientFile) -> list[dict[str, Any]]:
    """The letters this reader may read, drafts among them for who writes them."""
    return [
        {
            "what": f"{each.title} aan {each.addressee.name}",
            "on": day_of(each.sent_at) if each.sent_at else None,
            "url": reverse("letters:letter", args=[each.id]),
            "draft": each.sent_at is None,
        }
        for each in file.letters
    ]


def news(file: ClientFile) -> list[dict[str, Any]]:
    """Return what others recorded since the last visit, the same things of one person on one day together."""
    counted = Counter((each.kind, each.stamp.by, each.stamp.holds_on) for each in file.news)
    lines = [
        {"words": HAPPENED[kind], "times": times, "by": by, "on": on}
        for (kind, by, on), times in counted.items()
        if kind in HAPPENED
    ]
    return lines[-MOST_NEWS:][::-1]
