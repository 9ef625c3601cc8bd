"""Commands that copy runs out of the store, and that join stores."""

from collections.abc import Iterator
from pathlib import Path

import click

from proof.cache import merging
from proof.cache.exporting import export as export_runs
from proof.cache.foreign import Recorded
from proof.cli.options import only_pythons
from proof.errors import ProofError
from proof.gate.check import counter_jobs_of, jobs_of
from proof.gate.load import load_snippets
from proof.project import Project
from proof.pythons.choice import choose
from proof.runs.versions import SUPPORTED, spanned
from proof.text import counted


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@only_pythons
def export(folder: Path, asked: tuple[str, ...]) -> None:
    """Copy the runs as they are now, for `proof merge` elsewhere.

    Nothing is executed. What failed is copied as well.

    Exit status: 0 they are copied, 2 there is none.
    """
    project = Project.locate()
    loaded = load_snippets(project, project.snippet_names(), choose(project, asked))
    wanted = (
        (job.snippet, job.python)
        for plan in loaded.plans
        for job in (*jobs_of(plan), *counter_jobs_of(plan))
    )
    count = export_runs(project, wanted, folder)
    click.echo(f"Copied {counted(count, 'run')} to {folder}.")


@click.command()
@click.argument("folders", metavar="DIR…", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--own", is_flag=True, help="Go back to the Pythons that this machine has."
)
def merge(folders: tuple[Path, ...], own: bool) -> None:
    """Join stores: runs made on other machines, or by other Pythons.

    DIR is a folder that `proof export` made. Its runs take the place of those of this
    machine's own Python of the same version. They are looked up, and never made again
    here. What was merged before no longer is.

    All of it must be whole and of the sources and packages of this checkout; else
    nothing is changed. Of several for one version, the newest patch release is taken,
    of these Linux, then the one with most runs, then the one made last. Versions that
    the site is not about are left out.

    Exit status: 0 they are merged, 2 they were refused.
    """
    project = Project.locate()
    if own == bool(folders):
        raise ProofError(
            "name stores to merge, or --own to go back to the Pythons of this machine"
        )
    if own:
        merging.unmerge(project)
        click.echo("No runs of other machines are used any more.")
        return
    joined = merging.join(project, folders)
    merging.merge(project, joined)
    for line in _lines(joined):
        click.echo(line)


def _lines(joined: merging.Joined) -> Iterator[str]:
    for one in joined.taken:
        yield f"{one.python.version}: {_where_made(one)}"
    for one in joined.passed_over:
        yield f"{one.python.version}: left out {_where_made(one)}"
    if joined.passed_over:
        yield f"    ({merging.RULE})"
    for one in joined.unsupported:
        yield f"{one.python.version}: left out {_where_made(one)}"
    if joined.unsupported:
        yield f"    (the site is about Python {spanned(SUPPORTED)})"
    if joined.missing:
        yield f"No runs of Python {spanned(joined.missing)} were among them."
    yield "`proof merge --own` goes back to the Pythons of this machine."


def _where_made(one: Recorded) -> str:
    """By what and where its runs were made, how many there are, and when."""
    first, last = (
        at[:16].replace("T", " ") for at in (one.made_at[0], one.made_at[-1])
    )
    shared = len(first) - len("hh:mm") if first[:10] == last[:10] else 0
    when = first if first == last else f"{first} to {last[shared:]}"
    count = counted(len(one.files), "run")
    return (
        f"{one.python.name} on {one.python.platform}, {count} of {when} UTC "
        f"({one.folder})"
    )
