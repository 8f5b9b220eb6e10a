"""Every paper a module asks for before treatment."""

from lijfspoor.practice.intake.sheets import examination, meetings, plan
from lijfspoor.practice.intake.sheets.context import Case
from lijfspoor.practice.intake.sheets.shape import Sheet

PLAN, PROFILE, FORMULATION = "plan", "profile", "formulation"


def sheet_of(case: Case, kind: str) -> Sheet | None:
    """Return the sheet of a kind of paper for this client; None when the module has no such paper."""
    room, _, part = kind.partition(":")
    diagnostics = case.module.diagnostics
    if room == "meeting":
        meeting = next((each for each in diagnostics.meetings if each.id == part), None)
        return meetings.sheet(case, meeting) if meeting else None
    if room == "examination":
        found = next((each for each in diagnostics.examination if each.id == part), None)
        return examination.part_sheet(case, found) if found else None
    if kind == PROFILE and diagnostics.profile:
        return examination.profile_sheet(case)
    if kind == FORMULATION and diagnostics.formulation:
        return examination.formulation_sheet(case, diagnostics.formulation)
    return plan.sheet(case) if kind == PLAN else None
