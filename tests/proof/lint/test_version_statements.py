"""What pages say of versions of Python is run on both sides, or has a source."""

from collections.abc import Callable

import pytest

from proof.lint.pages import Page
from proof.lint.version_statements import not_run, statements, version_errors
from proof.snippets.snippet import Snippet

Parse = Callable[..., Snippet]

SOURCE = "https://docs.python.org/3/whatsnew/3.7.html"
DIFFERS = "Output [<3.13]:\n    old\nOutput [>=3.13]:\n    new"
BLOCK = '```python exec="on" html="on"\nprint(show("{}"))\n```\n'
NAME = "section/it_does.py"


def page(text: str, *, source: str = "section/page.md", shows: bool = True) -> Page:
    block = BLOCK.format(NAME) if shows else ""
    return Page(f"docs/{source}", source, f"# A page\n\n{text}\n\n{block}")


@pytest.fixture
def snippets(parse: Parse) -> dict[str, Snippet]:
    """One that does something else from 3.13 on."""
    return {NAME: parse(claims=DIFFERS)}


def messages(found: Page, snippets: dict[str, Snippet]) -> list[str]:
    return [str(error) for error in version_errors(found, snippets)]


@pytest.mark.parametrize("version", ["3.12", "3.13"])
def test_a_program_that_differs_there_shows_it(
    version: str, snippets: dict[str, Snippet]
) -> None:
    assert messages(page(f"Up to Python {version} it was so."), snippets) == []


@pytest.mark.parametrize("text", ["Since 3.14 it is so.", "Until 3.14, so."])
def test_another_version_is_not_shown_by_it(
    text: str, snippets: dict[str, Snippet]
) -> None:
    (message,) = messages(page(text), snippets)
    assert message.startswith(
        "docs/section/page.md:3: it says something of Python 3.14"
    )
    assert "`# Output [<3.14]:`" in message


def test_a_source_is_not_enough_for_what_can_be_run(
    snippets: dict[str, Snippet],
) -> None:
    text = f"Since [3.14]({SOURCE}) it is so."
    assert len(messages(page(text), snippets)) == 1
    assert len(messages(page("Since 3.13 it is so.", shows=False), snippets)) == 1


@pytest.mark.parametrize("version", ["3.7", "3.10", "3.11", "3.15", "3.16"])
def test_what_was_before_and_what_will_come_needs_a_source(
    version: str, snippets: dict[str, Snippet]
) -> None:
    (message,) = messages(page(f"Since {version} it is so."), snippets)
    assert "link to a source in the same paragraph" in message
    with_source = page(f"Since {version} it is so ([why]({SOURCE})).")
    assert messages(with_source, snippets) == []
    (statement,) = not_run(with_source, snippets)
    assert statement.version == version
    assert statement.sources == (SOURCE,)
    assert statement.sentence.startswith(f"Since {version} it is so")


def test_a_source_in_another_paragraph_does_not_count(
    snippets: dict[str, Snippet],
) -> None:
    text = f"Since 3.7 it is so.\n\nSee [there]({SOURCE})."
    assert len(messages(page(text), snippets)) == 1


def test_what_a_block_prints_counts_as_well(snippets: dict[str, Snippet]) -> None:
    block = '```python exec="on"\nprint("\\n")\nprint("since Python 3.14")\n```'
    (message,) = messages(page(block), snippets)
    assert message.startswith("docs/section/page.md:5: ")


def test_what_a_block_prints_rests_on_what_is_linked_with_it() -> None:
    block = (
        '```python exec="on"\nprint("It is so since 3.7 ([a](https://a.org/)).")\n'
        'print("It is *so* since 3.8 ([b](https://b.org/)).")\n```'
    )
    first, second = statements(page(block, shows=False))
    assert (first.sources, second.sources) == (("https://a.org/",), ("https://b.org/",))
    assert second.sentence == "It is so since 3.8 (b)."


def test_what_is_corrected_is_not_said() -> None:
    block = (
        '```python exec="on"\ncorrection("It came with 3.5.", "It came with 3.7.")\n```'
    )
    (statement,) = statements(page(block, shows=False))
    assert statement.sentence == "It came with 3.7."


def test_what_a_definition_says_belongs_to_its_word() -> None:
    text = "**3.6**, 2016\n:   Asynchronous generators, of *any* kind. More."
    (statement,) = statements(page(text, shows=False))
    assert statement.sentence == "3.6, 2016: Asynchronous generators, of any kind."


@pytest.mark.parametrize(
    "text",
    [
        "It takes 3.14159 rounds, or 3.1 on average.",
        "Type `python3.14` or `3.14`.",
        "Version 13.14 and 3.14.2 are something else.",
        "```text\nPython 3.14\n```",
        "## Up to 3.14",
    ],
)
def test_not_every_number_is_a_version(text: str, snippets: dict[str, Snippet]) -> None:
    assert list(statements(page(text))) == []


@pytest.mark.parametrize("where", ["about/x.md"])
def test_what_is_said_of_the_tooling_is_exempt(
    where: str, snippets: dict[str, Snippet]
) -> None:
    assert messages(page("Python 3.11 or newer.", source=where), snippets) == []
