"""The Dutch words this room shows for its codes."""

from lijfspoor.practice.access.actor import Role

ROLES = {
    Role.OWNER: "eigenaar",
    Role.THERAPIST: "therapeut",
    Role.LEAD_CLINICIAN: "regiebehandelaar",
    Role.ASSISTANT: "administratie",
}
ROLE_HELP = {
    Role.OWNER: "Eigenaar: beheert praktijk, collega's en logboek",
    Role.THERAPIST: "Therapeut: behandelt cliënten",
    Role.LEAD_CLINICIAN: "Regiebehandelaar: leest mee en beslist mee",
    Role.ASSISTANT: "Administratie: namen, afspraken en aanmeldingen, geen inhoud",
}
OTHER = "other"
CREDENTIALS = {
    "post-hbo-pmkt": "Post-hbo psychomotorische kindertherapie",
    "hbo-pmt": "Hbo psychomotorische therapie",
    "kwaliteitsregister": "Kwaliteitsregister Vaktherapie",
    "bijscholing-hechting": "Bijscholing gezonde hechting",
    "pmkt-module-hechting": "PMKT-module hechting",
    "big": "BIG-register",
    "agb": "AGB-register",
    "vog": "Verklaring omtrent het gedrag",
}


def credential_words(kind: str) -> str:
    """Return what a credential is called; a kind of the practice's own is called as they typed it."""
    return CREDENTIALS.get(kind, kind)
