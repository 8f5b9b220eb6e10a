"""Every piece of advice the engine knows has one act, and that act has a page."""

import ast
from pathlib import Path
from uuid import uuid4

import pytest

from lijfspoor.catalogue.reader import shipped
from lijfspoor.domain.pathways.advice import making
from lijfspoor.practice.desk.acts import ACTS, FOR_OFFICE, About

PLACES = {"due": 0, "possible": 0, "know": 0, "_reached": 2}


def codes_of_the_engine() -> set[str]:
    """The codes in the source of the engine: what its makers are called with in the place of the code."""
    found: set[str] = set()
    for file in Path(making.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in PLACES:
                code = node.args[PLACES[node.func.id]]
                found |= {code.value} if isinstance(code, ast.Constant) and isinstance(code.value, str) else set()
    return found


def test_every_code_of_the_engine_has_an_act() -> None:
    codes = codes_of_the_engine()
    assert len(codes) > 20
    assert codes == set(ACTS)


@pytest.mark.parametrize("code", sorted(ACTS))
def test_every_act_has_a_page_in_a_module_that_gives_the_advice(code: str) -> None:
    subjects = {"precondition-lapsed": "stable-living", "overridden": "severe-psychiatric-disorder"}
    in_addon = {"voices-open", "decision-ready", "extend-possible"}
    module = shipped()["pmt-addon@1.0" if code in in_addon else "pmkt-attachment@1.0"]
    about = About(uuid4(), uuid4(), module, subjects.get(code, "intake"))
    assert ACTS[code].address(about).startswith("/")


def test_a_decision_that_a_module_does_not_have_gets_no_page() -> None:
    about = About(uuid4(), uuid4(), shipped()["pmkt-attachment@1.0"], "client,therapist")
    assert ACTS["voices-open"].address(about) == ""


def test_administration_acts_on_consent_only() -> None:
    assert {ACTS[code].route for code in FOR_OFFICE} == {"people:consents", "people:network"}
