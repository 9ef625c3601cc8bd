"""A reader tries a program of their own on the page that is for it."""

from typing import Final

import pytest
from playwright.sync_api import Locator, Route, expect
from tests.runtime import NEEDS_RUNTIME

from .accessibility import serious_violations
from .conftest import OpenPage

ADDRESS: Final = "try-it/"
PROGRAM: Final = 'print("Two")\n'

pytestmark = NEEDS_RUNTIME


def _field(place: Locator) -> Locator:
    return place.locator("textarea")


def _editor(place: Locator) -> Locator:
    return place.locator(".cm-content")


def _write_while_the_editor_is_held_back(place: Locator) -> Route:
    """Write the program into the plain field; the request that the editor waits for."""
    waiting: list[Route] = []
    place.page.route("**/editor.js", lambda route: waiting.append(route))  # noqa: PLW0108
    with place.page.expect_request("**/editor.js"):
        _field(place).focus()
    place.page.keyboard.insert_text(PROGRAM)
    return waiting.pop()


@pytest.fixture
def place(open_page: OpenPage) -> Locator:
    """Where a program can be tried."""
    return open_page(ADDRESS).page.locator(".proof-try")


def test_no_editor_is_loaded_until_somebody_writes(open_page: OpenPage) -> None:
    visit = open_page(ADDRESS)
    place = visit.page.locator(".proof-try")
    expect(place).to_have_attribute("data-mounted", "yes")
    assert not [url for url in visit.requests if "session.js" in url]
    _field(place).focus()
    expect(_editor(place)).to_be_focused()
    expect(_field(place)).to_have_count(0)
    assert serious_violations(visit.page) == []


def test_what_is_pasted_before_the_editor_is_there_stays(place: Locator) -> None:
    request = _write_while_the_editor_is_held_back(place)
    expect(_field(place)).to_have_value(PROGRAM)
    request.continue_()
    expect(_editor(place)).to_contain_text('print("Two")')
    place.page.keyboard.insert_text("# after it")
    expect(_editor(place).locator(".cm-line")).to_have_text(
        ['print("Two")', "# after it"]
    )


def test_nothing_moves_when_the_editor_comes(open_page: OpenPage, width: int) -> None:
    page = open_page(ADDRESS, width=width).page
    place = page.locator(".proof-try")
    before = place.bounding_box()
    _field(place).focus()
    expect(_editor(place)).to_be_focused()
    assert before is not None
    assert place.bounding_box() == pytest.approx(before, abs=1.5)


def test_a_phone_does_not_enlarge_the_page_for_the_field(open_page: OpenPage) -> None:
    field = _field(open_page(ADDRESS, width=390).page.locator(".proof-try"))
    size = field.evaluate("field => parseFloat(getComputedStyle(field).fontSize)")
    assert size >= 16


def test_a_program_to_start_from_is_run(place: Locator) -> None:
    place.get_by_label("Start from").select_option(label="Tasks that take turns")
    expect(_editor(place)).to_contain_text("create_task")
    place.get_by_role("button", name="Run", exact=True).click()
    expect(place.locator(".proof-yours svg.proof-picture").first).to_be_visible()


def test_keys_run_what_is_in_the_plain_field(place: Locator) -> None:
    request = _write_while_the_editor_is_held_back(place)
    place.page.keyboard.press("Control+Enter")
    request.continue_()
    expect(place.locator(".proof-yours .proof-line")).to_have_text(["Two\n"])


def test_where_no_editor_can_be_had_it_is_said(place: Locator) -> None:
    place.page.route("**/editor.js", lambda route: route.abort())
    _field(place).fill(PROGRAM)
    expect(place.locator(".proof-edit-status")).to_contain_text("cannot be run here")
    expect(_field(place)).to_have_value(PROGRAM)


def test_without_scripts_it_says_what_it_needs(open_page: OpenPage) -> None:
    place = open_page(ADDRESS, java_script_enabled=False).page.locator(".proof-try")
    expect(place.locator("noscript p")).to_be_visible()
    expect(_field(place)).to_be_hidden()
    expect(place.get_by_label("Start from")).to_be_hidden()
