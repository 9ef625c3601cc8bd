/* Where the parts of a figure stand while it is replayed, so that code, output and
   lanes are seen together: beside each other, or the lanes at the window's bottom. */

import { Lanes } from "./lanes.js";
import { Arrival, head, markReplaying } from "./window.js";

/** Pixels: how wide window and figure have to be for two columns, what stays free in the
    window, and what of the figure is at its top. One that is low, a phone held sideways,
    has no room for lanes below the code, nor for the figure's head. */
const TALL = { window: 1100, figure: 820, free: 24, top: "figure" };
const LOW = { window: 0, figure: 600, free: 12, top: "source" };
const LOW_WINDOW = 500;
const WIDEST_FIGURE = 1320;
const LEAST_HEIGHT = 240;
const LEAST_OUTPUT = 110;
/** The part of the window that pinned lanes may take, and from which they are drawn
    closer together. */
const MOST_PINNED = 0.62;
const TALL_PINNED = 0.42;
const MARGIN = 24;
/** Milliseconds after which a page that is scrolled by hand is scrolled for a reader. */
const BY_HAND = 2500;

export class Stage {
  constructor(figure, shown, controls) {
    this.figure = figure;
    this.controls = controls;
    this.panel = shown.querySelector(".proof-timeline");
    this.lanes = new Lanes(this.panel);
    this.arrival = new Arrival(figure);
    this.source = figure.querySelector(".proof-source");
    this.code = this.source.querySelector("code");
    this.output = shown.querySelector(".proof-output");
    this.printed = this.output?.querySelector("pre > code");
  }

  /** Set the stage, and scroll to it: to a line of code, if not all of it fits. */
  open(smoothly, first) {
    this.behavior = smoothly ? "smooth" : "instant";
    markReplaying(this.figure, true);
    this.listening = new AbortController();
    const { signal } = this.listening;
    addEventListener("resize", () => this.fit(), { signal });
    for (const name of ["wheel", "touchmove"]) {
      addEventListener(name, () => {
        this.byHand = performance.now();
      }, { signal, passive: true });
    }
    this.fit();
    this.arrival.begin(this.#way(this.line(first) ?? this.source), this.behavior, signal,
      () => this.follow(this.followed));
  }

  close() {
    this.listening.abort();
    this.#clear();
    this.arrival.end();
    markReplaying(this.figure, false);
    document.body.classList.toggle("proof-replay-beside",
      Boolean(document.querySelector(".proof-beside")));
  }

  /** Whether the page still scrolls to where the figure is at rest. */
  get isArriving() {
    return this.arrival.isUnderWay;
  }

  /** Give each part its place in the window as it is. */
  fit() {
    this.#clear();
    this.beside = innerHeight < LOW_WINDOW ? LOW : TALL;
    const wide = this.#room();
    if (wide >= this.beside.figure && this.#putBeside(Math.min(wide, WIDEST_FIGURE))) return;
    this.panel.classList.add("proof-pinned");
    if (this.panel.offsetHeight > innerHeight * TALL_PINNED) this.lanes.drawCloser();
    this.panel.style.maxHeight = `${innerHeight * MOST_PINNED}px`;
  }

  /** Keep a line of code in sight. */
  follow(number) {
    this.followed = number;
    const box = this.line(number)?.getClientRects()[0];
    if (this.isArriving || !box || performance.now() - this.byHand < BY_HAND) return;
    const pane = this.isBeside ? this.code.getBoundingClientRect()
      : { top: head(), bottom: this.panel.getBoundingClientRect().top };
    if (box.top >= pane.top + MARGIN / 2 && box.bottom <= pane.bottom - MARGIN / 2) return;
    (this.isBeside ? this.code : window).scrollBy({
      top: (box.top + box.bottom - pane.top - pane.bottom) / 2, behavior: this.behavior,
    });
  }

  /** Keep the lane of who runs in sight where not all of them are. */
  followLane(lane) {
    const row = this.lanes.picture.querySelector(`[data-lane="${lane}"] > .proof-reach`);
    if (!row || this.panel.scrollHeight <= this.panel.clientHeight) return;
    const { top, bottom } = row.getBoundingClientRect();
    const begin = this.panel.getBoundingClientRect().top;
    const end = this.controls.getBoundingClientRect().top;
    if (top < begin) this.panel.scrollTop += top - begin - MARGIN / 2;
    else if (bottom > end) this.panel.scrollTop += bottom - end + MARGIN / 2;
  }

  /** Keep the last line of the output in sight. */
  followOutput() {
    if (!this.isBeside || !this.printed) return;
    const last = [...this.printed.querySelectorAll(".proof-line:not(.proof-line-later)")].at(-1);
    this.printed.scrollTop = last
      ? last.offsetTop + last.offsetHeight - this.printed.clientHeight : 0;
  }

  /** The element of a line of code. */
  line(number) {
    return this.source.querySelector(`[data-line="${number}"]`);
  }

  /** How wide the figure can be from where it begins. */
  #room() {
    const isNarrow = innerWidth < this.beside.window;
    if (isNarrow || !this.figure.parentElement.matches("article")) return 0;
    const { left } = this.figure.getBoundingClientRect();
    return document.documentElement.clientWidth - left - MARGIN;
  }

  #putBeside(wide) {
    const { figure, panel, output, source } = this;
    figure.classList.add("proof-beside");
    figure.classList.toggle("proof-low", this.beside == LOW);
    figure.style.setProperty("--proof-wide", `${wide}px`);
    const inRight = [...figure.querySelectorAll(
      ":scope > :is(.proof-output, .proof-timeline, .proof-versions), "
        + ":scope > .proof-predict > *",
    )];
    figure.style.setProperty("--proof-rows", inRight.length);
    const all = innerHeight - head() - this.beside.free
      - (source.getBoundingClientRect().top - this.#top());
    // Hidden in a low window: what is printed is seen in the lanes.
    const printed = output.offsetHeight;
    const besides = inRight.reduce((sum, part) => sum + part.offsetHeight, 0)
      - printed - panel.offsetHeight;
    const least = Math.min(printed, LEAST_OUTPUT);
    if (panel.offsetHeight + besides + least > all) this.lanes.drawCloser();
    const lanes = Math.min(panel.offsetHeight, all - besides - least);
    if (lanes < LEAST_HEIGHT / 2 || all < LEAST_HEIGHT) {
      this.#clear();
      return false;
    }
    const needed = Math.max(source.scrollHeight, besides + lanes + printed);
    const tall = Math.min(all, needed);
    figure.style.setProperty("--proof-tall-code", `${tall}px`);
    figure.style.setProperty("--proof-tall-output", `${tall - besides - lanes}px`);
    panel.style.maxHeight = `${lanes}px`;
    this.isBeside = true;
    document.body.classList.add("proof-replay-beside");
    return true;
  }

  #clear() {
    this.isBeside = false;
    this.lanes.drawAsPublished();
    document.body.classList.remove("proof-replay-beside");
    this.figure.classList.remove("proof-beside", "proof-low");
    for (const name of ["wide", "rows", "tall-code", "tall-output"]) {
      this.figure.style.removeProperty(`--proof-${name}`);
    }
    this.panel.classList.remove("proof-pinned");
    this.panel.style.maxHeight = "";
  }

  /** Where in the window that begins which is to be at its top. */
  #top() {
    return this[this.beside.top].getBoundingClientRect().top;
  }

  /** How far the page is from where it should be. */
  #way(first) {
    const top = head();
    if (this.isBeside) {
      const figure = this.#top();
      const bottom = this.panel.getBoundingClientRect().bottom;
      const isInSight = figure >= top && bottom <= innerHeight;
      return isInSight ? 0 : figure - top - MARGIN / 3;
    }
    const foot = innerHeight - this.panel.offsetHeight;
    const begin = first.getBoundingClientRect().top - MARGIN;
    const end = Math.min(
      (this.output ?? first).getBoundingClientRect().bottom, begin + foot - top);
    return begin < top ? begin - top : Math.max(0, end - foot);
  }
}
