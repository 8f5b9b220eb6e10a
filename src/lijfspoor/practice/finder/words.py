"""The Dutch words this room shows for its codes."""

from lijfspoor.domain.finder.listing import Age, Area, Discipline, Form, Setting

DISCIPLINES: dict[Discipline, str] = {
    "pmt": "Psychomotorische therapie",
    "pmkt": "Psychomotorische kindertherapie",
    "psychosomatic_physio": "Psychosomatische fysiotherapie",
}
AGES: dict[Age, str] = {"child": "Kinderen", "youth": "Jongeren", "adult": "Volwassenen", "older": "Ouderen"}
FORMS: dict[Form, str] = {"individual": "Alleen", "group": "In een groep"}
SETTINGS: dict[Setting, str] = {
    "practice": "In een eigen praktijk",
    "institution": "In een instelling",
    "school": "Op school",
}
AREAS: dict[Area, str] = {
    "adhd": "ADHD",
    "autism": "Autisme",
    "trauma": "Trauma",
    "depression": "Somberheid of depressie",
    "anxiety": "Angst",
    "chronic-stress": "Langdurige stress",
    "burnout": "Burn-out",
    "attachment": "Hechting bij kinderen",
    "personality": "Persoonlijkheidsproblemen",
    "unexplained-complaints": "Klachten zonder duidelijke oorzaak",
}
