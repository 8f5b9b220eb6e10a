"""The command `lijfspoor`."""

import json
import os
import sys
from datetime import datetime
from importlib import import_module
from pathlib import Path
from subprocess import call
from typing import TYPE_CHECKING, Any, NoReturn

import click
from django.core.exceptions import ImproperlyConfigured

from lijfspoor import __version__
from lijfspoor.bench.registry import benchmarks, measure
from lijfspoor.config import start
from lijfspoor.config.hooks import hook

if TYPE_CHECKING:
    from lijfspoor.domain.funding.situation import Situation

ELSEWHERE = {
    "analyse": "lijfspoor.workbench.analysis.command",
    "power": "lijfspoor.workbench.power.command",
}
"""Commands that need no practice, by the module that holds them; it is read when the command is asked for."""


class OneLine(click.Group):
    """A command that says in one line what went wrong."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in order."""
        return sorted({*super().list_commands(ctx), *ELSEWHERE})

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Return a command; one that stands elsewhere is fetched."""
        if name not in ELSEWHERE:
            return super().get_command(ctx, name)
        found: click.Command = getattr(import_module(ELSEWHERE[name]), name)
        return found

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what a person can mend is said without a trace of code, with exit code 1."""
        try:
            return super().invoke(ctx)
        except (start.CannotStart, ImproperlyConfigured) as problem:
            stop(str(problem))


def stop(why: str) -> NoReturn:
    """Say why on the error stream and leave with exit code 1."""
    click.echo(why, err=True)
    sys.exit(1)


@click.group(cls=OneLine)
@click.version_option(__version__)
def main() -> None:
    """Lijfspoor: software for a practice of psychomotor therapy."""


@main.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--reset", is_flag=True, help="Begin again: remove the demo practice first.")
@click.option("--empty", is_flag=True, help="Begin with an empty practice instead of the example.")
def run(port: int, reset: bool, empty: bool) -> None:
    """Serve a demo practice on this machine."""
    start.refuse_taken_port("127.0.0.1", port)
    file = start.describe_demo(port)
    with start.only_one(file.parent):
        start.heed_stop()
        if reset:
            start.remove_demo(file)
        start.start_django()
        start.prepare()
        start.mark_demo()
        if not empty:
            _load_demo()
        click.echo(f"Lijfspoor runs at http://127.0.0.1:{port} (stop with Ctrl+C)")
        _tell_set_up_secret()
        start.serve("127.0.0.1", port)


def _load_demo() -> None:
    click.echo("Loading the example practice; the first time this takes about a minute.")
    for role, email, password in hook("practice.desk.flows", "load_demo")():
        click.echo(f"  {role:<28} {email:<36} {password}")


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def serve(host: str, port: int) -> None:
    """Serve a real practice; DATABASE_URL says where it is kept."""
    start.refuse_taken_port(host, port)
    start.heed_stop()
    start.describe_practice(host, port)
    start.start_django()
    start.prepare()
    click.echo(f"Lijfspoor runs at {os.environ['LIJFSPOOR_ADDRESS']}")
    _tell_set_up_secret()
    start.serve(host, port)


def _tell_set_up_secret() -> None:
    secret = hook("practice.access.beginning", "set_up_secret")()
    if secret:
        click.echo(f"Begin at {os.environ['LIJFSPOOR_ADDRESS'].rstrip('/')}/begin/ with this code: {secret}")


DEMO = click.option("--demo", is_flag=True, help="The demo practice instead of the real one.")


def _begin(demo: bool) -> None:
    if demo:
        start.describe_demo()
    start.start_django()


@main.command()
@DEMO
def doctor(demo: bool) -> None:
    """Look whether everything a practice relies on is well; exit code 1 when something is not."""
    _begin(demo)
    from lijfspoor.config.doctor import examine

    well = True
    for finding in examine():
        click.echo(str(finding))
        well = well and finding.ok
    sys.exit(0 if well else 1)


@main.group()
def content() -> None:
    """The knowledge: modules, exercises, instruments."""


@content.command("check")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def content_check(folder: Path | None) -> None:
    """Check content; exit code 1 with file:line: message."""
    from lijfspoor.catalogue import checker, publication
    from lijfspoor.catalogue.reader import SHIPPED

    changed = publication.changed_since(folder or SHIPPED)
    for mistake in changed:
        click.echo(str(mistake))
    sys.exit(checker.main(str(folder) if folder else None) or int(bool(changed)))


@main.group()
def logbook() -> None:
    """Who saw or changed what."""


@logbook.command("verify")
@DEMO
def logbook_verify(demo: bool) -> None:
    """Check that the logbook is whole; exit code 1 with every fault."""
    _begin(demo)
    complaints = list(hook("practice.logbook.flows", "verify")())
    if complaints:
        stop("\n".join(map(str, complaints)))
    click.echo("The logbook is whole.")


@main.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--practice", default="", help="The name of the practice it is for; not needed when there is one.")
@DEMO
def import_(file: Path, practice: str, demo: bool) -> None:
    """Take over a referral that another system wrote to a file (FHIR R4 JSON)."""
    _begin(demo)
    from lijfspoor.practice.access.refusals import Refusal

    try:
        click.echo(hook("practice.exchange.flows", "import_file")(file, practice))
    except Refusal as refusal:
        told = (*getattr(refusal, "reasons", ()), *getattr(refusal, "fields", {}).values())
        stop("\n".join((refusal.message, *told)))


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--origin", required=True, help="Where the register comes from, as visitors read it.")
@click.option("--dated", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The day it is of.")
@click.option("--only-look", is_flag=True, help="Check the file and keep nothing.")
@DEMO
def register(file: Path, origin: str, dated: datetime, only_look: bool, demo: bool) -> None:
    """Read in a register of therapists that visitors can find (CSV); it takes the place of the one before."""
    _begin(demo)
    from lijfspoor.domain.finder.register_file import NotARegister

    read_in = hook("practice.finder.flows", "read_in_register")
    try:
        done = read_in(file, origin=origin, dated=dated.date(), only_look=only_look)
    except NotARegister as refusal:
        stop(f"{file}: {refusal}")
    for slip in done.slips:
        click.echo(str(slip))
    left_out = len({slip.line for slip in done.slips})
    people = f"{done.listed} therapist{'' if done.listed == 1 else 's'}"
    lines = f"{left_out} line{'' if left_out == 1 else 's'} left out"
    click.echo(f"{people} would be listed, {lines}." if only_look else f"{people} listed, {lines}.")


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the advice as JSON.")
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
def guide(file: Path, as_json: bool, language: str) -> None:
    """Say which help fits the situation in FILE (JSON), and why; no practice and no database needed."""
    from lijfspoor.catalogue.guide import shipped_guide
    from lijfspoor.catalogue.publicpages import disclaimer
    from lijfspoor.domain.guide import advise
    from lijfspoor.workbench.guide.report import as_data, as_lines
    from lijfspoor.workbench.guide.situation import NotUnderstood, read_costs, read_situation

    book = shipped_guide().book
    try:
        text = file.read_text(encoding="utf-8")
        advice, costs = advise(book, read_situation(book, text)), read_costs(text)
    except UnicodeDecodeError:
        stop(f"{file}: not a text in UTF-8.")
    except NotUnderstood as problem:
        stop("\n".join(f"{file}: {place}: {text.in_(language)}" for place, text in problem.faults))
    ways = _ways_of_paying(costs, language) if costs is not None and not advice.alarms else None
    if as_json:
        told = as_data(advice, disclaimer()) | ({"costs": ways[0]} if ways else {})
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join((*as_lines(advice, disclaimer(), language), *(("", *ways[1]) if ways else ()))))


def _ways_of_paying(situation: "Situation", language: str) -> tuple[list[dict[str, Any]], list[str]]:
    from lijfspoor.catalogue.funding import shipped_funding
    from lijfspoor.workbench.costs.telling import as_data, as_lines, ranges

    rules = shipped_funding()
    found = ranges(rules, situation)
    return as_data(found, language), list(as_lines(rules, found, language))


@main.command()
@click.argument("name", required=False)
def bench(name: str | None) -> None:
    """Measure; each figure is a ratio against a reference measured in the same run."""
    found = benchmarks()
    if name is not None and name not in found:
        stop(f"There is no benchmark {name}. There are: {', '.join(found) or 'none'}.")
    for key in [name] if name else found:
        result = measure(key)
        seconds = f"{result.ours:.4f} s and {result.reference:.4f} s"
        click.echo(f"{key}: {result.ratio:.2f} times {result.against} ({seconds})")


@main.command()
def requirements() -> None:
    """Say which requirements are proved by tests (in a checkout of the source)."""
    if not Path("tests/requirements_report.py").exists():
        stop("Run this in a checkout of Lijfspoor: the tests are not installed with it.")
    sys.exit(call([sys.executable, "-m", "tests.requirements_report"]))
