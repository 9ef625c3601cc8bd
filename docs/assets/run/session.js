/* A program that a reader edits and runs, in the place of its source. */

import { element } from "../element.js";
import { findRuntime, prepare, putBack, take } from "./interpreter.js";
import { mount as mountReplays } from "../replay/replay.js";

/** Seconds after which a program is stopped. */
const LONGEST = 60;
/** Characters and lines of output after which it is. */
const MOST_OUTPUT = 200_000;
const MOST_LINES = 5000;
/** Milliseconds between two times that output is shown: each takes a layout. */
const PAUSE = 50;

let number = 0;
let editorModule;

/** Resolves once an editor can be opened at once. */
export async function loadEditor() {
  editorModule ??= findRuntime().then(({ folder }) => import(`${folder}editor.js`));
  return editorModule;
}

function button(text, className, press) {
  const made = element("button", `proof-button ${className}`, text);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

export class Session {
  constructor(place, { name, program, title, onClose }) {
    this.place = place;
    this.name = name;
    this.original = program;
    this.title = title;
    this.number = ++number;
    this.onClose = onClose;
  }

  /** @param selection From where to where the program is selected; null: no focus. */
  async open(program = this.original, selection = null) {
    const { Editor, highlighted } = await loadEditor();
    this.highlighted = highlighted;
    this.root = element("div", "proof-session");
    this.editorPlace = element("div", "proof-editor highlight");
    this.runButton = button("Run", "proof-run", () => this.run());
    this.runButton.title = "Ctrl+Enter";
    this.stopButton = button("Stop", "proof-stop", () => this.stop());
    this.stopButton.hidden = true;
    const bar = element("div", "proof-session-bar", this.runButton, this.stopButton,
      button("Reset", "proof-reset", () => this.reset()),
      button("Copy link", "proof-copy-link", () => this.copyLink()));
    if (this.onClose) {
      bar.append(button("Back to the published run", "proof-leave", () => this.close()));
    }
    this.status = element("p", "proof-session-status");
    this.status.setAttribute("role", "status");
    this.progress = element("progress", "proof-session-progress");
    this.progress.hidden = true;
    this.result = element("div", "proof-result");
    this.root.append(this.editorPlace, bar, this.progress, this.status, this.result);
    // Whoever types or points here is about to run it.
    for (const event of ["keydown", "pointerdown"]) {
      this.root.addEventListener(event, prepare, { once: true, capture: true });
    }
    this.place.append(this.root);
    this.editor = new Editor(this.editorPlace, program, {
      label: `Program ${this.title}; Escape, then Tab leaves it`,
      onRun: () => this.run(),
    });
    if (selection) this.editor.select(...selection);
  }

  async run() {
    this.#endRun();
    this.drawing?.end();
    this.drawing = null;
    this.editor.markError(null);
    const program = this.editor.text;
    this.program = program;
    this.result.replaceChildren();
    const interpreter = take();
    this.interpreter = interpreter;
    this.#setRunning(true);
    this.#showProgress(interpreter);
    try {
      await interpreter.ready;
    } catch (error) {
      if (this.interpreter == interpreter) {
        this.#fail(`Python could not be loaded here (${error.message}). The published `
          + "run is not affected.");
      }
      return;
    }
    if (this.interpreter != interpreter) return;
    this.progress.hidden = true;
    this.#say("Running.");
    this.known = new Known(this.name, program);
    this.seen = { characters: 0, lines: 0 };
    this.pending = [];
    this.decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
    this.live = element("code");
    const pre = element("pre", "", this.live);
    this.result.append(element("div", "proof-output proof-live", pre));
    this.lineOpen = false;
    this.timer = setTimeout(
      () => this.stop("it goes on for ever, or for too long for a page"), LONGEST * 1000);
    interpreter.run(this.name, program, (message) => {
      if (this.interpreter == interpreter) this.#hear(message);
    });
    prepare();
  }

  /** End what runs, and show what it did until then, or until it was last heard of. */
  async stop(why, heard) {
    const { known } = this;
    known?.end(heard);
    this.#endRun();
    this.runButton.focus();
    if (known?.began == null) {
      this.#say("Stopped.");
      return;
    }
    const stopped = `Stopped after ${seconds(known.took)}${why ? `: ${why}` : ""}.`
      + known.gap;
    this.#say(`${stopped} What it did until then is being drawn.`);
    this.known = known;
    const outcome = await drawn(known).catch(() => null);
    if (this.known != known) return;
    this.known = null;
    if (outcome) this.#show(outcome, `stopped after ${seconds(known.took)}`);
    const holder = outcome?.holder ? ` ${outcome.holder} held the loop until then.` : "";
    this.#say(`${stopped}${holder}`);
  }

  /** Begin again with another program. */
  restart(program) {
    this.original = program;
    this.reset();
  }

  reset() {
    this.#endRun();
    this.#say("");
    this.editor.markError(null);
    this.editor.text = this.original;
    this.result.replaceChildren();
    this.editor.focus();
  }

  async copyLink() {
    const address = new URL(location.href);
    address.hash = `${this.anchor ?? ""}?program=${await packed(this.editor.text)}`;
    try {
      await navigator.clipboard.writeText(address.href);
      this.#say("The address of this program is copied.");
    } catch {
      this.#say(address.href);
    }
  }

  close() {
    this.#endRun();
    this.drawing?.end();
    this.editor.destroy();
    this.root.remove();
    this.onClose?.();
  }

  #hear(message) {
    this.known.hear(message);
    if (message.kind == "output") this.#print(message);
    else if (message.kind == "exceeded") this.stop(message.why, message.at);
    else if (message.kind == "done") this.#finish(message.outcome);
    else if (message.kind == "failed") this.#fail(explained(message.message));
  }

  #print({ stream, at, content }) {
    const text = this.decoders[stream].decode(content, { stream: true });
    const parts = text.split(/(?<=\n)/);
    this.seen.characters += text.length;
    this.seen.lines += text.split("\n").length - 1;
    if (this.seen.characters > MOST_OUTPUT || this.seen.lines > MOST_LINES) {
      this.stop("it printed more than a page can hold", at);
      return;
    }
    const { zero } = this.known;
    const since = zero == null ? "before" : (at - zero).toFixed(3);
    this.pending.push(...parts.map((part) => ({ stream, part, since })));
    if (this.resting) return;
    this.#showPending();
    this.resting = setTimeout(() => {
      this.resting = null;
      this.#showPending();
    }, PAUSE);
  }

  #showPending() {
    const lines = [];
    for (const { stream, part, since } of this.pending.splice(0)) {
      if (!this.lineOpen) {
        this.line = element("span", "proof-line");
        if (stream == "stderr") this.line.classList.add("proof-stderr");
        this.line.dataset.at = since;
        lines.push(this.line);
      }
      this.line.append(part);
      this.lineOpen = !part.endsWith("\n");
    }
    this.live.append(...lines);
  }

  #finish(outcome) {
    // It can still draw.
    this.drawing = this.interpreter;
    this.interpreter = null;
    this.#endRun();
    const waits = outcome.status == null;
    this.#show(outcome, `${waits ? "stood still after" : "took"} ${outcome.took.toFixed(3)} s`);
    this.#say(waits
      ? "Everything waits, and nothing can end that: no timer is pending. On your "
        + "machine this program would wait for ever."
      : "Done.");
  }

  #show(outcome, howLong) {
    const own = `proof-yours-${this.number}`;
    const figure = element("figure", "proof proof-yours");
    figure.id = own;
    figure.setAttribute("aria-label", "Your run");
    figure.innerHTML = outcome.html.replaceAll("proof-yours-", `${own}-`)
      .replaceAll('"proof-yours', `"${own}`);
    figure.prepend(
      element("div", "proof-head", element("span", "proof-name", "Your run")),
      this.#listing());
    if (outcome.claims.length || outcome.problem) {
      figure.append(verdicts(outcome));
    }
    figure.append(element("figcaption", "proof-provenance", element("strong", "", howLong),
      ` · ${outcome.python} in your browser`
      + (outcome.status ? ` · ended with exit status ${outcome.status}` : "")));
    this.result.replaceChildren(figure);
    if (this.published && outcome.status != null) this.#offerComparison(figure);
    this.editor.markError(outcome.line);
    mountReplays(figure);
    this.onOutcome?.(outcome);
  }

  #offerComparison(figure) {
    const place = element("div", "proof-compared");
    const compare = button("Compare with the published run", "proof-compare", async () => {
      compare.disabled = true;
      try {
        const published = await (await fetch(this.published)).text();
        const html = await this.drawing.compare(published);
        place.innerHTML = html.replaceAll("proof-yours-", `proof-yours-${this.number}-`);
        mountReplays(place);
        this.#say("Both are drawn on one axis of time.");
      } catch (error) {
        compare.disabled = false;
        this.#say(`They cannot be compared (${error.message}).`);
      }
    });
    figure.append(element("div", "proof-session-bar", compare), place);
  }

  /* What the replay marks; it is seen only while that is open. */
  #listing() {
    const code = element("code");
    code.append(...this.highlighted(this.program).map((line, index) => {
      const made = element("span", "proof-code-line", ...line, "\n");
      made.dataset.line = index + 1;
      return made;
    }));
    return element("div", "proof-source highlight", element("pre", "", code));
  }

  #fail(message) {
    this.#endRun();
    this.#say(message);
  }

  #say(text) {
    this.status.textContent = text;
  }

  #showProgress(interpreter) {
    const show = (arrived, bytes) => {
      if (this.interpreter != interpreter || !bytes || arrived >= bytes) return;
      this.progress.hidden = false;
      this.progress.max = bytes;
      this.progress.value = arrived;
      const size = (count) => `${(count / 1e6).toFixed(1)} MB`;
      this.#say(`Loading Python: ${size(arrived)} of ${size(bytes)}, this once.`);
    };
    this.#say("Starting Python.");
    interpreter.onArrived = show;
    if (interpreter.arrived) show(interpreter.arrived, interpreter.bytes);
  }

  #setRunning(running) {
    this.runButton.disabled = running;
    this.stopButton.hidden = !running;
  }

  #endRun() {
    clearTimeout(this.timer);
    this.interpreter?.end();
    this.interpreter = null;
    this.known = null;
    this.progress.hidden = true;
    this.#setRunning(false);
  }
}

/* What is known of a program that runs: who is ended cannot be asked any more. */
class Known {
  constructor(name, source) {
    Object.assign(this, { name, source, zero: null, trace: [], chunks: [],
      knownUntil: Infinity });
  }

  hear({ kind, at, origin, lines, isAll, stream, content }) {
    if (kind == "started") {
      this.began = at;
      this.origin = origin;
    } else if (kind == "began") this.zero ??= at;
    else if (kind == "recorded") {
      this.trace.push(lines);
      this.knownUntil = isAll ? Infinity : at;
    } else if (kind == "output") this.chunks.push([stream, at, content]);
  }

  /** By the clock of where it runs, as all of its times are; without one, now. */
  end(at) {
    const now = performance.timeOrigin + performance.now();
    const stopped = at ?? (now - this.origin) / 1000;
    const zero = this.zero ?? this.began;
    this.ended = Math.min(stopped, this.knownUntil);
    this.took = stopped - zero;
    const isLong = stopped - this.ended > 0.1;
    this.gap = isLong
      ? ` It was too busy to be followed: what it did after ${seconds(this.ended - zero)} `
        + "is not known."
      : "";
  }
}

/* What an interpreter that has executed no program draws of one that was stopped. */
async function drawn({ name, source, trace, chunks, began, ended }) {
  const interpreter = take();
  try {
    await interpreter.ready;
    const outcome = await interpreter.draw(
      { name, source, trace: trace.join(""), chunks, began, ended });
    putBack(interpreter);
    return outcome;
  } catch (error) {
    interpreter.end();
    throw error;
  }
}

function seconds(count) {
  return `${count.toFixed(1)} s`;
}

// The class of a verdict, by whether the claim holds; null: that cannot be seen here.
const MARKS = new Map([[true, "proof-holds"], [false, "proof-fails"], [null, ""]]);

function verdicts({ claims, problem }) {
  const list = element("ul", "proof-verdicts", ...claims.map((claim) => {
    const item = element("li", MARKS.get(claim.holds));
    item.append(element("code", "", claim.text), ": ",
      claim.holds ? "as claimed" : claim.message);
    item.insertAdjacentHTML("beforeend", claim.diff);
    return item;
  }));
  if (problem) list.append(element("li", "proof-fails", problem));
  const head = element("p", "proof-verdicts-head", "The claims of this file, and your run:");
  return element("div", "proof-verdicts-block", head, list);
}

/* What a browser says where Python cannot go on. */
function explained(message) {
  if (/maximum call stack|stack overflow|too much recursion/i.test(message)) {
    return "It recursed deeper than the browser allows.";
  }
  if (/out of memory|memory access|allocation/i.test(message)) {
    return "It used up the memory that a page may have.";
  }
  const exit = message.match(/terminated with exit\((-?\d+)\)/);
  if (exit) {
    return `It ended the interpreter itself, with status ${exit[1]}: what it did until `
      + "then cannot be drawn.";
  }
  return `It ended in an unexpected way: ${message.trim().split("\n").at(-1)}`;
}

/** Text as it can be part of an address: compressed. */
export async function packed(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(characters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The text that `packed` made an address of. */
export async function unpacked(text) {
  const characters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(characters, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}
