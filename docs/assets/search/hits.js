/* Shows results as a list of links. */

import { element } from "../element.js";
import { excerpt } from "./excerpt.js";

const ROOT = new URL("../../", import.meta.url);

/** A message begins with what it means; of other texts, the part that fits is shown. */
function summary({ kind, text }, page, wanted) {
  const pieces = excerpt(text || page.about, kind == "message" ? new Set() : wanted);
  return pieces.map((piece) => (piece.isMarked ? element("mark", "", piece.text) : piece.text));
}

function location(title, page) {
  return title == page.title ? page.part : `${page.part} › ${page.title}`;
}

/** A result as an item of a list: what it is called, where it is, what it says. */
export function hit(result, page, wanted) {
  const link = element("a", "proof-hit");
  link.href = new URL(page.address + (result.anchor ? `#${result.anchor}` : ""), ROOT);
  const title = result.title || page.title;
  link.append(
    element("span", "proof-hit-title",
      result.kind == "message" ? element("code", "", title) : title),
    element("span", "proof-hit-where", location(title, page)),
    element("span", "proof-hit-text", ...summary(result, page, wanted)),
  );
  return element("li", "", link);
}
