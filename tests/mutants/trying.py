"""Runs the tests that reach a fault, the fastest first, in a forked process that has everything imported."""

import gc
import json
import os
import resource
import select
import signal
import sys
import time
import types
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, Protocol

import pytest

SURVIVED, KILLED, SLOW, BROKEN, UNREACHED = "survived", "killed", "too slow", "breaks at once", "reached by no test"
LEAST_SECONDS, TIMES_CLEAN, PATIENCE = 10, 8, 6
MEMORY = 8 * 2**30


class Fault(Protocol):
    """What is asked of a fault: its name, its file and the text of that file with the fault in it."""

    key: str
    path: Path
    text: str


@dataclass(slots=True)
class Reach:
    """Per test: which functions of the folder it enters, and its processor seconds without a fault."""

    functions: dict[str, set[tuple[str, int]]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)


def code_objects(code: types.CodeType, where: str = "") -> Iterator[tuple[str, types.CodeType]]:
    """The functions of a module or class by their place, classes opened, in the order of the text."""
    for number, inner in enumerate(each for each in code.co_consts if isinstance(each, types.CodeType)):
        place = f"{where}/{number}"
        if inner.co_flags & 1:
            yield place, inner
        else:
            yield from code_objects(inner, place)


def changes(path: Path, text: str) -> dict[types.CodeType, types.CodeType]:
    """The functions of a file that do something else in this text, each with what it becomes."""
    before = dict(code_objects(compile(path.read_text(encoding="utf-8"), str(path), "exec")))
    after = dict(code_objects(compile(text, str(path), "exec")))
    return {
        code: after[place] for place, code in before.items() if _without_lines(code) != _without_lines(after[place])
    }


def _without_lines(code: types.CodeType) -> tuple[object, ...]:
    parts = (
        _without_lines(one) if isinstance(one, types.CodeType) else (type(one), repr(one)) for one in code.co_consts
    )
    return code.co_code, code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars, *parts


def put_in(path: Path, text: str, live: list[types.FunctionType]) -> bool:
    """Give the functions that are already in memory the code of this text; whether anything changed."""
    changed, ours = changes(path, text), [one for one in live if one.__code__.co_filename == str(path)]
    done = False
    for one in ours:
        if one.__code__ in changed:
            one.__code__ = changed[one.__code__]
            done = True
    return done if changed else _new_defaults(path, text, ours)


def functions_of(folder: str) -> list[types.FunctionType]:
    """All functions in memory whose code is in this folder."""
    found = [one for one in gc.get_objects() if isinstance(one, types.FunctionType)]
    return [one for one in found if one.__code__.co_filename.startswith(folder)]


def _new_defaults(path: Path, text: str, ours: list[types.FunctionType]) -> bool:
    """The fault is in a default: run the text apart, and take the defaults over."""
    live = next(one for one in sys.modules.values() if getattr(one, "__file__", None) == str(path))
    apart = types.ModuleType(live.__name__)
    apart.__dict__.update(__file__=str(path), __package__=live.__package__)
    exec(compile(text, str(path), "exec"), apart.__dict__)
    fresh = {one.__qualname__: one for one in functions_of(str(path)) if one.__globals__ is apart.__dict__}
    done = False
    for one in ours:
        other = fresh.get(one.__qualname__, one)
        if (one.__defaults__, one.__kwdefaults__) != (other.__defaults__, other.__kwdefaults__):
            one.__defaults__, one.__kwdefaults__ = other.__defaults__, other.__kwdefaults__
            done = True
    return done


class Trial:
    """A pytest plugin that, instead of running the tests once, runs them once for every fault."""

    def __init__(
        self, folder: Path, faults: Callable[[], Iterator[Fault]], told: Callable[[dict[str, Any]], None]
    ) -> None:
        self.folder, self.faults, self.told = str(folder), faults, told
        self.pipe = -1
        self.live: list[types.FunctionType] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:
            raise session.Interrupted("not every test could be read")
        self.live = functions_of(self.folder)
        gc.freeze()
        reach = self._survey(session.items)
        for fault in self.faults():
            self.told(self._try(fault, session.items, reach))
        return True

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[Any]) -> None:
        if self.pipe >= 0 and call.excinfo is not None and not call.excinfo.errisinstance(pytest.skip.Exception):
            self._leave({"outcome": KILLED, "by": item.nodeid, "seconds": time.process_time()})

    def _leave(self, said: dict[str, Any]) -> NoReturn:
        os.write(self.pipe, json.dumps(said).encode() + b"\n")
        os._exit(0)

    def _survey(self, items: list[pytest.Item]) -> Reach:
        """Run each file of tests in a process of its own, and see what every test enters."""
        reach = Reach()
        files: dict[Path, list[pytest.Item]] = {}
        for item in items:
            files.setdefault(item.path, []).append(item)
        for path, here in files.items():
            print(f"reading what {path.name} reaches", flush=True)
            for name, seen, seconds in self._forked(partial(self._watch, here), 900, 0).get("seen", []):
                reach.functions[name] = {(where, line) for where, line in seen}
                reach.seconds[name] = seconds
        lost = [item.nodeid for item in items if item.nodeid not in reach.seconds]
        if lost:
            print(f"fails without any fault, left out: {lost}", flush=True)
        return reach

    def _watch(self, items: list[pytest.Item]) -> NoReturn:
        told = []
        for item, after in zip(items, [*items[1:], None], strict=True):
            seen: set[tuple[str, int]] = set()

            def look(frame: types.FrameType, what: str, _: object, seen: set[tuple[str, int]] = seen) -> None:
                if what == "call" and frame.f_code.co_filename.startswith(self.folder):
                    seen.add((frame.f_code.co_filename, frame.f_code.co_firstlineno))

            began = time.process_time()
            sys.setprofile(look)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            sys.setprofile(None)
            told.append((item.nodeid, sorted(seen), time.process_time() - began))
        self._leave({"seen": told})

    def _try(self, fault: Fault, items: list[pytest.Item], reach: Reach) -> dict[str, Any]:
        by_name = {item.nodeid: item for item in items}
        lines = _lines(fault)
        hit = {name for name, seen in reach.functions.items() if seen & lines}
        files = {by_name[name].path for name in hit}
        order = sorted(hit, key=lambda name: reach.seconds[name])
        # what one test keeps in memory another may use: the rest of those files comes after
        order += sorted(
            (name for name in reach.seconds if name not in hit and by_name[name].path in files),
            key=lambda name: reach.seconds[name],
        )
        if not hit:
            return {"outcome": UNREACHED, "by": "", "seconds": 0.0}
        clean = sum(reach.seconds[name] for name in order)
        limit = int(LEAST_SECONDS + TIMES_CLEAN * clean)
        said = self._forked(partial(self._run, fault, [by_name[name] for name in order]), PATIENCE * limit, limit)
        return {"outcome": SLOW, "by": "", "seconds": float(limit)} | said

    def _run(self, fault: Fault, items: list[pytest.Item]) -> NoReturn:
        try:
            put = put_in(fault.path, fault.text, self.live)
        except Exception as error:
            self._leave({"outcome": BROKEN, "by": repr(error)[:200], "seconds": time.process_time()})
        if not put:
            self._leave({"outcome": "not put in", "by": "", "seconds": 0.0})
        for item, after in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
        self._leave({"outcome": SURVIVED, "by": "", "seconds": time.process_time()})

    def _forked(self, work: Callable[[], NoReturn], patience: float, limit: int) -> dict[str, Any]:
        """What a copy of this process says before it ends; nothing when it takes longer than allowed."""
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            self._in_child(work, reading, writing, limit)
        os.close(writing)
        ended = time.monotonic() + patience
        said = _read_until(reading, ended)
        os.close(reading)
        for end in (os.killpg, os.kill):
            with suppress(ProcessLookupError, PermissionError):
                end(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return dict(json.loads(said)) if said else {}

    def _in_child(self, work: Callable[[], NoReturn], reading: int, writing: int, limit: int) -> NoReturn:
        os.close(reading)
        os.setpgid(0, 0)
        self.pipe = writing
        nowhere = os.open(os.devnull, os.O_RDWR)
        for each in (0, 1, 2):
            os.dup2(nowhere, each)
        if limit:
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 2))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        try:
            work()
        except BaseException as error:
            self._leave({"outcome": KILLED, "by": f"stopped: {error!r}"[:200], "seconds": time.process_time()})
        os._exit(1)


def _lines(fault: Fault) -> set[tuple[str, int]]:
    """The functions that a fault changes, with those inside them; all of the file when it is in a default."""
    name = str(fault.path)
    whole = compile(fault.path.read_text(encoding="utf-8"), name, "exec")
    changed = list(changes(fault.path, fault.text)) or [code for _, code in code_objects(whole)]
    return {(name, code.co_firstlineno) for code in changed}


def _read_until(pipe: int, ended: float) -> bytes:
    said = b""
    while (left := ended - time.monotonic()) > 0:
        ready, _, _ = select.select([pipe], [], [], left)
        if not ready:
            break
        part = os.read(pipe, 1 << 20)
        said += part
        if not part or said.endswith(b"\n"):
            break
    return said if said.endswith(b"\n") else b""
