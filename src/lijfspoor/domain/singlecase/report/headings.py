"""The few fixed words around a report."""

from lijfspoor.domain.singlecase.data.saying import Saying

ANSWER = Saying(nl="Wat de loting zegt", en="What the draw says")
DESIGN = Saying(nl="De opzet", en="The design")
TOGETHER = Saying(nl="Samen", en="Together")
BESIDE = Saying(nl="Daarnaast", en="Beside it")
HOLDS_IF = Saying(nl="Klopt alleen als", en="Holds only if")
NOT_SAID = Saying(nl="Wat dit niet zegt", en="What this does not say")
NOT_GIVEN = Saying(nl="Niet gegeven", en="Not given")
SCRIBE = Saying(nl="Wat u nog moet melden (SCRIBE 2016)", en="What is still to be reported (SCRIBE 2016)")
FROM_DATA = Saying(nl="Uit de gegevens", en="From the data")
PER_CLIENT = Saying(nl="Per cliënt, met hulp van de anderen", en="Per client, with the help of the others")
WITHOUT = Saying(nl="Het gemiddelde zonder", en="The mean without")
UNCHECKED = Saying(
    nl="Onderwerpen 13 tot en met 26 zijn niet opnieuw bij de bron nagelezen.",
    en="Topics 13 to 26 were not read again at the source.",
)
COLUMNS = (
    Saying(nl="Fase", en="Phase"),
    Saying(nl="Metingen", en="Rows"),
    Saying(nl="Ontbreekt", en="Missing"),
    Saying(nl="Gemiddelde", en="Mean"),
    Saying(nl="Mediaan", en="Median"),
    Saying(nl="SD", en="SD"),
    Saying(nl="Laagste", en="Lowest"),
    Saying(nl="Hoogste", en="Highest"),
    Saying(nl="Trend", en="Trend"),
)
