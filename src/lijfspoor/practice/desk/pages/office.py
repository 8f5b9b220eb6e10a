"""The administrative part of a client's file: names, people, consents and appointments."""

from typing import Any

from django.urls import reverse

from lijfspoor.practice.desk.flows.file import OfficeFile
from lijfspoor.practice.desk.pages.around import people_for_office
from lijfspoor.practice.desk.pages.words import age_words
from lijfspoor.practice.look import dutch
from lijfspoor.practice.look.parts import Chip, Fact
from lijfspoor.practice.people.details import ConsentLine
from lijfspoor.practice.people.words import SCOPES
from lijfspoor.practice.treatment.cards import SessionCard

MOST = 8
TEAM = {"treats": "Behandelaar", "stands_in": "Waarnemer", "leads": "Regiebehandelaar"}


def office_page(file: OfficeFile) -> dict[str, Any]:
    """Fill the administrative part of a file."""
    card, plan = file.circle.card, file.treatment_id
    coming = [each for each in file.appointments if each.starts_at >= file.now and not each.missed]
    return {
        "card": card,
        "facts": [
            Fact("Leeftijd", age_words(card.born, file.day), dutch.day(card.born) if card.born else ""),
            *(Fact(TEAM.get(line.kind, "Collega"), line.name) for line in file.circle.team),
        ],
        "people": people_for_office(file.network),
        "consents": [_consent(each) for each in file.consents],
        "appointments": [_appointment(each) for each in coming[:MOST]],
        "plan_url": reverse("treatment:plan_session", args=[plan]) if plan else "",
    }


def _consent(line: ConsentLine) -> dict[str, Any]:
    if not line.person:
        return {"words": SCOPES[line.scope], "who": "nog niet bekend wie beslist", "chip": Chip("open", "wait")}
    chip = Chip("gegeven", "settled", "vink") if line.given else Chip("geweigerd" if line.refused else "open", "wait")
    return {"words": SCOPES[line.scope], "who": line.name, "chip": chip}


def _appointment(card: SessionCard) -> dict[str, Any]:
    day = dutch.day(card.starts_at, weekday=True)
    return {
        "day": f"{day[0].upper()}{day[1:]} om {dutch.clock(card.starts_at)} uur",
        "words": " · ".join(part for part in (card.therapist_name, card.place, f"{card.minutes} minuten") if part),
    }
