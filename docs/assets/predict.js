/* Closes what a reader is asked to predict, and opens it for a click, a link and
   the printer. */

const BLOCK = ".proof-predict";

/** Opened by the reader in this session; without storage, in this page. */
let opened = new Set();
try {
  opened = new Set(JSON.parse(sessionStorage.getItem("proof-predicted")));
} catch { /* All are closed then. */ }

function keep() {
  try {
    sessionStorage.setItem("proof-predicted", JSON.stringify([...opened]));
  } catch { /* As above. */ }
}

/** The element in the address: `:target` may be set later. */
function target() {
  return document.getElementById(location.hash.slice(1));
}

/** Close the questions in a place. */
export function mount(place) {
  for (const block of place.querySelectorAll(`${BLOCK}:not([data-asks])`)) {
    const name = `${location.pathname}#${block.closest("figure").id}`;
    block.dataset.asks = "";
    block.open = opened.has(name) || block.contains(target());
    block.addEventListener("toggle", () => {
      if (block.dataset.printed) return;
      if (block.open) opened.add(name);
      else {
        opened.delete(name);
        block.querySelector(".proof-open .proof-close")?.click();
      }
      keep();
    });
  }
}

addEventListener("hashchange", () => {
  const place = target();
  const block = place?.closest(`${BLOCK}:not([open])`);
  if (!block) return;
  block.open = true;
  place.scrollIntoView();
});

addEventListener("beforeprint", () => {
  for (const block of document.querySelectorAll(`${BLOCK}:not([open])`)) {
    block.dataset.printed = "yes";
    block.open = true;
  }
});

addEventListener("afterprint", () => {
  for (const block of document.querySelectorAll(`${BLOCK}[data-printed]`)) {
    block.open = false;
    delete block.dataset.printed;
  }
});
