"""A person at a screen: reads headings, follows links, fills in what the page asks, presses what it offers."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.browser.walk import axe_faults, plain_faults
from tests.cast import PASSWORD

WORDS = "In eigen woorden opgeschreven."


class Person:
    """Acts on pages by what they say, and remembers where it is."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        page.set_default_timeout(15_000)

    def sign_in(self, email: str) -> "Person":
        """Sign in with mail address and password, after signing out whoever was there."""
        self.page.context.clear_cookies()
        self.open("/account/login/")
        self.page.fill("[name=login]", email)
        self.page.fill("[name=password]", PASSWORD)
        self.page.press("[name=password]", "Enter")
        expect(self.page.locator("nav[aria-label]").first).to_be_visible()
        return self

    def open(self, address: str) -> None:
        """Go to an address."""
        answer = self.page.goto(self.base + address)
        assert answer is not None
        assert answer.ok, (address, answer.status)

    @property
    def here(self) -> str:
        """The address of the page, without the host."""
        return urlsplit(self.page.url).path

    def press(self, words: str, within: str = "main") -> None:
        """Press the button with these words and wait for the page that follows."""
        button = self.page.locator(within).get_by_role("button", name=words).first
        with self.page.expect_navigation():
            button.click()
        self.check_no_fault()

    def follow(self, words: str) -> None:
        """Follow the link with these words."""
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("link", name=words).first.click()

    def check_no_fault(self) -> None:
        """Fail with what the page says is wrong, when it does."""
        faults = self.page.locator(".summary, .errors, [role=alert]").all_inner_texts()
        assert not [text for text in faults if text.strip()], (self.here, faults)

    def sees(self, words: str) -> None:
        """Check that the page says this."""
        expect(self.page.locator("main")).to_contain_text(re.compile(words, re.I))

    def reads(self, *words: str) -> None:
        """Check that each of these stands on the page where it can be read, not folded away."""
        for each in words:
            expect(self.page.locator("main")).to_contain_text(re.compile(each, re.I), use_inner_text=True)

    def reads_nowhere(self, words: str) -> None:
        """Check that this is not to be read on the page."""
        expect(self.page.locator("main")).not_to_contain_text(re.compile(words, re.I), use_inner_text=True)

    def can_use(self) -> None:
        """Check that everyone can use the page as it stands (WCAG 2.2 AA, as far as axe can tell)."""
        assert [*plain_faults(self.page), *axe_faults(self.page)] == [], self.here

    def tick(self, name: str, value: str) -> None:
        """Choose one of a group of choices by field name and value."""
        self.page.locator(f'main [name="{name}"][value="{value}"]').first.check(force=True)

    def write(self, fields: Mapping[str, str]) -> None:
        """Fill in fields by name."""
        for name, words in fields.items():
            field = self.page.locator(f'main [name="{name}"]:not([type=hidden])').first
            assert field.count(), (self.here, name, self.page.locator("main").inner_text()[:1500])
            if field.evaluate("e => e.tagName") == "SELECT":
                field.select_option(words)
            else:
                field.fill(words)

    def write_in_all(self, form: Locator | None = None) -> None:
        """Write something in every open text box of the page."""
        where = form or self.page.locator("main")
        for box in where.locator("textarea:visible").all():
            if not box.input_value():
                box.fill(WORDS)

    def answer_all(self, word: str) -> None:
        """Give every three-way question on the page the same answer."""
        for choice in self.page.locator(f'main input[type=radio][value="{word}"]').all():
            choice.check(force=True)

    def press_main(self, form: Locator) -> None:
        """Press the one button of a form."""
        with self.page.expect_navigation():
            form.locator("button").first.click()
        self.check_no_fault()

    def radio_groups(self) -> list[str]:
        """Return the names of the groups of choices on the page, each once."""
        names = self.page.locator("main input[type=radio]").evaluate_all("all => all.map(one => one.name)")
        return list(dict.fromkeys(names))

    def choose_first(self, name: str, prefer: str = "") -> None:
        """Choose `prefer` in a group when it is there, else the first choice."""
        wanted = self.page.locator(f'main input[type=radio][name="{name}"][value="{prefer}"]')
        first = self.page.locator(f'main input[type=radio][name="{name}"]:not([value=""])')
        (wanted if prefer and wanted.count() else first).first.check(force=True)
