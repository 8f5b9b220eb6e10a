"""The server's process group is killed at random moments while people write; nothing that was answered is lost."""

import json
import os
import random
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest

from tests.cast import PASSWORD
from tests.practice.crash.server import Server
from tests.practice.crash.visitor import Cut, Visitor

KILLS = int(os.environ.get("LIJFSPOOR_KILLS", "5"))
WRITERS = 3


@pytest.fixture
def database(tmp_path: Path) -> Iterator[str]:
    """A database of this test alone, of the kind the tests run on."""
    asked = os.environ.get("LIJFSPOOR_TEST_DATABASE", "sqlite")
    if asked == "sqlite":
        yield f"sqlite:///{tmp_path}/crash.sqlite3"
        return
    name = f"crash_{uuid4().hex[:8]}"
    with psycopg.connect(asked, autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}"')
    yield urlsplit(asked)._replace(path=f"/{name}").geturl()
    with psycopg.connect(asked, autocommit=True) as admin:
        admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


class Writers:
    """People who keep writing through every crash, and remember what was answered."""

    def __init__(self, base: str, known: dict[str, Any]) -> None:
        self.base, self.known = base, known
        self.contacts: list[str] = []
        self.signed: dict[str, str] = {}
        self.todo = list(known["sessions"])
        self.stop = threading.Event()
        self.lock = threading.Lock()

    def run(self, number: int, visitor: Visitor) -> None:
        """Write until stopped; a signed-in visitor stays signed in through a crash."""
        while not self.stop.is_set():
            try:
                if number == 0:
                    self._sign(visitor)
                else:
                    self._add_contact(visitor)
            except Cut:
                time.sleep(0.05)

    def enter(self) -> Visitor:
        """Sign in."""
        visitor = Visitor(self.base)
        visitor.sign_in(self.known["email"], PASSWORD)
        return visitor

    def _add_contact(self, visitor: Visitor) -> None:
        name, key = f"juf {uuid4().hex}", str(uuid4())
        address = f"/clienten/{self.known['client']}/netwerk/nieuw/"
        fields = {"name": name, "kind": "school", "idempotency_key": key}
        for _ in range(40):
            try:
                status, _where = visitor.post(address, address, fields)
            except Cut:
                time.sleep(0.1)
                continue
            assert status == 302, status
            self.contacts.append(name)
            return
        raise Cut

    def _sign(self, visitor: Visitor) -> None:
        with self.lock:
            if not self.todo:
                return
            session = self.todo.pop()
        words = f"rustig binnen {uuid4().hex}"
        page = f"/sessie/{session}/"
        status, _where = visitor.post(page, f"{page}tekenen/", {"version": "1.0", "check_in": words})
        assert status == 302, status
        self.signed[session] = words


def test_nothing_that_was_answered_is_lost_when_the_server_is_killed(tmp_path: Path, database: str) -> None:
    server = Server(tmp_path, database)
    server.start()
    known = json.loads(server.prepare("tests.practice.crash.prepare"))
    writers = Writers(f"http://127.0.0.1:{server.port}", known)
    threads = [threading.Thread(target=writers.run, args=(n, writers.enter())) for n in range(WRITERS)]
    for thread in threads:
        thread.start()
    back = [_crash(server) for _ in range(KILLS)]
    writers.stop.set()
    for thread in threads:
        thread.join(60)
    server.kill()
    found = json.loads(server.prepare("tests.practice.crash.verify"))

    assert len(writers.contacts) >= KILLS
    assert set(writers.contacts) <= set(found["contacts"])
    assert len(found["contacts"]) == len(set(found["contacts"]))
    assert found["contact_entries"] == len(found["contacts"])
    assert writers.signed.items() <= found["signed"].items()
    assert sorted(found["held"]) == sorted(found["signed"])
    assert found["faults"] == []
    assert found["integrity"] == "ok"
    assert len(back) == KILLS


def _crash(server: Server) -> float:
    time.sleep(random.uniform(0.3, 1.5))
    server.kill()
    return server.start()
