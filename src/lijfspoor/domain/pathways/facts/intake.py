"""What happened before treatment: referral, questions beforehand, meetings, examination, variants, forewarnings."""

from dataclasses import dataclass

from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways.facts.base import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Referred(Fact):
    """The client was referred along a route of the module (S1-037, S2-022)."""

    kind = "referred"
    route: str
    referrer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionAnswered(Fact):
    """A criterion got an answer.

    `person` names whom the answer is about when the criterion asks for a name.
    """

    kind = "criterion_answered"
    criterion: str
    answer: Answer
    note: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContraIndicationOverridden(Fact):
    """A contra-indication is passed with a reason after consulting someone; it shows for ever (S2-021)."""

    kind = "contra_indication_overridden"
    criterion: str
    reason: str
    consulted: str
    consulted_role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingHeld(Fact):
    """An introductory meeting or intake was held.

    `parts` are the parts it covered, `attendees` who was there.
    """

    kind = "meeting_held"
    meeting: str
    parts: tuple[str, ...]
    attendees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExaminationPartCompleted(Fact):
    """A part of the examination is complete (S2-024)."""

    kind = "examination_part_completed"
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagnosticPhaseOpened(Fact):
    """A diagnostic phase follows the intake, to find out where the bottlenecks are (S0-041)."""

    kind = "diagnostic_phase_opened"
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemAreasNamed(Fact):
    """The problem areas this treatment is about; a later naming takes the place of an earlier one (S0-002)."""

    kind = "problem_areas_named"
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantChosen(Fact):
    """From this day the module is given in this variant; a later choice gives its reason (S0-042 to S0-044)."""

    kind = "variant_chosen"
    variant: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForewarningGiven(Fact):
    """The client heard beforehand what may come up on the way (S3-022)."""

    kind = "forewarning_given"
    forewarning: str
