/* What was so at each moment of a run. */

/** Read the data of a page, with the texts of its lines of output. */
export function readRun(data, texts) {
  const lanes = data.lanes.map((lane) => ({
    ...lane,
    spans: lane.spans.map((values) => readSpan(values, lane.kind)),
  }));
  const lines = data.lines.map(([at, index, lane = null, line = null]) => ({
    at, index, lane, line, text: texts[index] ?? "",
  }));
  const run = { ...data, lanes, lines };
  run.moments = momentsOf(run);
  run.end = Math.max(run.took, run.moments.at(-1).at);
  return run;
}

function readSpan(values, kind) {
  const [state, begin, end, line = null, waitsFor, due = null, steps = 1] = values;
  return {
    // A thread runs beside the loop: it has nothing to hold.
    state: kind == "thread" && state == "holding" ? "running" : state,
    begin, end, line, due, steps,
    waitsFor: waitsFor ?? "",
  };
}

/** In which order the events of one moment are told. */
const ORDER = ["wakes", "prints", "stops", "ends", "cancel", "begins", "idle", "over"];

function momentsOf(run) {
  const events = [
    ...run.lanes.flatMap(laneEvents),
    ...run.lines.map((line) => ({ kind: "prints", ...line })),
    ...run.idle.flatMap(([begin, end]) => [
      { kind: "idle", at: begin },
      { kind: "wakes", at: end },
    ]),
    { kind: "over", at: run.took },
  ];
  events.sort((a, b) =>
    a.at - b.at || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const moments = [];
  for (const event of events) {
    if (moments.at(-1)?.at !== event.at) moments.push({ at: event.at, events: [] });
    moments.at(-1).events.push(event);
  }
  return moments;
}

function laneEvents(lane, number) {
  const events = lane.spans.flatMap((span) => {
    const begins = { kind: "begins", at: span.begin, lane: number, span };
    const stops = { kind: "stops", at: span.end, lane: number, span };
    return lane.kind == "thread" ? [begins, stops] : [begins];
  });
  for (const at of lane.cancels) events.push({ kind: "cancel", at, lane: number });
  if (lane.kind == "task" && lane.endedAt !== null) {
    events.push({ kind: "ends", at: lane.endedAt, lane: number });
  }
  return events;
}

/** The last moment that is not after a time; the first one if all are. */
export function momentAt(run, time) {
  return Math.max(0, run.moments.findLastIndex(({ at }) => at <= time));
}

/** What each lane does after a moment, or null; which one holds the loop, or -1. */
export function stateAt(run, moment) {
  const { at } = run.moments[moment];
  const lanes = run.lanes.map((lane, number) => laneAt(run, lane, number, at));
  return {
    lanes,
    holder: lanes.findIndex((lane) => lane?.state == "holding"),
    isIdle: run.idle.some(([begin, end]) => begin <= at && at < end),
  };
}

function laneAt(run, lane, number, at) {
  const span = lane.spans.findLast(({ begin }) => begin <= at);
  if (!span || at >= span.end) return null;
  const isRunning = isActive(span.state);
  // Where it prints tells more than where its step began.
  const printed = isRunning && run.lines.findLast((line) =>
    line.lane === number && line.line && line.at <= at && line.at >= span.begin);
  return { ...span, isRunning, line: printed ? printed.line : span.line };
}

export function isActive(state) {
  return state == "running" || state == "holding";
}

/** Where on the axis a time stands, as a fraction. */
export function fractionAt(run, time) {
  return along(run.axis, time, 0, 1);
}

/** Which time stands at a fraction of the axis. */
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
