"""The command `proof`."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from proof import gate
from proof.errors import ProofError
from proof.live import LiveOutput
from proof.progress import Progress
from proof.project import Project
from proof.summary import batch_text, verdict_text


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="proof-of-await")
def main() -> None:
    """Run the snippets of Proof of Await and hold them against their claims.

    Exit status: 0 where every claim is met, 1 where one is not, 2 where the command
    cannot be carried out.
    """


_paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))


@main.command()
@_paths
@click.option("--fresh", is_flag=True, help="Execute everything, stale or not.")
def run(paths: tuple[Path, ...], fresh: bool) -> None:
    """Execute what is stale; with one snippet as PATH, show its output live."""
    project, names = _selected(paths)
    if names is not None and len(names) == 1:
        _run_live(project, names[0])
    else:
        _run_stale(project, names, fresh=fresh)


@main.command()
@_paths
def check(paths: tuple[Path, ...]) -> None:
    """Hold every run against its claims; execute what was never run as it is now."""
    project, names = _selected(paths)
    _conclude(_pass_through(project, names))


def _run_stale(project: Project, names: Sequence[str] | None, *, fresh: bool) -> None:
    verdict = _pass_through(project, names, fresh=fresh)
    executed = len(verdict.batch.runs)
    click.echo(f"Executed {executed} of {verdict.checked} snippets, each twice.")
    if executed:
        click.echo(f"It {batch_text(verdict.batch)}.")
    _conclude(verdict)


def _pass_through(
    project: Project, names: Sequence[str] | None, *, fresh: bool = False
) -> gate.Verdict:
    with Progress() as progress:
        return gate.pass_through(
            project,
            gate.survey(project, names),
            is_stale=gate.always if fresh else gate.failed,
            observer=progress,
        )


def _run_live(project: Project, name: str) -> None:
    live = LiveOutput()
    verdict = gate.pass_through(
        project, gate.survey(project, [name]), is_stale=gate.always, observer=live
    )
    live.finish()
    for made in verdict.batch.runs:
        click.echo(
            f"took {made.took:.3f} s, without the recorder {made.control_took:.3f} s"
        )
    _conclude(verdict)


def _conclude(verdict: gate.Verdict) -> None:
    if not verdict.is_open:
        click.echo(f"\n{verdict_text(verdict)}", err=True)
        sys.exit(1)
    count = verdict.checked
    click.echo(
        f"Every claim of {count} {'snippet' if count == 1 else 'snippets'} is met."
    )


def _selected(paths: Sequence[Path]) -> tuple[Project, list[str] | None]:
    """The checkout, and the names of the snippets that paths mean; None: all."""
    try:
        project = Project.locate()
        if not paths:
            return project, None
        # Paths may overlap; what is named twice is meant once.
        names = dict.fromkeys(n for path in paths for n in _names(project, path))
        return project, list(names)
    except ProofError as problem:
        raise click.UsageError(str(problem)) from None


def _names(project: Project, path: Path) -> list[str]:
    """Names of the snippets that one path means: as typed, or below `snippets/`."""
    known = project.snippet_names()
    for candidate in (path.absolute(), project.root / path, project.snippets / path):
        try:
            wanted = candidate.resolve().relative_to(project.snippets.resolve())
        except ValueError:
            continue
        prefix = wanted.as_posix()
        if prefix in known:
            return [prefix]
        inside = [n for n in known if prefix == "." or n.startswith(f"{prefix}/")]
        if inside:
            return inside
    raise ProofError(f"no snippet is at {path}; name a file or folder of snippets/")
