/* The theme's own script: fetched once somebody acts, for until then it has nothing to
   do. What was clicked meanwhile is done when it is there. */

const ACTS = ["pointermove", "pointerdown", "touchstart", "keydown", "wheel", "scroll"];
/** The switch of the colour scheme, which only the theme can handle. */
const SWITCH = "[data-md-component=palette] label";

const calls = [];
let awake;

/** Call for each page that the theme shows without loading it. */
export function onNextPage(call) {
  calls.push(call);
}

function wake() {
  awake ??= new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = document.querySelector("script[data-later]").dataset.later;
    script.addEventListener("load", done);
    script.addEventListener("error", fail);
    document.head.append(script);
    import("./skip.js");
  }).then(() => {
    // It waits for what was long ago.
    document.dispatchEvent(new Event("DOMContentLoaded"));
    let isFirst = true;
    globalThis.document$.subscribe(() => {
      if (!isFirst) calls.forEach((call) => call());
      isFirst = false;
    });
  });
  return awake;
}

function act() {
  for (const name of ACTS) removeEventListener(name, act, { capture: true });
  wake();
}

for (const name of ACTS) addEventListener(name, act, { capture: true, passive: true });

/** Which of the colour schemes was chosen; the first one where nothing can be kept. */
function kept() {
  try {
    return globalThis.__md_get?.("__palette")?.index ?? 0;
  } catch {
    return 0;
  }
}

/** The theme shows the one that is chosen; until then, that is the one kept. */
function showSwitch() {
  const shown = document.querySelectorAll(SWITCH)[kept()];
  if (shown) shown.hidden = false;
}

addEventListener("click", async (event) => {
  const label = event.target.closest?.(SWITCH);
  if (!label || document.documentElement.classList.contains("js")) return;
  event.preventDefault();
  await wake();
  label.click();
}, { capture: true });

showSwitch();
