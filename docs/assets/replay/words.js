/* The sentence that says what happens at a moment: texts, and names {name, lane}. */

import { isActive, stateAt } from "./model.js";

const LONGEST_QUOTE = 40;
const MOST_NAMES = 4;

/** A time as the picture says it. */
export function clock(run, seconds, decimals = 3) {
  const time = Math.max(seconds, 0);
  return run.end < 0.1 ? `${(time * 1000).toFixed(2)} ms`
    : `${time.toFixed(decimals)} s`;
}

export function sentence(run, moment) {
  const state = stateAt(run, moment);
  const { events } = run.moments[moment];
  const clauses = together(events)
    .map((event) => clause(run, event, state))
    .filter(({ length }) => length);
  const after = aside(run, events, state);
  if (after.length) clauses.push(after);
  const pieces = clauses.flatMap((one, index) => index ? ["; ", ...one] : one);
  if (typeof pieces[0] == "string") {
    pieces[0] = pieces[0][0].toUpperCase() + pieces[0].slice(1);
  }
  return [...pieces, "."];
}

/** Lines that one call printed are one event. */
function together(events) {
  const told = [];
  for (const event of events) {
    const last = told.at(-1);
    if (event.kind == "prints" && last?.kind == "prints" && last.lane === event.lane) {
      last.more += 1;
    } else told.push({ ...event, more: 0 });
  }
  return told;
}

function clause(run, event, state) {
  const lane = run.lanes[event.lane];
  const who = lane && { name: lane.label, lane: event.lane };
  switch (event.kind) {
    case "begins": return begins(run, event, lane, who);
    case "stops": return [who, ` has run ${calls(event.span)}`];
    case "ends": return [who, ending(lane)];
    case "cancel": return [who, " is asked to cancel"];
    case "prints": return prints(event, who);
    case "idle": return waiting(run, state);
    case "wakes": return ["the loop wakes up"];
    default: return [`the run is over after ${clock(run, run.took)}`];
  }
}

function begins(run, { span }, lane, who) {
  const at = span.line ? ` at line ${span.line}` : "";
  if (lane.kind == "thread") {
    return [who, ` runs ${calls(span)} beside the loop`];
  }
  const held = span.state == "holding" ?
    ` and holds the loop for ${clock(run, span.end - span.begin)}` : "";
  if (lane.kind == "callbacks") {
    return [`the loop runs ${calls(span)}${held}`];
  }
  switch (span.state) {
    case "ready":
      return [who, lane.spans[0] == span ? " is created, ready to start"
        : ` is ready to go on${at}`];
    case "suspended":
      return [who, ` is suspended${at} ${span.waitsFor}`.trimEnd()];
    case "overdue":
      return [who, ` is overdue${at}: it was due at ${clock(run, span.due)}`];
    default:
      return [who, runs(span, lane, at) + held];
  }
}

function runs(span, lane, at) {
  if (span.steps > 1) return ` runs${at}, in ${span.steps} short steps`;
  const isNew = lane.spans.find(({ state }) => isActive(state)) == span;
  return ` ${isNew ? "starts" : "goes on"}${at}`;
}

function calls({ waitsFor, steps }) {
  return waitsFor || `${steps} calls`;
}

function ending({ end, exception }) {
  if (end == "failed") return exception ? ` ends with ${exception}` : " fails";
  return end == "cancelled" ? " is cancelled" : " is done";
}

function prints({ text, line, more }, who) {
  const short = text.length > LONGEST_QUOTE ?
    `${text.slice(0, LONGEST_QUOTE)}…` : text;
  const also = more ? ` and ${more} more ${more > 1 ? "lines" : "line"}` : "";
  const what = (short ? `“${short}”` : "an empty line") + also;
  return who ? [who, ` prints ${what}${line ? `, at line ${line}` : ""}`]
    : [`${what} ${more ? "are" : "is"} printed`];
}

/** Who the loop waits for: the tasks that are due next, or fell asleep last. */
function waiting(run, state) {
  const asleep = state.lanes
    .map((span, lane) => ({ ...span, lane, name: run.lanes[lane].label }))
    .filter((task) => task.state == "suspended");
  if (!asleep.length) return ["the loop is idle"];
  const key = (task) => task.due ?? Infinity;
  const next = asleep.reduce((a, b) =>
    key(b) < key(a) || (key(b) == key(a) && b.begin > a.begin) ? b : a);
  const alike = asleep.filter((task) =>
    task.line == next.line && task.waitsFor == next.waitsFor);
  const at = next.line ? ` at line ${next.line}` : "";
  const are = alike.length > 1 ? "are" : "is";
  return [
    ...listed(alike),
    ` ${are} suspended${at} ${next.waitsFor}`.trimEnd(),
    "; the loop is idle",
  ];
}

function listed(names) {
  const told = names.slice(0, MOST_NAMES);
  const more = names.length - told.length;
  if (more) told.push(`${more} more`);
  return told.flatMap((name, index) => {
    const isLast = index == told.length - 1;
    return index ? [isLast ? " and " : ", ", name] : [name];
  });
}

/** What the loop does meanwhile, where the events do not say it. */
function aside(run, events, state) {
  if (events.some(({ kind }) => kind == "idle" || kind == "over")) return [];
  if (state.isIdle) return ["the loop is idle"];
  const lane = state.holder;
  if (lane < 0 || events.some((one) => one.kind == "begins" && one.lane == lane)) {
    return [];
  }
  const isSubject = events.some((one) => one.lane === lane);
  const who = isSubject ? "it" : { name: run.lanes[lane].label, lane };
  return [who, ` holds the loop until ${clock(run, state.lanes[lane].end)}`];
}
