"""The command `lijfspoor analyse`."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import click

from lijfspoor.domain.singlecase.data.reading import read_series
from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Case
from lijfspoor.domain.singlecase.designs.design import Design
from lijfspoor.domain.singlecase.designs.opening import commitment_from, seal_from
from lijfspoor.domain.singlecase.designs.reading import design_from
from lijfspoor.domain.singlecase.picture.draw import draw
from lijfspoor.domain.singlecase.picture.svg import PHONE, WIDE, to_svg
from lijfspoor.domain.singlecase.report.analyse import Published
from lijfspoor.domain.singlecase.report.analyse import analyse as analyse_study
from lijfspoor.domain.singlecase.report.as_data import as_data
from lijfspoor.domain.singlecase.report.as_text import as_text
from lijfspoor.domain.singlecase.report.parts import Report
from lijfspoor.workbench.analysis.paper import report_pdf
from lijfspoor.workbench.analysis.plan import AnalysisPlan, plan_from
from lijfspoor.workbench.paper.press import PaperError
from lijfspoor.workbench.power.command import read_mapping

EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)
WRITTEN = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=EXISTING)
@click.option("--design", "design_file", type=EXISTING, help="What the assignment was drawn from (YAML).")
@click.option("--seal", "seal_file", type=EXISTING, help="The opened seal, to check against --published.")
@click.option("--published", "published_file", type=EXISTING, help="The hashes that were published beforehand.")
@click.option("--improvement", type=click.Choice(["increase", "decrease"]), help="Which way is better.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option("--svg", "svg_file", type=WRITTEN, help="Write the picture here.")
@click.option("--phone", is_flag=True, help="Make the picture for a narrow screen.")
@click.option("--pdf", "pdf_file", type=WRITTEN, help="Write the report here, on paper.")
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
def analyse(
    file: Path,
    design_file: Path | None,
    seal_file: Path | None,
    published_file: Path | None,
    improvement: str | None,
    as_json: bool,
    svg_file: Path | None,
    phone: bool,
    pdf_file: Path | None,
    language: str,
) -> None:
    """Analyse the series in FILE (CSV with case, phase, time, value, and measure if there are several)."""
    mapping = {} if design_file is None else read_mapping(design_file)
    plan, design = _asked(design_file, mapping, improvement, language)
    seal = _seal(seal_file, published_file, language)
    cases = _series(file, plan, language)
    if svg_file is not None:
        drawn = to_svg(draw(cases, projection=plan.projection), language, width=PHONE if phone else WIDE)
        _write(svg_file, drawn.encode(), language)
    if svg_file is not None and pdf_file is None and not as_json:
        return
    report = _analysed(file, cases, design, seal, plan, language)
    if pdf_file is not None:
        _write(pdf_file, _pdf(report, language), language)
    if as_json:
        click.echo(json.dumps(as_data(report), indent=2, ensure_ascii=False, allow_nan=False))
    elif pdf_file is None:
        click.echo(as_text(report, language), nl=False)


def _asked(
    file: Path | None, mapping: Mapping[str, object], improvement: str | None, language: str
) -> tuple[AnalysisPlan, Design | None]:
    """The plan, and the design where the file holds one; a file may hold the section `analysis` alone."""
    try:
        plan = plan_from(mapping)
        design = design_from(mapping) if set(mapping) - {"analysis"} else None
    except Refused as refusal:
        _stop(f"{file}: {refusal.why.in_language(language)}")
    return (plan if improvement is None else plan.model_copy(update={"improvement": improvement})), design


def _seal(opened: Path | None, published: Path | None, language: str) -> Published | None:
    if opened is None and published is None:
        return None
    if opened is None or published is None:
        _stop("Geef --seal en --published samen." if language == "nl" else "Give --seal and --published together.")
    try:
        return commitment_from(read_mapping(published)), seal_from(read_mapping(opened))
    except Refused as refusal:
        _stop(f"{opened}: {refusal.why.in_language(language)}")


def _series(file: Path, plan: AnalysisPlan, language: str) -> tuple[Case, ...]:
    try:
        return read_series(file.read_text(encoding="utf-8-sig"), plan.told())
    except UnicodeDecodeError:
        _stop(f"{file}: " + ("geen tekst in UTF-8." if language == "nl" else "not a text in UTF-8."))
    except Refused as refusal:
        _stop("\n".join(f"{file}: {line}" for line in refusal.why.in_language(language).splitlines()))


def _analysed(
    file: Path,
    cases: tuple[Case, ...],
    design: Design | None,
    seal: Published | None,
    plan: AnalysisPlan,
    language: str,
) -> Report:
    try:
        return analyse_study(cases, design, seal, choices=plan.choices(), progress=_show_progress)
    except Refused as refusal:
        _stop(f"{file}: {refusal.why.in_language(language)}")


def _show_progress(what: str, done: int, of: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{done}/{of} {what}" + ("\r\x1b[K" if done == of - 1 else ""), nl=False, err=True)


def _pdf(report: Report, language: str) -> bytes:
    try:
        return report_pdf(report, language)
    except PaperError as problem:
        _stop(f"{'De PDF is niet gemaakt' if language == 'nl' else 'The PDF was not made'}: {problem}")


def _write(file: Path, content: bytes, language: str) -> None:
    try:
        file.write_bytes(content)
    except OSError as problem:
        _stop(f"{file}: {problem.strerror}")
    click.echo(f"{'Geschreven' if language == 'nl' else 'Written'}: {file}", err=True)


def _stop(why: str) -> NoReturn:
    click.echo(why, err=True)
    sys.exit(1)
