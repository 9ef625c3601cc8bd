"""The command `proof`."""

import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console

from proof.authoring import accepting, scaffolding
from proof.cache.staleness import why as reasons
from proof.cli import listing
from proof.cli.live import LiveOutput
from proof.cli.progress import Progress
from proof.cli.status import statuses
from proof.errors import ProofError
from proof.gate.check import always, failed
from proof.gate.check import check as check_all
from proof.gate.load import lint, load, load_draft, load_snippets
from proof.gate.report import Report
from proof.gate.summary import (
    batch_text,
    not_run_lines,
    report_text,
    success_message,
)
from proof.project import Project
from proof.snippets.selection import names_of


class _RefusedError(click.ClickException):
    """What a person asked for cannot be done; one sentence says why."""

    exit_code = 2


class _Group(click.Group):
    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ProofError as problem:
            raise _RefusedError(str(problem)) from None
        except KeyboardInterrupt:
            # Click would exit with 1, which says that a snippet failed.
            sys.exit(128 + signal.SIGINT)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="proof-of-await")
def main() -> None:
    """Run the snippets of Proof of Await and check them against their claims.

    PATH is a file or a folder of snippets/; without one, it is all snippets.

    \b
    Exit status, where a command does not say more:
      0  it is done, and nothing it looked at is wrong
      1  something it looked at is wrong, and it says what
      2  it cannot be done as asked for; nothing was changed
    130  it was interrupted by Ctrl-C (143: by SIGTERM, 129: by SIGHUP)
    """  # noqa: D301 (click wants the character)


_paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
_some_paths = click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path)
)


@main.command()
@click.argument("what", metavar="SECTION/NAME")
def new(what: str) -> None:
    """Create a snippet, a page that shows it, and its line in the nav.

    SECTION is a section of the navigation, by the name of its folder in docs/, and
    NAME says what the snippet proves: sleep/what_it_proves. The snippet runs and
    passes; the word TODO marks what is to be filled in.

    Exit status: 0 created, 2 nothing was created.
    """
    project = Project.locate()
    plan = scaffolding.plan(project, what)
    scaffolding.write(plan)
    click.echo(scaffolding.next_steps(project, plan))


@main.command()
@_paths
@click.option("--fresh", is_flag=True, help="Execute everything, stale or not.")
def run(paths: tuple[Path, ...], fresh: bool) -> None:
    """Execute what is stale; one snippet alone is shown live.

    Stale is what has changed since it was executed, and what failed.
    With one snippet as PATH, that is executed in any case and its output shown.

    Exit status: 0 all passed, 1 some failed, 2 no such snippet.
    """
    project, names = _selected(paths)
    if names is not None and len(names) == 1:
        _run_live(project, names[0])
    else:
        _run_stale(project, names, fresh=fresh)


@main.command()
@_paths
def check(paths: tuple[Path, ...]) -> None:
    """Check every run against its claims, as CI does.

    What was never run as it is now is executed first. Without a PATH, the pages are
    looked at as well.

    Exit status: 0 nothing is wrong, 1 something is, 2 no such snippet.
    """
    project, names = _selected(paths)
    loaded = load(project) if names is None else load_snippets(project, names)
    errors = tuple(lint(loaded))
    with Progress() as progress:
        report = check_all(
            project, loaded, errors, is_stale=failed, observers=[progress]
        )
    _conclude(report)


@main.command()
@_some_paths
def accept(paths: tuple[Path, ...]) -> None:
    """Execute snippets and write what they do into their claims.

    Shows what it changes. Lines with `...` stay where they still match, and so do
    claims about other versions of Python. Nothing is written of a snippet that
    is cut short, or whose two executions do different things.

    Exit status: 0 they claim what they do, 1 some were refused, 2 no such snippet.
    """
    project, names = _selected(paths)
    outcomes = accepting.accept(project, names or (), Progress)
    for outcome in outcomes:
        _show_diff(outcome.diff)
    refused = [one for one in outcomes if one.kind == "refused"]
    for outcome in outcomes:
        if outcome not in refused:
            click.echo(str(outcome))
    for outcome in refused:
        click.echo(str(outcome), err=True)
    if refused:
        sys.exit(1)


@main.command("list")
@_paths
def list_(paths: tuple[Path, ...]) -> None:
    """Show the state of each snippet, without executing anything.

    \b
    passed       its run is as claimed
    failed       its run is not as claimed
    stale        something has changed since it was run; `proof why` says what
    not run      no run of it is stored
    unavailable  it cannot be run on this Python
    invalid      it cannot be read or executed

    In a pipe, a line has path, state, seconds, claims and sentence between tabs.

    Exit status: 0 whatever the states are (`proof check` says), 2 no such snippet.
    """  # noqa: D301 (click wants the character)
    project, names = _selected(paths)
    found = list(statuses(project, project.snippet_names() if names is None else names))
    console = Console()
    if console.is_terminal:
        listing.print_table(found, console)
    else:
        for line in listing.plain_lines(found):
            click.echo(line)


@main.command()
@_some_paths
def why(paths: tuple[Path, ...]) -> None:
    """Say whether snippets would be executed again, and because of what.

    Exit status: 0 it is said, 1 a snippet cannot be read or run here, 2 no such
    snippet.
    """
    project, names = _selected(paths)
    failed = False
    for name in names or ():
        try:
            for line in reasons(project, load_draft(project, name)):
                click.echo(line)
        except ProofError as problem:
            click.echo(str(problem), err=True)
            failed = True
    if failed:
        sys.exit(1)


def _run_stale(project: Project, names: Sequence[str] | None, *, fresh: bool) -> None:
    loaded = load(project) if names is None else load_snippets(project, names)
    with Progress() as progress:
        report = check_all(
            project, loaded, is_stale=always if fresh else failed, observers=[progress]
        )
    executed = len(report.batch.runs)
    click.echo(f"Executed {executed} of {len(report.results)} snippets, each twice.")
    if executed:
        click.echo(f"It {batch_text(report.batch)}.")
    _conclude(report)


def _run_live(project: Project, name: str) -> None:
    live = LiveOutput()
    loaded = load_snippets(project, [name])
    report = check_all(project, loaded, is_stale=always, observers=[live])
    live.finish()
    for run in report.batch.runs:
        click.echo(
            f"took {run.took:.3f} s (the whole process {run.recorded.wall:.3f} s, "
            f"{run.control.wall:.3f} s without the recorder)"
        )
    _conclude(report)


def _conclude(report: Report) -> None:
    for line in not_run_lines(report):
        click.echo(line)
    if not report.passed:
        click.echo(f"\n{report_text(report)}", err=True)
        sys.exit(1)
    click.echo(success_message(report))


def _show_diff(lines: Sequence[str]) -> None:
    colours = {"-": "red", "+": "green", "@": "cyan"}
    for line in lines:
        click.secho(line, fg=colours.get(line[:1]))


def _selected(paths: Sequence[Path]) -> tuple[Project, list[str] | None]:
    """The checkout, and the names of the snippets in the paths; None: all."""
    project = Project.locate()
    return project, names_of(project, paths) if paths else None
