"""The command `lijfspoor power`."""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import click
import yaml

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.power.chunks import Tally
from lijfspoor.domain.singlecase.power.gather import state_of
from lijfspoor.domain.singlecase.power.question import PowerQuestion, power_question_from
from lijfspoor.workbench.power.executors import NoScheduler
from lijfspoor.workbench.power.report import as_data, as_lines
from lijfspoor.workbench.power.run import executor_for, run_power

INTERRUPTED = 130
EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.option("--design", "design", required=True, type=EXISTING, help="The design, with a section `power` (YAML).")
@click.option(
    "--scheduler", metavar="ADDRESS", help="Run on the Dask cluster at this address, such as tcp://host:8786."
)
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.option(
    "--resume", type=click.Path(dir_okay=False, path_type=Path), help="Keep what is done here, and go on from it."
)
@click.option("--replications", type=int, help="Simulated studies, instead of the file's.")
@click.option("--seed", type=int, help="The seed, instead of the file's.")
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
def power(
    design: Path,
    scheduler: str | None,
    as_json: bool,
    resume: Path | None,
    replications: int | None,
    seed: int | None,
    language: str,
) -> None:
    """Say how often a design would find an effect, by simulation."""
    try:
        question = power_question_from(read_mapping(design)).asking(replications=replications, seed=seed)
        answer = run_power(
            question,
            executor_for(question, scheduler, os.cpu_count() or 1),
            state=read_mapping(resume) if resume is not None and resume.exists() else None,
            progress=_show_progress,
            keep=lambda tallies: _keep(question, tallies, resume),
        )
    except Refused as refusal:
        _stop(f"{design}: {refusal.why.in_language(language)}")
    except NoScheduler as problem:
        _stop(str(problem))
    except KeyboardInterrupt:
        _stop(_interrupted(resume), INTERRUPTED)
    data = as_data(question, answer)
    click.echo(
        json.dumps(data, indent=2, ensure_ascii=False) if as_json else "\n".join(as_lines(question, answer, language))
    )


def read_mapping(file: Path) -> Mapping[str, object]:
    """Read a YAML or JSON file that holds keys and values; stops the command with file and line when it does not."""
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        _stop(f"{file}: not a text in UTF-8.")
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        _stop(f"{file}:{line}: {problem.problem}.")
    except yaml.YAMLError as problem:
        _stop(f"{file}: {problem}.")
    if not isinstance(content, dict):
        _stop(f"{file}: expected keys and values.")
    return content


def _show_progress(done: int, planned: int) -> None:
    if _is_person():
        click.echo(f"\r{done}/{planned}" + ("\n" if done == planned else ""), nl=False, err=True)


def _is_person() -> bool:
    return sys.stderr.isatty()


def _keep(question: PowerQuestion, tallies: tuple[Tally, ...], file: Path | None) -> None:
    """Write the state beside the file and put it in its place at once, so that it is whole at any moment."""
    if file is None:
        return
    beside = file.with_name(f"{file.name}.part")
    beside.write_text(json.dumps(state_of(question, tallies)), encoding="utf-8")
    beside.replace(file)


def _interrupted(resume: Path | None) -> str:
    return f"Interrupted; go on with --resume {resume}." if resume is not None else "Interrupted."


def _stop(why: str, code: int = 1) -> NoReturn:
    click.echo(why, err=True)
    sys.exit(code)
