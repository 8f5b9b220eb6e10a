"""A PostgreSQL server of one's own, in a temporary folder, on a socket; gone when the work is done."""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

SERVER_USER = "postgres"


def programs() -> Path | None:
    """The folder of PostgreSQL's newest server programs, or None when it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    elsewhere = shutil.which("initdb")
    return Path(elsewhere).parent if elsewhere else None


@contextlib.contextmanager
def throw_away_server(bin_folder: Path) -> Iterator[str]:
    """Start a server, hand over its database address, and stop and remove it afterwards, whatever happens."""
    folder = Path(tempfile.mkdtemp(prefix="lijfspoor-pg-", dir="/tmp"))
    data = folder / "data"
    as_root = os.geteuid() == 0
    user = SERVER_USER if as_root else pwd.getpwuid(os.geteuid()).pw_name
    if as_root:
        shutil.chown(folder, SERVER_USER, SERVER_USER)
    prefix = ["runuser", "-u", SERVER_USER, "--"] if as_root else []

    def call(program: str, *arguments: str) -> None:
        command = [*prefix, str(bin_folder / program), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stdout}{done.stderr}")

    try:
        call("initdb", "-D", str(data), "-U", user, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=50"
        call("pg_ctl", "-D", str(data), "-l", str(folder / "log"), "-o", options, "-w", "start")
        yield f"postgresql:///postgres?host={folder}&user={user}"
    finally:
        with contextlib.suppress(RuntimeError):
            call("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)
