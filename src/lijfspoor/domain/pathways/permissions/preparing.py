"""Gates of referral, intake, examination, plan and start."""

from collections.abc import Iterator

from lijfspoor.domain.kernel import Answer, Reason
from lijfspoor.domain.pathways.permissions.case import Case
from lijfspoor.domain.pathways.permissions.needs import (
    consents_missing,
    credentials_missing,
    groups_unmet,
    parts_open,
    scopes_opening,
)
from lijfspoor.domain.pathways.words import OWN, because, ended, say

BEFORE_START = ("eligibility", "indication", "contra_indication", "precondition")


def can_be_overridden(case: Case) -> Iterator[Reason]:
    """Hold back unless the contra-indication is answered yes, may be overridden, and is not yet (S2-021)."""
    group, _ = case.module.criterion(case.target)
    standing = case.standing.criterion(case.target)
    if group.override is None:
        text = say(
            "De module laat bij deze contra-indicatie geen uitzondering toe.",
            "The module allows no exception for this contra-indication.",
        )
        yield because("no-override", text, group.sources)
    if standing.answer is not Answer.YES:
        text = say(
            "Deze contra-indicatie is niet met ja beantwoord. Een uitzondering is niet nodig.",
            "This contra-indication is not answered with yes. No exception is needed.",
        )
        yield because("not-answered-yes", text, group.sources)
    if standing.override is not None:
        text = say("Deze uitzondering is al vastgelegd.", "This exception has been recorded already.")
        yield because("already-overridden", text, group.sources)


def goals_agreed(case: Case) -> Iterator[Reason]:
    """Hold back a plan without a goal (S1-015)."""
    if not case.standing.goals:
        text = say("Er is nog geen behandeldoel afgesproken.", "No treatment goal has been agreed yet.")
        yield because("no-goal", text, ("S1-015",))


def examination_complete(case: Case) -> Iterator[Reason]:
    """Hold back while a part of the examination is open (S2-024, S2-025)."""
    done = dict(case.standing.examination)
    for part in case.module.diagnostics.examination:
        if part.id in done and done[part.id] is None:
            text = say(
                f"Dit deel van het onderzoek is nog niet klaar: {part.title.nl}.",
                f"This part of the examination is not complete yet: {part.title.en}.",
            )
            yield because("examination-part-open", text, part.sources)


def phase_not_opened(case: Case) -> Iterator[Reason]:
    """Hold back when the diagnostic phase was opened already (S0-041)."""
    if case.standing.diagnostic_phase is not None:
        text = say("De diagnostische fase is al geopend.", "The diagnostic phase has been opened already.")
        yield because("phase-opened", text, ("S0-041",))


def another_variant(case: Case) -> Iterator[Reason]:
    """Hold back the choice of a variant that was chosen already and still counts."""
    if any(each.chosen and each.variant == case.target for each in case.standing.variants):
        text = say("Deze vorm is al gekozen.", "This variant has been chosen already.")
        yield because("same-variant", text, OWN)


def variants_chosen(case: Case) -> Iterator[Reason]:
    """Hold back while a variation has no variant that counts (S0-042 to S0-044)."""
    for variation, now in zip(case.module.variations, case.standing.variants, strict=True):
        if not now.variant:
            asked = ended(variation.question)
            text = say(f"Nog te kiezen: {asked.nl}", f"Still to choose: {asked.en}")
            yield because("variant-open", text, variation.sources)


def criteria_met(case: Case) -> Iterator[Reason]:
    """Hold back for every group not met or not known; groups for joint sessions never hold back the start."""
    return groups_unmet(case.module, case.standing, BEFORE_START)


def start_consents(case: Case) -> Iterator[Reason]:
    """Hold back without the consents that open the start, on the day itself (standards 4.4)."""
    return consents_missing(case.module, case.standing, scopes_opening(case.module, "start"))


def therapist_ready(case: Case) -> Iterator[Reason]:
    """Hold back without a therapist, or with one who misses a required credential (S2-142)."""
    if not case.standing.therapist:
        text = say("Er is nog geen therapeut gekozen.", "No therapist has been assigned yet.")
        yield because("no-therapist", text, OWN)
    for _, reason in credentials_missing(case.module, case.standing):
        yield reason


def meetings_held(case: Case) -> Iterator[Reason]:
    """Hold back until each meeting of the module was held (S1-009, S2-023)."""
    held = dict(case.standing.meetings)
    for meeting in case.module.diagnostics.meetings:
        if meeting.id not in held:
            text = say(
                f"Dit gesprek is nog niet geweest: {meeting.title.nl}.",
                f"This meeting has not been held yet: {meeting.title.en}.",
            )
            yield because("meeting-not-held", text, meeting.sources)


def required_parts_covered(case: Case) -> Iterator[Reason]:
    """Hold back while a meeting that was held left out a part that treatment waits for (S0-039)."""
    for meeting, part in parts_open(case.module, case.standing):
        text = say(
            f"Dit is nog niet besproken bij {meeting.title.nl.lower()}: {ended(part.text).nl}",
            f"Not covered yet in {meeting.title.en.lower()}: {ended(part.text).en}",
        )
        yield because("meeting-part-open", text, part.sources)


def plan_agreed(case: Case) -> Iterator[Reason]:
    """Hold back without an agreed plan (S1-015, S2-025)."""
    if case.standing.plan_version is None:
        text = say("Het behandelplan is nog niet afgesproken.", "The treatment plan has not been agreed yet.")
        yield because("no-plan", text, ("S1-015", "S2-025"))


def forewarned(case: Case) -> Iterator[Reason]:
    """Hold back until the client heard what may come up on the way (S3-022)."""
    given = dict(case.standing.forewarnings)
    for each in case.module.approach.forewarnings:
        if given[each.id] is None:
            text = say(
                f"Dit is nog niet vooraf verteld: {each.title.nl}",
                f"This has not been told beforehand yet: {each.title.en}",
            )
            yield because("not-forewarned", ended(text), each.sources)
