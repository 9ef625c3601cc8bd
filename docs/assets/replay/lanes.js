/* The lanes of a picture: as they are published, or drawn closer together. */

/** Pixels of a lane that is drawn closer: without what is written below it. */
const COMPACT_LANE = 46;

export class Lanes {
  constructor(panel) {
    this.panel = panel;
    this.picture = panel.querySelector(":scope > svg");
    this.words = panel.querySelector(".proof-words");
    this.height = this.natural = this.picture.height.baseVal.value;
  }

  /** Draw them closer together, without what is written below each. */
  drawCloser() {
    let up = 0;
    const lanes = [...this.picture.querySelectorAll(".proof-lane")].map((lane) => {
      const reach = lane.querySelector(".proof-reach");
      const before = up;
      lane.style.transform = `translateY(${-before}px)`;
      up += Math.max(0, reach.height.baseVal.value + 1 - COMPACT_LANE);
      return before;
    });
    [...this.words?.children ?? []].forEach((words, lane) => {
      words.style.transform = `translateY(${up - (lanes[lane] ?? up)}px)`;
    });
    this.picture.querySelector(".proof-axis").style.transform = `translateY(${-up}px)`;
    this.height = this.natural - up;
    this.picture.style.height = `${this.height}px`;
    this.panel.classList.add("proof-compact");
  }

  drawAsPublished() {
    this.height = this.natural;
    this.panel.classList.remove("proof-compact");
    this.picture.style.height = "";
    for (const part of this.picture.querySelectorAll(".proof-lane, .proof-axis")) {
      part.style.transform = "";
    }
    for (const words of this.words?.children ?? []) words.style.transform = "";
  }
}
