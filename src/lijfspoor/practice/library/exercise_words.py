"""The words of the screens for what an exercise asks."""

MODULES = {
    "pmt": "PMT",
    "pmt-addon": "PMT add-on",
    "pmkt-attachment": "PMKT bij hechting",
    "psychosomatic-physio": "Psychosomatische fysiotherapie",
    "movement-in-trauma": "Beweging bij trauma",
}
AGES = {"child": "kinderen", "youth": "jongeren", "adult": "volwassenen", "older": "ouderen"}
FORMS = {"individual": "alleen", "dyad": "samen met iemand", "group": "in een groep"}
AROUSAL = {"calms": "brengt tot rust", "activates": "maakt wakker", "either": "kan beide kanten op"}
INTENSITY = {"low": "licht", "moderate": "matig", "high": "zwaar"}
STAGES = {"sensopathic": "sensopathisch", "sensomotor": "sensomotorisch"}
SPACES = {
    "chair": "op een stoel",
    "mat": "op een mat",
    "room": "in een kamer",
    "hall": "in een zaal",
    "outdoors": "buiten",
    "water": "in het water",
}
SENSES = {
    "touch": "tast",
    "sight": "zien",
    "hearing": "horen",
    "smell": "ruiken",
    "taste": "proeven",
    "balance": "evenwicht",
    "muscles": "spieren en gewrichten",
    "inside": "van binnen voelen",
}
ALLERGENS = {
    "food": "eten",
    "latex": "latex",
    "wool": "wol",
    "scent": "geur",
    "grass": "gras",
    "soap": "zeep",
    "animal_hair": "dierenhaar",
}
TOUCH = {"none": "geen aanraking", "can": "kan met of zonder aanraking", "needed": "met aanraking"}
