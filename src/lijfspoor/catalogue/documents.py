"""Reads a small, strict part of YAML and remembers on which line everything stands.

Texts, whole numbers, true, false and null in lists and in blocks with keys: nothing in a file can mean
something else than it seems to, point elsewhere, or grow while it is read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from lijfspoor.catalogue.mistakes import Finding, Path

Value = None | bool | int | str | list["Value"] | dict[str, "Value"]
_Collection = list[Value] | dict[str, Value]
_Marked = yaml.ScalarEvent | yaml.CollectionStartEvent

LARGEST = 1_000_000
"""Bytes."""
DEEPEST = 40
"""Lists and blocks inside each other."""

MOST = 50_000
"""Keys, values and ends of lists and blocks in one file; the largest module so far has about 9,500."""

_LOADER: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MEANINGS = yaml.SafeLoader.yaml_implicit_resolvers
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "": None}
_WHOLE_NUMBER = re.compile(r"0|-?[1-9]\d{0,8}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says: its `value`, the line of every path in it, and what is wrong with its writing."""

    value: Value
    lines: Mapping[Path, int]
    findings: tuple[Finding, ...]

    def line_of(self, path: Path) -> int:
        """Return the line of `path`, or of the nearest thing around it when it is not in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read(source: bytes) -> Document:
    """Read a file's bytes. Never raises: what cannot be read is a finding."""
    reading = _Reading()
    try:
        reading.follow(yaml.parse(_text(source), Loader=_LOADER))
    except _Unreadable as unreadable:
        reading.findings.append(unreadable.finding)
    except yaml.YAMLError as error:
        reading.findings.append(_broken(error))
    return Document(reading.root, reading.lines, tuple(reading.findings))


class _Unreadable(Exception):
    """Nothing after this place can be read."""

    def __init__(self, line: int, expected: str, path: Path = ()) -> None:
        super().__init__(expected)
        self.finding = Finding(path, expected, line)


def _text(source: bytes) -> str:
    if len(source) > LARGEST:
        raise _Unreadable(1, "Keep the file under 1 MB.")
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        raise _Unreadable(line, "Save the file as UTF-8: this line holds bytes that are not.") from None
    if unseen := _UNSEEN.search(text):
        line = text.count("\n", 0, unseen.start()) + 1
        raise _Unreadable(line, "Take out the invisible character on this line.")
    return text


def _broken(error: yaml.YAMLError) -> Finding:
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    problem = error.problem if isinstance(error, yaml.MarkedYAMLError) else "it holds an odd character"
    return Finding((), f"Write this so that it can be read as YAML: {problem}.", mark.line + 1 if mark else 1)


@dataclass(slots=True)
class _Open:
    """A list or block that is being read; `key` is the key whose value comes next."""

    path: Path
    value: _Collection
    key: str | None = None


@dataclass(slots=True)
class _Reading:
    root: Value = None
    lines: dict[Path, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0

    def follow(self, events: Iterable[yaml.Event]) -> None:
        for place, event in enumerate(events):
            line = event.start_mark.line + 1 if event.start_mark else 1
            if place > MOST:
                raise _Unreadable(line, f"Keep the file under {MOST} values.")
            self._take(event, line)

    def _take(self, event: yaml.Event, line: int) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self._start_document(line)
            case yaml.AliasEvent():
                self._alias(line)
            case yaml.ScalarEvent():
                self._scalar(event, line)
            case yaml.MappingStartEvent():
                self._open(event, line, {})
            case yaml.SequenceStartEvent():
                self._open(event, line, [])
            case yaml.CollectionEndEvent():
                self.stack.pop()

    def _start_document(self, line: int) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _Unreadable(line, "Keep one document in a file: put what follows --- elsewhere.")

    def _alias(self, line: int) -> None:
        if self._awaits_key():
            raise _Unreadable(line, "Use a plain word as key.", self.stack[-1].path)
        self._find(self._place(line), line, "Write the value out: a file cannot point at another place (*).")
        self._put(None)

    def _open(self, event: yaml.CollectionStartEvent, line: int, value: _Collection) -> None:
        if self._awaits_key():
            raise _Unreadable(line, "Use a plain word as key, not a list or block.", self.stack[-1].path)
        path = self._place(line)
        if len(self.stack) == DEEPEST:
            raise _Unreadable(line, f"Put no more than {DEEPEST} lists and blocks inside each other.", path)
        self._refuse_marks(event, path, line)
        self._put(value)
        self.stack.append(_Open(path, value))

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        if self._awaits_key():
            self._key(event, line)
            return
        path = self._place(line)
        self._refuse_marks(event, path, line)
        self._put(self._meaning(event, path, line))

    def _key(self, event: yaml.ScalarEvent, line: int) -> None:
        around = self.stack[-1]
        path = (*around.path, event.value)
        self._refuse_marks(event, path, line)
        if not isinstance(self._meaning(event, path, line), str):
            self._find(path, line, "Use a plain word as key.")
        if isinstance(around.value, dict) and event.value in around.value:
            self._find(path, line, f"Write this key once: it stands on line {self.lines[path]} too.")
        self.lines.setdefault(path, line)
        around.key = event.value

    def _meaning(self, event: yaml.ScalarEvent, path: Path, line: int) -> Value:
        value: str = event.value
        if _UNSEEN.search(value):
            self._find(path, line, "Take out the invisible character.")
        if event.style or _DAY.fullmatch(value):
            return value
        if value in _WORDS:
            return _WORDS[value]
        if _WHOLE_NUMBER.fullmatch(value):
            return int(value)
        if any(pattern.match(value) for _, pattern in _MEANINGS.get(value[0], ())):
            self._find(path, line, f"Put quotes around {value[:40]}: without them it can be misread.")
        return value

    def _refuse_marks(self, event: _Marked, path: Path, line: int) -> None:
        if event.anchor is not None:
            self._find(path, line, "Take out the name for this place (&): nothing points at it.")
        if event.tag is not None:
            self._find(path, line, "Take out the type mark (!): values speak for themselves.")

    def _find(self, path: Path, line: int, expected: str) -> None:
        self.findings.append(Finding(path, expected, line))

    def _awaits_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None

    def _place(self, line: int) -> Path:
        if not self.stack:
            return ()
        around = self.stack[-1]
        if around.key is not None:
            return (*around.path, around.key)
        path = (*around.path, len(around.value))
        self.lines.setdefault(path, line)
        return path

    def _put(self, value: Value) -> None:
        if not self.stack:
            self.root = value
            return
        around = self.stack[-1]
        if isinstance(around.value, list):
            around.value.append(value)
        elif around.key is not None:
            around.value[around.key] = value
            around.key = None


def blocks(value: Value, path: Path = ()) -> Iterator[tuple[Path, dict[str, Value]]]:
    """Yield every block in `value` with its path, outer ones first."""
    if isinstance(value, dict):
        yield path, value
        for key, part in value.items():
            yield from blocks(part, (*path, key))
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from blocks(part, (*path, place))
