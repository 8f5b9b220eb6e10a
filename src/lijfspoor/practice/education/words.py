"""The Dutch words of this room."""

HOW = {
    "handed": "op papier meegegeven",
    "together": "samen gelezen",
    "mailed": "zelf gemaild",
    "posted": "met de post gestuurd",
}
LANGUAGES = {"nl": "Nederlands", "en": "Engels"}
AUDIENCES = {"client": "Cliënt", "child": "Kind", "parent": "Ouders en verzorgers", "teacher": "School"}
HIMSELF = "cliënt"
