"""What `scripts/build` and `scripts/serve` call with `--engine zensical`."""

import logging
import sys
from pathlib import Path

import click

from proof.errors import ProofError
from proof.project import Project
from proof.site.zensical import building, serving


@click.group()
def main() -> None:
    """Build or serve the site with Zensical."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
def build(folder: Path) -> None:
    """Build the site into FOLDER, if every claim holds."""
    building.build(Project.locate(), folder.resolve())


@main.command()
@click.argument("address")
def serve(address: str) -> None:
    """Serve the site at ADDRESS, such as 127.0.0.1:8000."""
    serving.serve(Project.locate(), address)


if __name__ == "__main__":
    try:
        main()
    except ProofError as error:
        sys.exit(f"Error: {error}")
