"""`proof run` and `proof check`: execute snippets, and check what they did."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from proof.cli.live import LiveOutput
from proof.cli.options import any_paths, json_file, only_pythons, selected
from proof.cli.progress import Progress
from proof.gate.check import always, failed
from proof.gate.check import check as check_all
from proof.gate.load import Loaded, lint, load, load_snippets
from proof.gate.report import Report
from proof.gate.report_file import write_report
from proof.gate.summary import (
    batch_text,
    executed_text,
    not_run_lines,
    report_text,
    success_message,
    unbroken_text,
)
from proof.project import Project
from proof.pythons.choice import Pythons, choose


@click.command()
@any_paths
@only_pythons
@json_file
@click.option("--fresh", is_flag=True, help="Execute everything, stale or not.")
def run(
    paths: tuple[Path, ...], asked: tuple[str, ...], file: Path | None, fresh: bool
) -> None:
    """Execute what is stale; one snippet alone is shown live.

    Each snippet is executed on every supported Python that is here and that it admits:
    on the newest with and without the recorder, on the others with it.
    Stale is what has changed since it was executed, and what failed.
    With one snippet as PATH, that is executed in any case, and its output on the
    newest Python shown.

    Exit status: 0 all passed, 1 some failed, 2 no such snippet.
    """
    project, names = selected(paths)
    pythons = choose(project, asked)
    if names is not None and len(names) == 1:
        report = _run_live(project, names[0], pythons)
    else:
        report = _run_stale(_loaded(project, names, pythons), project, fresh=fresh)
    _conclude(report, file)


@click.command()
@any_paths
@only_pythons
@json_file
@click.option(
    "--require-all",
    is_flag=True,
    help="Fail where a supported Python is missing, as publishing must.",
)
def check(
    paths: tuple[Path, ...],
    asked: tuple[str, ...],
    file: Path | None,
    require_all: bool,
) -> None:
    """Check every run against its claims, as CI does.

    What was never run as it is now is executed first. Without a PATH, the pages are
    looked at as well.

    Exit status: 0 nothing is wrong, 1 something is, 2 no such snippet.
    """
    project, names = selected(paths)
    loaded = _loaded(project, names, choose(project, asked))
    errors = tuple(lint(loaded))
    with Progress() as progress:
        report = check_all(
            project, loaded, errors, is_stale=failed, observers=[progress]
        )
    if require_all:
        report = replace(report, errors=(*report.errors, *report.lacking))
    if text := unbroken_text(report):
        click.echo(text)
    _conclude(report, file)


def _loaded(project: Project, names: Sequence[str] | None, pythons: Pythons) -> Loaded:
    if names is None:
        return load(project, pythons)
    return load_snippets(project, names, pythons)


def _run_stale(loaded: Loaded, project: Project, *, fresh: bool) -> Report:
    with Progress() as progress:
        report = check_all(
            project, loaded, is_stale=always if fresh else failed, observers=[progress]
        )
    click.echo(executed_text(report))
    if report.batch.runs:
        click.echo(f"It {batch_text(report.batch)}.")
    return report


def _run_live(project: Project, name: str, pythons: Pythons) -> Report:
    live = LiveOutput()
    loaded = load_snippets(project, [name], pythons)
    report = check_all(project, loaded, is_stale=always, observers=[live])
    live.finish()
    reasons = {
        one.proof.snippet.name: one.proof.claim.value
        for found in report.counter_proofs.values()
        for one in found
    }
    for run in report.batch.runs:
        if reason := reasons.get(run.snippet):
            click.echo(f"took {run.took:.3f} s where {reason} (counter-proof)")
            continue
        without = run.control
        control = f", {without.wall:.3f} s without the recorder" if without else ""
        click.echo(
            f"took {run.took:.3f} s on {run.python} (the whole process "
            f"{run.recorded.wall:.3f} s{control})"
        )
    return report


def _conclude(report: Report, file: Path | None) -> None:
    if file:
        write_report(report, file)
    for line in not_run_lines(report):
        click.echo(line)
    if not report.passed:
        click.echo(f"\n{report_text(report)}", err=True)
        sys.exit(1)
    click.echo(success_message(report))
