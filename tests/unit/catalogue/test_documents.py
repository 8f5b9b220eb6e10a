"""Files that could mean something else than they seem to, point elsewhere, or grow are refused."""

import json
import time

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lijfspoor.catalogue import documents
from lijfspoor.catalogue.documents import read
from lijfspoor.catalogue.mistakes import ContentRefused, written
from lijfspoor.catalogue.reader import examine, load_module
from tests.unit.catalogue.samples import SAMPLE, edited, line_of


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def _either_reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with the fast reader, and with the one that is always there."""
    if not hasattr(yaml, request.param):
        pytest.skip("this machine has no fast YAML reader")
    monkeypatch.setattr(documents, "_LOADER", getattr(yaml, request.param))


REFUSED = [
    ("tag", b"a: 1\nb: !!str x\n", 2, "b", "Take out the type mark"),
    (
        "tag that would run code",
        b"a: !!python/object/apply:os.system ['ls']\n",
        1,
        "a",
        "Take out the type mark",
    ),
    ("tag on a key", b"a: 1\n!x b: 1\n", 2, "b", "Take out the type mark"),
    ("anchor", b"a: &name\n  b: 1\n", 1, "a", "Take out the name for this place"),
    ("alias", b"a: 1\nb:\n- *name\n", 3, "b[0]", "Write the value out"),
    ("alias as key", b"a: 1\n*name : 2\n", 2, "", "Use a plain word as key."),
    ("merge key", b"a:\n  <<: {b: 1}\n", 2, "a['<<']", "Put quotes around <<"),
    ("duplicate key", b"a:\n  b: 1\n  c: 2\n  b: 3\n", 4, "a.b", "it stands on line 2 too"),
    ("list as key", b"a: 1\n? [b]\n: 2\n", 2, "", "not a list or block"),
    ("number as key", b"a: 1\n7: 2\n", 2, "7", "Use a plain word as key."),
    ("second document", b"a: 1\n---\nb: 1\n", 2, "", "Keep one document in a file"),
    ("not UTF-8", b"a: 1\nb: caf\xe9\n", 2, "", "Save the file as UTF-8"),
    ("another encoding", "a: 1\n".encode("utf-16"), 1, "", "Save the file as UTF-8"),
    ("invisible character", "a: 1\nb: x\u2028y\n".encode(), 2, "", "invisible character"),
    ("hidden invisible character", b'a: 1\nb: "x\\0y"\n', 2, "b", "invisible character"),
    ("not YAML", b"a: 1\nb: [1, 2\nc: 3\n", 3, "", "Write this so that it can be read as YAML"),
    ("yes", b"a: yes\n", 1, "a", "Put quotes around yes"),
    ("Norway", b"a:\n- nl\n- no\n", 3, "a[1]", "Put quotes around no"),
    ("broken number", b"a: 1.0\n", 1, "a", "Put quotes around 1.0"),
    ("octal", b"a: 012\n", 1, "a", "Put quotes around 012"),
    ("time", b"a: 12:30\n", 1, "a", "Put quotes around 12:30"),
    ("infinity", b"a: .inf\n", 1, "a", "Put quotes around .inf"),
    ("tilde", b"a: ~\n", 1, "a", "Put quotes around ~"),
    ("moment", b"a: 2026-01-01 10:00:00\n", 1, "a", "Put quotes around 2026"),
    ("huge number", b"a: " + b"9" * 5000 + b"\n", 1, "a", "Put quotes around 999"),
]


@pytest.mark.usefixtures("_either_reader")
@pytest.mark.parametrize(
    ("source", "line", "path", "expected"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_what_is_refused_is_told_with_its_line(source: bytes, line: int, path: str, expected: str) -> None:
    (finding,) = read(source).findings
    assert (finding.line, written(finding.path)) == (line, path)
    assert expected in finding.expected


@pytest.mark.usefixtures("_either_reader")
def test_values_are_texts_whole_numbers_true_false_null_and_days_as_text() -> None:
    document = read(b"a: x\nb: -7\nc: true\nd: null\ne:\nf: 2026-01-01\ng: 'yes'\nh: |\n  two\n  lines\ni: 0\n")
    assert document.findings == ()
    assert document.value == {
        "a": "x", "b": -7, "c": True, "d": None, "e": None,
        "f": "2026-01-01", "g": "yes", "h": "two\nlines\n", "i": 0,
    }  # fmt: skip


@pytest.mark.usefixtures("_either_reader")
def test_lines_are_kept_for_keys_and_for_list_items() -> None:
    document = read(b"a:\n  - b: 1\n    c:\n      - x\n\n      - y\n  - z\n")
    assert document.lines == {
        ("a",): 1, ("a", 0): 2, ("a", 0, "b"): 2, ("a", 0, "c"): 3, ("a", 0, "c", 0): 4, ("a", 0, "c", 1): 6,
        ("a", 1): 7,
    }  # fmt: skip
    assert document.line_of(("a", 0, "c", 7, "d")) == 3
    assert document.line_of(("elsewhere",)) == 1


@pytest.mark.usefixtures("_either_reader")
def test_the_sample_reads_as_it_does_with_an_ordinary_reader() -> None:
    assert read(SAMPLE.encode()).value == json.loads(json.dumps(yaml.safe_load(SAMPLE), default=str))


def _bomb() -> bytes:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 40)]
    return "\n".join(rows).encode()


@pytest.mark.usefixtures("_either_reader")
@pytest.mark.parametrize(
    "source",
    [
        _bomb(),
        b"[" * 900_000,
        b"{a: " * 200_000,
        b"".join(b" " * n + b"a:\n" for n in range(1_000)),
        b"- " * 400_000,
        b"x" * 1_000_001,
        b"a: !!python/object/new:os.system [ls]",
        b"a: 1\n" * 3_000,
    ],
    ids=["aliases", "lists", "blocks", "lines", "dashes", "size", "code", "one key"],
)
def test_traps_are_refused_within_a_second(source: bytes) -> None:
    began = time.process_time()
    reading = examine.__wrapped__(source)
    assert time.process_time() - began < 1
    assert reading.module is None
    assert reading.mistakes


@pytest.mark.usefixtures("_either_reader")
def test_forty_deep_is_read_and_forty_one_is_not() -> None:
    assert read(b"[" * 40 + b"]" * 40).findings == ()
    (finding,) = read(b"[" * 41 + b"]" * 41).findings
    assert "no more than 40" in finding.expected


def test_a_megabyte_is_read_and_a_byte_more_is_not() -> None:
    assert read(b"a: " + b"x" * 999_997).findings == ()
    (finding,) = read(b"a: " + b"x" * 999_998).findings
    assert finding.expected == "Keep the file under 1 MB."


def test_a_file_with_very_many_values_is_refused() -> None:
    assert read(b"[" + b"x," * 40_000 + b"]").findings == ()
    (finding,) = read(b"[" + b"x," * 60_000 + b"]").findings
    assert finding.expected == "Keep the file under 50000 values."


def test_a_version_without_quotes_is_refused() -> None:
    text = edited('version: "1.0"', "version: 1.0")
    with pytest.raises(ContentRefused) as refused:
        load_module(text, "sample.yaml")
    (mistake,) = refused.value.mistakes
    assert (mistake.line, mistake.path) == (line_of(text, "version: 1.0"), "version")


def test_a_text_that_cannot_be_written_down_is_refused() -> None:
    with pytest.raises(ContentRefused, match="Save the file as UTF-8"):
        load_module("a: \ud800", "sample.yaml")


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text() | st.integers(), inner, max_size=4),
    max_leaves=20,
)


@given(value=junk)
def test_any_value_written_as_yaml_gives_mistakes_and_never_breaks(value: object) -> None:
    reading = examine.__wrapped__(yaml.safe_dump(value, allow_unicode=True).encode("utf-8", "surrogatepass"))
    assert reading.module is None
    assert reading.mistakes
    assert all(mistake.line >= 1 and mistake.expected for mistake in reading.mistakes)


@given(source=st.binary() | st.text().map(str.encode))
def test_any_bytes_give_mistakes_and_never_break(source: bytes) -> None:
    assert examine.__wrapped__(source).mistakes


_PLACES = [path for path in read(SAMPLE.encode()).lines if path]


@given(place=st.sampled_from(_PLACES), value=junk)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_value_in_any_place_of_a_module_never_breaks(place: tuple[str | int, ...], value: object) -> None:
    root = read(SAMPLE.encode()).value
    around: object = root
    for step in place[:-1]:
        around = around[step]  # type: ignore[index]  # the path comes from this very document
    around[place[-1]] = value  # type: ignore[index]  # the same
    source = yaml.safe_dump(root, allow_unicode=True, default_style=None).encode("utf-8", "surrogatepass")
    reading = examine.__wrapped__(source)
    assert (reading.module is not None) or reading.mistakes


@given(value=junk.filter(lambda value: not isinstance(value, float)))
def test_what_json_can_say_is_read_as_it_is_meant_or_refused(value: object) -> None:
    text = json.dumps(value, default=str, ensure_ascii=False)
    # Python writes numbers that JSON does not have; in YAML those are words.
    assume("Infinity" not in text and "NaN" not in text)
    document = read(text.encode("utf-8", "surrogatepass"))
    assert document.findings or document.value == json.loads(text)
