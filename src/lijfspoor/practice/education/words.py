"""The Dutch words of this room."""

from lijfspoor.practice.library.education_words import LANGUAGES as LANGUAGES

HOW = {
    "handed": "op papier meegegeven",
    "together": "samen gelezen",
    "mailed": "zelf gemaild",
    "posted": "met de post gestuurd",
}
AUDIENCES = {"client": "Cliënt", "child": "Kind", "parent": "Ouders en verzorgers", "teacher": "School"}
HIMSELF = "cliënt"
