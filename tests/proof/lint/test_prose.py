"""The prose of a page, separated from its code and markup."""

from textwrap import dedent

import pytest

from proof.lint.prose import paragraphs


def _words(markdown: str) -> list[str]:
    """Every paragraph, its blanks made one."""
    text = dedent(markdown).strip("\n")
    return [" ".join(paragraph.text.split()) for paragraph in paragraphs(text)]


def test_paragraphs_are_between_blank_lines() -> None:
    assert _words("# Title\n\nOne\ngoes on.\n  \t\nTwo.\n") == [
        "# Title",
        "One goes on.",
        "Two.",
    ]


def test_an_empty_page_has_none() -> None:
    assert _words("") == []


@pytest.mark.parametrize(
    "hidden",
    [
        pytest.param("`code`", id="code"),
        pytest.param("``a ` b``", id="code-with-a-tick"),
        pytest.param("`code\nthat wraps`", id="code-over-two-lines"),
        pytest.param("<!-- a comment -->", id="comment"),
        pytest.param("<!-- over\ntwo lines -->", id="long-comment"),
        pytest.param('<a href="x">', id="tag"),
        pytest.param("</kbd>", id="closing-tag"),
        pytest.param("<https://a.example/>", id="bare-address"),
    ],
)
def test_markup_and_code_are_no_prose(hidden: str) -> None:
    assert _words(f"One {hidden} two.") == ["One two."]


def test_the_text_of_a_link_is_prose_and_its_address_is_none() -> None:
    assert _words("See [this](../a.md#2-seconds), [that][1].") == [
        "See [this] , [that][1]."
    ]
    assert _words("[1]: https://a.example/2-seconds") == ["[1]"]


def test_less_than_opens_no_tag() -> None:
    assert _words("1 < 2 and 3 > 2") == ["1 < 2 and 3 > 2"]


def test_a_tick_alone_opens_no_code() -> None:
    assert _words("A ` here.\n\nAnd ` there.") == ["A ` here.", "And ` there."]


def test_entities_are_read() -> None:
    assert _words("1&nbsp;&lt;&#160;2") == ["1 < 2"]


def test_front_matter_and_fences_are_left_out() -> None:
    assert _words("""
        ---
        title: One
        ---
        Prose.
        ```python
        code

        ---
        ```
        More.

        ---

        ~~~~text
        ```
        ~~~~
        """) == ["Prose.", "More.", "---"]


def test_a_rule_further_down_is_no_front_matter() -> None:
    assert _words("One\n\n---\n\nTwo\n\n---") == ["One", "---", "Two", "---"]


def test_front_matter_that_does_not_end_is_prose() -> None:
    assert _words("---\ntitle: One") == ["--- title: One"]


def test_what_is_left_out_moves_no_line() -> None:
    page = "---\na: b\n---\n\n```\nx\n```\n\nOne `a\nb` <!-- c\nd --> two\nthree\n"
    (paragraph,) = paragraphs(page)
    lines = page.split("\n")
    for word in ("One", "two", "three"):
        line = paragraph.line_of(paragraph.text.index(word))
        assert word in lines[line - 1]


def test_comments_are_kept_apart_and_code_holds_none() -> None:
    (paragraph,) = paragraphs("One <!-- first --> `<!-- code -->` <!--second-->")
    assert paragraph.comments == ("first", "second")
