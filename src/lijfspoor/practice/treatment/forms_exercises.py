"""The form of what the therapist wishes for the exercises of a session."""

from typing import Any

from django import forms

from lijfspoor.domain.exercises.exercise import Space
from lijfspoor.practice.exercises.words import AREAS, SPACES
from lijfspoor.practice.look.forms import PlainForm
from lijfspoor.practice.treatment.fitting import Wishes

WANTED = {"": "maakt niet uit", "calms": "tot rust komen", "activates": "wakker worden"}


class WishesForm(PlainForm):
    """What is wished for this session; nothing needs to be filled in, and what is no choice asks nothing."""

    words = forms.CharField(label="Woorden", required=False, max_length=80, widget=forms.TextInput({"type": "search"}))
    wanted = forms.ChoiceField(label="Spanning", required=False, choices=list(WANTED.items()))
    area = forms.ChoiceField(label="Past bij", required=False, choices=[("", "maakt niet uit"), *AREAS.items()])
    spaces = forms.MultipleChoiceField(
        label="Welke ruimte is er?", required=False, choices=list(SPACES.items()), widget=forms.CheckboxSelectMultiple
    )
    without_material = forms.BooleanField(label="Zonder materiaal", required=False)

    def wishes(self) -> tuple[Wishes, str]:
        """Return the wishes and the words to look for."""
        if not self.is_bound:
            return Wishes(), ""
        self.full_clean()
        given: dict[str, Any] = self.cleaned_data
        spaces: frozenset[Space] = frozenset(given.get("spaces") or ())
        wishes = Wishes(
            wanted=given.get("wanted") or "",
            areas=frozenset({given.get("area") or ""} - {""}),
            spaces=spaces,
            without_material=bool(given.get("without_material")),
        )
        return wishes, given.get("words") or ""
