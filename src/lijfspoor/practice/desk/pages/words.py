"""The Dutch words of the desk: ages, numbers of sessions, stages, and what happened."""

from datetime import date

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import age_on
from lijfspoor.domain.pathways.model import Stage
from lijfspoor.practice.pathway.overview import TreatmentOutlook

MONTHS = 12
TODDLER = 24

STAGES = {
    Stage.NOT_REFERRED: "nog niet aangemeld",
    Stage.INTAKE: "intake",
    Stage.UNDER_WAY: "in behandeling",
    Stage.TAPERING: "afbouw",
    Stage.CLOSED: "afgerond",
}

HAPPENED = {
    "referred": "aangemeld voor deze module",
    "developmental_age_stated": "ontwikkelingsleeftijd vastgelegd",
    "authority_held": "gezag vastgelegd",
    "authority_ended": "gezag gewijzigd",
    "consent_given": "toestemming gegeven",
    "consent_withdrawn": "toestemming ingetrokken of geweigerd",
    "therapist_assigned": "behandelaar toegewezen",
    "criterion_answered": "vraag vooraf beantwoord",
    "contra_indication_overridden": "contra-indicatie afgewogen",
    "meeting_held": "gesprek van de intake gevoerd",
    "examination_part_completed": "deel van het onderzoek klaar",
    "diagnostic_phase_opened": "diagnostische fase geopend",
    "problem_areas_named": "genoemd waar het om gaat",
    "variant_chosen": "vorm van de behandeling gekozen",
    "goal_agreed": "doel afgesproken",
    "goal_dropped": "doel vervallen",
    "plan_agreed": "behandelplan afgesproken",
    "evaluation_set": "moment van evaluatie gekozen",
    "treatment_started": "behandeling begonnen",
    "session_held": "sessie geweest",
    "session_missed": "sessie niet doorgegaan",
    "phase_moved": "naar een andere fase",
    "subgoal_rated": "subdoel bekeken",
    "talk_held": "gesprek met mensen om de cliënt heen",
    "success_noted": "succeservaring opgeschreven",
    "practice_elsewhere_noted": "buiten de sessie geoefend",
    "evaluation_held": "evaluatie gehouden",
    "bond_asked": "gevraagd hoe het klikt",
    "decision_opened": "voorstel voor verlenging gedaan",
    "voice_given": "stem gegeven over het voorstel",
    "decision_closed": "besluit afgerond",
    "taper_planned": "afbouw afgesproken",
    "treatment_closed": "behandeling afgerond",
    "retracted": "iets hersteld",
}
"""What happened, by kind of fact, as the list of news says it."""


def age_words(born: date | None, day: date) -> str:
    """Return a calendar age: '7 jaar', for the very young '14 maanden'; 'niet bekend' without birth date."""
    if born is None or born > day:
        return "niet bekend"
    age = age_on(born, day)
    return f"{age.years} jaar" if age.months >= TODDLER else _months(age.months)


def months_words(months: int) -> str:
    """Return an age in months as people say it: '4 jaar', '4 jaar en 3 maanden'."""
    years, rest = divmod(months, MONTHS)
    if not years:
        return _months(rest)
    return f"{years} jaar en {_months(rest)}" if rest else f"{years} jaar"


def _months(count: int) -> str:
    return "1 maand" if count == 1 else f"{count} maanden"


def number_words(number: int, limit: int | None) -> str:
    """Return which session it is: 'sessie 6', with a limit 'sessie 6 van 8'."""
    return f"sessie {number}" if limit is None else f"sessie {number} van {limit}"


def phase_words(module: CareModule, phase_id: str) -> str:
    """Return the phase by number and name, 'fase 2, relatie'; empty when the module has none by that id."""
    for phase in module.approach.phases:
        if phase.id == phase_id:
            return f"fase {phase.number}, {phase.name.nl.lower()}"
    return ""


def standing_words(outlook: TreatmentOutlook) -> str:
    """Return where a treatment is, in a few words for a list."""
    if not outlook.running or outlook.stage is Stage.INTAKE:
        return STAGES[outlook.stage]
    held = f"{outlook.held} van {outlook.limit} sessies" if outlook.limit is not None else _held(outlook.held)
    parts = (phase_words(outlook.module, outlook.phase), held)
    words = [part for part in parts if part]
    return " · ".join([*words, "afbouw"] if outlook.stage is Stage.TAPERING else words)


def _held(count: int) -> str:
    return {0: "nog geen sessie geweest", 1: "1 sessie geweest"}.get(count, f"{count} sessies geweest")
