"""The Dutch words this room shows for its codes."""

CONTACT_KINDS = {
    "caregiver": "ouder of verzorger",
    "relative": "familie of naaste",
    "guardian": "voogd",
    "school": "school",
    "gp": "huisarts",
    "referrer": "verwijzer",
    "lead_clinician": "regiebehandelaar",
    "co_treater": "andere behandelaar",
}
GENDERS = {"": "niet ingevuld", "female": "vrouw", "male": "man", "other": "anders", "unknown": "niet bekend"}
SCOPES = {
    "treatment": "behandeling",
    "information": "informatie aan anderen",
    "touch": "aanraking in de sessie",
}
RELATION_KINDS = {"treats": "behandelt", "stands_in": "neemt waar", "leads": "is regiebehandelaar"}
AUTHORITY = {"parent": "gezag", "guardian": "voogd", "": ""}
