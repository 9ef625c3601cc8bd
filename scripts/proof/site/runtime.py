"""The interpreter and the editor that a reader's browser gets, made of npm packages.

`scripts/_setup.sh` installs these into the store, from a lock with hashes. Here they
are cut down to what is needed, and published with the site; nothing comes from
elsewhere.
"""

import hashlib
import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any, Final

from proof.errors import ProofError
from proof.files import replace_file
from proof.project import Project

_PACKAGE: Final = Path(__file__).parents[1]
_OURS: Final = (
    "errors.py",
    "text.py",
    "project.py",
    "files.py",
    "runs",
    "recording",
    "rendering",
    "checking",
    "snippets",
    "browser",
)
_THEIRS: Final = ("packaging", "markupsafe")
# Of the standard library, what no program of a page could use.
_LEFT_OUT: Final = (
    "pydoc_data/",
    "idlelib/",
    "test/",
    "turtledemo/",
    "tkinter/",
    "ensurepip/",
    "curses/",
    "_pyrepl/",
)
_COPIED: Final = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
_LICENCES: Final = """\
pyodide.mjs, pyodide.asm.mjs and pyodide.asm.wasm are those of the npm package pyodide
(Mozilla Public License 2.0), which has CPython in it (PSF License 2). Of
python_stdlib.zip and pyodide-lock.json parts are left out, some modules are compiled
besides, and nothing else is changed.
proof.zip is Proof of Await (MIT), with packaging (Apache 2.0 or BSD) and markupsafe
(BSD). editor.js is made of CodeMirror and Lezer (MIT).
"""
_LOCK: Final = "pyodide-lock.json"
_ADDRESS: Final = PurePosixPath("assets/run")


def installed(project: Project) -> bool:
    """Whether the packages are there: without npm they are not."""
    return (_modules(project) / "pyodide/pyodide.asm.wasm").is_file()


def publish(project: Project, site: Path) -> None:
    """Put the runtime into a built site, in a folder named after what is in it.

    Args:
        project: The checkout.
        site: The folder of the site.

    Raises:
        ProofError: The editor cannot be made of its packages, or no module compiled.
    """
    folder = _made(project)
    place = site / _ADDRESS / folder.name
    shutil.copytree(folder, place, dirs_exist_ok=True)
    loaded = [place / name for name in (*_COPIED, "python_stdlib.zip", "proof.zip")]
    manifest = {
        "folder": folder.name,
        "bytes": sum(file.stat().st_size for file in loaded),
    }
    content = json.dumps(manifest).encode()
    (site / _ADDRESS / "runtime.json").write_bytes(content)


def _modules(project: Project) -> Path:
    return project.store / "browser" / "node_modules"


def _made(project: Project) -> Path:
    """The folder of the runtime, made anew where anything that is in it has changed."""
    store = project.store / "browser"
    digest = hashlib.sha256()
    for name, content in _python_files():
        digest.update(name.encode() + b"\0" + content)
    lock = _modules(project).parent / "package-lock.json"
    for file in (_editor(project), _compiler(project), lock):
        digest.update(file.read_bytes())
    digest.update(Path(__file__).read_bytes())
    folder = store / f"runtime-{digest.hexdigest()[:12]}"
    done = store / f"{folder.name}.done"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        _fill(project, folder)
        replace_file(done, b"")
    return folder


def _fill(project: Project, folder: Path) -> None:
    pyodide = _modules(project) / "pyodide"
    for name in _COPIED:
        shutil.copy(pyodide / name, folder)
    lock = json.loads((pyodide / _LOCK).read_bytes())
    # Pyodide's own packages are not published: none is needed.
    (folder / _LOCK).write_text(json.dumps({**lock, "packages": {}}), "utf-8")
    _cut(pyodide / "python_stdlib.zip", folder / "python_stdlib.zip")
    with zipfile.ZipFile(folder / "proof.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _python_files():
            archive.writestr(name, content)
    _compile(project, folder)
    _bundle(project, folder / "editor.js")
    (folder / "LICENCES.txt").write_text(_licences(project), "utf-8")


def _licences(project: Project) -> str:
    """What is in the folder, under which licence, and where its source is."""
    packages = [
        json.loads((_modules(project) / name / "package.json").read_text("utf-8"))
        for name in ("pyodide", "@codemirror/view", "@lezer/python")
    ]
    named = (
        f"{one['name']} {one['version']}, {one['license']}: {_source_of(one)}"
        for one in packages
    )
    return "\n".join([_LICENCES, *named, ""])


def _source_of(package: dict[str, Any]) -> str:
    repository = package["repository"]
    address = repository if isinstance(repository, str) else repository["url"]
    return str(address).removeprefix("git+").removesuffix(".git")


def _cut(library: Path, into: Path) -> None:
    with (
        zipfile.ZipFile(library) as whole,
        zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as cut,
    ):
        for name in whole.namelist():
            if not name.startswith(_LEFT_OUT):
                cut.writestr(name, whole.read(name))


def _compile(project: Project, folder: Path) -> None:
    """Add compiled modules; only the interpreter itself can make what it takes."""
    script = _compiler(project)
    failure = _failure_of(["node", str(script), str(folder)])
    if failure is not None:
        raise ProofError(
            f"the modules of the reader's Python cannot be compiled ({failure})",
            project.relative(script),
        )


def _bundle(project: Project, into: Path) -> None:
    source = _modules(project).parent / "editor.mjs"
    shutil.copy(_editor(project), source)
    failure = _failure_of(
        [
            str(_modules(project) / ".bin/esbuild"),
            str(source),
            *("--bundle", "--minify", "--format=esm", "--legal-comments=linked"),
            *("--log-level=error", f"--outfile={into}"),
        ]
    )
    if failure is not None:
        raise ProofError(
            f"the editor cannot be made ({failure})",
            project.relative(_editor(project)),
        )


def _failure_of(command: list[str]) -> str | None:
    """Execute a command; why it failed, or None."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError as error:
        return f"{command[0]}: {error.strerror}"
    return done.stderr.strip() if done.returncode else None


def _editor(project: Project) -> Path:
    return project.root / "scripts/browser/editor.mjs"


def _compiler(project: Project) -> Path:
    return project.root / "scripts/browser/compile.mjs"


def _python_files() -> Iterator[tuple[str, bytes]]:
    """What the interpreter imports of ours and of others, by name, in order."""
    yield "proof/__init__.py", b""
    for name in _OURS:
        path = _PACKAGE / name
        files = [path] if path.is_file() else sorted(path.rglob("*.py"))
        for file in files:
            yield f"proof/{file.relative_to(_PACKAGE).as_posix()}", file.read_bytes()
    for file in sorted((_PACKAGE / "recorder").glob("_proof_*.py")):
        yield file.name, file.read_bytes()
    for name in _THEIRS:
        spec = find_spec(name)
        assert spec is not None, name
        assert spec.origin is not None, name
        root = Path(spec.origin).parent
        for file in sorted(root.rglob("*.py")):
            yield f"{name}/{file.relative_to(root).as_posix()}", file.read_bytes()
