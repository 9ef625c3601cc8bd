"""The texts in timelines, as the browser lays them out."""

from playwright.sync_api import Page

TEXTS_THAT_TOUCH = """
() => [...document.querySelectorAll(".proof-timeline > svg")].flatMap(svg => {
  const room = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")]
    .filter(text => text.checkVisibility())
    .map(text => {
      // Of the line box, what letters take.
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const high = bottom - top;
      return {
        words: text.textContent, left, right,
        top: top + high / 5, bottom: bottom - high / 5,
      };
    });
  const outside = texts
    .filter(one => one.left < room.left - 1 || one.right > room.right + 1)
    .map(one => `outside: ${one.words}`);
  return outside.concat(texts.flatMap((one, index) => texts.slice(index + 1)
    .filter(other => one.left < other.right && other.left < one.right
      && one.top < other.bottom && other.top < one.bottom)
    .map(other => `${one.words} / ${other.words}`)));
})
"""

# What is behind the words of a tag would strike through their ends.
TEXTS_WIDER_THAN_THEIR_GROUND = """
() => [...document.querySelectorAll(".proof-tag")]
  .filter(tag => tag.checkVisibility())
  .filter(tag => {
    const ground = tag.querySelector("rect").getBoundingClientRect();
    const words = tag.querySelector("text").getBoundingClientRect();
    return words.left < ground.left || words.right > ground.right;
  })
  .map(tag => tag.textContent)
"""


def test_texts_do_not_touch(sized: Page) -> None:
    assert sized.evaluate(TEXTS_THAT_TOUCH) == []


def test_the_ground_of_a_tag_is_as_wide_as_its_words(sized: Page) -> None:
    assert sized.evaluate(TEXTS_WIDER_THAN_THEIR_GROUND) == []
