/* The replay of several runs on one axis: all their events in one order of time. */

import { readRun } from "./model.js";
import { Pictures } from "./pictures.js";
import { Player } from "./player.js";

export function playerOf(label, figure, _, all) {
  const names = [...figure.querySelectorAll(".proof-head > .proof-name")]
    .filter(({ parentElement }) =>
      parentElement.nextElementSibling?.matches(".proof-timeline"))
    .map(({ textContent }) => textContent);
  const run = together(all.map(readRun), names);
  return new Player(label, figure, run, (controls) => new Pictures(figure, run, controls));
}

/** Runs as one, on the axis of the longest; each event says of which one it is. */
export function together(runs, names) {
  const ends = runs.map(({ axis }) => axis.at(-1)[0]);
  const longest = Math.max(...ends);
  const events = runs.flatMap(({ moments }, which) =>
    moments.map(({ at, sentence }) =>
      ({ at, sentence: [{ program: names[which] }, ...sentence] })));
  const moments = [];
  for (const { at, sentence } of events.sort((one, other) => one.at - other.at)) {
    const last = moments.at(-1);
    if (last?.at === at) last.sentence.push(" ", ...sentence);
    else moments.push({ at, sentence });
  }
  const { clock, place } = runs[ends.indexOf(longest)];
  return { moments, clock, place, axis: [[0, 0], [longest, 1]], end: moments.at(-1).at };
}
