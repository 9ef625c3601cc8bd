"""What axe-core finds in a page."""

from typing import Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Contrast takes most of the time, and a long page repeats itself: it is checked for the
# first and the last of the texts whose elements have the same styles, all the way up.
_MARK: Final = """
() => {
  const numbers = new Map(), kinds = new Map(), found = new Map();
  const kind = element => {
    if (!element) return 0;
    if (!kinds.has(element)) {
      const style = getComputedStyle(element);
      const key = JSON.stringify([
        kind(element.parentElement), element.localName, element.getAttribute("class"),
        element.matches(":disabled, [aria-disabled=true]"),
        style.color, style.fill, style.opacity, style.fontSize, style.fontWeight,
        style.backgroundColor, style.backgroundImage, style.position, style.textShadow,
      ]);
      if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
      kinds.set(element, numbers.get(key));
    }
    return kinds.get(element);
  };
  const isText = element => element.matches("input, select, textarea, option")
    || [...element.childNodes].some(node => node.nodeType == 3 && node.data.trim());
  for (const element of document.body.querySelectorAll("*")) {
    if (!isText(element) || !element.checkVisibility()) continue;
    const number = kind(element);
    found.set(number, [found.get(number)?.[0] ?? element, element]);
  }
  for (const ends of found.values())
    for (const element of ends) element.setAttribute("data-of-its-kind", "");
  axe.configure({
    rules: [{ id: "color-contrast", selector: "[data-of-its-kind]" }],
  });
}
"""
_RUN: Final = """
([without, enabled]) => axe.run(
  { exclude: without ? [without] : [] },
  {
    resultTypes: ["violations"],
    rules: { "color-contrast": { enabled }, "link-in-text-block": { enabled } },
  },
).finally(() => {
  for (const element of document.querySelectorAll("[data-of-its-kind]"))
    element.removeAttribute("data-of-its-kind");
})
"""


def serious_violations(
    page: Page, *, without: str = "", colours: bool = True
) -> list[str]:
    """What axe-core calls serious or critical in a page as it is now.

    Args:
        page: The page.
        without: A selector of what is left out.
        colours: Whether those of texts and links are looked at, which takes most of
            the time: what is behind each of them is worked out.
    """
    page.evaluate(Axe().axe_script)
    if colours:
        page.evaluate(_MARK)
    report = page.evaluate(_RUN, [without, colours])
    passed = {rule["id"] for rule in report["passes"]}
    assert passed, "axe-core checked nothing"
    assert colours == ("color-contrast" in passed), "axe-core checked no contrast"
    return [
        f"{found['id']}: {' '.join(node['target'])}: {node['failureSummary']}"
        for found in report["violations"]
        if found["impact"] in {"serious", "critical"}
        for node in found["nodes"]
    ]
