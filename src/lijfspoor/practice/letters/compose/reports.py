"""The three letters to professionals: at the start, in between and at the end (KNGF 2024, S2-143)."""

from lijfspoor.practice.letters.compose import ending, opening, progress
from lijfspoor.practice.letters.compose.about import About
from lijfspoor.practice.letters.compose.body import LetterBody, LetterSection, composed
from lijfspoor.practice.letters.compose.words import DISCIPLINES, day, paragraphs


def start(about: About) -> LetterBody:
    """Write to the referrer or lead clinician that treatment begins, why, and towards which goals."""
    return _letter(
        about,
        "Startbericht",
        opening.client(about),
        opening.referral(about),
        opening.getting_to_know(about),
        opening.indications(about),
        opening.override(about),
        progress.goals(about),
        _plan(about),
        ending.evidence(about),
    )


def interim(about: About) -> LetterBody:
    """Write how it goes: sessions, phases, subgoals, evaluations, what is being decided."""
    return _letter(
        about,
        "Tussenbericht",
        opening.client(about),
        progress.attendance(about),
        progress.phases(about),
        opening.override(about),
        progress.goals(about),
        progress.subgoals(about),
        progress.seen(about),
        progress.evaluations(about, ahead=True),
        progress.decisions(about),
    )


def closing(about: About) -> LetterBody:
    """Write how treatment went and ended, and hand over."""
    return _letter(
        about,
        "Afsluitende brief",
        opening.client(about),
        opening.referral(about),
        progress.attendance(about),
        progress.phases(about),
        opening.override(about),
        progress.goals(about),
        progress.subgoals(about),
        progress.seen(about),
        progress.evaluations(about, ahead=False),
        progress.decisions(about),
        ending.ending(about),
        ending.following(about),
        ending.handover(about),
        ending.evidence(about),
    )


def _plan(about: About) -> LetterSection:
    standing = about.standing
    begun = f"De behandeling is op {day(standing.started_on)} gestart." if standing.started_on else NOT_STARTED
    dose = f"De module gaat uit van {about.course.approach.dose.words.nl}."
    first = next((each.due_after for each in standing.evaluations if each.due_after is not None), None)
    evaluation = f"Een evaluatie is er na sessie {first}." if first else ""
    return LetterSection(id="plan", heading="Behandeling", text=paragraphs(f"{begun} {dose}", evaluation))


NOT_STARTED = "De behandeling is nog niet gestart."


# Sections that only some modules or clients have; without content they are not offered for writing either.
ONLY_WHEN_FILLED = frozenset({"phases", "subgoals", "override", "decisions", "handover"})


def _letter(about: About, title: str, *sections: LetterSection) -> LetterBody:
    offered = (each for each in sections if each.text or each.derived or each.id not in ONLY_WHEN_FILLED)
    return composed(
        f"{title} {DISCIPLINES[about.module.discipline]}",
        about.addressee.salutation,
        *offered,
        ending.more(),
        ending.questions(),
    )
