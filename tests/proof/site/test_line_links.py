"""`line 9` in prose leads to that line of the program above."""

import pytest
from markdown import markdown

from proof.site.line_links import with_line_links

FIGURE = (
    '<figure class="proof" id="proof-a"><pre>'
    '<span class="proof-code-line" data-line="1">one, as line 2</span>\n'
    '<span class="proof-code-line" data-line="2">two</span></pre></figure>'
)
OTHER = FIGURE.replace("proof-a", "proof-b")
LINK = '<a class="proof-line-link" href="#proof-{0}-line-{1}">{1}</a>'


def test_a_number_leads_to_its_line_of_the_program_above() -> None:
    html = with_line_links(f"{FIGURE}<p>In line 2,</p>{OTHER}<p>and line\n1.</p>")
    assert f"<p>In line {LINK.format('a', 2)},</p>" in html
    assert f"<p>and line\n{LINK.format('b', 1)}.</p>" in html
    assert html.count("<span class=") == 4
    assert '<span class="proof-code-line" data-line="2" id="proof-a-line-2">' in html
    assert html.count(" id=") == 4


def test_a_paragraph_that_leads_over_is_about_the_program_below() -> None:
    second = f"<p>Or <b>line 2</b>:</p>{OTHER}"
    html = with_line_links(f"<p>In line 1:</p>\n{FIGURE}{second}")
    assert f"<p>In line {LINK.format('a', 1)}:</p>" in html
    assert f"<p>Or <b>line {LINK.format('b', 2)}</b>:</p>" in html
    assert html.count(' id="proof-b-line-2"') == 1


def test_a_colon_before_something_else_leads_nowhere() -> None:
    html = with_line_links(f"{FIGURE}<p>In line 1:</p><p>x</p>{OTHER}")
    assert f"<p>In line {LINK.format('a', 1)}:</p>" in html


def test_what_a_comparison_says_of_its_lines_is_no_link() -> None:
    compared = (
        '<figure class="proof proof-comparison"><ol><li>line 2</li></ol></figure>'
    )
    assert compared in with_line_links(f"{FIGURE}{compared}")


def test_several_numbers_lead_to_several_lines() -> None:
    html = with_line_links(f"{FIGURE}<p>Lines 1 and 2, line 1 again.</p>")
    one, two = LINK.format("a", 1), LINK.format("a", 2)
    assert f"<p>Lines {one} and {two}, line {one} again.</p>" in html
    assert html.count(' id="proof-a-line-1"') == 1


@pytest.mark.parametrize(
    "prose",
    [
        "<p>In line 3,</p>",
        "<p><code>line 2</code></p>",
        '<p><a href="#x">line 2</a></p>',
        "<h2>Line 2</h2>",
        "<p>2 lines</p>",
    ],
)
def test_other_text_stays(prose: str) -> None:
    assert with_line_links(FIGURE + prose) == FIGURE + prose


def test_above_the_first_program_nothing_changes() -> None:
    assert with_line_links(f"<p>line 2</p>{FIGURE}") == f"<p>line 2</p>{FIGURE}"


def test_markdown_takes_part() -> None:
    html = markdown(f"{FIGURE}\n\nSee line 2.", extensions=["proof.site.line_links"])
    assert LINK.format("a", 2) in html
