"""Sections a letter to a professional opens with: whom it is about, how they came, what was found."""

from datetime import date

from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways.facts import ExaminationPartCompleted, MeetingHeld, Referred
from lijfspoor.practice.letters.addressee import Part
from lijfspoor.practice.letters.compose.about import About
from lijfspoor.practice.letters.compose.body import LetterSection
from lijfspoor.practice.letters.compose.words import CONSULTED, bullets, day, flat, paragraphs, stop
from lijfspoor.workbench.paper import Facts

UNKNOWN = "niet bekend"


def client(about: About) -> LetterSection:
    """Whom the letter is about, and which module they follow with whom."""
    born = about.client.born
    pairs = [
        ("Naam", about.client.name),
        ("Geboortedatum", day(born) if born else UNKNOWN),
        ("Behandelmodule", about.module.title.nl),
    ]
    if about.standing.therapist_name:
        pairs.append(("Therapeut", about.standing.therapist_name))
    return LetterSection(id="client", heading="Over wie deze brief gaat", derived=(Facts(tuple(pairs)),))


def referral(about: About) -> LetterSection:
    """When and by whom the client was referred, and for what reason, in the words of who did."""
    thanks = "Dank u voor uw verwijzing." if about.addressee.part is Part.REFERRER else ""
    asked = about.asked
    if asked is None:
        referred = about.history.first(Referred)
        came = f"{about.client.name} is op {day(referred.stamp.holds_on)} aangemeld." if referred else ""
        return LetterSection(id="referral", heading="Aanmelding", text=paragraphs(thanks, came, NO_REASON))
    by = f" door {flat(asked.by)}" if asked.by else ""
    came = f"{about.client.name} is op {day(asked.received_on)} aangemeld{by}."
    reason = f"De reden van aanmelding was:\n{asked.reason.strip()}" if asked.reason.strip() else NO_REASON
    return LetterSection(id="referral", heading="Aanmelding", text=paragraphs(thanks, came, reason))


NO_REASON = "Een reden van aanmelding is bij ons niet vastgelegd."


def getting_to_know(about: About) -> LetterSection:
    """Which meetings and parts of the examination there were, and when."""
    held = {fact.meeting: fact.stamp.holds_on for fact in about.history.of(MeetingHeld)}
    done = {fact.part: fact.stamp.holds_on for fact in about.history.of(ExaminationPartCompleted)}
    items = [_when(meeting.title.nl, held.get(meeting.id)) for meeting in about.module.diagnostics.meetings]
    items += [_when(part.title.nl, done.get(part.id)) for part in about.module.diagnostics.examination]
    return LetterSection(id="getting-to-know", heading="Kennismaking en onderzoek", text=bullets(items))


def _when(title: str, on: date | None) -> str:
    return f"{title}: {day(on) if on else 'nog niet geweest'}"


def indications(about: About) -> LetterSection:
    """What speaks for this module: every indication answered yes."""
    yes = {
        standing.criterion
        for group in about.standing.groups
        for standing in group.criteria
        if standing.answer is Answer.YES
    }
    items = tuple(
        f"{criterion.text.nl} Ja." if criterion.text.nl.endswith("?") else criterion.text.nl
        for group, criterion in about.module.criteria()
        if group.kind == "indication" and criterion.id in yes
    )
    text = bullets(items) or "Over de indicatie is nog niets vastgelegd."
    return LetterSection(id="indications", heading="Indicatie", text=text)


def override(about: About) -> LetterSection:
    """A contra-indication that was passed: why, and who was consulted (S2-021). It cannot be left out."""
    pairs: list[tuple[str, str]] = []
    for group in about.standing.groups:
        for criterion in group.criteria:
            passed = criterion.override
            if passed is None:
                continue
            role = CONSULTED.get(passed.consulted_role, passed.consulted_role)
            pairs += [
                ("Contra-indicatie", about.module.criterion(criterion.criterion)[1].text.nl),
                ("Besluit om toch te starten", f"{day(passed.on)}, door {passed.by}" if passed.by else day(passed.on)),
                ("Reden", stop(passed.reason)),
                ("Overlegd met", f"{passed.consulted} ({role})" if role else passed.consulted),
            ]
    derived = (Facts(tuple(pairs)),) if pairs else ()
    return LetterSection(id="override", heading="Gestart ondanks een contra-indicatie", derived=derived, must=True)
