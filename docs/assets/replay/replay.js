/* Gives a figure that has the data of its run a button that replays it; all else is
   loaded when it is pressed. */

const players = new Map();

/** Give each run that is shown in a place its button, runs on one axis one together. */
export function mount(place) {
  for (const [shown, player] of players) {
    if (shown.isConnected) continue;
    player.close();
    players.delete(shown);
  }
  for (const data of place.querySelectorAll(".proof-replay-data")) {
    const panel = data.closest(".proof-comparison") ?? data.parentElement;
    if (!panel.querySelector(":scope > .proof-replay")) offer(panel);
  }
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
}

function titleOf(figure) {
  return figure.ariaLabel ?? figure.querySelector(".proof-name")?.textContent;
}

/** Open the replay of a figure at an event, counted from 1. */
export async function openLinked(anchor, event) {
  const figure = document.getElementById(anchor);
  const panel = [...figure?.querySelectorAll(".proof-replay-data") ?? []]
    .map(({ parentElement }) => parentElement)
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
