/* What a replay shows in its figure: the playhead, the line of code of each task,
   and the lines printed so far. */

import { fractionAt, stateAt } from "./model.js";
import { paint } from "./paint.js";
import { Playhead } from "./playhead.js";
import { Stage } from "./stage.js";

const MOST_CHIPS = 4;
const REACH = 20;

export class View {
  constructor(figure, shown, run, controls) {
    this.figure = figure;
    this.run = run;
    this.stage = new Stage(figure, shown, controls);
    const { source, lanes: { picture, words } } = this.stage;
    this.source = source;
    this.lines = shown.querySelectorAll(".proof-line");
    this.playhead = new Playhead(picture, run.place);
    this.marks = document.createElement("div");
    this.marks.className = "proof-marks";
    this.marks.ariaHidden = true;
    source.append(this.marks);
    // The texts of a lane are placed from the bottom of the picture.
    (words ?? picture).after(controls);
    for (const lane of picture.querySelectorAll("[data-lane]")) {
      paint(lane, lane.dataset.lane);
    }
    const sizes = new ResizeObserver(() => this.#fit());
    sizes.observe(source);
    sizes.observe(picture);
    this.stage.code.addEventListener("scroll", () => this.#mark(), { passive: true });
  }

  get isArriving() {
    return this.stage.isArriving;
  }

  open(smoothly) {
    const numbers = this.run.lanes.flatMap(({ spans }) =>
      spans.map(({ line }) => line ?? Infinity));
    this.stage.open(smoothly, Math.min(...numbers));
    this.#fit();
  }

  close() {
    this.moment = null;
    this.marks.replaceChildren();
    this.stage.close();
  }

  show(moment, time) {
    this.playhead.goTo(fractionAt(this.run, time));
    if (moment == this.moment) return;
    this.moment = moment;
    this.#print();
    this.#mark();
    this.stage.follow(this.runs.line);
    this.stage.followLane(this.runs.lane);
    this.stage.followOutput();
  }

  onScrub(call, signal) {
    this.playhead.onScrub(call, signal);
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

  /** Draw again what depends on where code and picture are. */
  #fit() {
    // Down to the middle of the slider below.
    this.playhead.reachTo(this.stage.lanes.height + REACH);
    this.#mark();
  }

  #mark() {
    if (this.moment == null) return;
    const lines = {};
    this.runs = {};
    stateAt(this.run, this.moment).forEach((span, lane) => {
      if (span?.isRunning) this.runs = { line: span.line, lane };
      for (const line of span?.line ? span.lines : []) {
        (lines[line] ??= []).push({ ...span, lane, isNamed: line == span.line });
      }
    });
    const bands = Object.entries(lines).map(([number, tasks]) => {
      const code = this.stage.line(number);
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
    const { offsetParent } = this.marks;
    // Taken out of the page while it plays, or on paper.
    if (!box || !offsetParent) return null;
    const top = offsetParent.getBoundingClientRect().top + offsetParent.clientTop;
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
