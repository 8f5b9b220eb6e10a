import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.interop.fhir.accounting import Path, leaves, written
from lijfspoor.interop.fhir.incoming import ReferralReading
from lijfspoor.interop.fhir.referral import read_referral
from lijfspoor.interop.fhir.refusal import ReferralRefused
from tests.unit.interop.fhir.effects import at, changed, is_covered, silent_texts, told
from tests.unit.interop.fhir.samples import BSN, Document, beside, bundle, mother, problem, read, request

PLAN = {
    "resourceType": "CarePlan",
    "meta": {"versionId": "3"},
    "text": {"status": "generated", "div": "<div>Plan</div>"},
    "status": "active",
    "subject": {"reference": "Patient/kind-1"},
    "description": "Meer durven bewegen.",
}
ROOM = {
    "resourceType": "Location",
    "meta": {"versionId": "1"},
    "text": {"status": "generated", "div": "<div>Zaal</div>"},
    "name": "Zaal 2",
}
ALONE = request(
    requester={"display": "Dr. Bos"},
    subject={"identifier": {"system": BSN, "value": "999990019"}, "display": "Sanne"},
    reasonReference=None,
)
DOCUMENTS = [bundle(), beside(bundle(meta={"versionId": "1"}), PLAN, ROOM), ALONE]

scalars = st.text(max_size=12) | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
values = st.recursive(
    scalars | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def objects_in(value: Document, path: Path = ()) -> list[Path]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    own = [path] if isinstance(value, dict) else []
    return own + [found for step, inner in steps for found in objects_in(inner, (*path, step))]


def places_in(value: Document) -> list[Path]:
    steps = [path[:length] for path, _ in leaves(value) for length in range(1, len(path) + 1)]
    return list(dict.fromkeys(steps))


@st.composite
def documents_with_a_place(draw: st.DrawFn) -> tuple[Document, Path]:
    document = draw(st.sampled_from(DOCUMENTS))
    return document, draw(st.sampled_from(places_in(document)))


@st.composite
def mutated(draw: st.DrawFn) -> Document:
    """Return a referral in which one to three things were replaced, left out, doubled, wrapped or renamed."""
    document: Document = draw(st.sampled_from(DOCUMENTS))
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.sampled_from(places_in(document)))
        document = copy.deepcopy(document)
        mutate(draw, at(document, place[:-1]), place[-1])
    return document


def mutate(draw: st.DrawFn, holder: Document, step: Document) -> None:
    held = holder[step]
    kind = draw(st.sampled_from(["replace", "leave out", "double", "wrap", "unwrap", "rename", "borrow"]))
    if kind == "leave out":
        del holder[step]
    elif kind == "double" and isinstance(held, list):
        holder[step] = held + held
    elif kind == "wrap":
        holder[step] = draw(st.sampled_from([[held], {"x": held}]))
    elif kind == "unwrap" and isinstance(held, list) and held:
        holder[step] = held[0]
    elif kind == "rename" and isinstance(holder, dict):
        holder[draw(st.sampled_from([step.upper(), step.capitalize(), f"_{step}", "reason"]))] = holder.pop(step)
    elif kind == "borrow":
        other = draw(st.sampled_from(DOCUMENTS))
        holder[step] = copy.deepcopy(at(other, draw(st.sampled_from(places_in(other)))))
    else:
        holder[step] = draw(values)


@given(mutated())
def test_a_broken_referral_is_read_or_refused_and_nothing_else(document: Document) -> None:
    assert read_if_possible(document) == read_if_possible(document)


def read_if_possible(document: Document) -> ReferralReading | None:
    try:
        return read(document)
    except ReferralRefused as refusal:
        return None if refusal.reason else pytest.fail("refused without a reason")


@given(st.binary(max_size=60) | st.text(max_size=60) | values.map(json.dumps))
def test_whatever_is_offered_is_read_or_refused_and_nothing_else(document: bytes | str) -> None:
    with pytest.raises(ReferralRefused):
        read_referral(document)


@given(st.data())
def test_an_unknown_element_anywhere_surfaces_and_changes_nothing_else(data: st.DataObject) -> None:
    document = data.draw(st.sampled_from(DOCUMENTS))
    place = data.draw(st.sampled_from(objects_in(document)))
    name = data.draw(st.sampled_from(["x-eigen", "nieuwInR9", "vreemd woord", "back`tick", "a.b"]))
    value = data.draw(st.sampled_from(["iets", 3, True, ["a"], {"b": "c"}, [], {}]))
    before, after = read(document), read(changed(document, (*place, name), value))
    assert is_covered(written(document["resourceType"], (*place, name)), after)
    assert told(after).referral == told(before).referral
    assert after.warnings == before.warnings


@pytest.mark.parametrize("document", DOCUMENTS, ids=["bundle", "bundle with paperwork", "alone"])
def test_every_text_counted_as_used_has_an_effect(document: Document) -> None:
    assert silent_texts(document) == []


@given(st.permutations(range(10)))
def test_the_order_of_the_entries_makes_no_difference(order: list[int]) -> None:
    full = beside(
        bundle(request(identifier=None, id="71d2b38e-b81c-4894-a522-6a65265b1d58")),
        mother(id="vader-1", name=[{"family": "de Wit", "given": ["Jan"]}]),
        problem(id="probleem-2", code={"text": "Slaapt slecht"}),
    )
    shuffled = {**full, "entry": [full["entry"][index] for index in order]}
    assert read(shuffled).referral == read(full).referral


@given(documents_with_a_place())
def test_leaving_one_thing_out_never_invents_another(chosen: tuple[Document, Path]) -> None:
    document, place = chosen
    lessened = copy.deepcopy(document)
    del at(lessened, place[:-1])[place[-1]]
    try:
        after = read(lessened)
    except ReferralRefused:
        return
    said = " ".join(str(leaf) for _, leaf in leaves(lessened))
    client = after.referral.client
    for word in f"{client.name.text} {client.bsn} {after.referral.urgency}".split():
        assert word in said


def test_paths_are_written_so_that_they_can_be_found_again() -> None:
    assert written("Bundle", ("entry", 3, "resource", "class")) == "Bundle.entry[3].resource.class"
    assert written("Patient", ("x y", 0, "a`b")) == "Patient.`x y`[0].`a\\`b`"


def test_formatted_text_and_technical_data_are_each_told_once() -> None:
    lines = {line.path: line.what for line in read(beside(bundle(), PLAN, {**problem(), **ROOM_TEXT})).unused}
    assert lines["Bundle.entry.resource.text"] == "Opgemaakte tekst van 2 onderdelen niet overgenomen."
    assert lines["Bundle.entry.resource.meta"] == "Technische gegevens van 2 onderdelen niet overgenomen."


ROOM_TEXT = {"id": "p2", "meta": ROOM["meta"], "text": ROOM["text"]}


def test_a_resource_of_which_nothing_was_used_is_one_line_with_its_words() -> None:
    lines = {line.path: line.what for line in read(DOCUMENTS[1]).unused}
    assert lines["Bundle.entry[9]"] == "Location niet overgenomen: Zaal 2"


def test_marks_of_confidentiality_are_never_taken_together() -> None:
    label = {"security": [{"code": "R", "display": "Restricted"}]}
    lines = {line.path: line.what for line in read(beside(bundle(problem(meta=label)), PLAN)).unused}
    assert lines["Bundle.entry[6].resource.meta"] == "Niet overgenomen: Restricted"


def test_a_long_text_is_shown_in_part() -> None:
    reading = read(beside(bundle(), {"resourceType": "Basic", "remark": "woord " * 100}))
    what = next(line.what for line in reading.unused if line.path == "Bundle.entry[8]")
    assert what.endswith("…")
    assert len(what) < 200
