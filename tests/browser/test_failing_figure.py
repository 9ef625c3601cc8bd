"""A figure that shows how a run differs, as `mkdocs serve` shows it."""

import re

import pytest
from playwright.sync_api import Locator, expect

from proof.checking.result import check
from proof.project import Project
from proof.rendering.figure import problem_box, snippet_figure
from proof.runs.run import Run
from proof.snippets.snippet import Snippet

from .accessibility import serious_violations
from .conftest import OpenPage, Scheme

NAME = "coroutines/a_forgotten_await_only_warns.py"
PAGE = "learn/three-coroutines-one-second/"
FIGURE = re.compile(r"<figure class=\"proof\".*?</figure>", re.DOTALL)
PROBLEM = f"snippets/{NAME}:1: it has no docstring; begin it with the claim"


@pytest.fixture
def failing(project: Project, runs: dict[str, Run]) -> str:
    """The figure of a snippet that claims what it does not print."""
    content = (project.snippets / NAME).read_bytes()
    claimed = b"#     main: goes on\n"
    assert claimed in content
    broken = Snippet.parse(NAME, content.replace(claimed, claimed.upper()))
    run = runs[NAME]
    return snippet_figure([check(broken, run)])


@pytest.fixture
def figure(open_page: OpenPage, failing: str, seen_as: tuple[int, Scheme]) -> Locator:
    """The same in a page of the site, with a box for a snippet that cannot be read."""
    html = failing + problem_box(PROBLEM)
    page = open_page(
        PAGE,
        width=seen_as[0],
        color_scheme=seen_as[1],
        edit=lambda page: FIGURE.sub(lambda _: html, page, count=1),
    ).page
    return page.locator("figure.proof-failed")


def test_difference_is_seen_and_accessible(
    figure: Locator, seen_as: tuple[int, Scheme]
) -> None:
    alert = figure.get_by_role("alert")
    expect(alert.locator(".proof-diff-minus").last).to_have_text("-MAIN: GOES ON\n")
    expect(alert.locator(".proof-diff-plus").last).to_have_text("+main: goes on\n")
    expect(figure.page.locator(".proof-problem")).to_contain_text("it has no docstring")
    page = figure.page
    # Then the scripts have found what scrolls.
    expect(figure.locator(".proof-source button")).to_be_attached()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= seen_as[0]
    assert serious_violations(page) == []
