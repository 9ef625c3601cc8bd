"""The first picture of a visit explains itself to who asks."""

from typing import Final

from playwright.sync_api import Locator, Page, expect

from .accessibility import serious_violations
from .conftest import OpenReplay, Scheme

ASK: Final = "What do I see?"
# Of ours alone: the theme reports that it cannot keep the colours.
BLOCKED: Final = """
for (const name of ["getItem", "setItem"]) {
  const original = Storage.prototype[name];
  Storage.prototype[name] = function(key, ...values) {
    if (key == "proof-explained") throw new DOMException("blocked");
    return original.call(this, key, ...values);
  };
}
"""
# Texts of the picture and of the output that a number lies upon.
COVERED: Final = """
figure => [...figure.querySelectorAll(".proof-callout")].flatMap(badge => {
  const a = badge.getBoundingClientRect();
  const room = figure.getBoundingClientRect();
  const isOut = a.left < room.left || a.right > room.right;
  const texts = [...figure.querySelectorAll(".proof-picture text, .proof-line")];
  return [...isOut ? [badge.textContent] : [], ...texts.filter(text => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].some(b =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3);
  }).map(text => text.textContent)];
})
"""


def test_what_is_in_the_picture_is_explained(
    open_replay: OpenReplay, seen_as: tuple[int, Scheme]
) -> None:
    replay = open_replay(width=seen_as[0], color_scheme=seen_as[1])
    figure = replay.figure
    ask = figure.get_by_role("button", name=ASK)
    expect(ask).to_have_attribute("aria-expanded", "false")
    ask.click()
    expect(ask).to_have_attribute("aria-expanded", "true")
    said = figure.get_by_role("group", name="What you see").get_by_role("listitem")
    # Nobody holds the loop here.
    expect(said).to_have_text(
        [
            "0.001 seconds after the start, this line was printed.",
            "nap 1 has the loop: its code runs.",
            "nap 1 waits, and leaves the loop to others.",
            "nap 1 prints a line.",
        ]
    )
    expect(figure.locator(".proof-callout")).to_have_count(4)
    assert figure.evaluate(COVERED) == []
    assert serious_violations(replay.page) == []
    replay.page.emulate_media(media="print")
    expect(figure.locator(".proof-callouts")).to_be_hidden()
    expect(figure.locator(".proof-callout").first).to_be_hidden()
    expect(ask).to_be_hidden()


def test_who_has_seen_it_is_not_asked_again(open_replay: OpenReplay) -> None:
    page = open_replay().page
    # Only at the first picture.
    expect(page.locator("figure.proof .proof-play")).to_have_count(2)
    expect(_ask(page)).to_have_count(1)
    _ask(page).press("Enter")
    page.get_by_role("button", name="Got it").focus()
    page.keyboard.press("Escape")
    expect(page.locator(".proof-callouts, .proof-callout")).to_have_count(0)
    expect(_ask(page)).to_be_focused()
    page.reload()
    expect(page.locator("figure.proof .proof-play").first).to_be_visible()
    expect(_ask(page)).to_have_count(0)


def test_a_replay_takes_its_place(open_replay: OpenReplay) -> None:
    replay = open_replay()
    page = replay.page
    _ask(page).click()
    expect(page.locator(".proof-callout")).to_have_count(4)
    replay.start()
    expect(page.locator(".proof-callouts, .proof-callout")).to_have_count(0)
    page.reload()
    expect(replay.play).to_be_visible()
    expect(_ask(page)).to_have_count(0)


def test_it_is_there_without_storage(open_replay: OpenReplay) -> None:
    page = open_replay().page
    page.add_init_script(BLOCKED)
    page.reload()
    _ask(page).click()
    page.get_by_role("button", name="Got it").click()
    expect(page.locator(".proof-callouts")).to_have_count(0)


def _ask(page: Page) -> Locator:
    return page.get_by_role("button", name=ASK)
