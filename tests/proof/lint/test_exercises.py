"""Exercises: what each must have, and what is said where it is missing."""

from collections.abc import Callable

import pytest

from proof.errors import ProofError
from proof.gate.load import lint, load
from proof.lint.exercises import MOST_CHANGED, changed_lines, page_errors
from proof.lint.pages import Page
from proof.project import Project
from proof.snippets.exercises import as_given, exercise_of, solution_of
from proof.snippets.snippet import Snippet

FAILS = "tool.proof.xfail = true"
NAME = "a/it_adds_up.py"
SOLVED = "a/it_adds_up_solved.py"

Add = Callable[..., Snippet]
Errors = Callable[[], list[ProofError]]


@pytest.fixture
def errors(project: Project) -> Errors:
    """What is wrong with a page that has an exercise."""

    def errors() -> list[ProofError]:
        page = project.docs / f"{NAME}.md"
        page.write_text(
            '## Exercise\n```python exec="on" html="on"\n'
            f'exercise("{NAME}", task="Do.", hint="?")\n```\n'
        )
        (project.docs / f"{SOLVED}.md").unlink(missing_ok=True)
        loaded = load(project)
        return [*loaded.errors, *lint(loaded)]

    return errors


def test_an_exercise_with_its_solution_is_in_order(add: Add, errors: Errors) -> None:
    add(NAME, 'print("Two")', metadata=FAILS)
    add(SOLVED)
    assert errors() == []


def test_a_solution_that_is_missing_is_named(add: Add, errors: Errors) -> None:
    add(NAME, metadata=FAILS)
    (error,) = errors()
    assert (error.path, error.line) == (f"docs/{NAME}.md", 3)
    assert f"exercise() asks for '{SOLVED}'" in error.message


def test_an_exercise_that_is_missing_is_named(add: Add, errors: Errors) -> None:
    add(SOLVED)
    found = {(error.path, error.line): error.message for error in errors()}
    assert f"asks for '{NAME}'" in found[f"docs/{NAME}.md", 3]
    assert f"there is no snippets/{NAME}" in found[f"snippets/{SOLVED}", 1]


def test_an_exercise_has_to_fail(add: Add, errors: Errors) -> None:
    add(NAME)
    add(SOLVED)
    (error,) = errors()
    assert error.path == f"snippets/{NAME}"
    assert "it has to fail its claims; write `xfail = true`" in error.message


def test_a_solution_has_to_pass(add: Add, errors: Errors) -> None:
    add(NAME, metadata=FAILS)
    add(SOLVED, metadata=FAILS)
    (error,) = errors()
    assert error.path == f"snippets/{SOLVED}"
    assert "it has to meet its claims" in error.message


def test_both_have_to_claim_the_same(add: Add, errors: Errors) -> None:
    add(NAME, metadata=FAILS)
    add(SOLVED, claims="Output:\n    One\nTakes: 1.0 s")
    (error,) = errors()
    assert (error.path, error.line) == (f"snippets/{SOLVED}", 7)
    assert f"its claims are not those of snippets/{NAME}" in error.message


def test_a_solution_changes_few_lines(add: Add, errors: Errors) -> None:
    lines = [f'print("{number}")' for number in range(MOST_CHANGED)]
    exercise = add(NAME, "\n".join(lines), metadata=FAILS)
    within = add(SOLVED, "\n".join(line.upper() for line in lines))
    assert changed_lines(exercise, within) == MOST_CHANGED
    assert errors() == []
    add(SOLVED, "\n".join([*(line.upper() for line in lines), "pass"]))
    (error,) = errors()
    assert f"in {MOST_CHANGED + 1} lines" in error.message


def test_an_exercise_has_to_be_in_the_table_of_contents() -> None:
    fence = '```python exec="on" html="on"\nexercise("a/b.py", task="Do.")\n```\n'
    other = "```sh\n# Exercise\n```\n"

    def lines(text: str) -> list[int | None]:
        page = Page("docs/a.md", "a.md", text)
        return [error.line for error in page_errors(page)]

    assert lines(f"## Exercises\n{fence}\n{fence}") == []
    assert lines(f"## Exercise: sleep\n{other}{fence}") == []
    assert lines(f"## In practice\n{other}{fence}") == [5]
    assert lines(fence) == [1]
    assert lines(f"## Exercise\n## In practice\n{fence}") == [3]


def test_names_of_both_belong_together() -> None:
    assert solution_of(NAME) == SOLVED
    assert exercise_of(SOLVED) == NAME
    assert exercise_of(NAME) == ""


def test_a_reader_gets_the_program_with_its_claims_alone(
    parse: Callable[..., Snippet],
) -> None:
    snippet = parse(metadata=FAILS)
    given = as_given(snippet).content.decode()
    assert "xfail" not in given
    assert given.endswith(
        '"""It does as claimed."""\n\nprint("One")\n\n\n# Proof:\n# Output:\n'
        "#     One\n"
    )
    # What was recorded of it names lines.
    below = snippet.first_line - 1
    assert given.splitlines()[below:] == snippet.lines[below:]
    assert all(line.startswith("#") for line in given.splitlines()[:below])
