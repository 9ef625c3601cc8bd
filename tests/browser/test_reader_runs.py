"""A reader changes a program of a page and runs it in the browser."""

import os
import re
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, Route, expect
from tests.runtime import NEEDS_RUNTIME

from proof.gate.report import Report
from proof.rendering.editing import why_not
from proof.rendering.markup import identifier_of

from .accessibility import serious_violations
from .conftest import OpenPage

NAME: Final = "coroutines/three_counts_take_one_second.py"
PAGE: Final = "learn/three-coroutines-one-second/"
RUNS: Final = 4
# Seconds.
COLD: Final = 3.0
CACHED: Final = 1.5
UNTIL_FIRST_LINE: Final = """
(figure) => new Promise((resolve) => {
  const pressed = performance.now();
  new MutationObserver((_, observer) => {
    if (!figure.querySelector(".proof-live .proof-line")) return;
    observer.disconnect();
    resolve(performance.now() - pressed);
  }).observe(figure, { subtree: true, childList: true });
  figure.querySelector(".proof-run").click();
})
"""

# What the browser has moved since the page was opened, and nobody asked it to.
MOVED: Final = """
async () => {
  const moved = [], add = (entries) => moved.push(...entries);
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  add(observer.takeRecords());
  return moved.filter(({ value }) => value > 0.001)
    .map(({ sources }) => sources.map(({ node }) => node?.className ?? node?.nodeName));
}
"""

pytestmark = NEEDS_RUNTIME


def figure_of(page: Page, name: str = NAME) -> Locator:
    return page.locator(f"#{identifier_of(name)}")


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page(PAGE).page


@pytest.fixture
def editing(page: Page) -> Locator:
    """A figure whose program is in the editor."""
    return edit(page)


def edit(page: Page) -> Locator:
    """Open the editor of a figure."""
    figure = figure_of(page)
    figure.get_by_role("button", name="Edit and run").click()
    expect(figure.locator(".cm-content")).to_be_focused()
    return figure


def first_line_after(figure: Locator) -> float:
    """Seconds from pressing *Run* to the first line of output."""
    return float(figure.evaluate(UNTIL_FIRST_LINE)) / 1000


def own(figure: Locator) -> Locator:
    """What came of the reader's run."""
    found = figure.locator(".proof-yours")
    expect(found).to_be_visible()
    return found


def test_nothing_is_loaded_before_the_first_click(open_page: OpenPage) -> None:
    visit = open_page(PAGE)
    button = figure_of(visit.page).get_by_role("button", name="Edit and run")
    expect(button).to_be_visible()
    loaded = [url for url in visit.requests if "/assets/run/" in url]
    assert [url.rpartition("/")[2] for url in loaded] == ["mount.js"]


def test_nothing_moves_when_the_button_is_there(open_page: OpenPage) -> None:
    page = open_page(PAGE, width=390, acts=False).page
    button = figure_of(page).get_by_role("button", name="Edit and run")
    expect(button).to_be_in_viewport()
    assert page.evaluate(MOVED) == []


def test_a_program_is_run_and_drawn_and_checked(editing: Locator) -> None:
    editing.page.keyboard.press("Control+Enter")
    mine = own(editing)
    lines = mine.locator(".proof-line")
    expect(lines).to_have_text([f"{word}\n" for word in ["One"] * 3 + ["Two"] * 3])
    expect(mine.locator(".proof-verdicts > li")).to_have_count(2)
    expect(mine.locator(".proof-verdicts")).to_contain_text("Output: as claimed")
    expect(mine.locator(".proof-timeline > svg")).to_be_visible()
    expect(mine).to_contain_text(re.compile(r"CPython 3\.\d+\.\d+ in your browser"))
    mine.get_by_role("button", name="Compare with the published run").click()
    both = mine.locator(".proof-comparison")
    expect(both.locator("svg.proof-picture")).to_have_count(2)
    both.locator(".proof-play").click()
    expect(both).to_have_class(re.compile("proof-replaying"))
    expect(both.locator(".proof-which").first).to_be_attached()
    mine.locator(".proof-play").first.click()
    expect(mine).to_have_class(re.compile("proof-replaying"))
    assert serious_violations(editing.page) == []
    editing.get_by_role("button", name="Back to the published run").click()
    expect(mine).to_have_count(0)
    expect(editing.locator(".proof-output").first).to_be_visible()


def test_what_breaks_a_program_is_one_click_away(page: Page) -> None:
    figure = figure_of(page)
    box = figure.locator(".proof-break").first
    expect(box).to_contain_text("it blocks instead of waiting")
    box.locator("summary").first.click()
    expect(box.locator("svg.proof-picture")).to_have_count(2)
    assert serious_violations(page) == []
    box.get_by_role("button", name="Change it so, and run it").click()
    mine = own(figure)
    expect(figure.locator(".cm-content")).to_contain_text("time.sleep(1)")
    expect(mine.locator(".proof-verdicts")).to_contain_text("stdout is not as claimed")


def test_a_changed_program_misses_its_claims(editing: Locator) -> None:
    editor = editing.locator(".cm-content")
    editor.fill(
        '"""It fails."""\nprint("Two")\nraise ValueError("no")\n\n\n'
        "# Proof:\n# Output:\n#     One\n"
    )
    editing.get_by_role("button", name="Run", exact=True).click()
    mine = own(editing)
    expect(mine.locator(".proof-verdicts")).to_contain_text("stdout is not as claimed")
    expect(mine.locator(".proof-verdicts > li").first).to_contain_text("-One\n+Two")
    expect(editing.locator(".proof-error-line")).to_have_text('raise ValueError("no")')
    editing.get_by_role("button", name="Reset").click()
    expect(editor).to_contain_text("asyncio.gather")


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("import asyncio\nasync def main():\n    await asyncio.Event().wait()\n"
         "asyncio.run(main())\n", "would wait for ever"),
        ("while True:\n    print('x' * 1000)\n", "printed more than a page can hold"),
        ("import threading\nthreading.Thread(target=print).start()\n", "Done"),
    ],
    ids=["waits for nothing", "prints for ever", "starts a thread"],
)  # fmt: skip
def test_what_cannot_end_is_stopped_and_said(
    editing: Locator, program: str, said: str
) -> None:
    editing.locator(".cm-content").fill(program)
    editing.get_by_role("button", name="Run", exact=True).click()
    status = editing.locator(".proof-session-status")
    expect(status).to_contain_text(said)


def test_what_goes_on_for_ever_can_be_stopped(editing: Locator) -> None:
    editing.locator(".cm-content").fill("print(1)\nwhile True: pass\n")
    editing.get_by_role("button", name="Run", exact=True).click()
    expect(editing.locator(".proof-live")).to_contain_text("1")
    editing.get_by_role("button", name="Stop").click()
    expect(editing.locator(".proof-session-status")).to_contain_text("Stopped after ")


def test_many_runs_leave_nothing_behind(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    browser = page.context.new_cdp_session(page)
    editing = edit(page)
    nodes = []
    for _ in range(RUNS):
        editing.get_by_role("button", name="Run", exact=True).click()
        expect(editing.locator(".proof-session-status")).to_have_text("Done.")
        # The one that has drawn this, and the next.
        urls = [worker.url for worker in page.workers]
        assert sum(url.endswith("/run/worker.js") for url in urls) <= 2
        browser.send("HeapProfiler.collectGarbage")
        nodes.append(browser.send("Memory.getDOMCounters")["nodes"])
    drawn = own(editing).locator("*").count()
    assert abs(nodes[-1] - nodes[1]) < drawn, nodes
    assert sum(url.endswith(".wasm") for url in asked) == 1


def test_the_keyboard_gets_in_and_out(editing: Locator) -> None:
    keyboard = editing.page.keyboard
    keyboard.press("Control+Home")
    keyboard.press("Tab")
    expect(editing.locator(".cm-line").first).to_have_text(re.compile("^    "))
    keyboard.press("Escape")
    keyboard.press("Tab")
    expect(editing.get_by_role("button", name="Run", exact=True)).to_be_focused()


def test_long_lines_pass_below_the_numbers(editing: Locator) -> None:
    colour = "(element) => getComputedStyle(element).backgroundColor"
    assert editing.locator(".cm-gutters").evaluate(colour) == editing.evaluate(colour)


def test_a_link_carries_the_program(open_page: OpenPage) -> None:
    # What `packed` makes of `print("linked")`.
    page = open_page(f"{PAGE}").page
    packed = page.evaluate(
        """async () => (await import(new URL("assets/run/session.js",
             new URL("../../", location)))).packed('print("linked")')"""
    )
    page.goto("about:blank")
    page.goto(f"{PAGE}#{identifier_of(NAME)}?program={packed}")
    editor = figure_of(page).locator(".cm-content")
    expect(editor).to_have_text('print("linked")')


def _refuse(route: Route) -> None:
    route.abort()


@pytest.mark.parametrize("blocked", ["**/worker.js", "**/pyodide.asm.wasm"])
def test_without_an_interpreter_it_says_so(page: Page, blocked: str) -> None:
    page.route(blocked, _refuse)
    figure = edit(page)
    figure.get_by_role("button", name="Run", exact=True).click()
    status = figure.locator(".proof-session-status")
    expect(status).to_contain_text("could not be loaded here")
    figure.get_by_role("button", name="Back to the published run").click()
    expect(figure.locator(".proof-output").first).to_be_visible()


def test_python_gets_ready_while_the_program_is_edited(page: Page) -> None:
    with page.expect_request("**/pyodide.asm.wasm"):
        edit(page)


def test_no_module_is_compiled_while_a_program_waits(editing: Locator) -> None:
    program = (
        "import logging, random, sys\n"
        "import tracemalloc  # as a forgotten `await` does\n"
        "from zipimport import zipimporter\n"
        "zipped = [module.__file__ for module in list(sys.modules.values())\n"
        "          if isinstance(getattr(module, '__loader__', None), zipimporter)]\n"
        "print('compiled', any(file.endswith('.pyc') for file in zipped))\n"
        "print('sources', [file for file in zipped if file.endswith('.py')])\n"
    )
    editing.locator(".cm-content").fill(program)
    editing.get_by_role("button", name="Run", exact=True).click()
    lines = own(editing).locator(".proof-line")
    expect(lines).to_have_text(["compiled True\n", "sources []\n"])


def test_what_is_compiled_has_its_source(editing: Locator) -> None:
    program = (
        "import asyncio, inspect\n"
        "print(inspect.getsource(asyncio.sleep).splitlines()[0])\n"
        "print(asyncio.sleep.__code__.co_filename)\n"
    )
    editing.locator(".cm-content").fill(program)
    editing.get_by_role("button", name="Run", exact=True).click()
    lines = own(editing).locator(".proof-line")
    expect(lines).to_have_text(
        ["async def sleep(delay, result=None):\n", "<python>/asyncio/tasks.py\n"]
    )


@pytest.mark.skipif(
    "READER_TIMES" not in os.environ,
    reason="seconds depend on what else the machine does: READER_TIMES=yes tests them",
)
def test_the_first_line_comes_soon(page: Page) -> None:
    cold = first_line_after(edit(page))
    cached = []
    for _ in range(3):
        page.reload()
        cached.append(first_line_after(edit(page)))
    print(f"first line: {cold:.2f} s, from the cache {cached} s")
    assert cold <= COLD
    assert min(cached) <= CACHED


def test_without_scripts_there_is_no_button(open_page: OpenPage) -> None:
    page = open_page(PAGE, java_script_enabled=False).page
    expect(figure_of(page).locator(".proof-edit")).to_be_hidden()


def test_what_a_browser_lacks_is_said_at_once(
    open_page: OpenPage, report: Report
) -> None:
    name = "timelines/a_thread_runs_beside_the_loop.py"
    assert why_not(report.results[name].snippet, report.results[name].run)
    visit = open_page("under-the-hood/how-to-read-a-timeline/")
    figure = figure_of(visit.page, name)
    figure.scroll_into_view_if_needed()
    figure.get_by_role("button", name="Edit and run").click()
    expect(figure.locator(".proof-edit-status")).to_contain_text("needs threads")
    assert not [url for url in visit.requests if url.endswith("session.js")]
