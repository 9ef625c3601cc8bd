/* What a word of the glossary means is shown by style sheets alone. Here it closes with
   Escape, and a finger's first touch shows it instead of following the link. */

const TERM = ".proof-term";

/** The word whose meaning a touch is about to show. */
let touched = null;

function termOf(event) {
  return event.target instanceof Element ? event.target.closest(TERM) : null;
}

function open() {
  return document.querySelectorAll(`${TERM}:is(:hover, :focus-within)`);
}

document.addEventListener("keydown", (event) => {
  if (event.key != "Escape") return;
  for (const term of open()) term.dataset.dismissed = "";
});

function allow(event) {
  const term = termOf(event);
  if (term && !term.contains(event.relatedTarget)) delete term.dataset.dismissed;
}

document.addEventListener("mouseout", allow);
document.addEventListener("focusout", allow);

document.addEventListener("pointerdown", (event) => {
  const term = termOf(event);
  const isFirst = event.pointerType == "touch" && !term?.matches(":focus-within");
  touched = isFirst ? term : null;
}, { capture: true });

document.addEventListener("click", (event) => {
  if (!touched || termOf(event) != touched) return;
  // Before the theme's own listener, which would show the page of the link.
  event.preventDefault();
  event.stopPropagation();
  touched.querySelector("a").focus();
  touched = null;
}, { capture: true });
