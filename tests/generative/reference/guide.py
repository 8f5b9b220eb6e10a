"""The guide, slow and obvious: straight from the text of the files, without records and without shortcuts."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[3] / "src" / "lijfspoor" / "content" / "guide"


@cache
def file(name: str) -> Any:  # noqa: ANN401  # a file can hold anything
    """What a file holds."""
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


def known(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Answers to what is asked: begin with all questions that are always asked, add what they open, until it rests."""
    shown: set[str] = set()
    while True:
        kept = {name: answers.get(name, ("unknown",)) for name in shown}
        now = {each["id"] for each in file("questions")["questions"] if true(each.get("shown_in", []), kept)}
        if now == shown:
            return kept
        shown = now


def true(cases: list[Any], kept: Mapping[str, Any]) -> bool:
    """Whether one of the cases is true; no cases are always true."""
    if cases == []:
        return True
    for case in cases:
        wrong = [clause for clause in case["all"] if not one(clause, kept)]
        if wrong == []:
            return True
    return False


def one(clause: Mapping[str, Any], kept: Mapping[str, Any]) -> bool:
    """Whether one clause is true."""
    if clause["question"] not in kept:
        return False
    given = kept[clause["question"]]
    if given == ("unknown",):
        return "is_open" in clause
    if "is_open" in clause:
        return False
    right = True
    if "any_of" in clause:
        right = right and any(each in given for each in clause["any_of"])
    if "none_of" in clause:
        right = right and not any(each in given for each in clause["none_of"])
    if "at_least" in clause:
        right = right and given >= clause["at_least"]
    if "at_most" in clause:
        right = right and given <= clause["at_most"]
    return right


def alarms(answers: Mapping[str, Any]) -> list[tuple[str, tuple[str, ...]]]:
    """Flags that are raised, with the contacts they lead to."""
    kept = known(answers)
    return [(flag["id"], tuple(flag["contacts"])) for flag in file("firsthelp")["flags"] if true(flag["when"], kept)]


def findings(answers: Mapping[str, Any]) -> dict[str, tuple[str, set[str], set[str]]]:
    """For each kind of help: the word, and the ids of the reasons for and against."""
    if alarms(answers):
        return {}
    kept = known(answers)
    found = {}
    for kind in file("kinds")["kinds"]:
        rules = [each for each in file("rules")["rules"] if each["kind"] == kind["id"] and true(each["when"], kept)]
        pro = {each["id"]: each["weight"] for each in rules if each["direction"] == "for"}
        con = {each["id"]: each["weight"] for each in rules if each["direction"] == "against"}
        word = _word(list(pro.values()), list(con.values()))
        reasons = set(con) or ({f"{kind['id']}-meant-for"} if word == "fits_less" else set())
        found[kind["id"]] = (word, set(pro), reasons)
    return found


def _word(pro: list[str], con: list[str]) -> str:
    table = {
        # strong for, some for, strong against -> the word
        (True, False, False): "fits",
        (True, True, False): "fits",
        (True, False, True): "may_fit",
        (True, True, True): "may_fit",
        (False, True, False): "may_fit",
        (False, True, True): "fits_less",
        (False, False, False): "fits_less",
        (False, False, True): "fits_less",
    }
    return "fits_less" if "excludes" in con else table["strong" in pro, "some" in pro, "strong" in con]


def steps(answers: Mapping[str, Any]) -> set[str]:
    """The ids of the steps that are possible."""
    if alarms(answers):
        return set()
    kept = known(answers)
    fitting = {kind for kind, (word, _, _) in findings(answers).items() if word != "fits_less"}
    return {
        step["id"]
        for step in file("steps")["steps"]
        if true(step.get("when", []), kept) and (step["place"] != "with_kind" or fitting & set(step["kinds"]))
    }
