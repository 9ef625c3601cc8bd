"""`proof new` and `proof accept`: write snippets, pages and claims."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from proof.authoring import accepting, scaffolding
from proof.cli.options import only_pythons, selected, some_paths
from proof.cli.progress import Progress
from proof.project import Project
from proof.pythons.choice import choose


@click.command()
@click.argument("what", metavar="SECTION/NAME")
def new(what: str) -> None:
    """Create a snippet, a page that shows it, and its line in the nav.

    SECTION is a folder of snippets/, whose page then goes where most of its programs
    are shown, or a folder of docs/. NAME says what the snippet proves:
    failures/what_it_proves. The snippet runs and passes; the word TODO marks what is
    to be filled in.

    Exit status: 0 created, 2 nothing was created.
    """
    project = Project.locate()
    plan = scaffolding.plan(project, what, choose(project))
    scaffolding.write(plan)
    click.echo(scaffolding.next_steps(project, plan))


@click.command()
@some_paths
@only_pythons
def accept(paths: tuple[Path, ...], asked: tuple[str, ...]) -> None:
    """Execute snippets and write what they do into their claims.

    Shows what it changes. Lines with `...` stay where they still match, and so do
    claims about other versions of Python. Nothing is written of a snippet that
    is cut short, or whose two executions do different things.

    Exit status: 0 they claim what they do, 1 some were refused, 2 no such snippet.
    """
    project, names = selected(paths)
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


def _show_diff(lines: Sequence[str]) -> None:
    colours = {"-": "red", "+": "green", "@": "cyan"}
    for line in lines:
        click.secho(line, fg=colours.get(line[:1]))
