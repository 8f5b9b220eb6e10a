"""The frame of every page, the pages that say what went wrong, and the rules all templates keep."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import get_template, render_to_string
from django.test import Client, RequestFactory, override_settings

import lijfspoor.practice.look as look
from lijfspoor.practice.look import navigation
from lijfspoor.practice.look.parts import MergeField

HERE = Path(look.__file__).parent
TEMPLATES = sorted((HERE / "templates").rglob("*.html"))
ERRORS = ("400", "403", "403_csrf", "404", "405", "409", "500")


def who(**more: object) -> SimpleNamespace:
    return SimpleNamespace(is_authenticated=True, **more)


def asked(role: str = "colleague", route: str = "desk:today", app: str = "desk") -> SimpleNamespace:
    practice = SimpleNamespace(name="De Duinrand")
    return SimpleNamespace(
        user=who(),
        membership=SimpleNamespace(role=role, practice=practice, display_name="Marjan de Wit"),
        resolver_match=SimpleNamespace(app_name=app, view_name=route),
    )


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(HERE / "templates").as_posix())
def test_no_template_has_inline_style_script_or_handler(path: Path) -> None:
    source = re.sub(r"\{%.*?%\}", "", path.read_text(encoding="utf-8"))
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=\"|javascript:", source)
    for script in re.findall(r"<script[^>]*>", source):
        assert " src=" in script or 'type="application/json"' in script
    assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", source)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(HERE / "templates").as_posix())
def test_every_template_can_be_read(path: Path) -> None:
    get_template(path.relative_to(HERE / "templates").as_posix())


@pytest.mark.parametrize("name", ERRORS)
def test_pages_that_say_what_went_wrong_need_nothing_and_tell_nothing(name: str) -> None:
    markup = render_to_string(f"{name}.html", {"exception": "geheim van Noor", "request_path": "/geheim/"})
    assert "geheim" not in markup
    assert markup.count("<h1") == 1
    assert 'lang="nl"' in markup
    assert "/static/look/tokens.css" in markup


def test_the_parts_are_shown_in_the_demo_only() -> None:
    with override_settings(DEMO=True):
        page = Client().get("/vormgeving/")
        assert page.status_code == 200
        assert "alle mensen zijn verzonnen" in page.content.decode()
    with override_settings(DEMO=False):
        assert Client().get("/vormgeving/").status_code == 404


def test_the_sample_form_comes_back_with_its_errors() -> None:
    with override_settings(DEMO=True):
        page = Client().post("/vormgeving/", {"name": "Noor"}).content.decode()
    assert 'id="errors-title"' in page
    assert 'value="Noor"' in page


def test_without_sign_in_there_is_no_menu() -> None:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    frame = navigation.navigation(request)
    assert frame["nav_items"] == ()
    assert frame["person_name"] == ""


def test_a_request_without_a_user_still_has_a_frame() -> None:
    assert navigation.navigation(RequestFactory().get("/"))["signed_in"] is False


@pytest.fixture
def _all_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "_address", lambda route: f"/{route}/")


@pytest.mark.usefixtures("_all_addresses")
def test_only_owners_see_the_practice_in_the_menu() -> None:
    keys = [item.key for item in navigation.navigation(asked())["nav_items"]]  # type: ignore[arg-type]  # a stand-in
    owner = [item.key for item in navigation.navigation(asked("owner"))["nav_items"]]  # type: ignore[arg-type]  # same
    assert keys == ["vandaag", "clienten", "agenda", "bibliotheek"]
    assert owner == [*keys, "praktijk"]


@pytest.mark.usefixtures("_all_addresses")
@pytest.mark.parametrize(
    ("route", "app", "here"),
    [
        ("desk:today", "desk", "vandaag"),
        ("desk:agenda", "desk", "agenda"),
        ("treatment:plan", "treatment", "clienten"),
        ("look:components", "look", ""),
    ],
)
def test_the_menu_knows_where_one_is(route: str, app: str, here: str) -> None:
    items = navigation.navigation(asked("owner", route, app))["nav_items"]  # type: ignore[arg-type]  # a stand-in
    assert [item.key for item in items if item.current] == ([here] if here else [])


def test_places_without_an_address_are_left_out() -> None:
    assert navigation._address("nergens:te_vinden") == ""


def test_a_page_names_who_is_signed_in_and_signs_out_by_post() -> None:
    context = {
        "signed_in": True,
        "person_name": "Marjan <de> Wit",
        "person_initials": "MW",
        "practice_name": "De Duinrand",
        "signout_url": "/uit/",
    }
    markup = render_to_string("base.html", context)
    assert "Marjan &lt;de&gt; Wit" in markup
    assert '<form method="post" action="/uit/"' in markup
    assert markup.index('class="skip"') < markup.index("<header")


def test_two_versions_of_a_text_stand_side_by_side() -> None:
    fields = [
        MergeField(label="Verslag", mine="<b>mijn</b>", theirs="hun tekst", name="note"),
        MergeField(label="Plek", mine="zaal", theirs="zaal", name="place"),
    ]
    markup = render_to_string("look/merge.html", {"fields": fields, "version": 7, "action": "/samen/"})
    assert "&lt;b&gt;mijn&lt;/b&gt;" in markup
    assert "hun tekst" in markup
    assert '<input type="hidden" name="place" value="zaal">' in markup
    assert 'name="version" value="7"' in markup


def test_the_page_that_asks_first_posts_to_itself() -> None:
    markup = render_to_string("look/confirm.html", {"question": "Zeker?", "yes": "Ja", "back_url": "/terug/"})
    assert '<form method="post" class="actions"' in markup
    assert 'href="/terug/"' in markup


def test_fonts_come_with_their_licences() -> None:
    fonts = HERE / "static" / "look" / "fonts"
    assert {path.name for path in fonts.iterdir()} == {
        "LICENSE-literata.txt",
        "LICENSE-source-sans-3.md",
        "SourceSans3VF-Upright.ttf.woff2",
        "literata-latin-wght-normal.woff2",
    }


ELSEWHERE = r"url\(\s*[\"']?(?:https?:|//|data:)|@import|localStorage|sessionStorage|indexedDB"


def test_style_sheets_and_modules_ask_nothing_from_elsewhere() -> None:
    for path in [*(HERE / "static" / "look").glob("*.css"), *(HERE / "static" / "look").glob("*.js")]:
        source = path.read_text(encoding="utf-8")
        assert not re.search(
            r"url\(\s*[\"']?(?:https?:|//|data:)|@import|localStorage|sessionStorage|indexedDB", source
        )


def test_every_class_of_our_parts_is_known_to_a_style_sheet() -> None:
    styles = "".join(path.read_text(encoding="utf-8") for path in (HERE / "static" / "look").glob("*.css"))
    known = set(re.findall(r"\.([a-z][a-z0-9_-]*)", styles))
    used: set[str] = set()
    for path in (HERE / "templates" / "look").rglob("*.html"):
        source = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", path.read_text(encoding="utf-8"))
        for names in re.findall(r'class="([^"]*)"', source):
            used |= {name for name in names.split() if not name.endswith("--")}
    assert used - known == set()
