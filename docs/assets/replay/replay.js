/* Gives every figure that carries the data of its run a replay. */

import { Player } from "./player.js";

const players = new Map();

function mount() {
  for (const [figure, player] of players) {
    if (figure.isConnected) continue;
    player.close();
    players.delete(figure);
  }
  for (const data of document.querySelectorAll(".proof-replay-data")) {
    const figure = data.closest("figure.proof");
    if (figure && !players.has(figure)) {
      players.set(figure, new Player(figure, JSON.parse(data.content.textContent)));
    }
  }
}

// The theme announces each page that it shows without a page load. A module runs
// after the page is parsed, so that without the theme's event the page is there.
if (globalThis.document$) globalThis.document$.subscribe(mount);
else mount();
