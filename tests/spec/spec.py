"""A paragraph of the handbook: a module, what happened, one question, the answer. Asserted, and kept for printing."""

from dataclasses import dataclass

from lijfspoor.catalogue.reader import shipped
from tests.spec.asking import Question
from tests.spec.tables import Table, read_table
from tests.spec.telling import facts_in

ADD_ON = "pmt-addon@1.0"
ATTACHMENT = "pmkt-attachment@1.0"
PMT = "pmt@1.0"
PHYSIO = "psychosomatic-physio@1.0"
MOVEMENT = "movement-in-trauma@1.0"


@dataclass(frozen=True)
class Shown:
    """What a paragraph shows."""

    module: str
    happened: Table
    question: Question
    answer: Table


SHOWN: list[Shown] = []
"""What was shown since the list was last emptied; the printer reads it."""


def spec(module: str, happened: str, question: Question, answer: str) -> None:
    """Ask the engine a question about what happened along a module and compare with the answer expected."""
    told, expected = read_table(happened), read_table(answer)
    care_module = shipped()[module]
    found = question.answer(care_module, facts_in(told, care_module))
    assert str(found) == str(expected), f"\n{found}\n\nis not\n\n{expected}"
    SHOWN.append(Shown(module, told, question, found))
