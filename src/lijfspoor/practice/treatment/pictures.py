"""Pictures for a plan that a child can read: a drawing for each name, in `static/treatment/pictures.svg` (S2-131)."""

PICTURES = {
    "seat": "vaste plek",
    "food-and-drink": "eten en drinken",
    "plan": "plan maken",
    "swing": "schommelen",
    "throw": "gooien",
    "sand": "zand",
    "water": "water",
    "shape": "maken en vormen",
    "music": "muziek",
    "breathe": "ademen",
    "rest": "rusten",
    "talk": "praten",
    "balance": "balanceren",
    "climb": "klimmen",
    "together": "samen",
    "move": "bewegen",
}

# The first word that fits decides; they are looked for in lower case.
WORDS = (
    ("schommel", "swing"),
    ("scheerschuim", "shape"),
    ("klei", "shape"),
    ("verf", "shape"),
    ("krijt", "shape"),
    ("lijm", "shape"),
    ("zand", "sand"),
    ("rijst", "sand"),
    ("water", "water"),
    ("proe", "food-and-drink"),
    ("ruik", "food-and-drink"),
    ("eten", "food-and-drink"),
    ("pittenzak", "throw"),
    ("ballen", "throw"),
    ("gooi", "throw"),
    ("doeken", "throw"),
    ("trommel", "music"),
    ("schudei", "music"),
    ("lied", "music"),
    ("muziek", "music"),
    ("instrument", "music"),
    ("adem", "breathe"),
    ("mindful", "breathe"),
    ("yoga", "balance"),
    ("bal", "balance"),
    ("wip", "balance"),
    ("pedalo", "balance"),
    ("klim", "climb"),
    ("kast", "climb"),
    ("glijbaan", "climb"),
    ("bank", "climb"),
    ("trampoline", "move"),
    ("ontspan", "rest"),
    ("rust", "rest"),
    ("groep", "together"),
    ("nabijheid", "together"),
    ("samen", "together"),
    ("houding", "seat"),
    ("beweg", "move"),
    ("praat", "talk"),
    ("woord", "talk"),
    ("benoem", "talk"),
)


def picture_of(title: str) -> str:
    """Return the name of the drawing that fits a title, `plan` when none does."""
    lower = title.lower()
    return next((name for word, name in WORDS if word in lower), "plan")
