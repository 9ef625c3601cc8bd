"""Prose points at lines that are there."""

from collections.abc import Callable

import pytest

from proof.lint.line_numbers import line_number_errors
from proof.lint.pages import Page
from proof.snippets.snippet import Snippet

FIGURE = (
    '```python exec="on" html="on"\nfrom proof import show\nprint(show("a/it.py"))\n```'
)


@pytest.fixture
def messages(parse: Callable[..., Snippet]) -> Callable[..., list[str]]:
    """What is wrong with a page that shows a program of three lines."""
    snippets = {"a/it.py": parse("print('One')", name="a/it.py")}

    def messages(text: str, source: str = "learn/x.md") -> list[str]:
        page = Page(f"docs/{source}", source, text)
        return [str(one) for one in line_number_errors(page, snippets)]

    return messages


@pytest.mark.parametrize(
    "prose",
    ["See line 3.", "Lines 1 and 3 differ.", "`line 9`", "Three lines, 9 of them."],
)
def test_what_is_there_may_be_pointed_at(
    messages: Callable[..., list[str]], prose: str
) -> None:
    assert messages(f"{FIGURE}\n\n{prose}") == []


@pytest.mark.parametrize(
    ("prose", "number"),
    [("See line 4.", 4), ("See lines 3 and 2.", 2), ("From line 1 to\nline\n12.", 12)],
)
def test_what_is_not_there_is_told(
    messages: Callable[..., list[str]], prose: str, number: int
) -> None:
    (message,) = messages(f"{FIGURE}\n\n{prose}")
    assert message.startswith("docs/learn/x.md:6: " if number < 12 else "docs/learn")
    assert f"it points at line {number}," in message
    assert "its lines are 1 to 3" in message


def test_a_paragraph_that_leads_over_is_about_the_program_below(
    messages: Callable[..., list[str]],
) -> None:
    assert messages(f"See line 3:\n\n{FIGURE}") == []
    (message,) = messages(f"See line 7:\n\n{FIGURE}")
    assert message.startswith("docs/learn/x.md:1: it points at line 7,")
    assert messages(f"See line 7:\n\nx\n\n{FIGURE}") == []


def test_above_every_program_nothing_is_pointed_at(
    messages: Callable[..., list[str]],
) -> None:
    assert messages(f"See line 77.\n\n{FIGURE}") == []
    assert messages(f"{FIGURE}\n\nSee line 77.", "about/x.md") == []
