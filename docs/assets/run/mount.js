/* Gives every figure whose program can be run here the button that does so; all else
   is loaded at the first click. */

/* `change` makes another program of the published one; then that is run at once. */
async function open(figure, program, change) {
  const place = figure.querySelector(".proof-edit-place");
  const status = figure.querySelector(".proof-edit-status");
  if (figure.classList.contains("proof-editing")) return;
  try {
    const [{ Session }, { prepare }] = await Promise.all(
      [import("./session.js"), import("./interpreter.js")]);
    // A link may open it as well, and then nobody has asked to run it yet.
    if (program === undefined) prepare();
    const download = figure.querySelector(".proof-links a[download]");
    const original = await (await fetch(download.href)).text();
    const session = new Session(place, {
      name: figure.dataset.snippet,
      title: download.download,
      program: original,
      onClose() {
        figure.classList.remove("proof-editing");
        figure.querySelector(".proof-edit").focus();
      },
    });
    session.anchor = `#${figure.id}`;
    session.published = new URL(`runs/${figure.id}.json`, import.meta.url);
    session.onOutcome = (outcome) => figure.dispatchEvent(new CustomEvent("proof-outcome",
      { bubbles: true, detail: { outcome, program: session.program, original } }));
    figure.classList.add("proof-editing");
    await session.open(change ? change(original) : program, [0, 0]);
    if (change) session.run();
  } catch (error) {
    figure.classList.remove("proof-editing");
    status.textContent = `Programs cannot be run here (${error.message}). `
      + "What is published below is not affected.";
  }
}

/** A program after the change of a counter-proof: line, how many go, what comes. */
function edited(text, edits) {
  const lines = text.split("\n");
  for (const [line, removed, added] of [...edits].reverse()) {
    lines.splice(line - 1, removed, ...added);
  }
  return lines.join("\n");
}

/** The editor in place of the plain field, with what was written there until then. */
async function openPlayground(root) {
  const place = root.querySelector(".proof-try-field");
  const field = place.querySelector("textarea");
  const { Session, loadEditor, unpacked } = await import("./session.js");
  const linked = location.hash.split("?program=")[1];
  const given = linked ? await unpacked(linked) : "";
  await loadEditor();
  const session = new Session(root.querySelector(".proof-edit-place"), {
    name: "try/yours.py",
    title: "yours.py",
    program: "",
  });
  session.anchor = "#proof-try";
  const selection = document.activeElement == field
    ? [field.selectionStart, field.selectionEnd] : null;
  await session.open(field.value || given, selection);
  place.remove();
  return session;
}

/* The page on which any program can be tried. */
function mountPlayground(root) {
  const choice = root.querySelector("select");
  const status = root.querySelector(".proof-edit-status");
  const programs = [...root.querySelectorAll("[data-program]")];
  let opening = null;
  const opened = async () => {
    status.textContent = "";
    opening ??= openPlayground(root);
    try {
      return await opening;
    } catch (error) {
      opening = null;
      status.textContent = `Programs cannot be run here (${error.message}).`;
      return null;
    }
  };
  const run = async () => {
    const session = await opened();
    session?.runButton.focus();
    session?.run();
  };
  const field = root.querySelector("textarea");
  field.addEventListener("focus", opened);
  field.addEventListener("keydown", (event) => {
    if (event.key == "Enter" && (event.ctrlKey || event.metaKey)) run();
  });
  root.querySelector(".proof-run").addEventListener("click", run);
  choice.addEventListener("change", async () => {
    (await opened())?.restart(programs[choice.value].content.textContent);
  });
  if (location.hash.includes("?program=")) opened();
}

/** Open the program of an address in the figure that the address names. */
export async function openLinked(anchor, program) {
  const figure = document.getElementById(anchor.slice(1));
  if (!figure?.querySelector(".proof-edit")) return;
  mount(figure);
  const { unpacked } = await import("./session.js");
  open(figure, await unpacked(program));
  figure.scrollIntoView();
}

/** Give what can be run in a place its buttons. */
export function mount(place) {
  if (place.matches(".proof-try:not([data-mounted])")) {
    place.dataset.mounted = "yes";
    mountPlayground(place);
  }
  for (const button of place.querySelectorAll(".proof-edit[hidden]")) {
    const figure = button.closest("figure.proof");
    button.hidden = false;
    button.addEventListener("click", () => {
      const { needs } = button.dataset;
      if (needs) figure.querySelector(".proof-edit-status").textContent = needs;
      else open(figure);
    });
  }
  for (const button of place.querySelectorAll(".proof-break-try[hidden]")) {
    const edits = JSON.parse(button.dataset.edits);
    button.hidden = false;
    button.addEventListener("click", () => open(button.closest("figure.proof"),
      undefined, (original) => edited(original, edits)));
  }
}
