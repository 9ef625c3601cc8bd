/* Interpreters in workers: one executes a program, another stands by. */

const WORKER = new URL("worker.js", import.meta.url);

/** Where the runtime is, and how many bytes it has: a file that the build writes. */
let manifest;
/** The interpreter as the first worker has compiled it. */
let compiled;

export async function findRuntime() {
  manifest ??= fetch(new URL("runtime.json", import.meta.url)).then((response) => {
    if (!response.ok) throw new Error(`${response.status}`);
    return response.json();
  });
  const { folder, bytes } = await manifest;
  return { folder: new URL(`${folder}/`, import.meta.url).href, bytes };
}

class Interpreter {
  constructor() {
    this.worker = new Worker(WORKER, { type: "module" });
    this.arrived = 0;
    this.onArrived = () => {};
    // At once: a worker that is blocked says so before anything else has happened.
    const blocked = new Promise((_, reject) => {
      this.worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message || "its worker was blocked"));
      };
    });
    this.ready = Promise.race([this.#load(), blocked]);
    // Whoever waits for it hears of it.
    this.ready.catch(() => {});
  }

  async #load() {
    const { folder, bytes } = await findRuntime();
    // Nearly all of them are the interpreter's.
    this.bytes = compiled ? 0 : bytes;
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }) => {
        if (data.kind == "arrived") {
          this.arrived += data.bytes;
          this.onArrived(this.arrived, this.bytes);
        } else if (data.kind == "compiled") compiled = data.module;
        else if (data.kind == "ready") resolve();
        else reject(new Error(data.message));
      };
      this.worker.postMessage({ kind: "load", folder, module: compiled });
    });
  }

  /** Execute a program; `hear` is called with each message until it is over. */
  run(name, source, hear) {
    this.worker.onmessage = ({ data }) => hear(data);
    this.worker.onerror = (event) => {
      event.preventDefault();
      hear({ kind: "failed", message: event.message });
    };
    this.worker.postMessage({ kind: "run", name, source });
  }

  /** Draw what is known of a program that was stopped; gives what came of it. */
  draw(known) {
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }) => {
        if (data.kind == "done") resolve(data.outcome);
        else reject(new Error(data.message));
      };
      this.worker.postMessage({ kind: "draw", ...known });
    });
  }

  /** The timelines of what was run and of a published run, as HTML. */
  compare(published) {
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }) => {
        if (data.kind == "compared") resolve(data.html);
        else reject(new Error(data.message));
      };
      this.worker.postMessage({ kind: "compare", published });
    });
  }

  end() {
    this.worker.terminate();
  }
}

let standby = null;

/** An interpreter that is ready or about to be; nobody else gets it. */
export function take() {
  const taken = standby ?? new Interpreter();
  standby = null;
  return taken;
}

/** Let one that has executed no program stand by. */
export function putBack(interpreter) {
  if (standby) interpreter.end();
  else standby = interpreter;
}

/** Let one get ready for the next program. */
export function prepare() {
  if (standby) return;
  const made = new Interpreter();
  standby = made;
  // What could not be loaded now may be there when it is needed.
  made.ready.catch(() => { if (standby == made) standby = null; });
}
