/* The search as a dialog above the page. */

import { Lookup } from "./lookup.js";

const MARKUP = `
  <div class="proof-search-bar">
    <label><span class="proof-visually-hidden">Search, or paste a message</span>
      <textarea rows="1" placeholder="Ask, or paste a message"
        autocapitalize="off" autocomplete="off" spellcheck="false"
        enterkeyhint="search"></textarea></label>
    <button type="button" aria-label="Close the search">Esc</button>
  </div>
  <p role="status"></p>
  <ol class="proof-hits"></ol>`;

function made() {
  const dialog = document.createElement("dialog");
  dialog.className = "proof-search";
  dialog.setAttribute("aria-label", "Search");
  dialog.innerHTML = MARKUP;
  const lookup = new Lookup(dialog);
  dialog.addEventListener("click", (event) => {
    const isBeside = event.target == dialog;
    // A link that opens another window leaves this one as it is.
    const isFollowed = event.target.closest("a") && !(event.ctrlKey || event.metaKey);
    if (isBeside || isFollowed || event.target.closest("button")) dialog.close();
  });
  document.body.append(dialog);
  return { dialog, field: lookup.field };
}

let panel;

/** Open the search; what was looked for last is still there, selected. */
export function open() {
  panel ??= made();
  if (!panel.dialog.open) panel.dialog.showModal();
  panel.field.focus();
  panel.field.select();
}
