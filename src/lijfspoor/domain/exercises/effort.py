"""The check before physical effort: questions of our own, not from a source, and what follows from the answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lijfspoor.domain.kernel import Answer, Reason, Text

Outcome = Literal["may", "doctor_first", "unknown"]
OWN = ("own",)


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the check; yes asks for a doctor's word first."""

    id: str
    text: Text


QUESTIONS: tuple[Question, ...] = (
    Question(
        "chest",
        Text(nl="Pijn of druk op de borst bij inspanning?", en="Pain or pressure on the chest with effort?"),
    ),
    Question("faint", Text(nl="Flauwgevallen of bijna flauwgevallen?", en="Fainted or nearly fainted?")),
    Question(
        "heart-lungs",
        Text(nl="Een ziekte van hart, vaten of longen?", en="A disease of heart, vessels or lungs?"),
    ),
    Question(
        "advised-against",
        Text(
            nl="Heeft een arts inspanning afgeraden of begrensd?",
            en="Has a doctor advised against effort or limited it?",
        ),
    ),
    Question(
        "recent",
        Text(
            nl="Kort geleden een operatie, botbreuk of hersenschudding?",
            en="Surgery, a fracture or a concussion not long ago?",
        ),
    ),
    Question(
        "day-after",
        Text(
            nl="Worden klachten een dag na inspanning duidelijk erger?",
            en="Do complaints become clearly worse a day after effort?",
        ),
    ),
    Question(
        "weight",
        Text(
            nl="Een te laag gewicht, of weinig eten en veel bewegen?",
            en="Too low a weight, or little food and much exercise?",
        ),
    ),
    Question("pregnant", Text(nl="Zwanger, of kort geleden bevallen?", en="Pregnant, or gave birth not long ago?")),
)  # fmt: skip


def effort_outcome(answers: Mapping[str, Answer], *, doctor: str = "") -> Outcome:
    """Return whether effort may be asked: every question is answered no, or a doctor said yes (`doctor` names whom).

    An open question is no answer: the outcome stays unknown.
    """
    given = [answers.get(each.id, Answer.UNKNOWN) for each in QUESTIONS]
    if Answer.UNKNOWN in given:
        return "unknown"
    if Answer.YES in given and not doctor.strip():
        return "doctor_first"
    return "may"


def effort_reason(outcome: Outcome) -> Reason:
    """Return why effort waits; the check is our own choice and says so."""
    if outcome == "doctor_first":
        words = Text(
            nl="De inspanningscheck vraagt eerst overleg met een arts.",
            en="The check on effort asks for a doctor's word first.",
        )
        return Reason("effort-doctor", words, OWN)
    words = Text(
        nl="Vraag eerst of deze lichamelijke inspanning kan. Dat gebeurt één keer per cliënt.",
        en="Ask first whether this physical effort is possible. That is done once for each client.",
    )
    return Reason("effort-unasked", words, OWN)
