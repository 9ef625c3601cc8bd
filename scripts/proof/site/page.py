"""What a page can call inside a code block that is executed."""

from proof.checking.result import Result
from proof.errors import ProofError
from proof.gate.load import NotRun
from proof.rendering import figure, timeline
from proof.rendering.comparison import comparison_figure
from proof.rendering.counter_proof import counter_proof_box
from proof.rendering.editing import why_not
from proof.rendering.exercise import Exercise, exercise_box, what_comes_now
from proof.rendering.markup import Html
from proof.rendering.repository import Repository
from proof.runs.run import Run
from proof.site.build import box, current
from proof.site.drawn import drawn, made_from
from proof.site.evidence.batch_picture import batch_picture
from proof.site.evidence.table import evidence_table, fields_table
from proof.site.evidence.totals import Totals
from proof.snippets.exercises import solution_of


def show(name: str, *, predict: str = "", claims: bool = False) -> str:
    """The figure of a snippet: code, output with arrival times, where it was run.

    Args:
        name: Path of the snippet below `snippets/`.
        predict: A question that the reader may answer before output and timeline are
            shown, such as `What is printed, and in which order?`. They are hidden
            until a click, but neither without scripts nor on paper. What is between
            backticks in it is code.
        claims: Whether its claims are shown too, below its code.

    Returns:
        Finished HTML for a block with `html="on"`. A snippet that cannot run on this
            Python is shown with the reason in the place of its output. While serving,
            one that failed is shown with the difference, and one that is malformed as
            a box that says why. An expected failure is always shown with it.

    Raises:
        ProofError: There is no such snippet, or (unless serving) it was not run yet or
            failed.
    """
    try:
        return _figure(name, predict=predict, claims=claims, can_run=current().can_run)
    except ProofError as error:
        return box(error)


def exercise(name: str, *, task: str, hint: str) -> str:
    """A program that does not do as it claims, for the reader to change until it does.

    Its solution stands beside it: `sleep/three_naps_solved.py` beside
    `sleep/three_naps.py`. Both are executed; the program has to fail its claims
    (`xfail = true`), and the solution has to meet the same ones.

    Args:
        name: Path of the program below `snippets/`.
        task: What is to be done, in one sentence. What is between backticks is code.
        hint: Where to look, for who asks; written like the task.

    Returns:
        Finished HTML for a block with `html="on"`, below a heading of the page.

    Raises:
        ProofError: See `show`.
    """
    try:
        found = current().find(name)
        solution = _figure(solution_of(name))
    except ProofError as error:
        return box(error)
    return exercise_box(
        Exercise(found.snippet, task, hint),
        figure.note(f"{found.snippet.path}: {found.reason}")
        if isinstance(found, NotRun)
        else what_comes_now(current().report.all_of(name), current().lacking(name)),
        solution,
        Repository.from_environment(),
        can_run=current().can_run,
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
    try:
        found = [current().find(name) for name in names]
    except ProofError as error:
        return box(error)
    results = [one for one in found if isinstance(one, Result)]
    missing = [one for one in found if isinstance(one, NotRun)]
    notes = (figure.note(f"{one.snippet.path}: {one.reason}") for one in missing)
    compared = drawn(
        ("comparison", *map(made_from, results)),
        lambda: comparison_figure([(one.snippet, one.run) for one in results]),
    )
    return Html().join([compared if results else "", *notes])


def legend(*, folded: bool = False) -> str:
    """What the shapes of a timeline mean, as HTML; for once in a page.

    Args:
        folded: Whether it is hidden until somebody asks for it.
    """
    shapes = timeline.legend()
    if not folded:
        return shapes
    return Html(
        '<details class="proof-key"><summary>What the shapes of a timeline mean'
        "</summary>{}</details>"
    ).format(shapes)


def run(name: str) -> Run:
    """The run of a snippet, for a sentence with a measured number in it.

    Args:
        name: Path of the snippet below `snippets/`.

    Raises:
        ProofError: There is no such snippet, it was not run, or (unless serving) it
            failed. Where it cannot run on this Python, `proof.site.not_run` puts the
            reason in the place of the block before that asks.
    """
    found = current().find(name)
    if isinstance(found, NotRun):
        raise ProofError(found.reason, found.snippet.path)
    return found.run


def totals() -> Totals:
    """How many programs and claims the site is built on; printed, it is a sentence."""
    return Totals.of(current().evidence)


def runs() -> tuple[Run, ...]:
    """All runs of the site, in the order of the names of their snippets."""
    return tuple(entry.run for entry in current().evidence.entries)


def every_snippet(page: str) -> str:
    """A table of every snippet with its claims and what its run came to.

    Args:
        page: Path below `docs/` of the page that asks: links lead from there.

    Returns:
        Finished HTML for a block with `html="on"`.
    """
    return evidence_table(current().evidence, current().root_from(page))


def evidence_fields(page: str) -> str:
    """What is in `evidence.json`, and a link to it.

    Args:
        page: Path below `docs/` of the page that asks.

    Returns:
        Finished HTML for a block with `html="on"`.
    """
    return fields_table(current().root_from(page))


def whole_build() -> str:
    """A picture of which snippet was executed when, and how many at once.

    Returns:
        Finished HTML for a block with `html="on"`; for once in a page.
    """
    return batch_picture(current().evidence, "proof-whole-build")


def _figure(
    name: str, *, predict: str = "", claims: bool = False, can_run: bool = False
) -> Html:
    found, repository = current().find(name), Repository.from_environment()
    if isinstance(found, NotRun):
        return figure.not_run_figure(
            found.snippet, found.reason, repository, claims=claims
        )
    report = current().report
    results = report.all_of(name)
    counter_proofs = report.counter_proofs.get(name, ())
    missing = tuple(current().lacking(name))
    absent = report.absent.get(name, ())
    reasons = tuple(one.reason for one in absent if one.kind == "no build")
    is_open = can_run and not why_not(found.snippet, found.run)

    def draw() -> Html:
        broken = (
            counter_proof_box(one.proof, one.result, found, can_run=is_open)
            for one in counter_proofs
        )
        return figure.snippet_figure(
            results,
            repository,
            predict=predict,
            claims=claims,
            can_run=can_run,
            besides=figure.Besides(missing, reasons, tuple(broken)),
        )

    runs = (*results, *(one.result for one in counter_proofs))
    asked = (predict, claims, can_run, repository, missing, reasons)
    return drawn(("figure", *asked, *map(made_from, runs)), draw)
