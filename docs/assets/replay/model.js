/* Where and when in a run: the data of a page, and questions about them. */

/** Read the data of a page. */
export function readRun(data) {
  const names = data.lanes.map(({ label }, lane) => ({ name: label, lane }));
  return {
    ...data,
    lanes: data.lanes.map(({ label, spans }) => ({ label, spans: spans.map(readSpan) })),
    lines: data.lines.map(([at, index, lane = null, line = null]) => ({
      at, index, lane, line,
    })),
    moments: data.moments.map(([at, ...pieces]) => ({
      at, sentence: pieces.map((piece) =>
        typeof piece == "number" ? names[piece] : piece),
    })),
    end: data.moments.at(-1)[0],
  };
}

function readSpan([state, begin, end, line = null, places = []]) {
  return { state, begin, end, line, places };
}

/** A time in the words of the picture. */
export function clock({ clock: { factor, decimals, unit } }, seconds) {
  return `${(Math.max(seconds, 0) * factor).toFixed(decimals)} ${unit}`;
}

/** The last moment that is not after a time; the first one if all are. */
export function momentAt(run, time) {
  return Math.max(0, run.moments.findLastIndex(({ at }) => at <= time));
}

/** What each lane does after a moment, or null. */
export function stateAt(run, moment) {
  const { at } = run.moments[moment];
  return run.lanes.map((lane, number) => laneAt(run, lane, number, at));
}

function laneAt(run, lane, number, at) {
  const span = lane.spans.findLast(({ begin }) => begin <= at);
  if (!span || at >= span.end) return null;
  const isRunning = span.state == "running" || span.state == "holding";
  // What is known last is more exact than the line where the step began.
  const printed = isRunning && run.lines.findLast((line) =>
    line.lane === number && line.line && line.at <= at && line.at >= span.begin);
  const [since, ...stands] = span.places.findLast(([begin]) => begin <= at) ?? [];
  const isStanding = stands.length && !(printed && printed.at > since);
  const lines = isStanding ? stands : [printed ? printed.line : span.line];
  return { ...span, isRunning, line: lines[0], lines };
}

/** The place of a time on the axis, as a fraction. */
export function fractionAt(run, time) {
  return along(run.axis, time, 0, 1);
}

/** The time at a fraction of the axis. */
export function timeAt(run, fraction) {
  return along(run.axis, fraction, 1, 0);
}

function along(points, value, from, to) {
  const next = points.findIndex((point) => point[from] > value);
  if (next == 0) return points[0][to];
  if (next < 0) return points.at(-1)[to];
  const [a, b] = [points[next - 1], points[next]];
  return a[to] + (b[to] - a[to]) * (value - a[from]) / (b[from] - a[from]);
}
