/* Loads what a page needs when it is needed: each script of ours once what it is for
   comes near the window, the search once somebody searches, and the theme's own script
   once somebody acts. */

import { onNextPage } from "./theme.js";

/** How near is near enough. */
const MARGIN = "300px";
/** What may need a script; each is looked into by itself. */
const PLACES = "article :is(figure.proof, .proof-exercise, .proof-try, .proof-evidence, "
  + ":is(p, li):has(> .proof-term))";

/** What is looked for in a place, and the script that is for it. */
const PARTS = [
  [".proof-replay-data", () => import("./replay/replay.js")],
  [".proof-edit, .proof-break-try, .proof-try-start", () => import("./run/mount.js")],
  [".proof-exercise-verdict", () => import("./exercise.js")],
  [".proof-evidence-table", () => import("./evidence.js")],
  [".proof-term", () => import("./glossary.js")],
];

/** Keys that open the search, and where they are only letters. */
const SEARCH_KEYS = new Set(["/", "s"]);
const FIELDS = "input, textarea, select, [contenteditable]";

const sight = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    sight.unobserve(target);
    equip(target);
  }
}, { rootMargin: MARGIN });

/** What must not be seen before its script is there. */
async function closeQuestions() {
  if (document.querySelector(".proof-predict")) (await import("./predict.js")).mount(document);
}

async function equip(place) {
  // Whoever uses keys has to scroll it as well.
  for (const code of place.querySelectorAll("pre > code")) {
    if (code.scrollWidth > code.clientWidth) code.tabIndex = 0;
  }
  for (const [selector, load] of PARTS) {
    if (place.querySelector(selector)) (await load()).mount?.(place);
  }
}

function lookOver() {
  closeQuestions();
  for (const place of document.querySelectorAll(PLACES)) sight.observe(place);
  openLinked();
}

/** A link to a program, or to a moment of a run, opens it wherever on the page it is. */
async function openLinked() {
  const [anchor, program] = location.hash.split("?program=");
  if (program) (await import("./run/mount.js")).openLinked(anchor, program);
  const [figure, moment] = location.hash.slice(1).split("?moment=");
  if (!moment) return;
  const place = document.getElementById(figure);
  if (!place) return;
  await equip(place);
  (await import("./replay/replay.js")).openLinked(figure, moment);
}

addEventListener("hashchange", () => {
  if (location.hash.includes("?moment=")) openLinked();
});

// What is opened does not bubble.
document.addEventListener("toggle", async ({ target }) => {
  const place = target.open && target.querySelector(".proof-break-outcome[data-from]");
  if (place) (await import("./counter-proof.js")).fill(place);
}, { capture: true });

async function openSearch() {
  (await import("./search/panel.js")).open();
}

document.addEventListener("click", (event) => {
  if (event.target.closest?.(".proof-search-open")) openSearch();
});

document.addEventListener("keydown", (event) => {
  if (!SEARCH_KEYS.has(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.defaultPrevented || event.target.closest?.(FIELDS)) return;
  if (document.querySelector("dialog[open]")) return;
  event.preventDefault();
  openSearch();
});

/** Fields in pages that look something up, and are awake. */
const awake = new WeakSet();

async function wake(event) {
  const place = event.target.closest?.(".proof-lookup");
  if (!place || awake.has(place)) return;
  awake.add(place);
  const { Lookup } = await import("./search/lookup.js");
  new Lookup(place);
}

document.addEventListener("focusin", wake);
document.addEventListener("input", wake);

lookOver();
onNextPage(lookOver);
