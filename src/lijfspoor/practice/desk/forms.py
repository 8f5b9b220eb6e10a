"""The form that looks for clients."""

from datetime import date, datetime

from django import forms

from lijfspoor.practice.desk.flows.clients import EVERYONE, RUNNING
from lijfspoor.practice.look.forms import PlainForm
from lijfspoor.practice.people.overview import Sought

BORN_AS = ("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %m %Y")
OWN, ALL = "eigen", "alle"
STAGES = (
    (EVERYONE, "Iedereen"),
    (RUNNING, "Lopende behandelingen"),
    ("intake", "In intake"),
    ("under_way", "In behandeling"),
    ("tapering", "In afbouw"),
    ("closed", "Afgerond"),
)


class ClientsForm(PlainForm):
    """Words of a name or a birth date, a stage, and own clients or everyone."""

    q = forms.CharField(label="Naam of geboortedatum", required=False, max_length=120, strip=True)
    stand = forms.ChoiceField(label="Stand", choices=STAGES, required=False)
    wie = forms.ChoiceField(label="Van wie", choices=((OWN, "Mijn cliënten"), (ALL, "Hele praktijk")), required=False)

    def sought(self, *, own_first: bool) -> Sought:
        """Return what is looked for; without a choice own clients when `own_first`."""
        text = self.cleaned_data.get("q", "") if self.is_valid() else ""
        whose = self.cleaned_data.get("wie", "") if self.is_valid() else ""
        born = _born(text)
        return Sought(words="" if born else text, born=born, own=whose == OWN or (whose != ALL and own_first))

    def stage(self) -> str:
        """Return the stage asked for; empty for everyone."""
        return str(self.cleaned_data.get("stand", "")) if self.is_valid() else EVERYONE


def _born(text: str) -> date | None:
    for written in BORN_AS:
        try:
            return datetime.strptime(text.strip(), written).date()  # noqa: DTZ007 - a birth date has no time zone
        except ValueError:
            continue
    return None
