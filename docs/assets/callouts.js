/* Explains a picture where it stands: numbers beside what is to be seen, and below it a
   list that says what each means. Only what is in this picture is explained. */

import { element } from "./element.js";

const MOST = 4;
/** Pixels between something narrow and its number. */
const GAP = 2;
/** Places along something wide, as parts of its width. */
const ALONG = [0.5, 0.25, 0.75];
/** Pixels from which a wait is seen as one. */
const SEEN = 40;
/** What a number should not lie upon; nor is a suspended task's thin line in its way. */
const COVERABLE = "text, .proof-mark, .proof-dot, rect[data-state]:not([data-state=suspended])";

/** What may be in a lane, each with what is said of it: the first that is there of those
    that are alternatives, from a number of pixels on. */
const IN_LANES = [
  [
    ["[data-state=holding]", "holds the loop: no other task can run."],
    ["[data-state=running]", "has the loop: its code runs."],
  ],
  [["[data-state=suspended]", "waits, and leaves the loop to others."]],
  [
    ["[data-state=overdue]", "could go on, but another has the loop.", SEEN],
    ["[data-state=ready]", "could go on, but another has the loop.", SEEN],
  ],
  [[".proof-dot", "prints a line."]],
];

export class Callouts {
  constructor(panel, ask, onClose) {
    Object.assign(this, { panel, ask, onClose });
    this.figure = panel.closest("figure.proof");
    this.picture = panel.querySelector(":scope > svg");
    // What came of the program, perhaps on one of several versions of Python.
    this.output = (panel.closest(".proof-version") ?? this.figure)
      .querySelector(".proof-output");
  }

  toggle() {
    if (this.root) this.close();
    else this.#open();
  }

  close() {
    if (!this.root) return;
    const hadFocus = this.root.contains(document.activeElement);
    this.listening.abort();
    this.sizes.disconnect();
    for (const { badge } of this.found) badge.remove();
    this.root.remove();
    this.root = null;
    this.ask.ariaExpanded = false;
    this.ask.classList.add("proof-explained");
    if (hadFocus) this.ask.focus({ preventScroll: true });
    this.onClose();
  }

  #open() {
    this.found = [...inLanes(this.picture), ...inOutput(this.output)].slice(0, MOST)
      .sort((one, other) => one.target().top - other.target().top)
      .map((one, index) => ({ ...one, badge: badge(index + 1) }));
    const close = element("button", "proof-callouts-close", "Got it");
    close.type = "button";
    close.addEventListener("click", () => this.close());
    this.root = element("div", "proof-callouts",
      element("ol", "", ...this.found.map(({ name, words }) =>
        element("li", "", element("code", "", name), ` ${words}`))),
      close);
    this.root.role = "group";
    this.root.ariaLabel = "What you see in the picture";
    this.ask.closest(".proof-replay").after(this.root);
    this.ask.ariaExpanded = true;
    this.listening = new AbortController();
    document.addEventListener("keydown", ({ key, target }) => {
      const isHere = target == document.body || this.figure.contains(target);
      if (key == "Escape" && isHere) this.close();
    }, { signal: this.listening.signal });
    this.sizes = new ResizeObserver(() => this.#place());
    this.sizes.observe(this.picture);
    this.#place();
  }

  /** Put each number where it covers the least. */
  #place() {
    const taken = [...this.picture.querySelectorAll(COVERABLE)]
      .map((part) => part.getBoundingClientRect()).filter(({ width }) => width);
    for (const { target, badge, pane } of this.found) {
      const place = pane == "output" ? this.output : this.panel;
      place.append(badge);
      const { width } = badge.getBoundingClientRect();
      const half = width / 2;
      const boxes = candidates(target(), pane, half).map(([x, y]) => boxAround(x, y, half));
      const costs = boxes.map((box) => covered(box, taken));
      const box = boxes[costs.indexOf(Math.min(...costs))];
      taken.push(box);
      const { left, top } = place.getBoundingClientRect();
      badge.style.left = `${box.left - left - place.clientLeft}px`;
      badge.style.top = `${box.top - top - place.clientTop}px`;
    }
  }
}

/** What is to be seen in the lanes, each kind once. */
function inLanes(picture) {
  return IN_LANES.flatMap((alternatives) => {
    for (const [selector, words, least = 0] of alternatives) {
      const parts = [...picture.querySelectorAll(`[data-kind=task] > ${selector}`)];
      const part = plainest(
        parts.filter((one) => one.getBoundingClientRect().width >= least));
      if (!part) continue;
      const name = part.closest(".proof-lane").querySelector(".proof-name").textContent;
      return [{ name, words, target: () => part.getBoundingClientRect(), pane: "lanes" }];
    }
    return [];
  });
}

/** One of the widest: the first that is not of the first lane, for that one only waits
    for the others in most programs. */
function plainest(parts) {
  const widths = parts.map((part) => part.getBoundingClientRect().width);
  const wide = parts.filter((_, index) => widths[index] >= Math.max(...widths) / 2);
  return wide.find((part) => !part.closest("[data-lane='0']")) ?? wide[0];
}

/** The times at the lines of the output. */
function inOutput(output) {
  const line = [...output?.querySelectorAll(".proof-line") ?? []]
    .find(({ dataset, textContent }) => Number(dataset.at) && textContent.trim());
  if (!line) return [];
  const target = () => {
    const text = document.createRange();
    text.selectNodeContents(line);
    return text.getClientRects()[0];
  };
  return [{
    name: line.dataset.at, words: "seconds after the start, this line was printed.",
    target, pane: "output",
  }];
}

/** The middles of places for a number, the best first. */
function candidates({ left, right, top, bottom, width }, pane, half) {
  const middle = (top + bottom) / 2;
  const away = half + GAP;
  // At the rule between the times and the lines.
  if (pane == "output") return [[left - away, middle]];
  if (width >= 2 * away) {
    return [...ALONG.map((part) => left + width * part), left + away, right - away]
      .map((x) => [x, middle]);
  }
  const across = (left + right) / 2;
  return [
    [left - away, middle], [right + away, middle],
    [across, bottom + away], [across, top - away],
  ];
}

function boxAround(x, y, half) {
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

/** How much of a box lies over others, in square pixels. */
function covered(box, others) {
  return others.reduce((sum, other) => sum
    + Math.max(0, Math.min(box.right, other.right) - Math.max(box.left, other.left))
    * Math.max(0, Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top)), 0);
}

function badge(number) {
  const made = element("span", "proof-callout", number);
  made.ariaHidden = true;
  return made;
}
