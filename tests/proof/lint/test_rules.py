"""The style rules: what each lets pass, and what it says of the rest."""

from collections.abc import Callable

import pytest

from proof.errors import ProofError
from proof.lint.pages import Page, read_pages
from proof.lint.rules import page_errors, snippet_errors
from proof.project import Project
from proof.snippets.snippet import Snippet

Errors = Callable[[str], list[ProofError]]


def page_errors_of(project: Project) -> list[ProofError]:
    return [error for page in read_pages(project) for error in page_errors(page, {})]


def _snippet(text: str) -> Snippet:
    return Snippet.parse("a/b.py", text.encode())


def _of_sentence(sentence: str, code: str = "pass") -> list[str]:
    text = f"'''{sentence}\n'''\n{code}\n# Proof:\n# Output:\n"
    return [problem.message for problem in snippet_errors(_snippet(text))]


@pytest.mark.parametrize(
    "sentence",
    [
        "A task runs in steps.",
        "`await` alone lets nobody in.",
        "asyncio.sleep(0) costs one pass.",
        "send(None) drives a coroutine; StopIteration carries its result.",
        "run_until_complete: one loop, no end.",
        "_private names may begin one.",
        "10 sleeps take as long as one.",
        "(Nearly) every await suspends.",
        "\u00c9tudes are played in order.",
        'Python says "no running event loop."',
        "It is said twice (here and there.)",
    ],
)
def test_a_sentence_begins_and_ends_as_one(sentence: str) -> None:
    assert _of_sentence(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("await drives what it awaits.", "async def f():\n    await f()"),
        ("gather keeps the order.", "from asyncio import gather"),
        ("gather, then wait.", "from asyncio import gather"),
        ("requests blocks.", "import requests"),
        ("await is no name.", "await = (1"),
    ],
)
def test_a_name_of_its_code_may_begin_a_sentence(sentence: str, code: str) -> None:
    assert _of_sentence(sentence, code) == []


@pytest.mark.parametrize(
    ("sentence", "missing"),
    [
        ("a task runs in steps.", "begins with a small letter ('a')"),
        ("gather keeps the order.", "begins with a small letter ('gather')"),
        ("non-blocking calls return.", "begins with a small letter ('non-blocking')"),
        ("\u00e9tudes are played.", "begins with a small letter ('\u00e9tudes')"),
        ("A task runs in steps", "does not end with a full stop"),
        ("A task runs in steps...", "does not end with a full stop"),
        ("Does a task run in steps?", "does not end with a full stop"),
        ("A task runs, in this order:", "does not end with a full stop"),
        (
            "tasks",
            "begins with a small letter ('tasks') and does not end with a full stop",
        ),
    ],
)
def test_what_a_sentence_lacks_is_reported(sentence: str, missing: str) -> None:
    assert _of_sentence(sentence) == [
        f"its first line is not a sentence: it {missing}; say in one line what it "
        "proves"
    ]


def test_a_sentence_is_reported_with_its_line() -> None:
    text = "# /// script\n# ///\n# A comment.\n'''no\n'''\n# Proof:\n# Output:\n"
    (problem,) = snippet_errors(_snippet(text))
    assert (problem.path, problem.line) == ("snippets/a/b.py", 4)


def _of_length(lines: int) -> str:
    needs = "# /// script\n# dependencies = []\n# ///\n"
    code = '"""It does."""\n' + "pass\n" * (lines - 1)
    return f"{needs}{code}\n\n# Proof:\n# Output:\n" + "#     One\n" * 60


def test_sixty_lines_are_not_too_many() -> None:
    assert list(snippet_errors(_snippet(_of_length(60)))) == []


def test_more_lines_are_counted() -> None:
    (problem,) = snippet_errors(_snippet(_of_length(64)))
    assert problem.message.startswith("it has 64 lines without metadata and claims")
    assert (problem.path, problem.line) == ("snippets/a/b.py", 64)


def _of_widths(*widths: int) -> str:
    code = "\n".join(f"{'x' * (width - 4)} = 1" for width in widths)
    return f'"""It does."""\n{code}\n# Proof:\n# Output:\n#     {"x" * 90}\n'


def test_seventy_two_columns_are_not_too_many() -> None:
    assert list(snippet_errors(_snippet(_of_widths(72, 10)))) == []


def test_every_wider_line_is_reported_at_once() -> None:
    (problem,) = snippet_errors(_snippet(_of_widths(10, 73, 72, 90)))
    assert "line 3 has 73, line 5 has 90" in problem.message
    assert problem.line == 3


def test_what_is_to_be_filled_in_is_reported_once() -> None:
    text = '"""TODO: say it."""\nx = 1\n# TODO.\n# Proof:\n# Output:\n#     TODO\n'
    (problem,) = snippet_errors(_snippet(text))
    assert problem.message == "TODO is still in lines 1, 3, 6; fill it in"
    assert problem.line == 1


def test_every_broken_rule_is_reported() -> None:
    text = _of_length(61).replace("It does.", f"it {'x' * 70}")
    assert len(list(snippet_errors(_snippet(text)))) == 3


@pytest.fixture
def errors_in(project: Project) -> Errors:
    """What is said of a page with some text."""

    def tell(text: str) -> list[ProofError]:
        (project.docs / "a.md").write_text(text, "utf-8")
        return list(page_errors_of(project))

    return tell


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It took 1.01 s.", "1.01 s"),
        ("It took 1.01s.", "1.01s"),
        ("It took 0,5 seconds.", "0,5 seconds"),
        ("Late by 12 ms.", "12 ms"),
        ("Late by 12ms.", "12ms"),
        ("Late by about 50 milliseconds.", "50 milliseconds"),
        ("It took **1.003 s**.", "1.003 s"),
        ("It took **1.003** s.", "1.003** s"),
        ("It took\n1,003\nms.", "1,003 ms"),
        ("It took 1.01&nbsp;s.", "1.01 s"),
        ("It took 1.01\u202fs.", "1.01 s"),
        ("A call takes 300 \u00b5s.", "300 \u00b5s"),
        ("A call takes 300 \u03bcs.", "300 \u03bcs"),
        ("A call takes 300 us.", "300 us"),
        ("A call takes 80 ns.", "80 ns"),
        ("A call takes 80 nanoseconds.", "80 nanoseconds"),
        ("A 3-second sleep.", "3-second"),
        ("1 second", "1 second"),
        ("2 sec", "2 sec"),
        ("Between 1.0 and 1.1 s.", "1.1 s"),
        ("## Done after 2 seconds", "2 seconds"),
        ("| sleep | 1.003 s |", "1.003 s"),
        ("- late: ~4 ms", "4 ms"),
        ("[It took 4 ms](a.md)", "4 ms"),
        ("`sleep(1.5)` took 1.52 s", "1.52 s"),
        ("```python\nprint('1.01 s')\n```\nthen 2.02 s", "2.02 s"),
    ],
)
def test_a_number_that_looks_measured_is_reported(
    errors_in: Errors, text: str, number: str
) -> None:
    (problem,) = errors_in(text)
    assert problem.message.startswith(f'"{number}" looks measured, ')
    assert "<!-- not measured: why -->" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "They sleep one second, then a tenth of a second, fifty milliseconds at most.",
        "A three-second sleep.",
        "`sleep(1.5)` waits for `1.5 s`.",
        "In the 1990s and 2020s.",
        "Up to 40,000 events and 3 steps, 2 streams, 5 sections.",
        "S3 s, v1.2 ms, x_3 s",
        "See [that](../a.md#after-2-seconds).",
        "```text\n1.01 s\n```",
        "---\ndescription: 1.01 s\n---\n",
        "<!-- It was 1.01 s once. -->",
        "Heard after 100 ms. <!-- not measured: what psychologists found -->",
        "Heard after\n100 ms.\n<!-- not measured: what psychologists\nfound -->",
        "Ten percent, 3 times, 2 minutes, 90 days.",
    ],
)
def test_what_a_person_decided_can_be_said(errors_in: Errors, text: str) -> None:
    assert errors_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1 s <!-- not measured -->", id="no-reason"),
        pytest.param("1 s <!-- not measured:   -->", id="blank-reason"),
        pytest.param("1 s\n\n<!-- not measured: why -->", id="another-paragraph"),
        pytest.param("1 s `<!-- not measured: why -->`", id="code"),
    ],
)
def test_an_excuse_stands_beside_the_number_and_gives_a_reason(
    errors_in: Errors, text: str
) -> None:
    assert len(errors_in(text)) == 1


def test_every_number_is_reported_with_its_line(errors_in: Errors) -> None:
    page = "---\na: b\n---\n\n# A\n\nOne `a\nb` 1 s\nand 2 s.\n\n```\n```\n\n3 s\n"
    assert [(p.path, p.line) for p in errors_in(page)] == [
        ("docs/a.md", 8),
        ("docs/a.md", 9),
        ("docs/a.md", 14),
    ]


def test_every_page_is_read(project: Project) -> None:
    for name in ("b/c.md", "a.md"):
        (project.docs / name).parent.mkdir(exist_ok=True)
        (project.docs / name).write_text("1.01 s")
    assert [p.path for p in page_errors_of(project)] == ["docs/a.md", "docs/b/c.md"]


def test_what_is_to_be_filled_in_on_a_page_is_reported(errors_in: Errors) -> None:
    page = '---\ntitle: TODO\n---\n\nTODO\n\n```py exec="on"\n"TODO"\n```\n'
    (problem,) = errors_in(page)
    assert problem.message == "TODO is still in lines 2, 5, 8; fill it in"
    assert (problem.path, problem.line) == ("docs/a.md", 2)


@pytest.mark.parametrize(
    "text", ["The word `TODO`.", "```python\n# TODO\n```", "TODOS", "todo"]
)
def test_a_word_that_is_only_shown_is_not_to_be_filled_in(
    errors_in: Errors, text: str
) -> None:
    assert errors_in(text) == []


def test_lines_of_a_snippet_are_counted_as_python_does() -> None:
    text = '"""It does."""\nx = "a\u2028b"\n# TODO\n# Proof:\n# Output:\n'
    (problem,) = snippet_errors(_snippet(text))
    assert problem.line == 3


@pytest.mark.parametrize(
    ("number", "is_refused"),
    [("0.25 s", False), ("0.3 s", True), ("0.250 seconds", False), ("1 s", True)],
)
def test_digits_of_the_code_beside_may_stand_in_prose(
    number: str, is_refused: bool
) -> None:
    code = "import time\ntime.sleep(0.25)"
    text = f"'It naps.'\n{code}\n# Proof:\n# Takes: 1 s\n"
    block = '```python exec="on"\nfrom proof import show\nprint(show("a/b.py"))\n```'
    page = Page("docs/x.md", "x.md", f"{block}\n\nIt naps for {number}.")
    assert bool(list(page_errors(page, {"a/b.py": _snippet(text)}))) is is_refused
