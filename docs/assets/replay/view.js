/* What a replay shows in its figure: the playhead, the line of code of each task,
   and the lines printed so far. */

import { fractionAt, stateAt } from "./model.js";

const SVG = "http://www.w3.org/2000/svg";
const COLOURS = 6;
const MOST_CHIPS = 4;
const REACH = 20;
const MARGIN = 24;
/** The part of the window that the pinned picture may take. */
const MOST_PINNED = 0.62;

/** Give an element, and what is in it, the colour of a lane. */
export function paint(element, lane) {
  element.style.setProperty("--proof-lane", `var(--proof-lane-${lane % COLOURS + 1})`);
  return element;
}

export class View {
  constructor(figure, shown, run, controls) {
    this.figure = figure;
    this.run = run;
    this.controls = controls;
    /* Percent of the width left of the axis, and under it. */
    [this.edge, this.span] = run.place;
    controls.style.setProperty("--proof-edge", `${this.edge}%`);
    controls.style.setProperty("--proof-span", `${this.span}%`);
    this.panel = shown.querySelector(".proof-timeline");
    this.picture = this.panel.querySelector(":scope > svg");
    this.source = figure.querySelector(".proof-source");
    this.output = shown.querySelector(".proof-output");
    this.lines = shown.querySelectorAll(".proof-line");
    this.playhead = document.createElementNS(SVG, "line");
    this.playhead.setAttribute("class", "proof-playhead");
    // Down to the middle of the slider below.
    this.playhead.setAttribute("y2", this.picture.height.baseVal.value + REACH);
    this.picture.append(this.playhead);
    this.marks = document.createElement("div");
    this.marks.className = "proof-marks";
    this.marks.ariaHidden = true;
    this.source.append(this.marks);
    // The texts of a lane are placed from the bottom of the picture.
    (this.panel.querySelector(".proof-words") ?? this.picture).after(controls);
    for (const lane of this.picture.querySelectorAll("[data-lane]")) {
      paint(lane, lane.dataset.lane);
    }
    new ResizeObserver(() => this.#mark()).observe(this.source);
  }

  open(smoothly) {
    this.figure.classList.add("proof-replaying");
    // A rule that looks for it in the whole page would be checked at every change.
    document.body.classList.add("proof-replay-open");
    this.#pin(smoothly);
  }

  close() {
    this.figure.classList.remove("proof-replaying");
    document.body.classList.toggle(
      "proof-replay-open", Boolean(document.querySelector(".proof-replaying")));
    this.panel.classList.remove("proof-pinned", "proof-unpinned");
    this.moment = null;
    this.marks.replaceChildren();
  }

  show(moment, time) {
    const x = `${this.edge + this.span * fractionAt(this.run, time)}%`;
    this.playhead.setAttribute("x1", x);
    this.playhead.setAttribute("x2", x);
    if (moment == this.moment) return;
    this.moment = moment;
    this.#print();
    this.#mark();
  }

  /** Scroll to the first line of code that will be marked; keep the picture in sight,
      or at least the controls. */
  #pin(smoothly) {
    const { classList } = this.panel;
    classList.add("proof-pinned");
    let tall = this.panel.offsetHeight;
    if (tall > innerHeight * MOST_PINNED) {
      classList.replace("proof-pinned", "proof-unpinned");
      tall = this.controls.offsetHeight;
    }
    const numbers = this.run.lanes.flatMap(({ spans }) =>
      spans.map(({ line }) => line ?? Infinity));
    const first = this.#line(Math.min(...numbers)) ?? this.source;
    const head = document.querySelector(".md-header")?.offsetHeight ?? 0;
    const foot = innerHeight - tall;
    const top = first.getBoundingClientRect().top - MARGIN;
    const bottom = Math.min(
      this.output.getBoundingClientRect().bottom, top + foot - head);
    scrollBy({
      top: top < head ? top - head : Math.max(0, bottom - foot),
      behavior: smoothly ? "smooth" : "instant",
    });
  }

  /** Call with a fraction of the axis as a pointer is drawn over the picture. */
  onScrub(call, signal) {
    const { picture } = this;
    const drag = ({ clientX }) => {
      const { left, width } = picture.getBoundingClientRect();
      call(((clientX - left) / width * 100 - this.edge) / this.span);
    };
    picture.addEventListener("pointerdown", (event) => {
      // A finger may be about to scroll the page; a tap is a click.
      if (event.button || event.pointerType != "mouse") return;
      event.preventDefault();
      picture.setPointerCapture(event.pointerId);
      drag(event);
    }, { signal });
    picture.addEventListener("pointermove", (event) => {
      if (picture.hasPointerCapture(event.pointerId)) drag(event);
    }, { signal });
    picture.addEventListener("click", drag, { signal });
  }

  #line(number) {
    return this.source.querySelector(`[data-line="${number}"]`);
  }

  #print() {
    const { at } = this.run.moments[this.moment];
    for (const { at: printedAt, index, lane } of this.run.lines) {
      const line = this.lines[index];
      line?.classList.toggle("proof-line-later", printedAt > at);
      line?.classList.toggle("proof-line-now", printedAt == at);
      if (line && lane !== null) paint(line, lane);
    }
  }

  #mark() {
    if (this.moment == null) return;
    const lines = {};
    stateAt(this.run, this.moment).forEach((span, lane) => {
      for (const line of span?.line ? span.lines : []) {
        (lines[line] ??= []).push({ ...span, lane, isNamed: line == span.line });
      }
    });
    const bands = Object.entries(lines).map(([number, tasks]) => {
      const code = this.#line(number);
      return code && this.#band(code, tasks.sort((a, b) => b.isRunning - a.isRunning));
    });
    this.marks.replaceChildren(...bands.filter(Boolean));
  }

  #band(code, tasks) {
    const band = document.createElement("div");
    band.className = "proof-band";
    band.classList.toggle("proof-band-runs", tasks[0].isRunning);
    if (tasks[0].isRunning || tasks.length == 1) paint(band, tasks[0].lane);
    const box = code.getClientRects()[0];
    // Taken out of the page while it plays.
    if (!box) return null;
    const top = this.figure.getBoundingClientRect().top + this.figure.clientTop;
    band.style.top = `${(box.top + box.bottom) / 2 - top}px`;
    const named = tasks.filter(({ isNamed }) => isNamed);
    const shown = named.length > MOST_CHIPS ? named.slice(0, MOST_CHIPS - 1) : named;
    let before = "";
    for (const task of shown) {
      const { label } = this.run.lanes[task.lane];
      band.append(chip(task, shortLabel(label, before)));
      before = label;
    }
    if (shown.length < named.length) {
      band.append(chip(null, `+${named.length - shown.length}`));
    }
    return band;
  }
}

function chip(task, label) {
  const chip = document.createElement("span");
  chip.className = `proof-chip proof-chip-${task?.state ?? "more"}`;
  if (task) paint(chip, task.lane);
  chip.textContent = label;
  return chip;
}

/** Of `count 2` after `count 1`, the number is enough. */
function shortLabel(label, before) {
  const stem = label.replace(/\d+$/, "");
  const isAlike = stem != label && stem == before.replace(/\d+$/, "");
  return isAlike ? label.slice(stem.length) : label;
}
