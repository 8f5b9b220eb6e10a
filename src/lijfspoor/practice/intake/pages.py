"""What the pages of referrals and the overview are filled with."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any
from uuid import UUID

from django.urls import NoReverseMatch, reverse

from lijfspoor.domain.pathways.model import Stage
from lijfspoor.practice.intake.details import ReferralCard
from lijfspoor.practice.intake.forms import CONSULTED, StartForm, WayForm
from lijfspoor.practice.intake.overview import Item, Overview, Place
from lijfspoor.practice.intake.reading import WayIn
from lijfspoor.practice.intake.sheets.instruments import age_words
from lijfspoor.practice.look import dutch
from lijfspoor.practice.look.parts import Chip, Fact, Link, NextStep
from lijfspoor.practice.pathway.course import Course

CAME_BY = {"typed": "hier ingevuld", "fhir": "uit een ander systeem", "asked": "gevraagd via de website"}
URGENCY = {"urgent": "spoed", "asap": "zo snel mogelijk", "stat": "direct"}
STATES = {
    "done": Chip("klaar", tone="settled", icon="vink"),
    "begun": Chip("concept", icon="pen"),
    "open": Chip("nog doen", icon="klok"),
    "held-back": Chip("houdt de start tegen", tone="wait", icon="let-op"),
    "free": Chip("mag later"),
}


def address(name: str, *args: object) -> str:
    """Return an address of another room, or nothing while that room has no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def referral(card: ReferralCard, ways: Iterable[WayIn], way: WayIn | None, form: WayForm | None) -> dict[str, Any]:
    """Fill the page of one referral."""
    referrer = card.referrer
    who = " · ".join(part for part in (referrer.role, referrer.organisation) if part)
    reach = " · ".join(part for part in (referrer.phone, referrer.email, referrer.address) if part)
    facts = [
        Fact("Binnengekomen", dutch.day(card.received_on), CAME_BY.get(card.came_by, card.came_by)),
        Fact("Vastgelegd door", card.recorded_by),
    ]
    if referrer.name or who:
        facts.append(Fact("Verwijzer", referrer.name or who, who if referrer.name else ""))
    if reach:
        facts.append(Fact("Bereikbaar", reach))
    if card.asked_for:
        facts.append(Fact("Gevraagd", card.asked_for))
    if card.urgency in URGENCY:
        facts.append(Fact("Haast", URGENCY[card.urgency]))
    return {"card": card, "facts": facts, "ways": tuple(ways), "way": way, "form": form}


def after_start(treatment_id: UUID) -> str:
    """Return where to go when treatment has started: the sessions, or else the overview."""
    return address("treatment:sessions", treatment_id) or reverse("intake:overview", args=[treatment_id])


def overview(found: Overview, form: StartForm) -> dict[str, Any]:
    """Fill the overview of an intake."""
    at, standing = found.course, found.course.standing
    lines = [_line(item, at) for item in found.items]
    return {
        "client": at.around.card,
        "treatment_id": at.treatment_id,
        "file_url": address("desk:file", at.client_id),
        "sessions_url": address("treatment:sessions", at.treatment_id),
        "module": at.module,
        "module_url": address("library:module", at.module.pin),
        "facts": _facts(found),
        "parts": [(part, list(those)) for part, those in groupby(lines, key=lambda line: line["item"].part)],
        "progress": (found.done, found.needed),
        "next_step": _next(found),
        "overridden": _overridden(found),
        "safety_seen": found.safety_seen,
        "joint_url": _joint_url(found),
        "start": found.start,
        "form": form,
        "in_intake": standing.stage is Stage.INTAKE,
        "started_on": standing.started_on,
        "may_write": found.may_write,
        "referral_id": found.referral_id,
    }


def _line(item: Item, at: Course) -> dict[str, Any]:
    return {"item": item, "url": _url(item.place, at), "chip": STATES[item.state]}


def _url(place: Place | None, at: Course) -> str:
    if place is None:
        return ""
    if place.page == "people:consents":
        return reverse(place.page, args=[at.client_id])
    return reverse(place.page, args=[at.treatment_id, place.about] if place.about else [at.treatment_id])


def _facts(found: Overview) -> list[Fact]:
    at, ages = found.course, found.ages
    routes: dict[str, str] = {route.id: route.text.nl for route in at.module.audience.routes}
    calendar = "nog niet bekend" if ages.calendar is None else age_words(ages.calendar)
    developmental = "" if ages.developmental is None else f"ontwikkeling {age_words(ages.developmental)}"
    return [
        Fact("Leeftijd", calendar, developmental),
        Fact("Behandelmodule", at.module.short_title.nl, f"versie {at.module.version}"),
        Fact("Behandelaar", at.standing.therapist_name or "nog niemand"),
        Fact("Aangemeld", dutch.day(found.came_on) if found.came_on else "", routes.get(at.standing.route, "")),
    ]


def _next(found: Overview) -> NextStep | None:
    if found.course.standing.stage is not Stage.INTAKE or not found.may_write:
        return None
    item = found.next
    before = f"{found.done} van {found.needed} onderdelen klaar"
    if item is not None and item.place is not None:
        link = Link("Ga verder" if item.state == "begun" else "Begin", _url(item.place, found.course), icon="pen")
        return NextStep(title=item.act, before=before, detail=item.detail, main=link)
    if found.start.allowed:
        return NextStep(title="De behandeling kan beginnen", before=before, main=Link("Naar de start", "#start"))
    return None


def _overridden(found: Overview) -> list[dict[str, Any]]:
    """Contra-indications that were passed, for ever in sight (S2-021)."""
    texts = {criterion.id: criterion for _, criterion in found.course.module.criteria()}
    return [
        {
            "text": texts[each.criterion].text.nl,
            "override": each.override,
            "role": CONSULTED.get(each.override.consulted_role, each.override.consulted_role),
            "sources": texts[each.criterion].sources,
        }
        for group in found.course.standing.groups
        for each in group.criteria
        if each.override is not None
    ]


def _joint_url(found: Overview) -> str:
    groups = (group.id for group in found.course.module.audience.groups if group.kind == "joint_session")
    joint = next(groups, "")
    return reverse("intake:criteria", args=[found.course.treatment_id, joint]) if joint else ""
