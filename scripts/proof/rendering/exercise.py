"""An exercise: a program that does not do as it claims, for a reader to change."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from proof.checking.behaviour import same_on
from proof.checking.result import Result
from proof.rendering.differences_box import differences_box
from proof.rendering.editing import PLACE
from proof.rendering.figure import framed, head, source
from proof.rendering.markup import Html, breakable, identifier_of, with_code
from proof.rendering.provenance import provenance
from proof.rendering.repository import Repository
from proof.rendering.run_view import run_view
from proof.snippets.exercises import as_given
from proof.snippets.snippet import Snippet

# Hidden until docs/assets/run/mount.js is there: without scripts it could do nothing.
_SOLVE: Final = Html(
    '<p class="proof-exercise-bar"><button type="button" class="proof-edit proof-button'
    ' proof-solve" hidden>Solve it here</button></p>\n'
)
_WHOLE: Final = Html(
    '<section class="proof-exercise" data-exercise="{name}">\n'
    '<p class="proof-task">{task}</p>\n'
    "{figure}\n"
    '<p class="proof-exercise-verdict" role="status"></p>\n'
    '<p class="proof-exercise-how" data-search-exclude>On your own machine: download '
    "the program, change it, and run <code>python {file}</code> or "
    "<code>uv run {file}</code>. What has to come of it stands at its end.</p>\n"
    '<details class="proof-hint"><summary>Hint</summary><p>{hint}</p></details>\n'
    '<details class="proof-solution" data-search-exclude><summary>Solution</summary>\n'
    "{solution}</details>\n"
    "</section>\n"
)


@dataclass(frozen=True)
class Exercise:
    """What a page asks of its reader.

    Attributes:
        snippet: The program that is to be changed.
        task: What is to be done; what is between backticks in it is code.
        hint: Where to look, written like the task.
    """

    snippet: Snippet
    task: str
    hint: str


def exercise_box(
    exercise: Exercise,
    now: Html,
    solution: str,
    repository: Repository | None = None,
    *,
    can_run: bool = False,
) -> Html:
    """The exercise as HTML: task, program, what comes of it, hint and solution.

    Args:
        exercise: The program, and what is said of it.
        now: What comes of it as it is; see `what_comes_now`.
        solution: The figure of its solution, as HTML.
        repository: See `snippet_figure`.
        can_run: See `snippet_figure`.
    """
    snippet = exercise.snippet
    given = as_given(snippet)
    parts = [
        head(given, repository),
        PLACE if can_run else "",
        source(given, claims=True),
        _SOLVE if can_run else "",
        Html(
            '<details class="proof-now" data-search-exclude><summary>What comes of it '
            "now</summary>\n{}</details>\n"
        ).format(now),
    ]
    return _WHOLE.format(
        name=snippet.name,
        task=with_code(exercise.task),
        figure=framed(snippet, parts, ""),
        file=breakable(PurePosixPath(snippet.name).name),
        hint=with_code(exercise.hint),
        solution=Html(solution),
    )


def what_comes_now(results: Sequence[Result], not_on: Sequence[str] = ()) -> Html:
    """What differs from the claims of an exercise, and its run, as HTML.

    Args:
        results: That of the primary run, then those of other Pythons.
        not_on: See `snippet_figure`.
    """
    result = results[0]
    same = same_on(results)
    view = run_view(result.snippet, result.run, identifier_of(result.snippet.name))
    box = differences_box(result)
    return box + view + provenance(result, same, not_on, element="div")
