"""`proof mutate`: which changes of a program no claim notices."""

import sys
from pathlib import Path

import click

from proof.authoring.mutating import Tried, try_mutations
from proof.cli.options import only_pythons, selected, some_paths
from proof.cli.progress import Progress
from proof.gate.load import load_snippets
from proof.pythons.choice import choose
from proof.text import counted


@click.command()
@some_paths
@only_pythons
def mutate(paths: tuple[Path, ...], asked: tuple[str, ...]) -> None:
    """Try changes of programs that a sceptic would make.

    Drops an await, blocks instead of sleeping, awaits one after the other, sleeps
    otherwise, makes no task, drops a call or a finally, swaps statements. Each changed
    program is executed once. What no claim notices is printed: a sharper claim or a
    sharper program is due, unless the change makes no difference.

    Exit status: 0 every change was noticed, 1 some were not, 2 no such snippet.
    """
    project, names = selected(paths)
    loaded = load_snippets(project, names or (), choose(project, asked))
    for error in loaded.errors:
        click.echo(str(error), err=True)
    with Progress() as progress:
        tried = list(try_mutations(project, loaded.plans, [progress]))
    for one in tried:
        _say(one)
    if loaded.errors or any(one.survivors for one in tried):
        sys.exit(1)


def _say(tried: Tried) -> None:
    path, survived = tried.snippet.path, len(tried.survivors)
    of_all = f"{survived} of {counted(tried.count, 'change')}"
    click.echo(f"{path}: no claim notices {of_all}.")
    for one in tried.survivors:
        click.echo(f"\n{path}:{one.line}: {one.what}")
        for line in one.diff:
            click.echo(f"    {line}")
    if tried.survivors:
        click.echo()
