"""`proof list`, `proof why`, `proof pythons`: say what there is, executing nothing."""

import sys
from pathlib import Path

import click
from rich.console import Console

from proof.cache.staleness import why as reasons
from proof.cli import listing
from proof.cli.options import any_paths, only_pythons, selected, some_paths
from proof.cli.status import statuses
from proof.errors import ProofError
from proof.gate.load import load_draft
from proof.project import Project
from proof.pythons.choice import choose


@click.command("list")
@any_paths
@only_pythons
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
    project, names = selected(paths)
    wanted = project.snippet_names() if names is None else names
    found = list(statuses(project, wanted, choose(project, asked)))
    console = Console()
    if console.is_terminal:
        listing.print_table(found, console)
    else:
        for line in listing.plain_lines(found):
            click.echo(line)


@click.command()
@some_paths
@only_pythons
def why(paths: tuple[Path, ...], asked: tuple[str, ...]) -> None:
    """Say whether snippets would be executed again, and why.

    Exit status: 0 it is said, 1 a snippet cannot be read or run here, 2 no such
    snippet.
    """
    project, names = selected(paths)
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


@click.command()
def pythons() -> None:
    """Find the Pythons here, and prepare an environment for each.

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
