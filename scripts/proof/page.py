"""What a page can call inside a code block that is executed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from proof import figure, timeline
from proof.comparison import comparison_figure
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
    return _figure_of(
        (name,),
        lambda shown: figure.snippet_figure(
            shown[0].snippet,
            shown[0].run,
            shown[0] if shown[0].differences else None,
            Repository.from_environment(),
        ),
    )


def compare(*names: str) -> str:
    """The timelines of several runs on one time axis, one below the other.

    Args:
        names: Paths of snippets below `snippets/`.

    Returns:
        Finished HTML for a block with `html="on"`; see `show`.

    Raises:
        ProofError: See `show`.
    """
    return _figure_of(
        names,
        lambda shown: comparison_figure([(one.snippet, one.run) for one in shown]),
    )


def legend(*, folded: bool = False) -> str:
    """What the shapes of a timeline mean, as HTML; for once in a page.

    Args:
        folded: Whether it is hidden until somebody asks for it.
    """
    shapes = timeline.legend()
    if not folded:
        return shapes
    summary = "<summary>What the shapes of a timeline mean</summary>"
    return f'<details class="proof-key">{summary}{shapes}</details>'


def run(name: str) -> Run:
    """The run of a snippet, for a sentence with a measured number in it.

    Args:
        name: Path of the snippet below `snippets/`.

    Raises:
        ProofError: There is no such snippet, or it was not run yet.
    """
    return _load(_build().project, name)[1]


def _figure_of(names: Sequence[str], draw: Callable[[Sequence[Failure]], str]) -> str:
    """What `draw` makes of runs and their differences, or while serving, why not."""
    build = _build()
    try:
        shown = [_held_against_its_claims(build.project, name) for name in names]
    except ProofError as problem:
        if build.is_serving:
            return figure.problem_box(str(problem))
        raise
    failed = [failure for failure in shown if failure.differences]
    if failed and not build.is_serving:
        raise ProofError("\n".join(map(failure_text, failed)))
    return draw(shown)


def _held_against_its_claims(project: Project, name: str) -> Failure:
    snippet, made = _load(project, name)
    return Failure(snippet, made, differences(snippet, made))


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
