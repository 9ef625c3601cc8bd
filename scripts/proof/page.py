"""What a page can call inside a code block that is executed."""

from dataclasses import dataclass

from proof import figure
from proof.errors import ProofError
from proof.project import Project
from proof.repository import Repository
from proof.runs import Run
from proof.snippet import Snippet
from proof.store import Store
from proof.verdict import Failure, differences
from proof.wording import failure_text


@dataclass(frozen=True)
class Build:
    """The build that pages are rendered for.

    Attributes:
        project: The checkout.
        is_serving: Whether somebody is writing: then failures are shown in the page
            instead of stopping the build.
    """

    project: Project
    is_serving: bool = False


# A page's call can carry nothing but a name, so the hook says here what build it is.
_builds: list[Build] = []


def begin(build: Build) -> None:
    """Say for which build pages are rendered from now on."""
    _builds[:] = [build]


def show(name: str) -> str:
    """The figure of a snippet: code, output with arrival times, where it was run.

    Args:
        name: Path of the snippet below `snippets/`.

    Returns:
        Finished HTML for a block with `html="on"`. While serving, a snippet that did
            not do as claimed is shown with the difference, and one that cannot be run
            as a box that says why.

    Raises:
        ProofError: There is no such snippet, it was not run yet, or (unless serving)
            it did not do as claimed.
    """
    build = _build()
    try:
        snippet, made = _load(build.project, name)
    except ProofError as problem:
        if build.is_serving:
            return figure.problem_box(str(problem))
        raise
    found = differences(snippet, made)
    failure = Failure(snippet, made, found) if found else None
    if failure and not build.is_serving:
        raise ProofError(failure_text(failure))
    return figure.snippet_figure(snippet, made, failure, Repository.from_environment())


def run(name: str) -> Run:
    """The run of a snippet, for a sentence with a measured number in it.

    Args:
        name: Path of the snippet below `snippets/`.

    Raises:
        ProofError: There is no such snippet, or it was not run yet.
    """
    return _load(_build().project, name)[1]


def _build() -> Build:
    return _builds[0] if _builds else Build(Project.locate())


def _load(project: Project, name: str) -> tuple[Snippet, Run]:
    snippet = Snippet.load(project, name)
    made = Store(project).load(snippet)
    if made is None:
        raise ProofError(
            f"not run yet as it is now; type `proof run {snippet.path}`", snippet.path
        )
    return snippet, made
