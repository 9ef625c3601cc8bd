"""Which page asks for which snippet."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from proof.lint.pages import read_pages
from proof.lint.references import (
    Reference,
    missing,
    names_asked_for,
    page_references,
    unshown,
)
from proof.project import Project
from proof.snippets.snippet import Snippet


def references(project: Project) -> list[Reference]:
    return [one for page in read_pages(project) for one in page.references]


def _asked(text: str) -> list[tuple[int, str, str]]:
    found = page_references("docs/a.md", dedent(text).lstrip("\n"))
    return [(r.line, r.call, r.snippet) for r in found]


def test_a_call_is_found_with_its_line() -> None:
    text = """
        # A page

        ```python exec="on" html="on"
        from proof import show

        print(show("a/one.py"))
        ```
        """
    assert _asked(text) == [(6, "show", "a/one.py")]


def test_a_message_asks_for_the_program_that_works_too() -> None:
    text = """
        ```python exec="on" html="on"
        from proof import message
        print(message("a/one.py"))
        ```
        """
    assert _asked(text) == [
        (3, "message", "a/one.py"),
        (3, "message", "a/one_works.py"),
    ]


def test_every_call_of_every_block_is_found_in_order() -> None:
    text = """
        ```python exec="on"
        from proof import run, show
        print(show("a/one.py"), run("a/two.py").took)
        took = run("a/three.py").took
        ```

        Prose with `show("a/prose.py")`.

        ```python exec="on"
        import proof
        print(proof.show("a/four.py"))
        ```
        """
    assert [(line, name) for line, _, name in _asked(text)] == [
        (3, "a/one.py"),
        (3, "a/two.py"),
        (4, "a/three.py"),
        (11, "a/four.py"),
    ]


@pytest.mark.parametrize(
    "opening",
    [
        '```python exec="on"',
        '```python exec="true" html="on"',
        "```python exec='yes'",
        "```python exec=1",
        '```py exec="on"',
        '``` python exec="on"',
        '````python exec="on"',
        '~~~python exec="on"',
        '    ```python html="on" exec="on"',
    ],
)
def test_an_executed_block_can_be_opened_in_many_ways(opening: str) -> None:
    fence = opening.strip().split("p")[0].strip()
    indent = " " * (len(opening) - len(opening.lstrip()))
    text = f'{opening}\n{indent}show("a/one.py")\n{indent}{fence}\nshow("a/two.py")\n'
    found = page_references("docs/a.md", text)
    assert [(r.line, r.snippet) for r in found] == [(2, "a/one.py")]


@pytest.mark.parametrize(
    "opening",
    [
        "```python",
        '```python exec="off"',
        '```python title="exec"',
        '```pycon exec="on"',
        '```bash exec="on"',
        "```",
    ],
)
def test_a_block_that_is_not_executed_asks_for_nothing(opening: str) -> None:
    assert _asked(f'{opening}\nshow("a/one.py")\n```\n') == []


def test_a_block_that_shows_how_a_page_is_written_asks_for_nothing() -> None:
    text = """
        ````markdown
        ```python exec="on"
        show("a/example.py")
        ```
        ````

        ```python exec="on"
        show("a/real.py")
        ```
        """
    assert _asked(text) == [(8, "show", "a/real.py")]


def test_a_shorter_fence_inside_a_block_does_not_end_it() -> None:
    text = '''
        ````python exec="on"
        text = """
        ```
        """
        show("a/one.py")
        ````
        '''
    assert _asked(text) == [(5, "show", "a/one.py")]


def test_code_within_a_line_opens_no_block() -> None:
    text = """
        ```exec="on"``` is how a block says that it is executed:

        ```python exec="on"
        show("a/one.py")
        ```
        """
    assert _asked(text) == [(4, "show", "a/one.py")]


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("show(", id="a-syntax-error"),
        pytest.param("show(name)", id="no-literal"),
        pytest.param("show(1)", id="no-text"),
        pytest.param("show()", id="no-argument"),
        pytest.param('print("a/one.py")', id="another-function"),
        pytest.param("text = \"show('a/one.py')\"", id="text"),
        pytest.param('subprocess.run("ls")', id="a-function-of-that-name"),
        pytest.param('from os import run\nrun("ls")', id="imported-from-elsewhere"),
    ],
)
def test_what_is_no_call_with_a_name_asks_for_nothing(code: str) -> None:
    assert _asked(f'```python exec="on"\n{code}\n```\n') == []


def test_a_name_that_is_worked_out_is_any_of_those_that_are_written_there() -> None:
    text = """
        ```python exec="on"
        from proof import show
        for name in ("a/one.py", "a/two.py"):
            print("shown", show(name))
        ```
        """
    assert _asked(text) == [(3, "show", "a/one.py"), (3, "show", "a/two.py")]


def test_the_page_that_asks_for_versions_is_no_snippet() -> None:
    text = """
        ```python exec="on" html="on"
        from proof import versions
        print(versions("section/page.md", "a/one.py", "a/two.py", lines={"x": "y"}))
        ```
        """
    assert [(call, name) for _, call, name in _asked(text)] == [
        ("versions", "a/one.py"),
        ("versions", "a/two.py"),
    ]


def test_what_is_wanted_of_choices_is_no_snippet() -> None:
    text = """
        ```python exec="on" html="on"
        from proof import choices
        print(choices("page.md", ("one", "await one()", "a/one.py"), heads=("a", "b")))
        ```
        """
    assert [name for *_, name in _asked(text)] == ["a/one.py"]


def test_a_null_character_breaks_nothing() -> None:
    assert _asked('```python exec="on"\nx = "\0"\n```\n') == []


def test_all_pages_are_read_in_order(project: Project) -> None:
    block = '```python exec="on"\nshow("{}")\n```\n'
    for page, snippet in {"b/x.md": "1.py", "a.md": "2.py", "b/a.md": "3.py"}.items():
        path = project.docs / page
        path.parent.mkdir(exist_ok=True)
        path.write_text(block.format(snippet))
    assert [(r.page, r.snippet) for r in references(project)] == [
        ("docs/a.md", "2.py"),
        ("docs/b/a.md", "3.py"),
        ("docs/b/x.md", "1.py"),
    ]


def test_a_missing_snippet_is_reported_with_the_place_that_asks_for_it(
    project: Project, add: Callable[..., Snippet]
) -> None:
    add("sleep/blocking_sleep_stops_every_task.py")
    (project.docs / "a.md").write_text(
        '```python exec="on"\n'
        'show("sleep/blocking_sleep_stops_every_task.py")\n'
        'show("sleep/blocking_sleep_stops_all_tasks.py")\n'
        'run("nothing/like/it.py")\n'
        "```\n"
    )
    near, far = missing(references(project), project.snippet_names())
    assert (near.path, near.line) == ("docs/a.md", 3)
    assert "is it 'sleep/blocking_sleep_stops_every_task.py'?" in near.message
    assert (far.path, far.line) == ("docs/a.md", 4)
    assert far.message.startswith("run() asks for 'nothing/like/it.py'")
    assert far.message.endswith("create it, or fix the name")


@pytest.mark.parametrize("call", ["compare", "run"])
def test_a_snippet_that_no_page_shows_is_reported(
    project: Project, add: Callable[..., Snippet], call: str
) -> None:
    for name in ("a/one.py", "a/two.py"):
        add(name)
    (project.docs / "a/two.py.md").write_text(
        f'```python exec="on"\n{call}("a/two.py")\n```\n\nSee `show("a/two.py")`.\n'
    )
    (problem,) = unshown(references(project), project.snippet_names())
    assert (problem.path, problem.line) == ("snippets/a/two.py", 1)
    assert problem.message == (
        'no page shows it; write `print(show("a/two.py"))` into an executed block of '
        "one, or remove it"
    )


def test_a_snippet_that_is_shown_with_options_is_shown(
    project: Project, add: Callable[..., Snippet]
) -> None:
    add("a/one.py")
    (project.docs / "a/one.py.md").write_text(
        '```python exec="on"\nshow("a/one.py", predict="b/no.py?", claims=True)\n```\n'
    )
    assert list(unshown(references(project), project.snippet_names())) == []
    assert list(missing(references(project), project.snippet_names())) == []


def test_a_page_that_is_not_utf8_is_read_all_the_same(project: Project) -> None:
    (project.docs / "a.md").write_bytes(
        b'caf\xe9\n```python exec="on"\nshow("a/one.py")\n```\n'
    )
    assert [r.line for r in references(project)] == [3]


def test_the_programs_of_a_plot_are_found_among_its_words() -> None:
    code = 'plot("a/page.md", {"it": ("a/one.py", 1), "other": "a/two.py"}, title="x")'
    assert names_asked_for(code, "plot") == ["a/one.py", "a/two.py"]
