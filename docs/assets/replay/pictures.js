/* What a replay of several runs shows: one playhead through all their pictures. */

import { Lanes } from "./lanes.js";
import { fractionAt } from "./model.js";
import { paint } from "./paint.js";
import { Playhead } from "./playhead.js";
import { Arrival, head, markReplaying } from "./window.js";

export class Pictures {
  constructor(figure, run, controls) {
    this.figure = figure;
    this.run = run;
    this.all = [...figure.querySelectorAll(".proof-timeline")]
      .filter((panel) => panel.querySelector(":scope > svg"))
      .map((panel) => new Lanes(panel));
    this.playheads = this.all.map(({ picture }) => new Playhead(picture, run.place));
    this.arrival = new Arrival(figure);
    figure.append(controls);
    for (const lane of figure.querySelectorAll("[data-lane]")) {
      paint(lane, lane.dataset.lane);
    }
  }

  get isArriving() {
    return this.arrival.isUnderWay;
  }

  open(smoothly) {
    markReplaying(this.figure, true);
    this.listening = new AbortController();
    const { signal } = this.listening;
    addEventListener("resize", () => this.#fit(), { signal });
    this.#fit();
    this.arrival.begin(this.#way(), smoothly ? "smooth" : "instant", signal);
  }

  close() {
    this.listening.abort();
    this.arrival.end();
    for (const lanes of this.all) lanes.drawAsPublished();
    markReplaying(this.figure, false);
  }

  show(_, time) {
    for (const playhead of this.playheads) playhead.goTo(fractionAt(this.run, time));
  }

  onScrub(call, signal) {
    for (const playhead of this.playheads) playhead.onScrub(call, signal);
  }

  /** Draw the lanes as close together as the window needs. */
  #fit() {
    for (const lanes of this.all) lanes.drawAsPublished();
    if (this.figure.offsetHeight > innerHeight - head()) {
      for (const lanes of this.all) lanes.drawCloser();
    }
    this.all.forEach(({ height }, which) => this.playheads[which].reachTo(height));
  }

  /** How far the page is from where it should be: all of it in sight, or else what
      comes first, for the controls stay in sight by themselves. */
  #way() {
    const { top, bottom } = this.figure.getBoundingClientRect();
    const first = bottom - top > innerHeight - head()
      ? this.all[0].panel.getBoundingClientRect().top : top;
    if (first < head()) return first - head();
    return Math.max(0, Math.min(bottom - innerHeight, first - head()));
  }
}
