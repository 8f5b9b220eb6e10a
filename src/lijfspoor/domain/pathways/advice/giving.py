"""All advice for where a client stands, in a fixed order."""

from itertools import chain

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.advice.attendance import patterns
from lijfspoor.domain.pathways.advice.bond import bond_answered, bond_asked
from lijfspoor.domain.pathways.advice.consents import consent_needed, touch_closed
from lijfspoor.domain.pathways.advice.credentials import credentials_ending, credentials_needed
from lijfspoor.domain.pathways.advice.criteria import open_groups, overrides
from lijfspoor.domain.pathways.advice.decisions import decisions_running, extension_possible
from lijfspoor.domain.pathways.advice.dose import dose_expected, dose_fixed
from lijfspoor.domain.pathways.advice.evaluations import evaluations_due
from lijfspoor.domain.pathways.advice.fit import fit_open
from lijfspoor.domain.pathways.advice.forewarned import client_notes_open, forewarnings_due
from lijfspoor.domain.pathways.advice.making import Family
from lijfspoor.domain.pathways.advice.movement import (
    effort_check_lapsed,
    effort_check_open,
    link_ended,
    movement_possible,
    weeks_over,
)
from lijfspoor.domain.pathways.advice.phases import exit_signs, group_follow_up, stepped_back
from lijfspoor.domain.pathways.advice.preconditions import lapsed, to_ask_again
from lijfspoor.domain.pathways.advice.preparation import (
    diagnostic_phase_possible,
    examination_open,
    meeting_parts_open,
    meetings_due,
    plan_open,
    start_possible,
)
from lijfspoor.domain.pathways.advice.subgoals import subgoals_ready
from lijfspoor.domain.pathways.advice.tapering import taper_possible
from lijfspoor.domain.pathways.advice.variants import (
    areas_open,
    development_open,
    longer_variant,
    variants_open,
)
from lijfspoor.domain.pathways.advice.versions import newer_version
from lijfspoor.domain.pathways.model import Stage, Standing
from lijfspoor.domain.pathways.steps import Advice, Urgency

REFERRED: tuple[Family, ...] = (
    overrides,
    consent_needed,
    touch_closed,
    credentials_needed,
    credentials_ending,
    patterns,
    decisions_running,
    stepped_back,
    variants_open,
    development_open,
    client_notes_open,
)
INTAKE: tuple[Family, ...] = (
    *REFERRED,
    open_groups,
    meetings_due,
    meeting_parts_open,
    diagnostic_phase_possible,
    examination_open,
    areas_open,
    plan_open,
    forewarnings_due,
    start_possible,
)
STARTED: tuple[Family, ...] = (
    *REFERRED,
    lapsed,
    to_ask_again,
    evaluations_due,
    fit_open,
    bond_asked,
    bond_answered,
    longer_variant,
    extension_possible,
    dose_fixed,
    dose_expected,
    subgoals_ready,
    exit_signs,
    group_follow_up,
    taper_possible,
    effort_check_open,
    effort_check_lapsed,
    movement_possible,
    link_ended,
    weeks_over,
)
FAMILIES: dict[Stage, tuple[Family, ...]] = {
    Stage.NOT_REFERRED: (overrides,),
    Stage.INTAKE: INTAKE,
    Stage.UNDER_WAY: STARTED,
    Stage.TAPERING: STARTED,
    Stage.CLOSED: (),
}
RANK = {urgency: rank for rank, urgency in enumerate(Urgency)}


def advice(module: CareModule, standing: Standing, newest: str = "") -> tuple[Advice, ...]:
    """Return what is due first, then what is possible, then what is good to know.

    Within these by code and subject. `newest` is the highest version of the module above the one that is followed.
    """
    given = chain(
        (item for family in FAMILIES[standing.stage] for item in family(module, standing)),
        newer_version(module, standing, newest),
    )
    return tuple(sorted(given, key=lambda item: (RANK[item.urgency], item.code, item.subject)))
