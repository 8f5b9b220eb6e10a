"""What people of a practice do along a treatment, told in their own order; every act goes through the pages."""

import re
from datetime import datetime
from io import BytesIO
from urllib.parse import quote

from playwright.sync_api import Page
from pypdf import PdfReader

from lijfspoor.practice.tenancy.clock import AMSTERDAM
from tests.browser.stories.person import WORDS, Person


def local(moment: datetime) -> datetime:
    """Return the moment as the practice lives it."""
    return moment.astimezone(AMSTERDAM)


def refer(someone: Person, way: str, who: dict[str, str], fields: dict[str, str]) -> None:
    """Register a new client along a way (the words of the choice) and leave on the page that follows."""
    someone.open("/aanmelding/")
    someone.page.locator("main").get_by_role("radio", name=re.compile(way, re.I)).first.check(force=True)
    someone.press("Ga verder")
    if someone.page.locator("main [name=given]").count() == 0:
        someone.page.locator("main").get_by_role("link", name=re.compile("nieuwe cliënt", re.I)).first.click()
    someone.write(who | fields)
    someone.press("Leg aanmelding vast")


def treatment_of(page: Page) -> str:
    """Return the address of the treatment that the page at hand belongs to or links to."""
    found = re.search(r"/traject/[0-9a-f-]{36}/", page.url) or re.search(r"/traject/[0-9a-f-]{36}/", page.content())
    assert found, page.url
    return found.group(0)


def client_of(page: Page) -> str:
    """Return the address of the client that the page at hand belongs to or links to."""
    found = re.search(r"/clienten/[0-9a-f-]{36}/", page.url) or re.search(r"/clienten/[0-9a-f-]{36}/", page.content())
    assert found, page.url
    return found.group(0)


def give_consents(someone: Person, client: str, scopes: tuple[str, ...]) -> None:
    """Record the consent of everyone who must decide, for these scopes."""
    someone.open(f"{client}toestemmingen/")
    links = someone.page.locator('main a[href*="/toestemmingen/"]').evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    for address in links:
        if address.split("/toestemmingen/")[1].split("/")[0] in scopes:
            someone.open(address)
            someone.write({"how": "op papier getekend"})
            someone.tick("given", "yes") if someone.page.locator("[name=given][type=radio]").count() else None
            someone.press("Leg vast")


def write_paper(someone: Person, treatment: str, kind: str) -> None:
    """Write a paper of the intake, all its steps, read it back and sign it."""
    someone.open(f"{treatment}intake/stuk/{quote(kind)}/")
    for _ in range(30):
        if someone.here.endswith("/nakijken/"):
            break
        someone.write_in_all()
        for box in someone.page.locator('main input[type=checkbox][name^="there."]').all()[:1]:
            box.check(force=True)
        with someone.page.expect_navigation():
            someone.page.locator("main button.button--main[name=then]").click()
        someone.check_no_fault()
    someone.press("Onderteken")


def answer_group(someone: Person, treatment: str, group: str, word: str, people: str = "") -> None:
    """Answer every question of a group of criteria alike."""
    someone.open(f"{treatment}intake/vragen/{group}/")
    someone.answer_all(word)
    for box in someone.page.locator('main input[name^="person."]').all():
        box.fill(people)
    someone.press("Bewaar en ga verder")


def prepare_add_on(someone: Person, client: str, treatment: str) -> None:
    """Everything that must be there before the add-on starts, and the start."""
    give_consents(someone, client, ("treatment", "information"))
    write_paper(someone, treatment, "meeting:introduction")
    answer_group(someone, treatment, "indications", "yes")
    answer_group(someone, treatment, "preconditions", "yes")
    someone.open(f"{treatment}intake/doelen/")
    someone.page.locator('main input[name="chosen"]').first.check(force=True)
    someone.press("Spreek af")
    write_paper(someone, treatment, "plan")
    someone.open(f"{treatment}intake/")
    someone.press("Begin de behandeling")


def plan_sessions(someone: Person, treatment: str, first: datetime, weeks: int, form: str = "individual") -> None:
    """Plan a weekly series on the same day, time and place."""
    someone.open(f"{treatment}sessies/nieuw/")
    at = local(first)
    someone.write({"first": at.strftime("%Y-%m-%d"), "at": at.strftime("%H:%M"), "place": "grote zaal"})
    someone.write({"repeat": str(weeks)})
    someone.tick("form", form)
    button = someone.page.locator("main button.button--main").first
    with someone.page.expect_navigation():
        button.click()
    if someone.here.endswith("/nieuw/"):
        someone.page.locator("main button.button--main").first.click()
        someone.page.wait_for_load_state()


def planned(someone: Person, treatment: str) -> list[str]:
    """Return the addresses of the sessions of a treatment, the earliest first."""
    someone.open(f"{treatment}sessies/")
    found = someone.page.locator('main a[href^="/sessie/"]').evaluate_all("all => all.map(a => a.getAttribute('href'))")
    addresses = [re.match(r"/sessie/[0-9a-f-]{36}/", address) for address in found]
    return list(dict.fromkeys(found.group(0) for found in addresses if found))


def hold(someone: Person, session: str, words: str = WORDS) -> None:
    """Hold a session: write its note and sign it, which records it as held."""
    someone.open(session)
    someone.write({"check_in": words})
    someone.press("Teken verslag")


def evaluate(
    someone: Person, treatment: str, which: str, word: str = "yes", summary: str = WORDS, lapsed: tuple[str, ...] = ()
) -> None:
    """Hold an evaluation: what was seen, the conditions asked again (`lapsed` ones get a no), whether it still fits."""
    someone.open(f"{treatment}evaluatie/?soort={which}")
    for name in someone.radio_groups():
        someone.choose_first(name, prefer="no" if name.removeprefix("answer-") in lapsed else word)
    someone.write({"summary": summary})
    for box in someone.page.locator('main input[name^="person-"]').all():
        box.fill("Ria Veldhuis")
    someone.write_in_all()
    someone.press("Bewaar de evaluatie")


def voice(someone: Person, treatment: str, party: str, word: str, reason: str) -> None:
    """Give a party's voice on the page of the decision."""
    someone.open(f"{treatment}besluit/extension/")
    form = someone.page.locator(f"#stem-{party}")
    form.locator(f'[name$="voice"][value="{word}"]').check(force=True)
    form.locator("textarea").fill(reason)
    someone.press_main(form)


def rate(someone: Person, treatment: str, ratings: dict[str, str], seen: str = "zoekt zelf de zandbak op") -> None:
    """Rate subgoals in the words of the module, shown by the latest session."""
    someone.open(f"{treatment}subdoelen/?beoordeel=ja")
    for subgoal, word in ratings.items():
        someone.tick(f"rating-{subgoal}", word)
        someone.page.locator(f'[name="session-{subgoal}"]').select_option(index=0)
        someone.write({f"seen-{subgoal}": seen})
    someone.press("Bewaar de beoordelingen")


def move(someone: Person, treatment: str, phase: str, reason: str) -> None:
    """Step to another phase with a reason."""
    someone.open(f"{treatment}fasen/")
    someone.tick("to_phase", phase)
    someone.write({"reason": reason})
    someone.press("Leg de stap vast")


def talk(
    someone: Person, treatment: str, audience: str, summary: str = "Besproken wat het kind thuis nodig heeft."
) -> None:
    """Write down a talk with people around the client."""
    someone.open(f"{treatment}gesprekken/?met={audience}")
    someone.write({"summary": summary})
    for name in someone.radio_groups():
        someone.choose_first(name)
    someone.press("Bewaar het gesprek")


def send_letter(someone: Person, treatment: str, words: str) -> str:
    """Write the letter whose choice says `words`, send it as it is, and return its address."""
    someone.open(f"{treatment}brieven/nieuw/")
    someone.page.locator("main").get_by_role("radio", name=re.compile(words, re.I)).first.check(force=True)
    someone.press("Maak concept")
    letter = someone.here
    someone.press("Bewaar en ga naar versturen")
    for name in someone.radio_groups():
        someone.choose_first(name)
    someone.press("Leg vast als verstuurd")
    return letter


def text_of_pdf(someone: Person, letter: str) -> str:
    """Return the text of a letter as it was kept."""
    kept = someone.page.request.get(f"{someone.base}{letter}pdf/")
    assert kept.headers["content-type"] == "application/pdf"
    return "\n".join(sheet.extract_text() for sheet in PdfReader(BytesIO(kept.body())).pages)


def close(someone: Person, treatment: str, reason: str, next_step: str) -> None:
    """End the treatment, after the question whether this is sure."""
    someone.open(f"{treatment}afronden/")
    form = someone.page.locator('form[action$="/sluiten/"]')
    form.locator(f'[name$="reason"][value="{reason}"]').check(force=True)
    form.locator(f'[name$="next_step"][value="{next_step}"]').check(force=True)
    someone.press_main(form)
    someone.press("Beëindig de behandeling")
