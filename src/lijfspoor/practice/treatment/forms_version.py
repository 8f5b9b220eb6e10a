"""The form with which a treatment is moved to a newer version of its module."""

from typing import Any

from django import forms

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.look.forms import LongTextField, PlainForm
from lijfspoor.practice.treatment.flows.versions import Chosen, MoveReading

ENDS = "-"


class VersionForm(PlainForm):
    """The reason, and a choice for everything that the new version no longer has."""

    def __init__(self, *args: Any, reading: MoveReading, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goals = tuple(goal.goal for goal in reading.moving.goals)
        new, names = reading.new, goal_names(reading.course.module)
        if reading.moving.asks_phase:
            self.fields["phase"] = forms.ChoiceField(
                label="In welke fase is de cliënt dan?",
                help_text="De fase van nu bestaat in de nieuwe versie niet.",
                choices=tuple((p.id, f"Fase {p.number}, {p.name.nl}") for p in new.approach.phases),
                widget=forms.RadioSelect,
            )
        offered = tuple(goal_names(new).items())
        for goal in self.goals:
            self.fields[f"goal-{goal}"] = forms.ChoiceField(
                label=f"Hoe gaat dit doel verder? {names.get(goal, goal)}",
                help_text="De nieuwe versie heeft dit doel niet meer.",
                choices=(("", "Kies"), *offered, (ENDS, "Het doel stopt hier")),
            )
        self.fields["reason"] = LongTextField(
            label="Waarom stapt u over?",
            help_text="Met wie hebt u het besproken, en wat verwacht u ervan?",
            max_length=2000,
        )

    def chosen(self) -> Chosen:
        """Return what was chosen; the form must be valid."""
        given = self.cleaned_data
        goals = {goal: "" if given[f"goal-{goal}"] == ENDS else given[f"goal-{goal}"] for goal in self.goals}
        return Chosen(phase=given.get("phase", ""), goals=goals, reason=given["reason"])

    @property
    def choices(self) -> list[Any]:
        """The fields before the reason."""
        return [self[name] for name in self.fields if name != "reason"]


def goal_names(module: CareModule) -> dict[str, str]:
    """Return every goal and subgoal that a module offers, by id, in words."""
    offered = {goal.id: goal.text.nl for goal in module.goals.offered}
    return offered | {subgoal.id: f"{subgoal.code} {subgoal.text.nl}" for _, subgoal in module.subgoals()}
