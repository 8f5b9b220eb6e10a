"""Forms speak plain Dutch, tie their words to their controls, and lose nothing."""

from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
from django import forms
from django.template import Context, Template

from lijfspoor.practice.look.forms import (
    DayField,
    LongTextField,
    MomentField,
    PlainForm,
    ThreeWayField,
    TimeField,
)


class Intake(PlainForm):
    name = forms.CharField(label="Naam", max_length=40, help_text="Zoals in het paspoort.")
    born = DayField(label="Geboortedatum", earliest=date(1900, 1, 1), latest=date(2026, 4, 14))
    mail = forms.EmailField(label="E-mailadres", required=False)
    safe = ThreeWayField(label="Is het thuis veilig?")
    who = forms.MultipleChoiceField(
        label="Wie doet mee?", choices=(("c", "Cliënt"), ("o", "Ouder")), widget=forms.CheckboxSelectMultiple
    )
    note = LongTextField(label="Verslag", max_length=20, required=False)
    agreed = forms.BooleanField(label="Gelezen")
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


class Tags(HTMLParser):
    """Collects the elements of a piece of markup with their attributes."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def one(self, name: str) -> dict[str, str | None]:
        return next(attrs for _, attrs in self.found if attrs.get("name") == name)

    def ids(self) -> list[str]:
        return [str(attrs["id"]) for _, attrs in self.found if "id" in attrs]


def shown(source: str, **context: object) -> str:
    return Template("{% load look %}" + source).render(Context(context))


def whole(form: forms.Form) -> str:
    return shown("{% error_summary form %}{% form_fields form %}", form=form)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("name", "Vul dit in."),
        ("born", "Vul een datum in, bijvoorbeeld 14-04-2026."),
        ("who", "Kies ten minste één antwoord."),
        ("agreed", "Zet hier een vinkje om verder te gaan."),
    ],
)
def test_an_empty_field_says_what_to_do(field: str, words: str) -> None:
    assert Intake({}).errors[field] == [words]


def test_own_words_of_a_field_are_kept() -> None:
    class Own(PlainForm):
        name = forms.CharField(error_messages={"required": "Vul de naam van het kind in."})

    assert Own({}).errors["name"] == ["Vul de naam van het kind in."]


def test_an_error_stands_before_its_control_and_is_tied_to_it() -> None:
    markup = whole(Intake({}))
    control = Tags(markup).one("born")
    assert control["aria-invalid"] == "true"
    assert control["aria-describedby"] == "id_born_error"
    assert markup.index('id="id_born_error"') < markup.index('name="born"')


def test_a_hint_and_a_count_are_read_with_the_control() -> None:
    markup = whole(Intake())
    assert Tags(markup).one("name")["aria-describedby"] == "id_name_helptext"
    assert Tags(markup).one("note")["aria-describedby"] == "id_note_count"
    assert "Ruimte voor 20 tekens" in markup


def test_every_id_that_is_pointed_at_is_there_once() -> None:
    for form in (Intake(), Intake({})):
        tags = Tags(whole(form))
        ids = tags.ids()
        assert len(ids) == len(set(ids))
        for tag, attrs in tags.found:
            for name in (attrs.get("aria-describedby") or "").split():
                assert name in ids
            if attrs.get("for"):
                assert attrs["for"] in ids
            if tag == "a" and str(attrs.get("href", "")).startswith("#"):
                assert str(attrs["href"])[1:] in ids


def test_the_summary_links_to_the_first_control_of_a_group() -> None:
    markup = whole(Intake({}))
    assert 'href="#id_who_0"' in markup
    assert "Wie doet mee? Kies ten minste één antwoord." in markup
    assert "Naam: vul dit in." in markup
    assert "Er zijn nog 4 dingen aan te passen" in markup


def test_a_form_not_yet_sent_has_no_summary() -> None:
    assert "errors-title" not in whole(Intake())


def test_optional_is_said_in_words_and_required_is_not() -> None:
    assert "niet verplicht" in shown("{% field form.mail %}", form=Intake())
    assert "niet verplicht" not in shown("{% field form.name %}", form=Intake())
    assert "niet verplicht" not in shown("{% field form.safe %}", form=Intake())


def test_choices_are_a_group_with_a_name() -> None:
    for style in ("stack", "seg", "picks"):
        markup = shown("{% field form.who style=style %}", form=Intake(), style=style)
        assert markup.count("<fieldset") == 1
        assert "<legend" in markup
        assert markup.count("<label") == 2


def test_no_control_cuts_text_off_or_hides_its_label_in_a_placeholder() -> None:
    class Cut(PlainForm):
        name = forms.CharField(max_length=3, widget=forms.TextInput(attrs={"placeholder": "Naam"}))

    tags = Tags(whole(Cut({"name": "te lang"})))
    assert "maxlength" not in tags.one("name")
    assert "placeholder" not in tags.one("name")
    assert tags.one("name")["value"] == "te lang"


def test_what_was_typed_stays_words() -> None:
    markup = whole(Intake({"name": '"><script>x</script>', "note": "</textarea><script>x</script>"}))
    assert "<script" not in markup


@pytest.mark.parametrize("typed", ["2016-04-14", "14-04-2016", "14-4-2016", "14/04/2016", "14 04 2016"])
def test_a_day_may_be_typed_in_several_ways(typed: str) -> None:
    assert DayField().clean(typed) == date(2016, 4, 14)


def test_a_day_is_shown_to_the_browser_as_it_wants_it() -> None:
    control = Tags(whole(Intake(initial={"born": date(2016, 4, 1)}))).one("born")
    assert (control["type"], control["value"]) == ("date", "2016-04-01")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("15-04-2026", "Kies een datum op of voor 14-04-2026."),
        ("31-12-1899", "Kies een datum op of na 01-01-1900."),
        ("30-02-2026", "Vul een datum in, bijvoorbeeld 14-04-2026."),
    ],
)
def test_a_day_out_of_bounds_says_which_days_fit(typed: str, words: str) -> None:
    assert Intake({"born": typed}).errors["born"] == [words]


def test_a_moment_is_read_on_the_dutch_clock() -> None:
    field = MomentField()
    assert field.clean("2026-07-01T10:30") == datetime(2026, 7, 1, 8, 30, tzinfo=UTC)
    assert field.clean("14-01-2026 10.30") == datetime(2026, 1, 14, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2026-03-29T02:30", "de klok gaat dan een uur vooruit"),
        ("2026-10-25T02:30", "de klok gaat dan een uur terug"),
        ("morgen", "Vul een datum en een tijd in"),
    ],
)
def test_a_moment_the_clock_does_not_show_once_is_refused_with_words(typed: str, words: str) -> None:
    with pytest.raises(forms.ValidationError, match=words):
        MomentField().clean(typed)


def test_a_moment_is_shown_on_the_dutch_clock() -> None:
    class Appointment(PlainForm):
        moment = MomentField()

    form = Appointment(initial={"moment": datetime(2026, 7, 1, 8, 30, tzinfo=UTC)})
    assert Tags(whole(form)).one("moment")["value"] == "2026-07-01T10:30"


def test_a_time_may_be_typed_with_a_point() -> None:
    assert str(TimeField().clean("9.05")) == "09:05:00"


def test_unknown_is_the_start_of_a_three_way_question_and_never_no() -> None:
    markup = shown("{% field form.safe style='seg' %}", form=Intake())
    checked = [attrs["value"] for tag, attrs in Tags(markup).found if tag == "input" and "checked" in attrs]
    assert checked == ["unknown"]
    assert ThreeWayField().clean("") == "unknown"
    with pytest.raises(forms.ValidationError):
        ThreeWayField().clean("misschien")


@pytest.mark.parametrize("words", ["0001-01-01T00:00", "1899-12-31T23:59", "2200-01-01T00:00", "9999-12-31T23:59"])
def test_a_moment_no_practice_can_mean_is_told_in_words(words: str) -> None:
    with pytest.raises(forms.ValidationError):
        MomentField().clean(words)
