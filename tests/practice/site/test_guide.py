"""The guide in the browser: page by page, back without loss, errors beside the field, and no trace of any answer."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext

from lijfspoor.catalogue.guide import shipped_guide
from lijfspoor.config.discretion import Discreet
from lijfspoor.domain.guide import Fit, advise, read_answers
from lijfspoor.domain.guide.pages import pages
from lijfspoor.practice.site.languages import LANGUAGES, Language, address
from tests.practice.site.test_frame import DISCLAIMER, part
from tests.unit.guide.visitors import VISITORS, Visitor

pytestmark = pytest.mark.django_db

BOOK = shipped_guide().book
GUIDE = address("guide", "nl")
TIRED: dict[str, object] = {
    "q-danger": "none",
    "q-age": "43",
    "q-body": ["tension", "fatigue"],
    "q-medical": "no-cause",
    "q-duration": "long",
    "q-feelings": "stress",
    "q-talking": "hard",
    "q-earlier": "talking-not-enough",
    "q-treatment": "none",
    "q-wishes": "move",
}
Post = dict[str, object]


def post(data: Post, language: Language = "nl", status: int = 200) -> str:
    """What the guide answers to a post of a browser without cookies."""
    answer = Browser(enforce_csrf_checks=True).post(address("guide", language), data)
    assert answer.status_code == status, answer.content[:500]
    return answer.content.decode()


def fields(markup: str) -> Post:
    """What the form of a page would send as it stands: hidden fields, ticked boxes, typed text."""
    form = re.search(r'<form class="form".*?</form>', markup, re.S)
    assert form is not None
    sent: dict[str, list[str]] = {}
    for box in re.findall(r"<input[^>]*>", form.group(0)):
        told = dict(re.findall(r'(\w+)="([^"]*)"', box))
        if told["type"] in ("hidden", "text") or " checked" in box:
            sent.setdefault(told["name"], []).append(told["value"])
    return dict(sent)


def heading(markup: str) -> str:
    """The main heading of a page."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", markup, re.S)
    assert found is not None
    return found.group(1)


def told(visitor: Visitor) -> Post:
    """A visitor's answers as a form sends them."""
    return {f"q-{name}": value for name, value in visitor.told.items()}


@pytest.mark.parametrize("visitor", VISITORS, ids=lambda visitor: visitor.who)
def test_whoever_goes_page_by_page_comes_to_the_same_advice(visitor: Visitor) -> None:
    answers, _ = read_answers(BOOK, visitor.told)
    markup = Browser().get(GUIDE).content.decode()
    for _page in range(len(BOOK.questions)):
        if "noindex" in markup:
            break
        asked = set(re.findall(r'name="(q-[^"]+)" value="[^"]*"(?: checked| maxlength| autocomplete)', markup))
        here = {name: value for name, value in told(visitor).items() if name in asked}
        markup = post({**fields(markup), **here, "go": "next"})
    advice = advise(BOOK, answers)
    expected = [each.kind.name.nl for each in advice.findings if each.fit is not Fit.FITS_LESS]
    shown = re.findall(r'<h3 id="kind-[^"]+">([^<]*)</h3>', markup)
    assert shown == expected
    danger = any(alarm.flag.urgency == "now" for alarm in advice.alarms)
    assert ("Eerst hulp voor nu" in markup, "Eerst naar uw huisarts" in markup) == (
        danger,
        bool(advice.alarms) and not danger,
    )


def test_one_can_go_back_through_every_page_and_nothing_is_lost() -> None:
    markup = post({**TIRED, "page": "wishes-0", "go": "page:wishes-0"})
    seen = [heading(markup)]
    while 'name="go" value="back"' in markup:
        markup = post({**fields(markup), "go": "back"})
        seen.append(heading(markup))
    answers, _ = read_answers(BOOK, {name[2:]: v if name != "q-age" else 43 for name, v in TIRED.items()})
    assert len(seen) == len(pages(BOOK, answers))
    assert seen[-1] == "Eerst: is het veilig?"
    for _page in seen:
        markup = post({**fields(markup), "go": "next"})
    assert "Dit past" in markup
    kept = dict(re.findall(r'type="hidden" name="(q-[^"]+)" value="([^"]+)"', markup))
    assert kept["q-age"] == "43"
    assert set(kept) == set(TIRED)


def test_only_what_matters_is_asked() -> None:
    first = post({"q-danger": "none", "page": "safety-0", "go": "next"})
    grown = post({**fields(first), "q-age": "40", "go": "next"})
    young = post({**fields(first), "q-age": "9", "go": "next"})
    assert (heading(grown), heading(young)) == ("Uw lichaam", "Om wie gaat het?")
    assert "Ontwikkelt dit kind" in young


def test_a_question_can_be_skipped_and_the_outcome_says_what_stays_unknown() -> None:
    markup = post({"q-danger": "none", "page": "wishes-0", "go": "next"})
    assert "Uit uw antwoorden volgt geen duidelijke richting" in markup
    assert "Wij weten de leeftijd niet" in markup
    assert "Met uw huisarts" in markup


@pytest.mark.parametrize(
    ("sent", "name", "says"),
    [
        ({"page": "safety-0"}, "q-danger", "Kies een antwoord"),
        ({"page": "safety-0", "q-danger": ["none", "chest"]}, "q-danger", "ook iets anders"),
        ({"page": "who-0", "q-danger": "none", "q-age": "oud"}, "q-age", "van 0 tot en met 120"),
        ({"page": "who-0", "q-danger": "none", "q-age": "121"}, "q-age", "van 0 tot en met 120"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_beside_the_field_and_kept(sent: Post, name: str, says: str) -> None:
    markup = post({**sent, "go": "next"}, status=422)
    error = re.search(rf'id="{name}_error">.*?</p>', markup, re.S)
    assert error is not None
    assert says in error.group(0)
    assert f'href="#{name}"' in markup
    assert str(sent.get("q-age", "")) in markup


@pytest.mark.parametrize("junk", ["q-age", "q-body", "page", "go", "q-nothing"])
def test_junk_in_a_field_never_breaks_the_page(junk: str) -> None:
    for value in ("<script>", "\u0661\u0662", "9" * 400, "page:nowhere", "-1", "result"):
        answer = Browser().post(GUIDE, {**TIRED, "page": "wishes-0", "go": "next", junk: value})
        assert answer.status_code in (200, 422)
        assert "<script>" not in answer.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("flag", [flag.id for flag in BOOK.flags if flag.when[0].all[0].question == "danger"])
def test_a_red_flag_replaces_all_advice(flag: str, language: Language) -> None:
    raised = next(each for each in BOOK.flags if each.id == flag)
    markup = post({**TIRED, "q-danger": raised.when[0].all[0].any_of[0], "page": "safety-0", "go": "next"}, language)
    assert raised.text.in_(language) in markup
    first = BOOK.contact(raised.contacts[0])
    assert first.number is None or f'href="tel:{first.number}"' in markup
    assert not any(kind.name.in_(language) in markup for kind in BOOK.kinds)
    assert not any(step.text.in_(language) in markup for step in BOOK.steps)


def test_complaints_no_doctor_has_seen_go_to_the_doctor_first_and_are_not_shown_as_danger() -> None:
    markup = post({**TIRED, "q-medical": "not-seen", "page": "body-1", "go": "next"})
    assert heading(markup) == "Eerst naar uw huisarts"
    assert 'class="alarm' not in markup
    assert not any(kind.name.nl in markup for kind in BOOK.kinds)


@pytest.mark.requirement("S0-068")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("go", ["next", "result", "take", "page:body-0"])
def test_every_page_of_the_guide_has_its_frame_and_is_not_for_search_engines(go: str, language: Language) -> None:
    markup = post({**TIRED, "page": "wishes-0", "go": go}, language)
    assert DISCLAIMER[language] in part(markup, "disclaimer")
    assert part(markup, "provenance")
    assert f'<html lang="{language}">' in markup
    assert "<script" not in markup
    assert len(markup.encode()) < 55_000
    assert go == "page:body-0" or 'content="noindex"' in markup


@pytest.mark.parametrize("go", ["next", "take", "page:body-0"])
def test_the_other_language_keeps_the_page_and_the_answers(go: str) -> None:
    markup = post({**TIRED, "page": "wishes-0", "go": go})
    form = re.search(r'<form class="switch".*?</form>', markup, re.S)
    assert form is not None
    assert f'action="{address("guide", "en")}"' in form.group(0)
    sent: dict[str, list[str]] = {}
    for name, value in re.findall(r'<(?:input|button)[^>]*name="([^"]+)" value="([^"]*)"', form.group(0)):
        sent.setdefault(name, []).append(value)
    english = post(dict(sent), "en")
    titles = {"next": "This fits", "take": "To take along to a talk", "page:body-0": "Your body"}
    assert titles[go] in english
    assert set(TIRED) <= {*re.findall(r'name="(q-[^"]+)"', english)}


@pytest.mark.requirement("S0-061")
def test_the_page_to_take_along_has_reasons_steps_and_the_five_questions() -> None:
    markup = post({**TIRED, "page": "wishes-0", "go": "take"})
    five = (
        "ervaring hebt u",
        "Hoe gaat een behandeling",
        "Hoe vaak",
        "Werkt u samen",
        "Hoe doen ouders of een partner",
    )
    for said in (*five, "U praatte er al over", "Kwaliteitsregister Vaktherapie", "43"):
        assert said in markup, said


@contextmanager
def watched() -> Iterator[list[str]]:
    """Every line that the practice's own logs would write meanwhile, were they set to the lowest level."""
    lines: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(Discreet().format(record))

    ear = Ear(level=logging.NOTSET)
    loggers = [logging.getLogger(), *(logging.getLogger(name) for name in ("django", "django.request", "lijfspoor"))]
    levels = [each.level for each in loggers]
    for each in loggers:
        each.addHandler(ear)
        each.setLevel(logging.DEBUG)
    try:
        yield lines
    finally:
        for each, level in zip(loggers, levels, strict=True):
            each.removeHandler(ear)
            each.setLevel(level)


@pytest.mark.parametrize("go", ["next", "back", "take", "result", "stay"])
@pytest.mark.parametrize("age", ["43", "oud-en-moe"])
def test_answers_leave_no_trace_in_rows_session_cookies_addresses_or_logs(go: str, age: str) -> None:
    browser = Browser(enforce_csrf_checks=True)
    sent = {**TIRED, "q-age": age, "page": "who-0" if age == "oud-en-moe" else "wishes-0", "go": go}
    with watched() as lines, CaptureQueriesContext(connection) as asked:
        logging.getLogger("django.request").debug("heard")
        answer = browser.post(GUIDE, sent)
    assert answer.status_code in (200, 422)
    assert [each["sql"] for each in asked if not each["sql"].startswith("SELECT")] == []
    assert not Session.objects.exists()
    assert not browser.cookies
    assert "Location" not in answer
    assert any("heard" in line for line in lines), "the ear hears"
    answered = ("talking-not-enough", "oud-en-moe", "no-cause", "q-age")
    assert not any(word in line for line in lines for word in answered)
    headers = " ".join(f"{name}: {value}" for name, value in answer.items())
    assert not any(word in headers for word in answered)
    assert answer["Cache-Control"] == "no-store"
