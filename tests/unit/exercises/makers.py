"""Exercises and situations for tests: plain ones by hand, and any that can be."""

from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from lijfspoor.domain.exercises import exercise as e
from lijfspoor.domain.exercises.allergies import ALLERGENS, Allergies
from lijfspoor.domain.exercises.situation import Situation, Used
from lijfspoor.domain.kernel import Statement, Text

MODULES = ("pmt", "pmkt-attachment")
PHASES = ("pmkt-attachment:regulation", "pmkt-attachment:relationship", "pmkt-attachment:transfer")
BLOCKS = ("pmkt-attachment:basic-safety", "pmkt-attachment:autonomy")
ASPECTS = ("identity", "self-direction")
AREAS = ("trauma", "anxiety")
CAUTIONS = ("skin-wounds", "fear-of-touch")
IDS = ("aa", "bb", "cc")
GOALS = ("Spanning eerder herkennen", "Grenzen aangeven")


def text(words: str) -> Text:
    """A text that reads the same in both languages."""
    return Text(nl=words, en=words)


def made(id_: str = "aa", **more: Any) -> e.Exercise:
    """An exercise for everyone, everywhere, that asks nothing."""
    told: dict[str, Any] = {
        "schema": 1,
        "id": id_,
        "version": "1.0",
        "title": text(f"Titel {id_}"),
        "kinds": ("movement",),
        "purpose": Statement(text=text("Bewegen."), sources=("own",)),
        "steps": (text("Beweeg."),),
        "minutes_low": 5,
        "minutes_high": 10,
        "senses": ("muscles",),
        "arousal": "either",
        "intensity": "low",
        "modules": MODULES,
        "ages": get_args(e.Age),
        "forms": get_args(e.Form),
        "space": "room",
        "written_on": date(2026, 11, 24),
        "review_by": date(2027, 11, 24),
        "sources": ("own",),
    }
    return e.Exercise(**{**told, **more})


def situation(**more: Any) -> Situation:
    """An adult in an ordinary session, with every check done."""
    told: dict[str, Any] = {"modules": frozenset({"pmt"}), "ages": frozenset({"adult"}), "effort": "may"}
    return Situation(**{**told, **more})


def some(of: tuple[Any, ...]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Some of these, in order, perhaps none."""
    return st.sets(st.sampled_from(of)).map(lambda found: tuple(sorted(found)))


def least_one(of: tuple[Any, ...]) -> st.SearchStrategy[tuple[Any, ...]]:
    """At least one of these."""
    return st.sets(st.sampled_from(of), min_size=1).map(lambda found: tuple(sorted(found)))


a_caution = st.builds(
    e.Caution, id=st.sampled_from(CAUTIONS), kind=st.sampled_from(("not", "adapt")), text=st.just(text("Let op."))
)
cautions = st.lists(a_caution, max_size=2, unique_by=lambda each: each.id).map(tuple)


def mostly(usual: object, otherwise: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The usual three times out of four, so that not everything hinders at once."""
    return st.one_of(st.just(usual), st.just(usual), st.just(usual), otherwise)


def exercises(id_: str) -> st.SearchStrategy[e.Exercise]:
    """Any exercise under this id."""
    return st.builds(
        made,
        st.just(id_),
        purpose=st.sampled_from(("Bewegen.", "Spanning merken.", "Grenzen voelen.")).map(
            lambda words: Statement(text=text(words), sources=("own",))
        ),
        modules=mostly(MODULES, least_one(MODULES)),
        phases=some(PHASES),
        blocks=some(BLOCKS),
        aspects=some(ASPECTS),
        problem_areas=some(AREAS),
        ages=mostly(get_args(e.Age), least_one(get_args(e.Age))),
        forms=mostly(get_args(e.Form), least_one(get_args(e.Form))),
        arousal=st.sampled_from(get_args(e.Direction)),
        stage=st.sampled_from(("sensopathic", "sensomotor", None)),
        space=st.sampled_from(("room", "hall")),
        materials=st.sampled_from(((), (text("bal"),))),
        allergens=st.one_of(st.just(()), some(tuple(sorted(ALLERGENS))[:3])),
        cautions=cautions,
        touch=st.sampled_from(("none", "can", "needed")),
        effort_check=mostly(False, st.just(True)),
    )


ids = mostly(set(IDS), st.sets(st.sampled_from(IDS), min_size=1))
shelves = ids.flatmap(lambda chosen: st.tuples(*map(exercises, sorted(chosen))))
a_use = st.builds(
    Used,
    st.sampled_from(IDS[:2]),
    st.integers(1, 4) | st.just(9),
    st.sampled_from(("", "well", "fine", "not_now", "not_done")),
)
uses = st.one_of(
    st.lists(a_use, max_size=8, unique_by=lambda each: (each.exercise, each.ago)).map(tuple),
    st.just(tuple(Used("aa", ago) for ago in (1, 2, 3))),
    st.sampled_from(((Used("aa", 1, "well"),), (Used("aa", 1, "not_now"),))),
)
situations = st.builds(
    Situation,
    modules=mostly(MODULES, least_one(MODULES)).map(frozenset),
    phase=st.sampled_from(("", *PHASES)),
    later_phases=st.one_of(st.just(()), some(PHASES)).map(frozenset),
    first_phase=st.booleans(),
    blocks=some(BLOCKS).map(frozenset),
    aspects=some(ASPECTS).map(frozenset),
    areas=some(AREAS).map(frozenset),
    goals=some(GOALS),
    ages=mostly(("adult",), some(get_args(e.Age))).map(frozenset),
    develops=st.sampled_from((None, "child", "youth")),
    form=st.sampled_from(get_args(e.Form)),
    touch=mostly(True, st.just(False)),
    together=st.booleans(),
    allergies=st.builds(
        Allergies,
        some(tuple(sorted(ALLERGENS))[:3]).map(frozenset),
        st.sampled_from(((), ("bijengif",))),
        st.booleans(),
    ),
    cautions=some(CAUTIONS).map(frozenset),
    effort=mostly("may", st.sampled_from(("doctor_first", "unknown"))),
    wanted=st.sampled_from(("", "calms", "activates")),
    regulate_first=st.booleans(),
    spaces=st.one_of(st.just(()), some(("room", "hall"))).map(frozenset),
    without_material=mostly(False, st.just(True)),
    used=uses,
)
