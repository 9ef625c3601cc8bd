"""Rules for exercises and their solutions."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from proof.errors import ProofError
from proof.lint.fences import fences
from proof.lint.pages import Page
from proof.lint.references import Reference, names_asked_for
from proof.snippets.exercises import exercise_of, solution_of
from proof.snippets.snippet import Snippet, path_of

_HEADING = re.compile(r" {0,3}#{1,6} +(.*)")

MOST_CHANGED = 4
"""In how many lines a solution may differ from its exercise."""


def exercise_errors(
    asked: Iterable[Reference], snippets: Mapping[str, Snippet]
) -> Iterator[ProofError]:
    """What is wrong with the exercises of pages, and with what looks like a solution.

    Args:
        asked: All places where pages ask for snippets.
        snippets: Every snippet that can be read, by name.
    """
    shown = {one.snippet for one in asked if one.call == "exercise"}
    names = {name for name in shown if not exercise_of(name)}
    for name, snippet in snippets.items():
        if exercise_of(name) and exercise_of(name) not in snippets:
            yield ProofError(
                "it is named as a solution, and there is no "
                f"{path_of(exercise_of(name))}; create that, or rename this file",
                snippet.path,
                1,
            )
        solution = snippets.get(solution_of(name))
        if solution or name in names:
            yield from _not_failing(snippet)
        if solution:
            yield from _differing(snippet, solution)


def page_errors(page: Page) -> Iterator[ProofError]:
    """One error for each exercise that the table of contents of its page lacks."""
    lines = page.text.splitlines()
    heading, read = "", 0
    for fence in fences(lines):
        for line in lines[read : fence.start]:
            if match := _HEADING.match(line):
                heading = match[1]
        read = fence.end
        is_asking = fence.is_executed and names_asked_for(fence.code, "exercise")
        if is_asking and not heading.startswith("Exercise"):
            yield ProofError(
                "this exercise has no heading, so the table of contents lacks it; "
                "write `## Exercise` above its block",
                page.path,
                fence.start + 1,
            )


def changed_lines(exercise: Snippet, solution: Snippet) -> int:
    """In how many lines of code the two differ."""
    matcher = SequenceMatcher(None, exercise.code, solution.code, autojunk=False)
    return sum(
        max(end - begin, other_end - other_begin)
        for kind, begin, end, other_begin, other_end in matcher.get_opcodes()
        if kind != "equal"
    )


def _not_failing(exercise: Snippet) -> Iterator[ProofError]:
    if not exercise.metadata.xfail:
        yield ProofError(
            "it is an exercise, so it has to fail its claims; write `xfail = true` "
            "below `[tool.proof]` into its metadata",
            exercise.path,
            1,
        )


def _differing(exercise: Snippet, solution: Snippet) -> Iterator[ProofError]:
    if solution.metadata.xfail:
        yield ProofError(
            "it is a solution, so it has to meet its claims; remove `xfail = true`",
            solution.path,
            1,
        )
    if exercise.ending != solution.ending:
        yield ProofError(
            f"its claims are not those of {exercise.path}; copy them from there",
            solution.path,
            solution.claims[0].line,
        )
    changed = changed_lines(exercise, solution)
    if changed > MOST_CHANGED:
        yield ProofError(
            f"it differs from {exercise.path} in {changed} lines, and at most "
            f"{MOST_CHANGED} can be asked of a reader; make the two more alike",
            solution.path,
            solution.first_line,
        )
