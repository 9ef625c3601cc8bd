/* Loads what a page needs when it is needed: each script of ours once what it is for
   comes near the window, and the theme's own once somebody acts. */

import "./search/mount.js";
import { onNextPage } from "./theme.js";

/** How near is near enough. */
const MARGIN = "300px";
/** What may need a script; each is looked into by itself. */
const PLACES = "article :is(figure.proof, .proof-exercise, .proof-try, .proof-evidence, "
  + ":is(p, li):has(> .proof-term))";

/** What is looked for in a place, and the script that is for it. */
const PARTS = [
  [".proof-predict", () => import("./predict.js")],
  [".proof-replay-data", () => import("./replay/replay.js")],
  [".proof-edit, .proof-break-try, .proof-try-start", () => import("./run/mount.js")],
  [".proof-exercise-verdict", () => import("./exercise.js")],
  [".proof-evidence-table", () => import("./evidence.js")],
  [".proof-term", () => import("./glossary.js")],
];

const sight = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    sight.unobserve(target);
    equip(target);
  }
}, { rootMargin: MARGIN });

async function equip(place) {
  for (const [selector, load] of PARTS) {
    if (place.querySelector(selector)) (await load()).mount?.(place);
  }
}

function lookOver() {
  for (const place of document.querySelectorAll(PLACES)) sight.observe(place);
  // A link to a program opens it, wherever on the page it is.
  const [anchor, program] = location.hash.split("?program=");
  if (program) import("./run/mount.js").then(({ openLinked }) => openLinked(anchor, program));
}

lookOver();
onNextPage(lookOver);
