/* Gives a figure that has the data of its run a button that replays it, and the first one
   of a page a button that explains it; all else is loaded when they are pressed. */

/** Whether a reader knows what a timeline shows: from one visit to the next. */
const KEPT = "proof-explained";

const players = new Map();
let callouts = null;

/** Give each run that is shown in a place its button, runs on one axis one together. */
export function mount(place) {
  for (const [shown, player] of players) {
    if (shown.isConnected) continue;
    player.close();
    players.delete(shown);
  }
  for (const data of place.querySelectorAll(".proof-replay-data")) {
    const panel = panelOf(data);
    if (!panel.querySelector(":scope > .proof-replay")) offer(panel);
  }
}

/** What is replayed as one: a timeline, or all that are compared. */
function panelOf(data) {
  return data.closest(".proof-comparison") ?? data.parentElement;
}

function offer(panel) {
  const label = document.createElement("span");
  label.className = "proof-label";
  label.dataset.room = "Pause";
  label.textContent = "Replay";
  const play = button("proof-play", label);
  play.dataset.icon = "play";
  const buttons = document.createElement("div");
  buttons.className = "proof-buttons";
  buttons.append(play);
  const root = document.createElement("div");
  root.className = "proof-replay";
  root.role = "group";
  root.ariaLabel = `Replay of ${titleOf(panel.closest("figure.proof"))}`;
  root.append(buttons);
  play.addEventListener("click", () => open(panel, root, play), { once: true });
  // The texts of a lane are placed from the bottom of the picture.
  const words = panel.querySelector(":scope > .proof-words");
  if (words) words.after(root);
  else panel.append(root);
  if (isFirst(panel) && !isExplained()) buttons.append(explaining(panel));
}

function titleOf(figure) {
  return figure.ariaLabel ?? figure.querySelector(".proof-name")?.textContent;
}

/** Whether no other run is shown before it in the page. */
function isFirst(panel) {
  const first = document.querySelector(
    "article :not(.proof-comparison *) > .proof-replay-data");
  return first?.parentElement == panel;
}

function explaining(panel) {
  const ask = button("proof-explain", "What do I see?");
  ask.ariaExpanded = false;
  ask.addEventListener("click", async () => {
    const { Callouts } = await import("../callouts.js");
    if (callouts?.ask != ask) {
      // Perhaps of a page that was left.
      callouts?.close();
      callouts = new Callouts(panel, ask, keepExplained);
    }
    callouts.toggle();
  });
  return ask;
}

function isExplained() {
  try {
    return Boolean(localStorage.getItem(KEPT));
  } catch {
    // Without storage it is offered again.
    return false;
  }
}

function keepExplained() {
  try {
    localStorage.setItem(KEPT, "yes");
  } catch { /* As above. */ }
}

/** Open the replay of a figure at an event, counted from 1. */
export async function openLinked(anchor, event) {
  const figure = document.getElementById(anchor);
  const panel = [...figure?.querySelectorAll(".proof-replay-data") ?? []]
    .map(panelOf)
    .find((parent) => parent.checkVisibility?.() ?? true);
  if (!panel) return;
  const moment = Number(event) - 1 || 0;
  const player = players.get(panel.closest(".proof-version") ?? figure);
  if (player) {
    player.close();
    player.open(moment);
  } else {
    const root = panel.querySelector(":scope > .proof-replay");
    await open(panel, root, root.querySelector("button"), moment);
  }
}

async function open(panel, root, play, moment) {
  const figure = panel.closest("figure.proof");
  // What came of the program, perhaps on one of several versions of Python.
  const shown = panel.closest(".proof-version") ?? figure;
  try {
    const [{ playerOf }, ...runs] = await Promise.all([
      panel == figure ? import("./together.js") : import("./one.js"),
      ...[...panel.querySelectorAll(".proof-replay-data")].map(read),
    ]);
    const hadFocus = document.activeElement == play;
    callouts?.close();
    keepExplained();
    root.remove();
    const player = playerOf(root.ariaLabel, figure, shown, runs);
    players.set(shown, player);
    player.open(moment);
    if (hadFocus && player.moves) player.controls.play.focus({ preventScroll: true });
  } catch (error) {
    root.append(`The replay could not be loaded (${error.message}).`);
  }
}

/** In a page that is served while it is written, the data are in the page. */
async function read({ dataset, content }) {
  if (!dataset.from) return JSON.parse(content.textContent);
  const answer = await fetch(dataset.from);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
  return answer.json();
}

function button(className, ...content) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.append(...content);
  return made;
}

// Another version of Python is chosen: what was played is out of sight.
document.addEventListener("change", ({ target }) => {
  const versions = target.closest(".proof-versions");
  for (const [shown, player] of players) {
    if (versions?.contains(shown)) player.close();
  }
});
