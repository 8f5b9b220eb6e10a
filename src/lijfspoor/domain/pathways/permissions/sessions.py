"""Gates of sessions: the number agreed, sessions together, touch."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import Reason, Text
from lijfspoor.domain.pathways.permissions.case import Case
from lijfspoor.domain.pathways.permissions.needs import (
    consents_missing,
    groups_unmet,
    safety_lapsed,
    touch_needs,
)
from lijfspoor.domain.pathways.words import PARTIES, because, listed, say, sessions_text


def within_limit(case: Case) -> Iterator[Reason]:
    """Hold back a session above the agreed number; only the joint decision makes it more (S1-011, S1-013)."""
    dose = case.standing.dose
    if dose.limit is not None and dose.held >= dose.limit:
        yield limit_reason(case.module, dose.limit)


def limit_reason(module: CareModule, limit: int) -> Reason:
    """Return why no session can be added to the agreed number, and who decides on more (S1-013)."""
    count, who = sessions_text(limit), _deciding(module)
    text = say(
        f"De afspraak is {count.nl}. Die afspraak is nu vol.{who.nl}",
        f"The agreement is {count.en}. That number has now been held.{who.en}",
    )
    return because("dose-reached", text, module.approach.dose.sources, ("S1-013",))


def _deciding(module: CareModule) -> Text:
    for decision in module.agreements.decisions:
        if decision.id == module.approach.dose.extended_by:
            who = listed(PARTIES[party] for party in decision.parties)
            return say(f" Over verlenging beslissen samen: {who.nl}.", f" Deciding on extension together: {who.en}.")
    return say("", "")


def together_fits(case: Case) -> Iterator[Reason]:
    """Hold back a session with a caregiver in a module that has none (S2-050)."""
    if "dyad" not in case.module.approach.session.forms:
        text = say(
            "Deze module kent geen sessies samen met een ouder of verzorger.",
            "This module has no sessions together with a parent or caregiver.",
        )
        yield because("no-joint-form", text, case.module.approach.session.sources)


def together_is_safe(case: Case) -> Iterator[Reason]:
    """Hold back a session together until its safety question is answered well (S2-015, contradiction 14)."""
    yield from groups_unmet(case.module, case.standing, ("joint_session",))
    yield from safety_lapsed(case.module, case.standing)


def touch_consented(case: Case) -> Iterator[Reason]:
    """Hold back touch without everyone's consent on the day (S1-032)."""
    if not touch_needs(case.module):
        text = say("Deze module werkt niet met aanraking.", "This module does not work with touch.")
        yield because("no-touch-in-module", text, ("S1-032",))
    yield from consents_missing(case.module, case.standing, ("touch",))
