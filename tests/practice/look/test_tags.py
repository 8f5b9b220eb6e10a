"""Each part shows what it is given, in words as well, and keeps people's words as words."""

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from lijfspoor.practice.look import parts
from lijfspoor.practice.look.pictures.path import Phase, Reason, RiverPath, Step

HOSTILE = '<img src=x onerror="alert(1)">'


def shown(source: str, **context: object) -> str:
    return Template("{% load look %}" + source).render(Context(context))


def test_a_source_stands_there_in_words_when_the_library_is_not_there() -> None:
    markup = shown('{% source "S9-999" "duur" %}')
    assert "S9-999" in markup
    assert "duur" in markup


def test_several_sources_each_have_their_own_label() -> None:
    markup = shown("{% source many %}", many=["S2-053", parts.Source(id="S2-072", label="stap terug")])
    assert markup.count('class="source"') == 2
    assert markup.count("stap terug") == 1
    assert shown("{% source none %}", none=[]).strip() == ""


def test_advice_says_its_kind_in_words() -> None:
    items = [parts.DueItem(what="a"), parts.DueItem(what="b", kind="open"), parts.DueItem(what="c", kind="know")]
    markup = shown("{% due_list items %}", items=items)
    assert all(words in markup for words in ("Wacht op u: ", "Kan nu: ", "Om te weten: "))
    assert "Er wacht niets." in shown('{% due_list items empty="Er wacht niets." %}', items=[])


def test_a_rating_says_now_and_before_in_words() -> None:
    markup = shown("{% rate r %}", r=parts.Rating(word="vaak", level=2, before=1, before_word="met hulp"))
    assert "vaak" in markup
    assert ", eerder: met hulp" in markup
    assert "nog niet bekeken" in shown("{% rate r %}", r=None)


def test_an_open_voice_is_drawn_open() -> None:
    voices = [
        parts.Voice(party="Cliënt", name="A", answer=parts.Chip("Ja"), words="Ik durf", quoted=True),
        parts.Voice(party="Regiebehandelaar", name="B", answer=parts.Chip("Nog geen stem"), given=False),
    ]
    markup = shown("{% voices voices %}", voices=voices)
    assert markup.count("voice-card--open") == 1
    assert "‘Ik durf’" in markup


def test_a_day_shows_stops_and_gaps_in_order() -> None:
    stops = [
        parts.Stop(time="09.00", iso="09:00", name="Thomas", state="done"),
        parts.Gap("Pauze"),
        parts.Stop(time="10.30", iso="10:30", name="Noor", state="now"),
    ]
    markup = shown("{% trail stops %}", stops=stops)
    assert markup.index("Thomas") < markup.index("Pauze") < markup.index("Noor")
    assert "(geweest)" in markup
    assert "(nu aan de beurt)" in markup


def test_the_last_crumb_is_this_page() -> None:
    markup = shown("{% crumbs links %}", links=[parts.Link("Cliënten", "/c/"), parts.Link("Noor")])
    assert '<a href="/c/">Cliënten</a>' in markup
    assert '<span aria-current="page">Noor</span>' in markup


def test_leafing_keeps_the_question_of_the_list() -> None:
    request = RequestFactory().get("/?zoek=a%26b&page=2")
    page = Paginator(range(95), 20).page(2)
    markup = Template("{% load look %}{% pager page %}").render(Context({"request": request, "page": page}))
    assert "?zoek=a%26b&amp;page=1" in markup
    assert "?zoek=a%26b&amp;page=3" in markup
    assert "Bladzijde 2 van 5" in markup
    assert shown("{% pager page %}", page=Paginator([1], 20).page(1)).strip() == ""


def test_a_question_before_harm_works_without_script() -> None:
    markup = shown('{% confirm_button "Verwijder" "/weg/" question="Zeker?" yes="Ja, verwijder" %}')
    assert '<a class="button button--quiet" href="/weg/"' in markup
    assert '<form method="post" action="/weg/"' in markup
    assert 'name="idempotency_key"' in markup


def test_a_posted_key_is_kept_and_a_strange_one_is_not() -> None:
    key = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"
    assert key in shown("{% idempotency key %}", key=key)
    assert "x" * 8 not in shown("{% idempotency key %}", key="x" * 8)
    assert shown("{% idempotency %}") != shown("{% idempotency %}")


def test_the_river_lists_each_move_with_its_reason() -> None:
    path = RiverPath(
        (Phase("Regulatie", "Fase 1"), Phase("Relatie", "Fase 2")),
        [Step(1, 0), Step(2, 1), Step(3, 0)],
        reasons=(Reason("Samen begonnen."), Reason("Noor zoekt contact.", ("S2-079",))),
    )
    markup = shown("{% river path %}", path=path)
    assert markup.count('class="bend"') == 3
    assert "Noor zoekt contact." in markup
    assert "Terug naar Fase 1, Regulatie, sessie 3." in markup


def test_a_code_to_scan_must_be_a_drawing() -> None:
    assert shown("{% qr_picture svg %}", svg="<?xml version='1.0'?>\n<svg><path d='M0 0'/></svg>").startswith("<svg")
    for wrong in ("", "<b>", "<svg><script>x</script></svg>"):
        with pytest.raises(ValueError):
            shown("{% qr_picture svg %}", svg=wrong)


@pytest.mark.parametrize(
    ("source", "context"),
    [
        ("{% chip x %}", {"x": HOSTILE}),
        ("{% notice x title=x %}", {"x": HOSTILE}),
        ("{% empty_state x x action=x url=x %}", {"x": HOSTILE}),
        ("{% source x x %}", {"x": HOSTILE}),
        ("{% confirm_button x x question=x explanation=x yes=x no=x %}", {"x": HOSTILE}),
        ("{% facts x %}", {"x": [parts.Fact(HOSTILE, HOSTILE, HOSTILE, HOSTILE)]}),
        ("{% due_list x %}", {"x": [parts.DueItem(what=HOSTILE, why=HOSTILE, act=parts.Link(HOSTILE, HOSTILE))]}),
        ("{% trail x %}", {"x": [parts.Stop(time=HOSTILE, iso=HOSTILE, name=HOSTILE, detail=HOSTILE, url=HOSTILE)]}),
        ("{% next_step x %}", {"x": parts.NextStep(title=HOSTILE, before=HOSTILE, detail=HOSTILE)}),
        (
            "{% voices x %}",
            {"x": [parts.Voice(party=HOSTILE, name=HOSTILE, answer=parts.Chip(HOSTILE), words=HOSTILE, when=HOSTILE)]},
        ),
        ("{% rate x %}", {"x": parts.Rating(word=HOSTILE, level=1, before_word=HOSTILE)}),
        ("{% crumbs x %}", {"x": [parts.Link(HOSTILE, HOSTILE), parts.Link(HOSTILE)]}),
        ("{% river x %}", {"x": RiverPath((Phase(HOSTILE),), [Step(1, 0)], HOSTILE, (Reason(HOSTILE),))}),
    ],
)
def test_words_from_people_never_become_markup(source: str, context: dict[str, object]) -> None:
    markup = shown(source, **context)
    assert "<img" not in markup
    assert 'onerror="' not in markup
