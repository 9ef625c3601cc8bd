"""With `mkdocs serve` running, each save is shown in the browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.site.small_project import CLAIM_LINE, HELLO, Server, SmallProject

from .conftest import new_context


@pytest.fixture
def small(tmp_path: Path) -> SmallProject:
    return SmallProject.create(tmp_path)


@pytest.fixture
def server(small: SmallProject) -> Iterator[Server]:
    with small.serving() as server:
        yield server


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    # The first build does not wait for the snippets.
    server.page_when(lambda page: '<div class="proof-output"' in page)
    context = new_context(browser, width=1440, base_url=server.address)
    page = context.new_page()
    # The server answers this request once a file has changed.
    with page.expect_request("**/livereload/**"):
        page.goto("")
    yield page
    context.close()


def test_saved_snippet_is_executed_alone_and_shown(
    page: Page, small: SmallProject
) -> None:
    figure = page.locator("figure.proof")
    expect(figure.locator(".proof-output")).to_have_text("hello")
    before = small.stored_runs()
    small.replace(HELLO, 'print("hello")', 'print("hello again")')
    differences = figure.locator(".proof-differences")
    expect(differences).to_contain_text(f"{HELLO}:{CLAIM_LINE}: ")
    expect(differences.locator(".proof-diff-plus").last).to_have_text("+hello again")
    small.replace(HELLO, "#     hello", "#     hello again")
    expect(figure.locator(".proof-output")).to_have_text("hello again")
    expect(differences).to_have_count(0)
    unchanged = {
        name: when for name, when in small.stored_runs().items() if name in before
    }
    assert len(before) == 2
    assert unchanged.items() <= before.items()
    assert len(unchanged) >= 1


def test_saved_prose_is_shown_and_nothing_executed(
    page: Page, small: SmallProject
) -> None:
    before = small.stored_runs()
    small.replace("docs/index.md", "Prose.", "Better prose.")
    expect(page.get_by_text("Better prose.")).to_be_visible()
    assert small.stored_runs() == before


def test_error_in_a_snippet_is_shown_in_the_browser(
    page: Page, small: SmallProject
) -> None:
    whole = (small.root / HELLO).read_text()
    small.write(HELLO, whole[: whole.index("# Proof:")])
    expect(page.locator(".proof-problem")).to_contain_text("it claims nothing")
    small.write(HELLO, whole)
    expect(page.locator("figure.proof .proof-output")).to_have_text("hello")
