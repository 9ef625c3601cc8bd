"""The table of every snippet: sorted, filtered, and read without scripts."""

import json
import re
from functools import partial

from playwright.sync_api import Locator, Page, expect

from .accessibility import serious_violations
from .conftest import OpenPage, Scheme, Visit, act, answer_edited

PAGE = "about/every-snippet/"
PICTURE = "about/how-fast-is-this-site-built/"
NAMES = "rows => rows.map(row => row.cells[0].querySelector('a').textContent)"
BOXES = "texts => texts.map(text => text.getBoundingClientRect().toJSON())"
SHOWN_WHOLE = """
table => [...table.rows].every(row => row.style.contentVisibility = "visible")
  && table.getBoundingClientRect().right <= innerWidth
  && [...table.querySelectorAll("th, td")].every(cell =>
    cell.scrollWidth <= cell.clientWidth + 1)
"""


def rows(page: Page) -> Locator:
    return page.locator(".proof-evidence-table tbody tr")


def names(page: Page) -> list[str]:
    return list(rows(page).evaluate_all(NAMES))


def head(page: Page, name: str) -> Locator:
    return page.get_by_role("columnheader", name=name, exact=True)


def seconds(page: Page, label: str) -> list[float]:
    cells = page.locator(f".proof-evidence-table td[data-label='{label}']")
    return [float(text.split()[0]) for text in cells.all_text_contents()]


def found(text: str) -> set[str]:
    return {word for word in ("sleep/", "takes") if word in text.lower()}


def test_column_heads_sort_both_ways(open_page: OpenPage) -> None:
    page = open_page(PAGE).page
    expect(head(page, "Program")).to_have_attribute("aria-sort", "ascending")
    given = names(page)
    assert given == sorted(given)
    for label in ("Took", "Process", "CPU", "Tries"):
        button = head(page, label).get_by_role("button")
        button.click()
        expect(head(page, label)).to_have_attribute("aria-sort", "ascending")
        expect(page.locator("[aria-sort]")).to_have_count(1)
        assert seconds(page, label) == sorted(seconds(page, label))
        button.click()
        expect(head(page, label)).to_have_attribute("aria-sort", "descending")
        assert seconds(page, label) == sorted(seconds(page, label), reverse=True)
    head(page, "Program").get_by_role("button").click()
    assert names(page) == given


def test_every_column_can_be_sorted_by_keys(open_page: OpenPage) -> None:
    page = open_page(PAGE, width=390).page
    page.get_by_role("searchbox", name="Filter the programs").focus()
    heads = page.locator(".proof-evidence-table thead th")
    for one in heads.all():
        page.keyboard.press("Tab")
        expect(one.get_by_role("button")).to_be_focused()
        page.keyboard.press("Enter")
        expect(one).to_have_attribute("aria-sort", re.compile("ascending|descending"))
        expect(one.get_by_role("button")).to_be_focused()


def test_a_text_leaves_the_rows_that_hold_all_of_it(open_page: OpenPage) -> None:
    page = open_page(PAGE).page
    every = rows(page).count()
    status = page.get_by_role("status").filter(has_text="programs")
    expect(status).to_have_text(f"{every} of {every} programs")
    expect(status).to_have_attribute("aria-live", "polite")
    field = page.get_by_role("searchbox", name="Filter the programs")
    field.fill("  SLEEP/ Takes ")
    shown = rows(page).locator("visible=true")
    left = shown.all_text_contents()
    assert 0 < len(left) < every
    assert all({"sleep/", "takes"} <= found(text) for text in left)
    expect(status).to_have_text(f"{len(left)} of {every} programs")
    head(page, "Took").get_by_role("button").click()
    expect(shown).to_have_count(len(left))
    field.fill("no program is like this")
    expect(shown).to_have_count(0)
    expect(status).to_have_text(f"0 of {every} programs")
    field.fill("")
    expect(shown).to_have_count(every)


def test_a_name_links_to_the_figure(open_page: OpenPage) -> None:
    page = open_page(PAGE).page
    link = page.get_by_role("link", name="coroutines/calling_runs_nothing", exact=True)
    link.click()
    figure = page.locator("figure#proof-coroutines--calling_runs_nothing")
    expect(figure).to_be_in_viewport()


def test_it_works_after_instant_navigation(open_page: OpenPage, site_url: str) -> None:
    page = open_page("404.html").page
    # The theme shows without a page load what the sitemap names, and that has the
    # address at which the site will be published.
    here = partial(
        answer_edited,
        edit=lambda text: re.sub("<loc>.*//.*?/", f"<loc>{site_url}", text),
    )
    page.route("**/sitemap.xml", here)
    page.goto("about/how-the-evidence-is-made/")
    with page.expect_response("**/sitemap.xml"):
        act(page)
    page.evaluate("globalThis.stayed = true")
    for _ in range(2):
        page.locator(".md-nav__link", has_text="Every snippet").first.click()
        expect(page.locator("h1")).to_contain_text("Every snippet")
        head(page, "Took").get_by_role("button").click()
        assert seconds(page, "Took") == sorted(seconds(page, "Took"))
        expect(page.get_by_role("searchbox", name="Filter the")).to_have_count(1)
        page.locator(".md-nav__link", has_text="How the evidence").first.click()
        expect(page.locator("h1")).to_contain_text("How the evidence")
    assert page.evaluate("globalThis.stayed")


def test_it_is_read_without_scripts(open_page: OpenPage, width: int) -> None:
    page = open_page(PAGE, width=width, java_script_enabled=False).page
    expect(page.locator(".proof-evidence button")).to_have_count(0)
    expect(page.get_by_role("searchbox", name="Filter the")).to_have_count(0)
    for cell in rows(page).last.locator("th, td").all():
        expect(cell).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_axe_finds_nothing_serious_when_it_is_filtered(
    open_page: OpenPage, seen_as: tuple[int, Scheme]
) -> None:
    visit: Visit = open_page(PAGE, width=seen_as[0], color_scheme=seen_as[1])
    visit.page.get_by_role("searchbox", name="Filter the").fill("sleep")
    head(visit.page, "When").get_by_role("button").click()
    assert serious_violations(visit.page) == []
    assert visit.errors == []


def test_the_table_fits(open_page: OpenPage, width: int) -> None:
    page = open_page(PAGE, width=width).page
    assert page.locator(".proof-evidence-table").evaluate(SHOWN_WHOLE)


def test_the_picture_fits_and_is_named(open_page: OpenPage, width: int) -> None:
    page = open_page(PICTURE, width=width).page
    picture = page.locator(".proof-batch > svg")
    expect(picture).to_have_role("img")
    expect(picture).to_have_accessible_name(
        re.compile("^When each of .* programs? was")
    )
    expect(picture).to_have_accessible_description(re.compile("^All of it took"))
    boxes = page.locator(".proof-batch svg text").evaluate_all(BOXES)
    assert boxes
    assert [box for box in boxes if box["left"] < 0 or box["right"] > width] == []
    page.emulate_media(color_scheme="dark" if width < 1000 else "light")
    assert serious_violations(page) == []


def test_it_is_printed_without_controls(open_page: OpenPage) -> None:
    page = open_page(PAGE).page
    page.emulate_media(media="print")
    expect(page.get_by_placeholder("Filter")).to_be_hidden()
    expect(rows(page).last).to_be_visible()


def test_the_file_says_what_the_table_says(open_page: OpenPage) -> None:
    page = open_page(PAGE).page
    with page.expect_response("**/evidence.json") as answered:
        page.evaluate("fetch(document.querySelector('a[href$=\".json\"]').href)")
    facts = json.loads(answered.value.body())["snippets"]
    assert [f"{one['took']:.3f} s" for one in facts] == page.locator(
        ".proof-evidence-table td[data-label='Took']"
    ).all_text_contents()
    assert [one["name"].removesuffix(".py") for one in facts] == names(page)
