"""What a page can call inside a code block that is executed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from proof.cache.store import Store
from proof.checking.differences import Failure, differences, expected_failure
from proof.checking.messages import failure_text
from proof.errors import ProofError
from proof.project import Project
from proof.rendering import figure, timeline
from proof.rendering.comparison import comparison_figure
from proof.rendering.repository import Repository
from proof.runs.run import Run
from proof.site.evidence import Evidence, Place, Totals, collect
from proof.site.evidence.batch_picture import batch_picture
from proof.site.evidence.table import evidence_table, fields_table
from proof.site.snippet_reference import snippet_reference as reference
from proof.snippets.snippet import Snippet


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
# Read once a build: several pages ask for all of it.
_collected: list[Evidence] = []


def begin(build: Build) -> None:
    """Say for which build pages are rendered from now on."""
    _builds[:] = [build]
    _collected.clear()


def show(name: str, *, predict: str = "", claims: bool = False) -> str:
    """The figure of a snippet: code, output with arrival times, where it was run.

    Args:
        name: Path of the snippet below `snippets/`.
        predict: A question that the reader may answer before output and timeline are
            shown, such as `What is printed, and in which order?`. They are hidden
            until a click, but neither without scripts nor on paper. What stands
            between backticks in it is code.
        claims: Whether its claims are shown too, below its code.

    Returns:
        Finished HTML for a block with `html="on"`. While serving, a snippet that did
            not do as claimed is shown with the difference, and one that cannot be run
            as a box that says why. One that is meant to fail is always shown with it.

    Raises:
        ProofError: There is no such snippet, it was not run yet, or (unless serving)
            it did not do as claimed.
    """
    return _figure_of(
        (name,),
        lambda shown: figure.snippet_figure(
            shown[0].snippet,
            shown[0].run,
            _to_be_told(shown[0]),
            Repository.from_environment(),
            predict=predict,
            claims=claims,
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


def totals() -> Totals:
    """How many programs and claims the site stands on; printed, it is a sentence."""
    return Totals.of(_evidence())


def every_snippet(page: str) -> str:
    """A table of every snippet with its claims and what its run came to.

    Args:
        page: Path below `docs/` of the page that asks: links lead from there.

    Returns:
        Finished HTML for a block with `html="on"`.
    """
    return evidence_table(_evidence(), _root(page))


def evidence_fields(page: str) -> str:
    """What stands in `evidence.json`, and a link to it.

    Args:
        page: Path below `docs/` of the page that asks.

    Returns:
        Finished HTML for a block with `html="on"`.
    """
    return fields_table(_root(page))


def whole_build() -> str:
    """A picture of which snippet was executed when, and how many at once.

    Returns:
        Finished HTML for a block with `html="on"`; for once in a page.
    """
    return batch_picture(_evidence(), "proof-whole-build")


def snippet_reference(section: str, page: str) -> str:
    """The functions and classes of a section's snippets, for mkdocstrings to read.

    Args:
        section: Name of a folder below `snippets/`.
        page: Path below `docs/` of the page that asks: links lead from there.

    Returns:
        Markdown for a block with `idprefix=""`.
    """
    return reference(_evidence(), section, _root(page))


def _root(page: str) -> str:
    """The site's root as seen from a page, ending with a slash."""
    return "../" * Place(page).address.count("/")


def _evidence() -> Evidence:
    if not _builds:
        return collect(_build().project)
    if not _collected:
        _collected.append(collect(_build().project))
    return _collected[0]


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


def _to_be_told(held: Failure) -> Failure | None:
    """What differs and should not, or else what differs as it is meant to."""
    return held if held.differences else expected_failure(held.snippet, held.run)


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
