"""Everything works without a mouse."""

import re

from playwright.sync_api import Page, expect

from .conftest import OpenPage

PAGE = "learn/three-coroutines-one-second/"
# The focused element, or the visible label of a field out of sight.
FOCUS = """
() => {
  const focused = document.activeElement;
  if (focused == document.body) return null;
  const labels = [...(focused.labels ?? []), focused.nextElementSibling];
  const shown = [focused, ...labels].filter(element => {
    if (element != focused && element?.localName != "label") return false;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return style.visibility == "visible" && style.opacity != "0"
      && box.width > 0 && box.bottom > 0 && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth;
  });
  const marked = shown.some(element => {
    // An SVG has no outline in every browser: a lane has a frame of its own.
    const frame = element.querySelector(":scope > .proof-reach");
    const style = getComputedStyle(frame ?? element);
    return frame
      ? style.stroke != "none" && parseFloat(style.strokeWidth) > 1
      : style.outlineStyle != "none" && parseFloat(style.outlineWidth) > 1;
  });
  return {
    name: focused.outerHTML.slice(0, 100),
    seen: marked || (focused.matches(SEEN_OTHERWISE) && shown.length > 0),
    kinds: [focused.localName, ...focused.classList],
  };
}
""".replace(
    # The link has a bar of its own.
    "SEEN_OTHERWISE",
    '".md-skip"',
)


def stops(page: Page, most: int = 200) -> list[dict[str, object]]:
    """Every stop of the Tab key, from the top of a page to its end."""
    found: list[dict[str, object]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            return found
        found.append(stop)
    raise AssertionError(f"no end after {most} stops: {found[-5:]}")


def test_focus_is_seen_everywhere(open_page: OpenPage, width: int) -> None:
    page = open_page(PAGE, width=width).page
    page.add_style_tag(content="* { transition: none !important }")
    found = stops(page)
    assert [stop["name"] for stop in found if not stop["seen"]] == []
    reached = {str(kind) for stop in found for kind in _kinds(stop)}
    assert {"md-skip", "md-code__button", "md-footer__link"} <= reached


def test_first_link_skips_to_the_content(open_page: OpenPage, width: int) -> None:
    page = open_page(PAGE, width=width).page
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.localName") == "input":
        page.keyboard.press("Tab")
    skip = page.get_by_role("link", name=re.compile("Skip to content"))
    expect(skip).to_be_focused()
    expect(skip).to_have_css("opacity", "1")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    # A link that the theme or the browser follows has changed it by now, and the theme
    # then replaces the content a while later.
    assert page.evaluate("location.hash") == ""
    page.keyboard.press("Tab")
    expect(page.locator("article :focus")).to_have_count(1)


def test_code_is_scrolled_by_keys(open_page: OpenPage) -> None:
    page = open_page(PAGE, width=390).page
    code = page.locator(".proof-source pre > code").first
    assert code.evaluate("code => code.scrollWidth > code.clientWidth")
    code.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("code => code.scrollLeft > 0", arg=code.element_handle())


def _kinds(stop: dict[str, object]) -> list[object]:
    kinds = stop["kinds"]
    assert isinstance(kinds, list)
    return kinds
