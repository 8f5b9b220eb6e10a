"""What visitors see of the example practice: two profiles, and a question it added to the page of questions."""

from datetime import timedelta

from lijfspoor.domain.finder.listing import Listing
from lijfspoor.practice.desk.demo.houses import House
from lijfspoor.practice.desk.demo.telling import Story
from lijfspoor.practice.finder import flows
from lijfspoor.practice.site.editing import flows as pages

PC4 = "1791"
"""A place that exists, so that distances can be shown; the practice itself is invented."""

MARJAN = Listing(
    name="",
    practice="Praktijk De Duinrand",
    discipline="pmkt",
    pc4=PC4,
    ages=("child", "youth"),
    areas=("attachment", "anxiety", "autism"),
    languages=("Nederlands", "English"),
    forms=("individual",),
    settings=("practice", "school"),
    waiting_weeks=6,
    self_employed=True,
)
TESS = Listing(
    name="",
    practice="Praktijk De Duinrand",
    discipline="pmt",
    pc4=PC4,
    ages=("youth", "adult", "older"),
    areas=("chronic-stress", "burnout", "personality"),
    languages=("Nederlands",),
    forms=("individual", "group"),
    settings=("practice",),
    waiting_weeks=3,
)
ANSWERS = {
    "experience": "Ik werk elke week met mensen die met deze klachten komen.",
    "treatment": "We beginnen met kijken en bewegen. Daarna maken we samen een plan.",
    "sessions": "Dat verschilt. Na een paar keer bespreken we hoe lang het ongeveer duurt.",
    "cooperation": "Ja, met huisarts, school en andere behandelaars, als u dat goedvindt.",
    "family": "Ouders of een partner doen mee zoals het past. Dat spreken we af.",
}


WHEELCHAIR = {
    "title": {"nl": "Is de zaal te bereiken met een rolstoel?", "en": "Can the hall be reached with a wheelchair?"},
    "text": {
        "nl": "Ja. De deur en de zaal zijn gelijkvloers. Er is een aangepast toilet.",
        "en": "Yes. Door and hall are on ground level. There is an accessible toilet.",
    },
}


def stories(house: House) -> tuple[Story, ...]:
    """Marjan and Tess can be found; Marjan added a question to the page of questions."""
    return profiles(house), question(house)


def profiles(house: House) -> Story:
    """Marjan and Tess write their profile and show it."""
    now = yield house.days.at(30, "12.30")
    for name, listing in (("marjan", MARJAN), ("tess", TESS)):
        flows.change_profile(actor=house[name], listing=listing, answers=ANSWERS, shown=True, version=0, now=now)


def question(house: House) -> Story:
    """Marjan adds a question that visitors often ask."""
    now = yield house.days.at(29, "12.40")
    day = now.date()
    pages.write_page(
        actor=house["marjan"],
        page_id="faq",
        texts={},
        added=(WHEELCHAIR,),
        review_by=day + timedelta(days=400),
        reviewed=True,
        day=day,
        now=now,
    )
