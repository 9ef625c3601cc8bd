/* Gives a figure that has the data of its run a button that replays it; all else is
   loaded when it is pressed. */

const players = new Map();

/** Give each run that is shown in a place its button. */
export function mount(place) {
  for (const [shown, player] of players) {
    if (shown.isConnected) continue;
    player.close();
    players.delete(shown);
  }
  for (const data of place.querySelectorAll(".proof-replay-data")) {
    const panel = data.parentElement;
    if (!panel.querySelector(":scope > .proof-replay")) offer(panel, data);
  }
}

function offer(panel, data) {
  const label = document.createElement("span");
  label.className = "proof-label";
  label.dataset.room = "Pause";
  label.textContent = "Replay";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "proof-play";
  button.dataset.icon = "play";
  button.append(label);
  const buttons = document.createElement("div");
  buttons.className = "proof-buttons";
  buttons.append(button);
  const root = document.createElement("div");
  root.className = "proof-replay";
  root.role = "group";
  root.ariaLabel = `Replay of ${data.closest("figure.proof").querySelector(".proof-name")
    ?.textContent}`;
  root.append(buttons);
  button.addEventListener("click", () => open(data, root, button), { once: true });
  // The texts of a lane are placed from the bottom of the picture.
  panel.querySelector(".proof-words").after(root);
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
    await open(panel.querySelector(".proof-replay-data"), root, root.querySelector("button"),
      moment);
  }
}

async function open(data, root, button, moment) {
  const figure = data.closest("figure.proof");
  // What came of the program, perhaps on one of several versions of Python.
  const shown = data.closest(".proof-version") ?? figure;
  try {
    const [{ Player }, run] = await Promise.all([import("./player.js"), read(data)]);
    const hadFocus = document.activeElement == button;
    root.remove();
    const player = new Player(figure, shown, run);
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

// Another version of Python is chosen: what was played is out of sight.
document.addEventListener("change", ({ target }) => {
  const versions = target.closest(".proof-versions");
  for (const [shown, player] of players) {
    if (versions?.contains(shown)) player.close();
  }
});
