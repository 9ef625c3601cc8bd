/* Compiles what the interpreter of a reader's browser imports, by this very
   interpreter: `node compile.mjs FOLDER`, the folder of the runtime. */

import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const folder = resolve(process.argv[2]);
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: folder });
// Where the worker has it: compiled modules name the files that they came from.
python.FS.writeFile("/proof.zip", readFileSync(join(folder, "proof.zip")));
const library = python.runPython(`
import sys
sys.path.insert(0, "/proof.zip")
from proof.browser import reader_run
from proof.browser.compilation import add_compiled, import_what_comes_later
reader_run.get_ready()
reader_run.warm_up()
import_what_comes_later()
library = sys.modules["zipfile"].__spec__.loader.archive
add_compiled("/proof.zip")
add_compiled(library)
library
`);
writeFileSync(join(folder, "proof.zip"), python.FS.readFile("/proof.zip"));
writeFileSync(join(folder, "python_stdlib.zip"), python.FS.readFile(library));
