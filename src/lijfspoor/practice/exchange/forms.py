"""The form of the room."""

from django import forms
from django.core.files.uploadedfile import UploadedFile

from lijfspoor.practice.exchange.flows import LARGEST
from lijfspoor.practice.look.forms import PlainForm


class FileForm(PlainForm):
    """A file from another system."""

    file = forms.FileField(
        label="Bestand",
        help_text="Een verwijzing in FHIR R4, als JSON. Ten hoogste 2 MB.",
        widget=forms.FileInput(attrs={"accept": ".json,application/json,application/fhir+json"}),
        error_messages={"required": "Kies een bestand.", "empty": "Dit bestand is leeg. Kies een ander bestand."},
    )

    def clean_file(self) -> "UploadedFile[bytes]":
        """Refuse what is too large before anything of it is read."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if file.size is None or file.size > LARGEST:
            raise forms.ValidationError("Dit bestand is groter dan 2 MB. Een verwijzing is kleiner.")
        return file
