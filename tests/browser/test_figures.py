"""Copying and downloading from a figure give the text alone, exactly."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from proof.project import Project
from proof.runs.run import Run
from proof.snippets.snippet import Snippet

from .conftest import OpenPage
from .fonts import Fonts, set_in

PAGES = (
    "learn/calling-is-not-running/",
    "rules/does-this-await-yield/",
)
COPY = "button.md-code__button[data-md-type='copy']"


@pytest.fixture
def figures(open_page: OpenPage, page_address: str) -> list[tuple[Locator, str]]:
    """The figures of a page, each with the name of its snippet."""
    visit = open_page(page_address, permissions=["clipboard-read", "clipboard-write"])
    questions = visit.page.locator(".proof-predict > summary")
    for question in questions.all():
        question.click()
    # An exercise shows its claims as well, and its output only to who asks.
    found = visit.page.locator("figure.proof:not(.proof-exercise *)").all()
    assert found
    return [(figure, figure.get_attribute("data-snippet") or "") for figure in found]


@pytest.mark.parametrize("page_address", PAGES)
def test_copied_text_is_the_code_and_the_output(
    figures: list[tuple[Locator, str]], project: Project, runs: dict[str, Run]
) -> None:
    for figure, name in figures:
        copied = copy(figure.locator(".proof-source"))
        assert copied == "\n".join(Snippet.load(project, name).code)
        assert copy(figure.locator(".proof-output")) == output(runs[name])


@pytest.mark.parametrize("page_address", PAGES[:1])
def test_selected_text_has_no_numbers_and_times(
    figures: list[tuple[Locator, str]], runs: dict[str, Run]
) -> None:
    figure, name = figures[0]
    page = figure.page
    figure.locator(".proof-output pre > code").first.evaluate(
        "code => getSelection().selectAllChildren(code)"
    )
    selected = str(page.evaluate("getSelection().toString()"))
    assert selected.rstrip() == output(runs[name])


def test_download_is_the_file(
    open_page: OpenPage, project: Project, tmp_path: Path
) -> None:
    figure = open_page(PAGES[0]).page.locator("figure.proof").first
    name = figure.get_attribute("data-snippet") or ""
    with figure.page.expect_download() as waiting:
        figure.get_by_role("link", name="Download").click()
    download = waiting.value
    download.save_as(tmp_path / "downloaded")
    assert download.suggested_filename == Path(name).name
    assert (tmp_path / "downloaded").read_bytes() == (
        project.snippets / name
    ).read_bytes()


def test_buttons_and_links_cover_nothing(
    open_page: OpenPage, width: int, fonts: Fonts
) -> None:
    """What can be clicked in a figure covers neither text nor another of its kind."""
    page = open_page(PAGES[0], width=width).page
    set_in(page, fonts)
    expect(page.locator(COPY).first).to_be_visible()
    assert page.evaluate(COVERED) == []


COVERED = """
() => [...document.querySelectorAll("figure.proof")].flatMap(figure => {
  const boxes = [];
  for (const element of figure.querySelectorAll(
    ".proof-name, .proof-links a, .md-code__button"
  )) boxes.push([element, element.getBoundingClientRect()]);
  for (const line of figure.querySelectorAll(".proof-code-line, .proof-line")) {
    const range = document.createRange();
    range.selectNodeContents(line);
    for (const box of range.getClientRects()) boxes.push([line, box]);
  }
  const room = figure.getBoundingClientRect();
  return boxes.flatMap(([one, a], index) => boxes.slice(index + 1)
    .filter(([other, b]) => one != other
      && (one.matches("button, a") || other.matches("button, a"))
      && Math.min(a.right, b.right, room.right) - Math.max(a.left, b.left) > 1
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
    .map(([other]) => `${figure.id}: ${one.className} and ${other.className}`));
})
"""


def output(run: Run) -> str:
    """What a run printed, without the end of its last line."""
    return "\n".join(line.text for line in run.lines).rstrip()


def copy(pane: Locator) -> str:
    """Press the copy button of a pane, and read the clipboard."""
    page: Page = pane.page
    page.evaluate("navigator.clipboard.writeText('empty')")
    pane.locator(COPY).locator("visible=true").click()
    page.wait_for_function(
        "async () => await navigator.clipboard.readText() != 'empty'"
    )
    return str(page.evaluate("navigator.clipboard.readText()"))
