"""What a site gets once its pages are built, whatever engine built them."""

from collections.abc import Callable
from pathlib import Path

from proof.files import write_file
from proof.project import Project
from proof.runs.run import Run
from proof.site import runtime
from proof.site.build import Build
from proof.site.evidence.file import write_evidence
from proof.site.lightening import lighten
from proof.site.published_runs import write_runs
from proof.site.search import ADDRESS
from proof.site.security_policy import apply_policy
from proof.site.sharing import Site, share


def add_data(
    project: Project,
    build: Build,
    index: str,
    folder: Path,
    is_written: Callable[[Path, Run], bool] = lambda _file, _run: False,
) -> None:
    """Write the evidence, other data and what runs programs beside the pages.

    Args:
        project: The checkout.
        build: The build that the pages were rendered for.
        index: What the search looks through.
        folder: The folder of the site.
        is_written: Whether a file has a run already.
    """
    write_evidence(build.evidence, folder)
    for address, text in {**build.data, ADDRESS: index}.items():
        write_file(folder / address, text.encode())
    if build.can_run:
        runtime.publish(project, folder)
        write_runs(build.evidence, folder / "assets/run/runs", is_written)


def prepare(build: Build, site: Site, folder: Path) -> None:
    """Make a site ready to be published: nobody is writing it any more.

    Args:
        build: The build that the pages were rendered for.
        site: What is shared of it.
        folder: The folder of the site, which is changed.
    """
    lighten(folder)
    share(site, build, folder)
    if build.derived:
        build.derived.prune()
    # A server adds a script of its own to each page.
    apply_policy(folder)
