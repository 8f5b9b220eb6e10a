"""The words of the screens for what an exercise asks."""

from lijfspoor.domain.exercises.allergies import ALLERGEN_NL
from lijfspoor.practice.library.words import MODULES as MODULES

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
ALLERGENS = ALLERGEN_NL
TOUCH = {"none": "geen aanraking", "can": "kan met of zonder aanraking", "needed": "met aanraking"}
KINDS = {
    "movement": "bewegen",
    "play": "spel",
    "body": "lichaamsgericht",
    "tension": "spannen en ontspannen",
    "posture": "houding",
    "breathing": "adem",
    "improvisation": "improviseren",
    "mindfulness": "aandacht",
    "yoga": "yoga",
    "impulse": "impulsen sturen",
    "distance": "afstand en nabijheid",
    "touch": "aanraking",
    "rhythm": "ritme en muziek",
    "making": "maken",
    "talk": "gesprek",
}
ASPECTS = {
    "identity": "identiteit",
    "self-direction": "zelf-directie",
    "empathy": "empathie",
    "intimacy": "intimiteit",
}
AREAS = {
    "adhd": "ADHD",
    "autism": "autisme",
    "trauma": "trauma",
    "depression": "somberheid",
    "anxiety": "angst",
    "chronic-stress": "langdurige stress",
    "burnout": "burn-out",
}
CAUTIONS = {
    "skin-wounds": "wondjes of een kwetsbare huid",
    "fear-of-touch": "angst voor aanraking",
    "dissociation": "wegraken (dissociatie)",
    "acute-psychosis": "acute psychose",
    "joint-complaints": "gewrichtsklachten",
    "balance-problems": "moeite met evenwicht",
    "heart-complaints": "hartklachten",
    "severe-asthma": "ernstige astma",
    "hyperventilation": "hyperventilatie",
    "epilepsy": "epilepsie",
    "pregnancy": "zwangerschap",
    "recent-surgery": "kort geleden geopereerd",
    "recent-concussion": "kort geleden een hersenschudding",
    "low-weight": "te laag gewicht",
    "eating-disorder": "eetstoornis",
    "post-exertional-malaise": "een dag na inspanning erger",
    "reduced-feeling": "verminderd gevoel",
    "self-harm": "zelfbeschadiging",
    "swallowing-problems": "slikproblemen",
    "mouthing-objects": "stopt dingen in de mond",
    "sound-sensitivity": "gevoelig voor geluid",
    "fear-of-closed-eyes": "angst met ogen dicht",
    "fear-of-enclosed-space": "angst in een kleine ruimte",
    "fear-of-heights": "hoogtevrees",
    "fear-of-water": "watervrees",
}
WENT = {"well": "deed goed", "fine": "ging", "not_now": "paste nu niet", "not_done": "niet gedaan"}
