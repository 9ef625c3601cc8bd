"""What several commands take from the command line."""

from collections.abc import Sequence
from pathlib import Path

import click

from proof.project import Project
from proof.snippets.selection import names_of

only_pythons = click.option(
    "--python",
    "asked",
    multiple=True,
    metavar="VERSION|PATH",
    help="Only on this Python, such as 3.13; may be repeated. PROOF_PYTHONS=3.13,3.15 "
    "does the same for every command. A path is used with what is installed there; "
    "`merged` stands for those whose runs were merged.",
)
json_file = click.option(
    "--json",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write what came of each run into a file as well, as JSON.",
)
any_paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
some_paths = click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path)
)


def selected(paths: Sequence[Path]) -> tuple[Project, list[str] | None]:
    """The checkout, and the names of the snippets in the paths; None: all."""
    project = Project.locate()
    return project, names_of(project, paths) if paths else None
