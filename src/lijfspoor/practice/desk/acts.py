"""What a person does about each piece of advice: one act with its page, for every code the engine knows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.desk.addresses import address


@dataclass(frozen=True, slots=True)
class About:
    """What a piece of advice is about: whose it is, along which module, and on which part of it."""

    client_id: UUID
    treatment_id: UUID
    module: CareModule
    subject: str


@dataclass(frozen=True, slots=True)
class Act:
    """One act: words that start with a verb, the icon of the advice, the page, and what its address names."""

    words: str
    icon: str
    route: str
    named: Callable[[About], tuple[Any, ...]]

    def address(self, about: About) -> str:
        """Return where the act is done; empty when this module has no such page."""
        named = self.named(about)
        return address(self.route, *named) if all(named) else ""


def _client(about: About) -> tuple[Any, ...]:
    return (about.client_id,)


def _treatment(about: About) -> tuple[Any, ...]:
    return (about.treatment_id,)


def _part(about: About) -> tuple[Any, ...]:
    return about.treatment_id, about.subject


def _module(about: About) -> tuple[Any, ...]:
    return (about.module.pin,)


def _group(about: About) -> tuple[Any, ...]:
    """The group of questions that holds the criterion."""
    group = next((group.id for group, each in about.module.criteria() if each.id == about.subject), "")
    return about.treatment_id, group


def _paper(kind: str) -> Callable[[About], tuple[Any, ...]]:
    return lambda about: (about.treatment_id, f"{kind}:{about.subject}")


def _plan(about: About) -> tuple[Any, ...]:
    return about.treatment_id, "plan"


def _decision(about: About) -> tuple[Any, ...]:
    """The decision named, else the one that extends the dose, else the first of the module."""
    known = [each.id for each in about.module.agreements.decisions]
    wanted = (about.subject, about.module.approach.dose.extended_by)
    return about.treatment_id, next((each for each in wanted if each in known), known[0] if known else "")


ACTS: dict[str, Act] = {
    "precondition-lapsed": Act("Beantwoord opnieuw", "let-op", "intake:criteria", _group),
    "consent-missing": Act("Leg toestemming vast", "hand", "people:consents", _client),
    "consent-unknown": Act("Vul in wie beslist", "hand", "people:network", _client),
    "voices-open": Act("Open het besluit", "stem", "treatment:decision", _decision),
    "decision-ready": Act("Rond het besluit af", "stem", "treatment:decision", _decision),
    "client-note-open": Act("Lees en kom erop terug", "stem", "treatment:client_notes", _treatment),
    "effort-check-lapsed": Act("Beantwoord de inspanningscheck", "let-op", "intake:criteria", _part),
    "movement-link-ended": Act("Bekijk het bewegen", "weg", "treatment:movement", _treatment),
    "bond-change": Act("Open de klik", "hand", "treatment:bond", _treatment),
    "bond-due": Act("Vraag hoe het klikt", "hand", "treatment:bond", _treatment),
    "fit-open": Act("Kijk naar plan en vorm", "kring", "intake:variants", _treatment),
    "evaluation-due": Act("Open evaluatie", "kring", "treatment:evaluation", _treatment),
    "preconditions-again": Act("Vraag na", "kring", "treatment:evaluation", _treatment),
    "dose-reached": Act("Beslis hoe het verder gaat", "tel", "treatment:closing", _treatment),
    "no-show-pattern": Act("Leg een gesprek vast", "bel", "treatment:talks", _treatment),
    "credential-missing": Act("Lees wat de module vraagt", "praktijk", "library:module", _module),
    "meeting-due": Act("Leg het gesprek vast", "pen", "intake:paper", _paper("meeting")),
    "meeting-part-open": Act("Vul het gesprek aan", "pen", "intake:overview", _treatment),
    "criterion-open": Act("Beantwoord de vragen", "vraag", "intake:criteria", _part),
    "examination-part-open": Act("Ga verder met het onderzoek", "pen", "intake:paper", _paper("examination")),
    "variant-open": Act("Kies de vorm", "weg", "intake:variants", _treatment),
    "goal-missing": Act("Spreek doelen af", "doel", "intake:goals", _treatment),
    "forewarning-due": Act("Vertel vooraf", "stem", "intake:forewarning", _part),
    "effort-check-open": Act("Doe de inspanningscheck", "vraag", "intake:criteria", _part),
    "plan-missing": Act("Maak het plan", "blad", "intake:paper", _plan),
    "start-possible": Act("Begin de behandeling", "start", "intake:start", _treatment),
    "movement-possible": Act("Spreek bewegen af", "weg", "treatment:movement", _treatment),
    "last-session": Act("Bereid het afscheid voor", "tel", "treatment:closing", _treatment),
    "extend-possible": Act("Bespreek verlenging", "stem", "treatment:decision", _decision),
    "subgoal-ready": Act("Bekijk subdoelen", "doel", "treatment:subgoals", _treatment),
    "exit-signs": Act("Bekijk de fasen", "weg", "treatment:phases", _treatment),
    "group-follow-up": Act("Kies een groep", "clienten", "groups:choose", _treatment),
    "taper-possible": Act("Spreek de afbouw af", "weg", "treatment:closing", _treatment),
    "areas-open": Act("Noem waar het om gaat", "doel", "intake:variants", _treatment),
    "diagnostic-phase-possible": Act("Open de diagnostische fase", "vraag", "intake:diagnostic_phase", _treatment),
    "developmental-age-open": Act("Vul de leeftijd in", "info", "intake:variants", _treatment),
    "bond-talk": Act("Bekijk de klik", "hand", "treatment:bond", _treatment),
    "variant-longer": Act("Bekijk de vorm", "weg", "intake:variants", _treatment),
    "dose-low-reached": Act("Bespreek in een evaluatie", "info", "treatment:evaluation", _treatment),
    "dose-high-reached": Act("Bespreek in een evaluatie", "info", "treatment:evaluation", _treatment),
    "movement-weeks-over": Act("Bekijk het bewegen", "weg", "treatment:movement", _treatment),
    "stepped-back": Act("Bekijk de weg", "weg", "treatment:phases", _treatment),
    "overridden": Act("Lees de afweging", "info", "intake:criteria", _group),
    "credential-ending": Act("Lees wat de module vraagt", "praktijk", "library:module", _module),
    "newer-version": Act("Bekijk wat er verandert", "info", "treatment:version", _part),
    "touch-consent-missing": Act("Leg toestemming vast", "hand", "people:consents", _client),
}
"""By code, in the order in which things come first on a day: safety and consent before decisions, then the rest."""

FIRST = {code: place for place, code in enumerate(ACTS)}

FOR_OFFICE = frozenset({"consent-missing", "consent-unknown"})
"""What administration may see and do: who must still consent, nothing of the treatment."""
