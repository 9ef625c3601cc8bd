"""Code blocks of a page that cannot work are found before they are executed."""

import pytest

from proof.lint.blocks import page_errors
from proof.lint.pages import Page

_SHOW = 'from proof import show\nprint(show("a/b.py"))\n'


def _errors(text: str) -> list[tuple[int, str]]:
    page = Page("docs/a.md", "a.md", text)
    return [(error.line, error.message) for error in page_errors(page)]


@pytest.mark.parametrize(
    "text",
    [
        f'# A\n\n```python exec="on" html="on"\n{_SHOW}```\n',
        '```python exec="on"\nfrom proof import run\nprint(run("a/b.py").took)\n```',
        "```python\nx = = 1\n```\n",
        "```text\nx\n```",
        "````markdown\n```python\n````",
    ],
)
def test_what_works_is_not_mentioned(text: str) -> None:
    assert _errors(text) == []


def test_a_block_that_is_not_closed_is_found() -> None:
    ((line, message),) = _errors(f'# A\n\n```python exec="on" html="on"\n{_SHOW}')
    assert line == 3
    assert message.startswith("this code block is not closed")


def test_a_syntax_error_is_found_in_its_line() -> None:
    block = '- a\n\n    ```python exec="on"\n    x = 1\n    print((x)\n    ```\n'
    ((line, message),) = _errors(block)
    assert line == 5
    assert message.startswith("'(' was never closed, so this block cannot")


@pytest.mark.parametrize(
    "call",
    ["show", "compare", "legend", "every_snippet", "whole_build", "evidence_fields"],
)
def test_a_figure_in_a_block_of_text_is_found(call: str) -> None:
    block = f'\n```python exec="on"\n{_SHOW.replace("show", call)}```\n'
    assert _errors(block) == [
        (2, f'{call}() returns HTML; write `html="on"` after `exec="on"`')
    ]
