"""What a step may need: criteria met, safety, consent, credentials.

Each need says in words why it is not there.
"""

from collections.abc import Iterable, Iterator

from lijfspoor.domain.caremodules.criteria import ConsentNeed, CriterionGroup
from lijfspoor.domain.caremodules.diagnostics import Meeting, MeetingPart
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import Answer, Reason, Text
from lijfspoor.domain.pathways.model import ConsentStanding, CredentialStanding, Standing
from lijfspoor.domain.pathways.words import because, ended, person_text, say, scope_text

LAW = ("standards-4.4",)
REPORTING_CODE = ("standards-4.5",)

NOT_MET = {
    "eligibility": say("De cliënt valt nu niet in de doelgroep", "The client is not in the target group now"),
    "indication": say("Er is nu geen indicatie", "There is no indication now"),
    "contra_indication": say("Er is een contra-indicatie", "There is a contra-indication"),
    "precondition": say("Deze randvoorwaarde is er nu niet", "This precondition is not there now"),
    "joint_session": say("Een sessie samen kan nu niet", "A session together cannot be held now"),
    "effort_check": say("Bewegen afspreken kan nu niet", "Movement cannot be agreed now"),
}


def groups_unmet(
    module: CareModule, standing: Standing, kinds: Iterable[str], asked: str | None = None
) -> Iterator[Reason]:
    """Yield a reason for each group of these kinds that is not met or not known yet (S2-002, S2-028, S2-138)."""
    for group, answers in zip(module.audience.groups, standing.groups, strict=True):
        if group.kind not in kinds or answers.met is Answer.YES:
            continue
        if asked is None or asked in group.asked:
            yield group_reason(group, answers.met)


def group_reason(group: CriterionGroup, met: Answer) -> Reason:
    """Return why a group holds something back: `not-known` while answers are open, else `not-met`."""
    title = ended(group.title)
    if met is Answer.UNKNOWN:
        text = say(f"Nog niet alles is bekend: {title.nl}", f"Not everything is known yet: {title.en}")
        return because("not-known", text, group.sources)
    lead = NOT_MET[group.kind]
    return because("not-met", say(f"{lead.nl}: {title.nl}", f"{lead.en}: {title.en}"), group.sources)


def safety_lapsed(module: CareModule, standing: Standing) -> Iterator[Reason]:
    """Yield a reason for each condition of safety that is answered no (S2-028, S2-029, standards 4.5)."""
    for group, answers in zip(module.audience.groups, standing.groups, strict=True):
        for criterion, answer in zip(group.criteria, answers.criteria, strict=True):
            if group.kind == "precondition" and criterion.safety and answer.answer is Answer.NO:
                asked = ended(criterion.text)
                text = say(
                    f"De veiligheid vraagt nu eerst aandacht. Het antwoord is nee op: {asked.nl}",
                    f"Safety asks for attention first. The answer is no to: {asked.en}",
                )
                yield because("safety-lapsed", text, criterion.sources, REPORTING_CODE)


def consents_missing(module: CareModule, standing: Standing, scopes: Iterable[str]) -> Iterator[Reason]:
    """Yield a reason for each consent of these scopes not there on the day (S1-032, standards 4.4)."""
    wanted = tuple(scopes)
    reasons = (consent_reason(module, c) for c in standing.consents if c.scope in wanted and not c.given)
    yield from dict.fromkeys(reasons)


def consent_reason(module: CareModule, consent: ConsentStanding) -> Reason:
    """Return why a consent is not there: not given, or not known who gives it."""
    sources = [need.sources for need in module.audience.consents if need.scope == consent.scope]
    if not consent.person:
        return because("consent-unknown", consent.reason.text, *sources, LAW)
    who, what = person_text(consent.person, consent.name), scope_text(consent.scope)
    text = say(
        f"Er is nu geen toestemming van {who.nl} voor {what.nl}. {consent.reason.text.nl}",
        f"There is no consent of {who.en} for {what.en} now. {consent.reason.text.en}",
    )
    return because("consent-missing", text, *sources, LAW)


def scopes_opening(module: CareModule, way: str) -> tuple[str, ...]:
    """Return the scopes of consent that open a way: `start`, `letters` or `touch`."""
    return tuple(need.scope for need in module.audience.consents if need.opens == way)


def touch_needs(module: CareModule) -> tuple[ConsentNeed, ...]:
    """Return the consents for touch the module asks for (S1-032)."""
    return tuple(need for need in module.audience.consents if need.scope == "touch")


def credentials_missing(module: CareModule, standing: Standing) -> Iterator[tuple[CredentialStanding, Reason]]:
    """Yield each required credential that the therapist does not hold on the day, with why (S2-142)."""
    for asked, held in zip(module.underpinning.qualifications, standing.credentials, strict=True):
        if held.level == "required" and not held.held:
            yield held, because("credential-missing", _credential_text(asked.text), asked.sources)


def _credential_text(asked: Text) -> Text:
    words = ended(asked)
    return say(f"De therapeut heeft dit nog nodig: {words.nl}", f"The therapist still needs this: {words.en}")


def parts_open(module: CareModule, standing: Standing) -> Iterator[tuple[Meeting, MeetingPart]]:
    """Yield each required part that a held meeting has not covered, with its meeting (S0-039, S0-040)."""
    held = dict(standing.meetings)
    for meeting in module.diagnostics.meetings:
        for part in meeting.parts if meeting.id in held else ():
            asked = part.required and (part.variant is None or part.variant in standing.variant_ids)
            if asked and part.id not in held[meeting.id]:
                yield meeting, part
