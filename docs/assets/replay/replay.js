/* Gives every figure that carries the data of its run a replay. */

import { Player } from "./player.js";

const players = new Map();

export function mount() {
  for (const [shown, player] of players) {
    if (shown.isConnected) continue;
    player.close();
    players.delete(shown);
  }
  for (const data of document.querySelectorAll(".proof-replay-data")) {
    const figure = data.closest("figure.proof");
    // What came of the program, perhaps on one of several versions of Python.
    const shown = data.closest(".proof-version") ?? figure;
    if (figure && !players.has(shown)) {
      const run = JSON.parse(data.content.textContent);
      players.set(shown, new Player(figure, shown, run));
    }
  }
}

// Another version of Python is chosen: what was played is out of sight.
document.addEventListener("change", ({ target }) => {
  const versions = target.closest(".proof-versions");
  for (const [shown, player] of players) {
    if (versions?.contains(shown)) player.close();
  }
});

// The theme announces each page that it shows without a page load. A module runs
// after the page is parsed, so that without the theme's event the page is there.
if (globalThis.document$) globalThis.document$.subscribe(mount);
else mount();
