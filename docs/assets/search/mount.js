/* Opens the search by its button or a key, and wakes fields in pages that look something
   up. All else is loaded when somebody searches for the first time. */

const KEYS = new Set(["/", "s"]);
const FIELDS = "input, textarea, select, [contenteditable]";

async function open() {
  (await import("./panel.js")).open();
}

document.addEventListener("click", (event) => {
  if (event.target.closest?.(".proof-search-open")) open();
});

document.addEventListener("keydown", (event) => {
  if (!KEYS.has(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.defaultPrevented || event.target.closest?.(FIELDS)) return;
  if (document.querySelector("dialog[open]")) return;
  event.preventDefault();
  open();
});

/** Fields that are awake. */
const awake = new WeakSet();

async function wake(event) {
  const place = event.target.closest?.(".proof-lookup");
  if (!place || awake.has(place)) return;
  awake.add(place);
  const { Lookup } = await import("./lookup.js");
  new Lookup(place);
}

document.addEventListener("focusin", wake);
document.addEventListener("input", wake);
