/* Closes what a reader is asked to predict and the text that tells it, and opens both
   for a click, a link and the printer. */

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

/** What tells the answer: the texts that follow the figure, up to something else; and
    the figure that compares its run with another one. */
const TEXTS = ":is(p, ul, ol):not([class]), .proof-key";

/** Whether a text leads over to the next figure, and so tells nothing of this one. */
function leadsOn(text) {
  return text.nextElementSibling?.matches("figure") && text.textContent.trimEnd().endsWith(":");
}

/** The element in the address: `:target` may be set later. */
function target() {
  return document.getElementById(location.hash.slice(1));
}

/** Whether the address is that of a moment of a replay in a block. */
function isReplayed(block) {
  return location.hash.startsWith(`#${block.closest("figure").id}?moment=`);
}

/** Whether an element tells the answer that a figure gives. */
function tells(element, figure) {
  const comparison = `.proof-comparison:has([id^="${figure.id}-compared"])`;
  if (element.matches(comparison)) return true;
  if (!element.matches(TEXTS)) return false;
  return !leadsOn(element) || element.nextElementSibling.matches(comparison);
}

/** Show or hide what tells the answer of a block. */
function tell(block) {
  const figure = block.closest("figure");
  let next = figure.nextElementSibling;
  while (next && tells(next, figure)) {
    if (!next.classList.contains("proof-key")) {
      // Found by the browser's search, it opens the block.
      next.hidden = block.open ? false : "until-found";
      next.onbeforematch = () => { block.open = true; };
    }
    next = next.nextElementSibling;
  }
}

/** Close the questions in a place. */
export function mount(place) {
  for (const block of place.querySelectorAll(`${BLOCK}:not([data-asks])`)) {
    const name = `${location.pathname}#${block.closest("figure").id}`;
    block.dataset.asks = "";
    block.open = opened.has(name) || block.contains(target()) || isReplayed(block);
    tell(block);
    block.addEventListener("toggle", () => {
      tell(block);
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
  for (const block of document.querySelectorAll(`${BLOCK}:not([open])`)) {
    if (isReplayed(block)) block.open = true;
  }
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
    tell(block);
  }
});

addEventListener("afterprint", () => {
  for (const block of document.querySelectorAll(`${BLOCK}[data-printed]`)) {
    block.open = false;
    tell(block);
    delete block.dataset.printed;
  }
});
