"""With `mkdocs serve` running, each save is shown in the browser.

One server sees all saves: each test leaves what the others need as it was.
"""

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.site.small_project import CLAIM_LINE, GOODBYE, HELLO, Server, SmallProject

from .conftest import new_context


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    return SmallProject.create(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
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
    output = page.locator("figure.proof .proof-output")
    printed = output.inner_text()
    small.write(HELLO, whole[: whole.index("# Proof:")])
    expect(page.locator(".proof-problem")).to_contain_text("it claims nothing")
    small.write(HELLO, whole)
    expect(output).to_have_text(printed)


LONG: Final = "\n\n".join(f"Paragraph {number}." for number in range(60))
SECOND: Final = """
## Far below

```python exec="on" html="on"
from proof import show
print(show("greetings/goodbye.py"))
```
"""
NOTE_MARKS: Final = """
globalThis.marked = [];
new MutationObserver((changes) => {
  for (const { target } of changes)
    if (target.classList.contains("proof-changed")) marked.push(target.dataset.snippet);
}).observe(document, { subtree: true, attributeFilter: ["class"] });
"""


def test_changed_figure_is_marked_and_the_place_is_kept(
    page: Page, small: SmallProject
) -> None:
    page.context.add_init_script(NOTE_MARKS)
    title = "# A page\n"
    small.replace("docs/index.md", title, f"{title}\n{LONG}\n{SECOND}\n{LONG}\n")
    figure = page.locator('[data-snippet="greetings/goodbye.py"]')
    figure.evaluate("it => it.scrollIntoView({ block: 'center', behavior: 'instant' })")
    top = figure.evaluate("it => it.getBoundingClientRect().top")
    assert page.evaluate("scrollY") > 0
    with page.expect_request("**/livereload/**"):
        page.evaluate("marked = []")
        small.replace(GOODBYE, 'print("goodbye")', 'print("farewell")')
        expect(figure.locator(".proof-differences")).to_contain_text("+farewell")
    page.wait_for_function("marked.length")
    assert set(page.evaluate("marked")) == {"greetings/goodbye.py"}
    page.wait_for_function(
        "([it, top]) => Math.abs(it.getBoundingClientRect().top - top) < 2",
        arg=[figure.element_handle(), top],
    )
