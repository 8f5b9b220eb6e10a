"""A real server in a process group of its own, that can be killed like a power cut kills it."""

import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).parents[3]


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """`lijfspoor serve` on a folder and a database."""

    def __init__(self, folder: Path, database: str) -> None:
        self.port = free_port()
        self.log = folder / "server.log"
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("LIJFSPOOR_", "DJANGO_"))},
            "LIJFSPOOR_DATA_DIR": str(folder),
            "DATABASE_URL": database,
            "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}",
        }
        self.process: subprocess.Popen[bytes] | None = None

    def prepare(self, module: str) -> str:
        """Run a module of the tests on the same folder and database; return what it prints."""
        environment = {**self.environment, "DJANGO_SETTINGS_MODULE": "lijfspoor.config.settings"}
        done = subprocess.run(
            [sys.executable, "-m", module], env=environment, cwd=ROOT, check=True, capture_output=True, text=True
        )
        return done.stdout

    def start(self) -> float:
        """Start serving; return the seconds until the first answer."""
        began = time.monotonic()
        command = [str(Path(sys.executable).with_name("lijfspoor")), "serve", "--port", str(self.port)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, env=self.environment, cwd=ROOT, stdout=log, stderr=log, start_new_session=True
            )
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() - began > 60:
                raise AssertionError(self.log.read_text()[-3000:])
            time.sleep(0.05)
        return time.monotonic() - began

    def _answers(self) -> bool:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/account/login/")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def kill(self) -> None:
        """Kill the whole process group at once; nothing gets a chance to tidy up."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
