/* Closes what a reader is asked to predict, and opens it for whoever gets there by
   another way than a click: a link, the search, the printer. */

const BLOCK = ".proof-predict";

/** Opened by their reader in this session; where nothing can be kept, in this page. */
let opened = new Set();
try {
  opened = new Set(JSON.parse(sessionStorage.getItem("proof-predicted")));
} catch { /* Closed is what they are anyway. */ }

function keep() {
  try {
    sessionStorage.setItem("proof-predicted", JSON.stringify([...opened]));
  } catch { /* As above. */ }
}

/** What the address leads to: `:target` may come later. */
function target() {
  return document.getElementById(location.hash.slice(1));
}

function isLookedFor(block) {
  return block.contains(target()) || Boolean(block.querySelector("mark"));
}

// The search marks what it found some time after the page is there.
const marking = new MutationObserver((records) => {
  for (const record of records) {
    const block = record.target.closest(BLOCK);
    if (block && !block.open && block.querySelector("mark")) block.open = true;
  }
});

function mount() {
  for (const block of document.querySelectorAll(`${BLOCK}:not([data-asks])`)) {
    const name = `${location.pathname}#${block.closest("figure").id}`;
    block.dataset.asks = "";
    block.open = opened.has(name) || isLookedFor(block);
    block.addEventListener("toggle", () => {
      if (block.dataset.printed) return;
      if (block.open) opened.add(name);
      else {
        opened.delete(name);
        block.querySelector(".proof-open .proof-close")?.click();
      }
      keep();
    });
    marking.observe(block, { childList: true, subtree: true });
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

// The theme tells of each page that it went to without loading it anew.
if (globalThis.document$) globalThis.document$.subscribe(mount);
else mount();
