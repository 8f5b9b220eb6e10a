"""A demo is begun, begun again and refused as its reader expects."""

import contextlib
import os
import signal
import socket
import threading
from pathlib import Path

import pysqlite3
import pytest

from lijfspoor.config import start


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(os, "environ", os.environ.copy())
    os.environ["LIJFSPOOR_DATA_DIR"] = str(tmp_path)
    os.environ.pop("LIJFSPOOR_ADDRESS", None)


def _database(file: Path, mark: int) -> None:
    connection = pysqlite3.connect(str(file))
    connection.execute(f"PRAGMA application_id={mark}")
    connection.execute("CREATE TABLE x (y)")
    connection.close()


def test_reset_removes_the_demo_and_nothing_beside_it(tmp_path: Path) -> None:
    file, neighbour = tmp_path / "demo.sqlite3", tmp_path / "practice.sqlite3"
    _database(file, start.DEMO_MARK)
    _database(neighbour, start.DEMO_MARK)
    (tmp_path / "demo.sqlite3-wal").write_text("")
    (tmp_path / "logbook-anchor.json").write_text("{}")
    start.remove_demo(file)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["practice.sqlite3"]
    start.remove_demo(file)


@pytest.mark.parametrize("content", [b"letters of mine", None])
def test_reset_leaves_what_is_not_a_demo(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "demo.sqlite3"
    if content is None:
        _database(file, 0)
    else:
        file.write_bytes(content)
    with pytest.raises(start.CannotStart, match="left alone"):
        start.remove_demo(file)
    assert file.exists()


def test_a_second_demo_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    with (
        start.only_one(tmp_path),
        pytest.raises(start.CannotStart, match="already running"),
        start.only_one(tmp_path),
    ):
        pass
    with start.only_one(tmp_path):
        pass


def test_a_taken_port_is_one_clear_line() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(start.CannotStart, match=f"Port {port} .*Try --port"):
            start.refuse_taken_port("127.0.0.1", port)
    start.refuse_taken_port("127.0.0.1", port)


def test_a_demo_never_touches_the_database_of_the_practice() -> None:
    os.environ |= {"DATABASE_URL": "postgresql://practice/care", "LIJFSPOOR_DEBUG": "1"}
    file = start.describe_demo(8123)
    assert os.environ["DATABASE_URL"] == f"sqlite:///{file}"
    assert file.parent == Path(os.environ["LIJFSPOOR_DATA_DIR"])
    assert file.parent.name == "demo"
    assert os.environ["LIJFSPOOR_ADDRESS"] == "http://127.0.0.1:8123"
    assert "LIJFSPOOR_DEBUG" not in os.environ


def test_a_practice_open_to_others_needs_its_address() -> None:
    with pytest.raises(start.CannotStart, match="https"):
        start.describe_practice("0.0.0.0", 8000)
    os.environ["LIJFSPOOR_ADDRESS"] = "https://praktijk.example"
    start.describe_practice("0.0.0.0", 8000)
    assert os.environ["LIJFSPOOR_MODE"] == "serve"


def test_a_stop_that_a_library_swallowed_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "STOP_ASKED", threading.Event())
    before = signal.getsignal(signal.SIGINT)
    try:
        start.heed_stop()
        with contextlib.suppress(BaseException):
            signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            start.serve("127.0.0.1", 1)
    finally:
        signal.signal(signal.SIGINT, before)
