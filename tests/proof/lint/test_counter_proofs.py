"""Which snippets teach, and lack a counter-proof."""

from collections.abc import Callable

import pytest

from proof.lint.counter_proofs import unbroken
from proof.lint.pages import Page
from proof.snippets.snippet import Snippet

Parse = Callable[..., Snippet]
_BREAKS = "Output: anything\nBreaks: it prints something else\n    +print()"
_XFAIL = "[tool.proof]\nxfail = true"


def _page(code: str, source: str = "rules/one.md") -> Page:
    text = f'```python exec="on" html="on"\n{code}\n```\n'
    return Page(f"docs/{source}", source, text)


@pytest.mark.parametrize(
    "code",
    [
        'show("a/one.py")',
        'show("a/one.py", predict="What is printed?")',
        'compare("a/one.py", "a/other.py")',
        'versions(page, "a/one.py")',
    ],
)
def test_one_that_a_page_shows_is_to_have_one(parse: Parse, code: str) -> None:
    one, other = parse(name="a/one.py"), parse(name="b/other.py")
    assert unbroken([_page(code)], [other, one]) == ("a/one.py",)


def test_one_that_has_one_lacks_none(parse: Parse) -> None:
    one = parse(name="a/one.py", claims=_BREAKS)
    assert unbroken([_page('show("a/one.py")')], [one]) == ()


@pytest.mark.parametrize(
    "code",
    ['run("a/one.py")', 'exercise("a/one.py")', 'print("a/one.py")'],
)
def test_one_that_no_page_shows_to_teach_needs_none(parse: Parse, code: str) -> None:
    assert unbroken([_page(code)], [parse(name="a/one.py")]) == ()


def test_pages_about_the_site_teach_nothing_of_asyncio(parse: Parse) -> None:
    page = _page('show("a/one.py")', "about/every-claim.md")
    assert unbroken([page], [parse(name="a/one.py")]) == ()


def test_an_exercise_and_its_solution_need_none(parse: Parse) -> None:
    names = ("a/one.py", "a/one_solved.py")
    pages = [_page(f'show("{name}")') for name in names]
    exercise = parse(name=names[0], metadata=_XFAIL)
    assert unbroken(pages, [exercise, parse(name=names[1])]) == ()


def test_they_are_named_in_order_and_once(parse: Parse) -> None:
    names = ("a/one.py", "a/two.py", "b/one.py")
    pages = [_page(f'show("{name}")') for name in (*names, *names)]
    snippets = [parse(name=name) for name in reversed(names)]
    assert unbroken(pages, snippets) == names
