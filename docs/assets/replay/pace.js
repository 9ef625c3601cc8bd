/* How fast a run is played: for reading, or at a part of its own speed. */

/** For reading: seconds for which an event is seen, at the least and after the longest
    wait of the run, and that all of them take at most. */
const LEAST = 0.5;
const MOST = 1.2;
const ALL = 45;

const KEPT = "proof-speed";

/** What is offered, the usual one first: a name, and seconds of the run per second. */
export const SPEEDS = {
  reading: ["For reading"],
  real: ["Real time", 1],
  quarter: ["¼ speed", 0.25],
  tenth: ["1⁄10 speed", 0.1],
};

/** The speed that was chosen last in this session. */
export function keptSpeed() {
  try {
    const kept = sessionStorage.getItem(KEPT);
    if (kept in SPEEDS) return kept;
  } catch { /* Without storage it is chosen again. */ }
  return "reading";
}

export function keepSpeed(speed) {
  try {
    sessionStorage.setItem(KEPT, speed);
  } catch { /* As above. */ }
}

/** For how many seconds of reading each moment is seen, until the next one. */
export function readingTimes({ moments }) {
  const waits = moments.slice(1).map(({ at }, before) => at - moments[before].at);
  const longest = Math.max(...waits) || 1;
  const times = waits.map((wait) => LEAST + (MOST - LEAST) * wait / longest);
  const all = times.reduce((sum, time) => sum + time, 0);
  return times.map((time) => time * Math.min(1, ALL / all));
}

/** Where a reader is some seconds after a moment came: the moment, the seconds since
    that one, and the time of the run. */
export function readOn({ moments }, times, moment, seconds) {
  while (moment < times.length && seconds >= times[moment]) {
    seconds -= times[moment];
    moment += 1;
  }
  const { at } = moments[moment];
  const until = moments[moment + 1]?.at ?? at;
  const share = moment < times.length ? seconds / times[moment] : 0;
  return { moment, seconds, time: at + (until - at) * share };
}

/** For how many seconds of reading a moment has been there at a time of the run. */
export function readSince({ moments }, times, moment, time) {
  const { at } = moments[moment];
  const wait = (moments[moment + 1]?.at ?? at) - at;
  return wait > 0 ? times[moment] * Math.max(0, time - at) / wait : 0;
}
