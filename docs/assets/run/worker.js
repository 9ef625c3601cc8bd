/* A CPython that executes one program, in a worker of its own: it may block as long as
   it likes. The page ends the worker; what the program has done, no other finds. */

/* A clock that can be waited for: sharing it needs no special header of the host. */
const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
const cell = new Int32Array(memory.buffer);

const written = [];
let python;

function tell(kind, facts = {}) {
  postMessage({ kind, ...facts });
}

/* Counts what arrives of the files of the runtime, which come by `fetch`. */
function countBytes(folder) {
  const fetchAsEver = self.fetch;
  self.fetch = async (...request) => {
    // Pyodide waits for ever for what cannot be had.
    const response = await fetchAsEver(...request).catch((error) => {
      tell("failed", { message: String(error.message) });
      throw error;
    });
    if (response.body && response.url.startsWith(folder)) {
      // Of a copy: only with the response itself does the browser find the machine code
      // that it keeps of WebAssembly.
      const counting = new WritableStream({
        write: (chunk) => tell("arrived", { bytes: chunk.byteLength }),
      });
      response.clone().body.pipeTo(counting).catch(() => {});
    }
    return response;
  };
}

/* The page keeps the compiled interpreter for the next worker: compiling it takes longer
   than all else, and goes on in the background while a program runs. */
function shareCompiled(module) {
  const fetchAsEver = self.fetch;
  self.fetch = (...request) => module && String(request[0]).endsWith(".wasm")
    ? Promise.resolve(new Response())
    : fetchAsEver(...request);
  WebAssembly.instantiateStreaming = async (response, imports) => {
    const compiled = module ?? await WebAssembly.compileStreaming(response);
    if (!module) tell("compiled", { module: compiled });
    const instance = await WebAssembly.instantiate(compiled, imports);
    return { module: compiled, instance };
  };
}

function receive(stream) {
  return {
    write(bytes) {
      const at = performance.now() / 1000;
      const content = bytes.slice();
      written.push([stream, at, content]);
      tell("output", { stream, at, content });
      return bytes.length;
    },
  };
}

const host = {
  wait: (seconds) => { Atomics.wait(cell, 0, 0, Math.min(seconds * 1000, 2 ** 31)); },
  received: () => python.toPy(written),
  recorded: (lines, at, isAll) => tell("recorded", { lines, at, isAll }),
  exceeded: (why, at) => tell("exceeded", { why, at }),
  began: (at) => tell("began", { at }),
  finish: (outcome) => tell("done", { outcome: JSON.parse(outcome) }),
};

async function load(folder, module) {
  countBytes(folder);
  shareCompiled(module);
  const [{ loadPyodide }, zip] = await Promise.all([
    import(`${folder}pyodide.mjs`),
    fetch(`${folder}proof.zip`).then((response) => response.arrayBuffer()),
  ]);
  python = await loadPyodide({ indexURL: folder });
  python.FS.writeFile("/proof.zip", new Uint8Array(zip));
  python.registerJsModule("proof_host", host);
  python.setStdout(receive("stdout"));
  python.setStderr(receive("stderr"));
  python.setStdin({ error: true });
  python.runPython(`
import sys
sys.path.insert(0, "/proof.zip")
import proof.browser.reader_run
proof.browser.reader_run.get_ready()
`);
}

/** Milliseconds after which an interpreter that nobody needs yet gets ready to draw. */
const PATIENCE = 300;
let warming;

function warmUp() {
  python.runPython("proof.browser.reader_run.warm_up()");
}

function compare(published) {
  python.globals.set("_published", published);
  return python.runPython("proof.browser.reader_run.compare(_published)");
}

function run(name, source) {
  clearTimeout(warming);
  tell("started", { at: performance.now() / 1000, origin: performance.timeOrigin });
  python.globals.set("_name", name);
  python.globals.set("_source", source);
  python.runPython(`
import proof_host
from proof.browser.reader_run import run
run(proof_host, _name, _source)
`);
}

/* What is known of a program that another interpreter ran. */
function draw({ name, source, trace, chunks, began, ended }) {
  for (const chunk of chunks) written.push(chunk);
  const { draw: drawn } = python.pyimport("proof.browser.reader_run");
  drawn(host, name, source, trace, began, ended);
  written.length = 0;
}

self.onmessage = async ({ data }) => {
  try {
    if (data.kind == "load") {
      await load(data.folder, data.module);
      tell("ready");
      warming = setTimeout(warmUp, PATIENCE);
    } else if (data.kind == "run") run(data.name, data.source);
    else if (data.kind == "draw") draw(data);
    else tell("compared", { html: compare(data.published) });
  } catch (error) {
    tell("failed", { message: String(error?.message ?? error) });
  }
};
