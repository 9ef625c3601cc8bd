"""The command `proof`."""

import signal
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console

from proof.authoring import accepting, scaffolding
from proof.cache.staleness import why as reasons
from proof.cli import listing, stores
from proof.cli.live import LiveOutput
from proof.cli.progress import Progress
from proof.cli.status import statuses
from proof.errors import ProofError
from proof.gate.check import always, failed
from proof.gate.check import check as check_all
from proof.gate.load import Loaded, lint, load, load_draft, load_snippets
from proof.gate.report import Report
from proof.gate.report_file import write_report
from proof.gate.summary import (
    batch_text,
    executed_text,
    not_run_lines,
    report_text,
    success_message,
)
from proof.project import Project
from proof.pythons.choice import Pythons, choose
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


main.add_command(stores.export)
main.add_command(stores.merge)

_pythons = click.option(
    "--python",
    "asked",
    multiple=True,
    metavar="VERSION|PATH",
    help="Only on this Python, such as 3.13; may be repeated. PROOF_PYTHONS=3.13,3.15 "
    "does the same for every command. A path is used with what is installed there.",
)
_json = click.option(
    "--json",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write what came of each run into a file as well, as JSON.",
)
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
    plan = scaffolding.plan(project, what, choose(project))
    scaffolding.write(plan)
    click.echo(scaffolding.next_steps(project, plan))


@main.command()
@_paths
@_pythons
@_json
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
    project, names = _selected(paths)
    pythons = choose(project, asked)
    if names is not None and len(names) == 1:
        report = _run_live(project, names[0], pythons)
    else:
        report = _run_stale(_loaded(project, names, pythons), project, fresh=fresh)
    _conclude(report, file)


@main.command()
@_paths
@_pythons
@_json
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
    project, names = _selected(paths)
    loaded = _loaded(project, names, choose(project, asked))
    errors = tuple(lint(loaded))
    with Progress() as progress:
        report = check_all(
            project, loaded, errors, is_stale=failed, observers=[progress]
        )
    if require_all:
        report = replace(report, errors=(*report.errors, *report.lacking))
    _conclude(report, file)


@main.command()
@_some_paths
@_pythons
def accept(paths: tuple[Path, ...], asked: tuple[str, ...]) -> None:
    """Execute snippets and write what they do into their claims.

    Shows what it changes. Lines with `...` stay where they still match, and so do
    claims about other versions of Python. Nothing is written of a snippet that
    is cut short, or whose two executions do different things.

    Exit status: 0 they claim what they do, 1 some were refused, 2 no such snippet.
    """
    project, names = _selected(paths)
    pythons = choose(project, asked)
    outcomes = accepting.accept(project, names or (), pythons, Progress)
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
@_pythons
def list_(paths: tuple[Path, ...], asked: tuple[str, ...]) -> None:
    """Show the state of each snippet, without executing anything.

    \b
    passed       its runs are as claimed
    failed       a run is not as claimed
    stale        something has changed since it was run; `proof why` says what
    not run      no run of it is stored
    unavailable  no Python here can run it
    invalid      it cannot be read or executed

    Where its state is not the same on every Python, it says on which it is.
    In a pipe, a line has path, state, seconds, claims, sentence and the state on each
    Python between tabs.

    Exit status: 0 whatever the states are (`proof check` says), 2 no such snippet.
    """  # noqa: D301 (click wants the character)
    project, names = _selected(paths)
    wanted = project.snippet_names() if names is None else names
    found = list(statuses(project, wanted, choose(project, asked)))
    console = Console()
    if console.is_terminal:
        listing.print_table(found, console)
    else:
        for line in listing.plain_lines(found):
            click.echo(line)


@main.command()
@_some_paths
@_pythons
def why(paths: tuple[Path, ...], asked: tuple[str, ...]) -> None:
    """Say whether snippets would be executed again, and because of what.

    Exit status: 0 it is said, 1 a snippet cannot be read or run here, 2 no such
    snippet.
    """
    project, names = _selected(paths)
    pythons = choose(project, asked)
    failed = False
    for name in names or ():
        try:
            plan = load_draft(project, name, pythons)
            for python in plan.pythons:
                for line in reasons(project, plan.snippet, python):
                    click.echo(line)
        except ProofError as problem:
            click.echo(str(problem), err=True)
            failed = True
    if failed:
        sys.exit(1)


@main.command()
def pythons() -> None:
    """Find the Pythons that execute snippets, and prepare an environment for each.

    Other commands do this as well, where it was not done yet.

    Exit status: 0 there is at least one, 2 there is none.
    """
    found = choose(Project.locate())
    for python in found.interpreters:
        where = python.executable or f"its runs were merged, made on {python.platform}"
        click.echo(f"{python.version}: {python.name}, {where}")
        for name in sorted(python.lacking):
            click.echo(f"    without {name}, which could not be installed")
    for version, reason in found.absent.items():
        click.echo(f"{version}: {reason}")


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
    for run in report.batch.runs:
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


def _show_diff(lines: Sequence[str]) -> None:
    colours = {"-": "red", "+": "green", "@": "cyan"}
    for line in lines:
        click.secho(line, fg=colours.get(line[:1]))


def _selected(paths: Sequence[Path]) -> tuple[Project, list[str] | None]:
    """The checkout, and the names of the snippets in the paths; None: all."""
    project = Project.locate()
    return project, names_of(project, paths) if paths else None
