"""Of a program that was stopped, the reader sees what it did until then."""

import re
from typing import Final

import pytest
from playwright.sync_api import Locator, expect
from tests.runtime import NEEDS_RUNTIME

from .conftest import OpenPage

HOLDS: Final = """\
import asyncio

async def spin():
    await asyncio.sleep(0.1)
    print("spins")
    while True:
        pass

async def main():
    await asyncio.gather(spin(), asyncio.sleep(0.2))

asyncio.run(main())
"""
WAITS: Final = """\
import asyncio

async def main():
    while True:
        print("ticks")
        await asyncio.sleep(3)

asyncio.run(main())
"""
PRINTS: Final = """\
import asyncio

async def main():
    while True:
        print("ticks")
        await asyncio.sleep(0)

asyncio.run(main())
"""
STANDS_STILL: Final = """\
import asyncio

async def main():
    await asyncio.sleep(0.1)
    await asyncio.Event().wait()

asyncio.run(main())
"""
TOO_MANY: Final = """\
import asyncio

async def main():
    print("begins")
    await asyncio.gather(*(asyncio.sleep(1) for _ in range(1_000_000)))

asyncio.run(main())
"""

pytestmark = NEEDS_RUNTIME


@pytest.fixture
def tried(open_page: OpenPage) -> Locator:
    """The editor in which any program can be tried."""
    place = open_page("try-it/").page.locator(".proof-try")
    place.locator("textarea").focus()
    return place


def _run(tried: Locator, program: str) -> None:
    tried.locator(".cm-content").fill(program)
    tried.get_by_role("button", name="Run", exact=True).click()


def _status(tried: Locator) -> Locator:
    return tried.locator(".proof-session-status")


def _timeline(tried: Locator) -> Locator:
    return tried.locator(".proof-yours .proof-timeline > svg.proof-picture")


def _stop_after(tried: Locator, printed: str) -> None:
    expect(tried.locator(".proof-live")).to_contain_text(printed)
    tried.get_by_role("button", name="Stop").click()


def test_who_held_the_loop_is_drawn(tried: Locator) -> None:
    _run(tried, HOLDS)
    _stop_after(tried, "spins")
    held = re.compile(r"^Stopped after \d+\.\d s\. spin held the loop until then\.$")
    expect(_status(tried)).to_have_text(held)
    expect(_timeline(tried)).to_contain_text("spin")
    mine = tried.locator(".proof-yours")
    expect(mine.locator(".proof-line")).to_have_text(["spins\n"])
    expect(mine.locator("figcaption")).to_contain_text("stopped after ")
    # The interpreter that has drawn it executes the next program.
    _run(tried, 'print("Two")\n')
    expect(mine.locator(".proof-line")).to_have_text(["Two\n"])
    expect(_status(tried)).to_have_text("Done.")


def test_who_waited_is_drawn(tried: Locator) -> None:
    _run(tried, WAITS)
    _stop_after(tried, "ticks")
    expect(_status(tried)).to_have_text(re.compile(r"^Stopped after \d+\.\d s\.$"))
    expect(_timeline(tried)).to_contain_text("suspended")


def test_what_prints_without_end_is_drawn(tried: Locator) -> None:
    _run(tried, PRINTS)
    expect(_status(tried)).to_contain_text("it printed more than a page can hold")
    expect(_timeline(tried)).to_be_visible()


def test_who_has_too_many_tasks_is_stopped_and_drawn(tried: Locator) -> None:
    _run(tried, TOO_MANY)
    stopped = re.compile(
        r"^Stopped after \d+\.\d s: it had more than 20,000 tasks at once\."
    )
    expect(_status(tried)).to_have_text(stopped)
    expect(_timeline(tried)).to_contain_text("main")


def test_what_stands_still_is_drawn(tried: Locator) -> None:
    _run(tried, STANDS_STILL)
    expect(_status(tried)).to_contain_text("would wait for ever")
    expect(_timeline(tried)).to_contain_text("never ended")
    expect(tried.locator("figcaption")).to_contain_text("stood still after 0.1")


def test_reset_draws_nothing(tried: Locator) -> None:
    _run(tried, WAITS)
    expect(tried.locator(".proof-live")).to_contain_text("ticks")
    tried.get_by_role("button", name="Reset").click()
    expect(_status(tried)).to_be_empty()
    expect(tried.locator(".proof-result")).to_be_empty()
