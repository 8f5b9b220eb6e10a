"""What one looks for among evidence, cards and what is due for review."""

from collections.abc import Mapping

from django import forms

from lijfspoor.domain.education.fitting import CardWish
from lijfspoor.domain.evidence import words as levels
from lijfspoor.domain.evidence.library import EvidenceWish
from lijfspoor.domain.evidence.status import EvidenceStatus
from lijfspoor.practice.library import education_words, evidence_words, reviews
from lijfspoor.practice.library.words import AGE_GROUPS, MODULES
from lijfspoor.practice.look.forms import PlainForm

LEVELS = {str(status): levels.name(status) for status in EvidenceStatus}


def _either(named: Mapping[str, str]) -> list[tuple[str, str]]:
    return [("", "maakt niet uit"), *named.items()]


def _words() -> forms.CharField:
    return forms.CharField(label="Woorden", required=False, max_length=80, widget=forms.TextInput({"type": "search"}))


class EvidenceForm(PlainForm):
    """What one looks for among records of evidence; nothing needs to be filled in."""

    words = _words()
    module = forms.ChoiceField(label="Module", required=False, choices=_either(MODULES))
    status = forms.ChoiceField(label="Onderbouwing", required=False, choices=_either(LEVELS))
    direction = forms.ChoiceField(label="Uitkomst", required=False, choices=_either(evidence_words.DIRECTIONS))
    design = forms.ChoiceField(label="Opzet", required=False, choices=_either(evidence_words.DESIGNS))

    def wish(self) -> EvidenceWish:
        """Return what is looked for; what cannot be read asks nothing."""
        if not self.is_bound:
            return EvidenceWish()
        self.full_clean()
        return EvidenceWish(**{name: given for name, given in self.cleaned_data.items() if given})


class CardForm(PlainForm):
    """What one looks for among cards; nothing needs to be filled in."""

    words = _words()
    audience = forms.ChoiceField(label="Voor", required=False, choices=_either(education_words.AUDIENCES))
    module = forms.ChoiceField(label="Module", required=False, choices=_either(MODULES))
    age = forms.ChoiceField(label="Leeftijd van de cliënt", required=False, choices=_either(AGE_GROUPS))

    def wish(self) -> CardWish:
        """Return what is looked for; what cannot be read asks nothing."""
        if not self.is_bound:
            return CardWish()
        self.full_clean()
        return CardWish(**{name: given for name, given in self.cleaned_data.items() if given})


class ReviewForm(PlainForm):
    """Which kind of content, and whether to show what can wait as well."""

    kind = forms.ChoiceField(label="Soort", required=False, choices=_either(reviews.KINDS))
    everything = forms.BooleanField(label="Toon ook wat nog kan wachten", required=False)

    def asked(self) -> tuple[str, bool]:
        """Return the kind (empty for every kind) and whether everything is asked for."""
        if not self.is_bound:
            return "", False
        self.full_clean()
        return str(self.cleaned_data.get("kind", "")), bool(self.cleaned_data.get("everything"))
