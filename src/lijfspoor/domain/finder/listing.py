"""What is told of a therapist: help, people, places, registers, and the answers to five questions."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Discipline = Literal["pmt", "pmkt", "psychosomatic_physio"]
Age = Literal["child", "youth", "adult", "older"]
Form = Literal["individual", "group"]
Setting = Literal["practice", "institution", "school"]
Area = Literal[
    "adhd",
    "autism",
    "trauma",
    "depression",
    "anxiety",
    "chronic-stress",
    "burnout",
    "attachment",
    "personality",
    "unexplained-complaints",
]
QUESTIONS = ("experience", "treatment", "sessions", "cooperation", "family")
"""The five questions of a first meeting (S0-061), by id; their words stand in the content."""

DISCIPLINES: tuple[Discipline, ...] = get_args(Discipline)
AGES: tuple[Age, ...] = get_args(Age)
FORMS: tuple[Form, ...] = get_args(Form)
SETTINGS: tuple[Setting, ...] = get_args(Setting)
AREAS: tuple[Area, ...] = get_args(Area)


@dataclass(frozen=True, slots=True)
class Registration:
    """An entry in a register: its id in the content, the number, and until when it holds (None: no end is known)."""

    register: str
    number: str = ""
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether it holds on a day."""
        return self.until is None or day <= self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A therapist as listed. `languages`, `municipalities` and `insurers` are names as people write them."""

    name: str
    practice: str
    discipline: Discipline
    pc4: str
    city: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    ages: tuple[Age, ...] = ()
    areas: tuple[Area, ...] = ()
    languages: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    settings: tuple[Setting, ...] = ()
    waiting_weeks: int | None = None
    municipalities: tuple[str, ...] = ()
    insurers: tuple[str, ...] = ()
    registrations: tuple[Registration, ...] = ()
    self_employed: bool = False
    price_cents: int | None = None
