"""The SCRIBE 2016 list: what to report of a single-case study, filled as far as the data know.

Tate et al. (2016), doi:10.1037/arc0000026 and doi:10.1080/02687038.2016.1178022: 26 items. Item topics are facts and
stand here; the questions are in our own words. Topics 1 to 12 were checked against the published table
(doi:10.1080/09602011.2016.1190533, table 1); those of 13 to 26 were not re-read at the source and say so (`checked`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from lijfspoor.domain.singlecase.data.saying import Saying

CHECKED_UP_TO = 12
BY_YOU = Saying(nl="Zelf in te vullen.", en="To be filled in by you.")


class State(StrEnum):
    """How far the data fill an item."""

    FILLED = "filled"
    PARTLY = "partly"
    BY_YOU = "by-you"


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its number, topic and question, what the data say to it, and whether its topic was checked."""

    number: int
    topic: Saying
    question: Saying
    state: State
    answer: Saying

    @property
    def checked(self) -> bool:
        """Whether the topic was read in the published table."""
        return self.number <= CHECKED_UP_TO


TOPICS: tuple[tuple[str, str, str, str], ...] = (
    ("Titel", "Title", "Noemt de titel dat het om een N=1-studie gaat?", "Does the title name a single-case design?"),
    ("Samenvatting", "Abstract", "Staat in het kort wat, bij wie, hoe en met welke uitkomst?",
     "What was done, with whom, how, and what came of it, in short?"),
    ("Achtergrond", "Scientific background", "Wat is al bekend, en wat nog niet?", "What is known, and what is not?"),
    ("Doel", "Aims", "Welke vraag moet deze studie beantwoorden?", "Which question is the study to answer?"),
    ("Opzet", "Design", "Welke opzet, welke fasen, in welke volgorde, vooraf of gaandeweg bepaald?",
     "Which design, which phases in which order, set beforehand or along the way?"),
    ("Wijzigingen", "Procedural changes", "Wat is na de start veranderd?", "What changed after the start?"),
    ("Herhaling", "Replication", "Welke herhaling was gepland?", "Which replication was planned?"),
    ("Loting", "Randomisation", "Is er geloot, wat, en hoe?", "Was anything drawn, what, and how?"),
    ("Blindering", "Blinding", "Wie wist niet welke fase het was?", "Who did not know which phase it was?"),
    ("Keuze van deelnemers", "Selection criteria", "Wie kon meedoen, en hoe gevonden?",
     "Who could take part, how found?"),
    ("Deelnemers", "Participant characteristics", "Wie zijn het, zonder herkenbaar te zijn?",
     "Who are they, without being recognisable?"),
    ("Plaats", "Setting", "Waar vond het plaats?", "Where did it take place?"),
    ("Toestemming", "Ethics", "Wie gaf toestemming, en welke toetsing was er?",
     "Who consented, which review was there?"),
    ("Maten", "Measures", "Wat is gemeten, hoe vaak, door wie, hoe betrouwbaar?",
     "What was measured, how often, by whom, how reliably?"),
    ("Hulpmiddelen", "Equipment", "Met welke hulpmiddelen?", "With which equipment?"),
    ("Behandeling", "Intervention", "Wat hield elke fase in?", "What did each phase consist of?"),
    ("Uitvoering", "Procedural fidelity", "Ging het zoals bedoeld, en hoe is dat nagegaan?",
     "Was it done as meant, and how was that seen?"),
    ("Analyse", "Analyses", "Hoe zijn de scores bekeken en getoetst?", "How were scores inspected and tested?"),
    ("Verloop", "Sequence completed", "Welke fasen heeft ieder doorlopen?", "Which phases did each go through?"),
    ("Uitkomsten", "Outcomes and estimation", "Wat zijn de scores en de uitkomsten?", "What are scores and results?"),
    ("Bijwerkingen", "Adverse events", "Is er iets nadeligs gebeurd?", "Did anything adverse happen?"),
    ("Betekenis", "Interpretation", "Wat betekent de uitkomst?", "What does the result mean?"),
    ("Beperkingen", "Limitations", "Wat kan anders verklaard worden?", "What could have another explanation?"),
    ("Toepasbaarheid", "Applicability", "Voor wie geldt het verder?", "To whom else does it apply?"),
    ("Protocol", "Protocol", "Waar ligt het plan van tevoren?", "Where is the plan of beforehand?"),
    ("Geld", "Funding", "Wie betaalde, en met welke rol?", "Who paid, and with what role?"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """What the data know of an item; `whole` when nothing is left to fill in."""

    said: Saying
    whole: bool = False


def scribe(known: Mapping[int, Known]) -> tuple[Item, ...]:
    """The 26 items, each with what is known of it by its number, the rest to be filled in."""
    return tuple(_item(number, topic, known.get(number)) for number, topic in enumerate(TOPICS, start=1))


def _item(number: int, topic: tuple[str, str, str, str], known: Known | None) -> Item:
    return Item(
        number=number,
        topic=Saying(nl=topic[0], en=topic[1]),
        question=Saying(nl=topic[2], en=topic[3]),
        state=State.BY_YOU if known is None else State.FILLED if known.whole else State.PARTLY,
        answer=BY_YOU if known is None else known.said,
    )
