"""The forms of the room."""

from collections.abc import Mapping
from typing import Any

from django import forms

from lijfspoor.catalogue.documents import LARGEST
from lijfspoor.domain.exercises.searching import Wish
from lijfspoor.practice.library import exercise_words
from lijfspoor.practice.look.forms import LongTextField, PlainForm


def _either(named: Mapping[str, str]) -> list[tuple[str, str]]:
    return [("", "maakt niet uit"), *named.items()]


class ExerciseForm(PlainForm):
    """What one looks for among the exercises; nothing needs to be filled in."""

    words = forms.CharField(label="Woorden", required=False, max_length=80, widget=forms.TextInput({"type": "search"}))
    module = forms.ChoiceField(label="Module", required=False, choices=_either(exercise_words.MODULES))
    age = forms.ChoiceField(label="Voor", required=False, choices=_either(exercise_words.AGES))
    form = forms.ChoiceField(label="Vorm", required=False, choices=_either(exercise_words.FORMS))
    arousal = forms.ChoiceField(label="Spanning", required=False, choices=_either(exercise_words.AROUSAL))
    intensity = forms.ChoiceField(label="Inspanning", required=False, choices=_either(exercise_words.INTENSITY))
    stage = forms.ChoiceField(label="Soort spel", required=False, choices=_either(exercise_words.STAGES))
    without_touch = forms.BooleanField(label="Kan zonder aanraking", required=False)
    at_home = forms.BooleanField(label="Kan thuis", required=False)

    def wish(self) -> Wish:
        """Return what is looked for; what cannot be read asks nothing."""
        if not self.is_bound:
            return Wish()
        self.full_clean()
        return Wish(**{name: given for name, given in self.cleaned_data.items() if given})


class OwnModuleForm(PlainForm):
    """A module file, chosen or pasted; a chosen file goes before what stands in the box."""

    file = forms.FileField(
        label="Bestand",
        required=False,
        help_text="Een bestand dat eindigt op .yaml, ten hoogste 1 MB.",
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,text/yaml,application/yaml"}),
    )
    text = LongTextField(
        label="Of plak de tekst hier",
        required=False,
        strip=False,
        rows=18,
        widget=forms.Textarea(attrs={"spellcheck": "false"}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for one of both, and refuse what is too large before anything of it is read."""
        given = self.cleaned_data
        file = given.get("file")
        if file is not None and (file.size is None or file.size > LARGEST):
            self.add_error("file", "Dit bestand is groter dan 1 MB. Een module is kleiner.")
        elif file is None and "file" in given and not (given.get("text") or "").strip() and "text" in given:
            self.add_error("file", "Kies een bestand of plak de tekst van de module.")
        return given

    def document(self) -> bytes:
        """Return what was handed in."""
        file = self.cleaned_data.get("file")
        if file is not None:
            content: bytes = file.read()
            return content
        return str(self.cleaned_data["text"]).encode("utf-8", "surrogatepass")
