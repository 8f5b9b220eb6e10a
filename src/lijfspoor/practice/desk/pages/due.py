"""Advice as a list with one act each."""

from collections.abc import Iterable

from django.urls import reverse

from lijfspoor.domain.pathways.model import Advice, Urgency
from lijfspoor.practice.desk.acts import ACTS, About
from lijfspoor.practice.desk.flows.today import Due
from lijfspoor.practice.look.parts import DueItem, DueKind, Link
from lijfspoor.practice.pathway.course import Course

KINDS: dict[Urgency, DueKind] = {Urgency.DUE: "wait", Urgency.POSSIBLE: "open", Urgency.KNOW: "know"}
SAFETY = "precondition-lapsed"


def due_items(due: Iterable[Due]) -> list[DueItem]:
    """Return what waits, each naming its client."""
    return [
        _item(
            one.advice.code,
            f"{one.outlook.client.short}: {one.advice.title}",
            one.advice.why,
            one.advice.urgency,
            one.advice.sources,
            About(one.outlook.client.id, one.outlook.treatment_id, one.outlook.module, one.advice.subject),
            one.outlook.client.short,
        )
        for one in due
    ]


def consent_items(due: Iterable[Due]) -> list[DueItem]:
    """Return whose consent is missing for administration: names only, nothing of the treatment."""
    found: list[DueItem] = []
    for one in due:
        client = one.outlook.client
        known = one.advice.code == "consent-missing"
        found.append(
            DueItem(
                what=f"{client.name}: toestemming ontbreekt"
                if known
                else f"{client.name}: wie beslist, is niet bekend",
                icon="hand",
                act=Link(
                    "Leg toestemming vast" if known else "Vul in wie beslist",
                    reverse("people:consents" if known else "people:network", args=[client.id]),
                    about=client.name,
                ),
            )
        )
    return found


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
