/* The replay of one run, with its code and its output. */

import { readRun } from "./model.js";
import { Player } from "./player.js";
import { View } from "./view.js";

export function playerOf(label, figure, shown, [data]) {
  const run = readRun(data);
  return new Player(label, figure, run, (controls) =>
    new View(figure, shown, run, controls));
}
