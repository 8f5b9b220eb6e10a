"""The Dutch words of this room."""

KINDS = {"diagnostics": "diagnostiek", "indication": "indicatie", "treatment": "behandeling"}
AREAS = {
    "attachment": "hechting",
    "trauma": "trauma",
    "adhd": "ADHD",
    "autism": "autisme",
    "mood": "somberheid en angst",
    "stress": "stress en burn-out",
    "personality": "persoonlijkheid",
    "body": "lichamelijke klachten",
    "other": "anders",
}
