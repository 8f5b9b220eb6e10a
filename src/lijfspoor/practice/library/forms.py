"""The forms of the room."""

from typing import Any

from django import forms

from lijfspoor.catalogue.documents import LARGEST
from lijfspoor.practice.look.forms import LongTextField, PlainForm


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
