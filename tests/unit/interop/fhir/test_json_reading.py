import json

import pytest

from lijfspoor.interop.fhir.json_reading import Json, canonical, fingerprint, read_json
from lijfspoor.interop.fhir.referral import read_referral
from tests.unit.interop.fhir.samples import bundle, read, refused_by

ROOMY = 10_000


def reason_for(document: bytes | str, max_bytes: int = ROOMY) -> str:
    return refused_by(lambda: read_json(document, max_bytes)).reason


def test_a_fault_in_the_json_is_told_with_line_and_column() -> None:
    assert reason_for('{\n  "a": 1,\n  "b" 2\n}') == (
        "Dit is geen geldige JSON: regel 3, kolom 7: hier hoort een dubbele punt."
    )


@pytest.mark.parametrize(
    ("document", "why"),
    [
        ("{", "hier hoort een naam tussen aanhalingstekens"),
        ('{"a": }', "hier hoort een waarde"),
        ('{"a": 1 "b": 2}', "hier hoort een komma"),
        ('{"a": "', "heeft geen eind"),
        ('{"a": "\n"}', "stuurteken"),
        ("{} {}", "na het eind"),
        ('{"a": "\\q"}', "dit kan hier niet staan"),
        ("", "leeg"),
        ("   \n", "leeg"),
        ("<Bundle/>", "XML"),
        ('{"a": NaN}', "NaN is geen getal"),
        ('{"a": -Infinity}', "-Infinity is geen getal"),
        ('{"a": 1e999}', "te groot"),
        ('{"a": ' + "9" * 5000 + "}", "te lang"),
        ('{"a": 0.' + "1" * 5000 + "}", "te lang"),
        ("[" * 5000 + "]" * 5000, "te diep"),
        (b"\xff\xfe{\x00}\x00", "geen UTF-8"),
        (b'{"a": "caf\xe9"}', "geen UTF-8-tekst (byte 11)"),
        ('{"a": "\ud800"}', "geen geldig teken"),
    ],
)
def test_what_is_not_strict_json_is_refused(document: bytes | str, why: str) -> None:
    assert why in reason_for(document)


def test_a_document_may_be_as_big_as_the_limit_and_no_bigger() -> None:
    document = '{"a": "é"}'
    assert read_json(document, 11) == {"a": "é"}
    assert "11 bytes, hooguit 10" in reason_for(document, 10)


def test_a_byte_order_mark_and_bytes_make_no_difference() -> None:
    text = json.dumps(bundle())
    assert read_referral(b"\xef\xbb\xbf" + text.encode()) == read_referral(text)


def test_spaces_and_the_order_of_keys_make_no_difference_to_the_fingerprint() -> None:
    assert fingerprint(read_json('{"a": 1, "b": 2}', ROOMY)) == fingerprint(read_json('{"b":2,"a":1}', ROOMY))
    assert canonical({"b": "é", "a": [1]}) == '{"a":[1],"b":"é"}'


def test_the_fingerprint_is_the_sha_256_of_the_canonical_text() -> None:
    # printf '{"a":1}' | sha256sum
    assert fingerprint({"a": 1}) == "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862"


def test_the_order_of_lists_matters_except_for_the_entries_of_a_bundle() -> None:
    assert canonical({"a": [1, 2]}) != canonical({"a": [2, 1]})
    one: Json = {"resource": {"id": "1"}}
    other: Json = {"resource": {"id": "2"}}
    first = canonical({"resourceType": "Bundle", "entry": [one, other]})
    assert first == canonical({"resourceType": "Bundle", "entry": [other, one]})


def test_a_changed_document_has_another_fingerprint() -> None:
    changed = bundle(type="batch")
    assert read(changed).referral.document_fingerprint != read(bundle()).referral.document_fingerprint
