"""Advice as a list with one act each."""

from collections.abc import Iterable, Sequence

from django.urls import reverse

from lijfspoor.domain.pathways.steps import Advice, Urgency
from lijfspoor.practice.desk.acts import ACTS, About
from lijfspoor.practice.desk.flows.today import Due
from lijfspoor.practice.look.parts import DueItem, DueKind, Link
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people.relations import ClientCard

KINDS: dict[Urgency, DueKind] = {Urgency.DUE: "wait", Urgency.POSSIBLE: "open", Urgency.KNOW: "know"}
SAFETY = "precondition-lapsed"


def due_items(due: Iterable[Due]) -> list[DueItem]:
    """Return what waits, each naming its client."""
    return [_own_voice(one) if one.own_voice else _kept(one) for one in due]


def _kept(one: Due) -> DueItem:
    advice, client = one.advice, one.outlook.client
    what = f"{client.short}: {advice.title}"
    return _item(advice.code, what, advice.why, advice.urgency, advice.sources, _about(one), client.short)


def _own_voice(one: Due) -> DueItem:
    """A lead clinician is asked for their voice (S1-013)."""
    client, link = one.outlook.client, act_link(one.advice.code, _about(one))
    return DueItem(
        what=f"{client.short}: uw stem wordt gevraagd",
        why=one.advice.why,
        icon=ACTS[one.advice.code].icon,
        act=Link("Geef uw stem", link.url, about=client.short) if link else None,
        sources=one.advice.sources,
    )


def _about(one: Due) -> About:
    return About(one.outlook.client.id, one.outlook.treatment_id, one.outlook.module, one.advice.subject)


def consent_items(due: Sequence[Due]) -> list[DueItem]:
    """Return whose consent is missing for administration, each client once: nothing of the treatment."""
    unknown = {one.outlook.client.id for one in due if one.advice.code == "consent-unknown"}
    clients = {one.outlook.client.id: one.outlook.client for one in due}
    return [_consent(client, known=client.id not in unknown) for client in clients.values()]


def _consent(client: ClientCard, *, known: bool) -> DueItem:
    route = "people:consents" if known else "people:network"
    return DueItem(
        what=f"{client.name}: toestemming ontbreekt" if known else f"{client.name}: wie beslist, is niet bekend",
        icon="hand",
        act=Link(
            "Leg toestemming vast" if known else "Vul in wie beslist",
            reverse(route, args=[client.id]),
            about=client.name,
        ),
    )


def advice_items(course: Course, advice: Iterable[Advice], *, acts: bool) -> list[DueItem]:
    """Return the advice on one treatment; without `acts` it is for reading only."""
    return [
        _item(
            each.code,
            each.title.nl,
            each.reason.text.nl,
            each.urgency,
            each.reason.sources,
            About(course.client_id, course.treatment_id, course.module, each.subject) if acts else None,
            "",
        )
        for each in advice
    ]


def act_link(code: str, about: About, who: str = "", icon: str = "") -> Link | None:
    """Return the one act for a piece of advice; None when this module has no page for it."""
    act = ACTS[code]
    address = act.address(about)
    return Link(act.words, address, icon=icon, about=who) if address else None


def _item(
    code: str, what: str, why: str, urgency: Urgency, sources: tuple[str, ...], about: About | None, who: str
) -> DueItem:
    return DueItem(
        what=what,
        why=why,
        kind=KINDS[urgency],
        icon=ACTS[code].icon,
        act=act_link(code, about, who) if about else None,
        others=_also(code, about),
        sources=sources,
    )


def _also(code: str, about: About | None) -> tuple[Link, ...]:
    """When a condition for safety lapsed, the steps of the reporting code are one click away (standards 4.5)."""
    if about is None or code != SAFETY or not about.module.criterion(about.subject)[1].safety:
        return ()
    return (Link("Volg de meldcode", reverse("treatment:safety", args=[about.treatment_id])),)
