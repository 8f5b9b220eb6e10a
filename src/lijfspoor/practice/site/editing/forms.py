"""The form with which a practice writes its own text of a page."""

from typing import Any

from django import forms

from lijfspoor.domain.publicpages.page import PublicPage
from lijfspoor.practice.look.forms import DayField, PlainForm
from lijfspoor.practice.site.editing.flows import MOST_ADDED, Both, Writing

LONGEST, LONGEST_QUESTION = 1200, 160
LANGUAGES = (("nl", "Nederlands"), ("en", "Engels"))


class PageForm(PlainForm):
    """Every statement of a page in both languages, own questions below, and until when the text is good."""

    def __init__(self, *args: Any, page: PublicPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page
        for section in page.sections:
            for number, said in enumerate(section.said, start=1):
                for code, language in LANGUAGES:
                    label = f"{section.title.nl} ({number}), {language}"
                    self.fields[f"{code}_{said.id}"] = _text(label)
        for number in range(1, MOST_ADDED + 1):
            for code, language in LANGUAGES:
                self.fields[f"{code}_title_{number}"] = forms.CharField(
                    label=f"Eigen vraag {number}, {language}", max_length=LONGEST_QUESTION, required=False
                )
                self.fields[f"{code}_text_{number}"] = _text(f"Antwoord {number}, {language}", required=False)
        self.fields["review_by"] = DayField(label="Opnieuw bekijken vóór")
        self.fields["reviewed"] = forms.BooleanField(
            label="Ik heb deze tekst nagekeken. Mijn naam mag erbij staan.", required=False
        )

    def texts(self) -> dict[str, Both]:
        """Return what was written by the id of the statement. The form must be valid."""
        told = self.cleaned_data
        ids = [said.id for section in self.page.sections for said in section.said]
        return {each: {code: told[f"{code}_{each}"] for code, _ in LANGUAGES} for each in ids}

    def added(self) -> tuple[dict[str, Both], ...]:
        """Return the questions of one's own; those left wholly empty are left out."""
        told = self.cleaned_data
        found = [
            {part: {code: told[f"{code}_{part}_{number}"] for code, _ in LANGUAGES} for part in ("title", "text")}
            for number in range(1, MOST_ADDED + 1)
        ]
        return tuple(each for each in found if any(text for part in each.values() for text in part.values()))


def initial(writing: Writing) -> dict[str, Any]:
    """Return what the form shows: what the practice wrote, else our text."""
    shown: dict[str, Any] = {"review_by": writing.review_by}
    for said in (each for section in writing.page.sections for each in section.said):
        text = writing.texts.get(said.id, {"nl": said.text.nl, "en": said.text.en})
        shown |= {f"{code}_{said.id}": text[code] for code, _ in LANGUAGES}
    for number, told in enumerate(writing.added, start=1):
        shown |= {f"{code}_{part}_{number}": told[part][code] for code, _ in LANGUAGES for part in ("title", "text")}
    return shown


def _text(label: str, *, required: bool = True) -> forms.CharField:
    return forms.CharField(label=label, max_length=LONGEST, required=required, widget=forms.Textarea(attrs={"rows": 2}))
