"""A reader solves an exercise by changing it, and finds it solved afterwards."""

import re
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from proof.project import Project
from proof.site import runtime

from .conftest import OpenPage

ADDRESS: Final = "rules/sleep-zero/"
LINE: Final = "print(name, number)"
MISSING: Final = "await asyncio.sleep(0)"

needs_runtime = pytest.mark.skipif(
    not runtime.installed(Project(Path(__file__).resolve().parents[2])),
    reason="the runtime is not installed: npm was not there",
)


def _exercise(page: Page) -> Locator:
    return page.locator(".proof-exercise")


def _begin(page: Page) -> Locator:
    exercise = _exercise(page)
    # What is out of sight is not equipped.
    exercise.scroll_into_view_if_needed()
    exercise.get_by_role("button", name="Solve it here").click()
    return exercise


def _verdict(exercise: Locator) -> Locator:
    return exercise.locator(".proof-exercise-verdict")


def _type_below(exercise: Locator, line: str, *keys: str) -> None:
    """Type a line below one, where the editor indents it, and run the program."""
    exercise.locator(".cm-line", has_text=line).click()
    keyboard = exercise.page.keyboard
    keyboard.press("End")
    keyboard.press("Enter")
    for key in keys:
        keyboard.type(key)
    keyboard.press("Control+Enter")


@needs_runtime
def test_it_is_solved_by_typing_and_stays_solved(open_page: OpenPage) -> None:
    page = open_page(ADDRESS).page
    exercise = _begin(page)
    exercise.get_by_role("button", name="Run", exact=True).click()
    expect(_verdict(exercise)).to_contain_text("Not solved yet: ")
    _type_below(exercise, LINE, MISSING)
    expect(_verdict(exercise)).to_have_text("Solved: all is as claimed.")
    page.reload()
    expect(_verdict(_exercise(page))).to_have_text("Solved.")
    expect(_exercise(page)).to_have_class(re.compile("proof-is-solved"))


@needs_runtime
def test_changed_claims_solve_nothing(open_page: OpenPage) -> None:
    page = open_page(ADDRESS).page
    exercise = _begin(page)
    exercise.locator(".cm-content").press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.type('"""Less."""\nprint("a")\n# Proof:\n# Output:\n#     a')
    page.keyboard.press("Control+Enter")
    expect(_verdict(exercise)).to_contain_text("the claims at the end have changed")
    page.reload()
    expect(_verdict(_exercise(page))).to_be_empty()


@needs_runtime
def test_it_is_solved_where_storage_is_blocked(open_page: OpenPage) -> None:
    visit = open_page("404.html")
    visit.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', "
        "{ get() { throw new DOMException('blocked', 'SecurityError'); } })"
    )
    visit.page.goto(ADDRESS)
    exercise = _begin(visit.page)
    exercise.locator(".cm-content").wait_for()
    _type_below(exercise, LINE, MISSING)
    expect(_verdict(exercise)).to_have_text("Solved: all is as claimed.")


def test_without_scripts_all_is_there_to_be_read(open_page: OpenPage) -> None:
    page = open_page(ADDRESS, java_script_enabled=False).page
    exercise = _exercise(page)
    expect(exercise.locator(".proof-task")).to_be_visible()
    expect(exercise.locator(".proof-source").first).to_contain_text(LINE)
    expect(exercise.get_by_role("button")).to_have_count(0)
    expect(exercise.locator(".proof-exercise-how")).to_contain_text("python two_")
    for name in ("Hint", "Solution"):
        exercise.locator("summary", has_text=name).click()
    expect(exercise.locator(".proof-hint p")).to_be_visible()
    solution = exercise.locator(".proof-solution .proof-source")
    expect(solution).to_contain_text(MISSING)
