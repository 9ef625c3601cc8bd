"""One way, no way back: who may import whom."""

import ast
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import proof
from proof import key

_PACKAGE = Path(proof.__file__).parent

# A module imports only from layers above its own. This is the flow of DESIGN.md:
# Snippet -> runner -> Run -> store -> page call -> HTML.
_LAYERS = (
    # What everything speaks of.
    {"errors", "history", "fences", "counting", "atomic"},
    {"runs", "project"},
    # A snippet: what it needs and claims.
    {"needs", "claims", "matching", "selection"},
    {"snippet", "tracebacks"},
    # What a page or a snippet refers to, and where things are.
    {
        "pages",
        "prose",
        "dependencies",
        "repository",
        "trace",
        "machine_paths",
        "leftovers",
    },
    # What this site asks of both.
    {"house_rules", "python_docs"},
    # Made for a contributor.
    {"scaffolding"},
    # Held against each other; known by what it depends on; told to who watches.
    {"verdict", "key", "observer", "arrivals", "interruption"},
    # What the recorder saw, told as a history, as small as a page needs it.
    {"historian", "condensing"},
    # One process, one execution, many of them.
    {"process"},
    {"execution"},
    {"runner"},
    # Kept.
    {"store"},
    {"reasons"},
    # Drawn: from what was kept.
    {"wording", "timeline", "markup"},
    {"replay", "comparison", "prediction", "tooling"},
    {"figure", "evidence"},
    {"snippet_reference"},
    {"page"},
    # Let through, and told on the way.
    {"gate"},
    {"summary", "progress", "live", "states"},
    {"accepting", "listing", "rehearsal"},
    # Called.
    {"cli", "mkdocs_hook"},
)
_LAYER = {module: n for n, layer in enumerate(_LAYERS) for module in layer}

# What makes a run, and what makes a picture of one.
_RUNNING = ("runner", "execution", "process")
_DRAWING = (
    "comparison",
    "evidence",
    "figure",
    "markup",
    "page",
    "prediction",
    "replay",
    "snippet_reference",
    "timeline",
    "tooling",
    "wording",
)


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} has a relative import"
            module = str(node.module)
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def _modules() -> dict[str, set[str]]:
    """Every module of the package but the recorder: all that it imports.

    A package within counts as one module.
    """
    modules = {path.stem: set(_imported(path)) for path in _PACKAGE.glob("*.py")}
    for path in _PACKAGE.glob("*/*.py"):
        if path.parent.name != "recorder":
            modules.setdefault(path.parent.name, set()).update(_imported(path))
    return modules


_MODULES = _modules()
_OWN = {
    module: {
        name.split(".")[1]
        for name in imported
        if name.startswith("proof.") and name.split(".")[1] in _MODULES
    }
    - {module}
    for module, imported in _MODULES.items()
}


def _reached(module: str, own: Mapping[str, set[str]]) -> set[str]:
    """All modules of ours that are imported with one, itself included."""
    found, waiting = set(), [module]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += own[one]
    return found


def _foreign(module: str) -> set[str]:
    """Packages that are imported with a module, without the standard library."""
    roots = {
        name.split(".")[0] for one in _reached(module, _OWN) for name in _MODULES[one]
    }
    return roots - set(sys.stdlib_module_names) - {"proof"}


def test_every_module_has_a_layer() -> None:
    assert _MODULES.keys() - {"__init__"} == _LAYER.keys()
    assert sum(map(len, _LAYERS)) == len(_LAYER)


@pytest.mark.parametrize("module", sorted(_LAYER))
def test_a_module_imports_only_from_layers_above(module: str) -> None:
    assert {one for one in _OWN[module] if _LAYER[one] >= _LAYER[module]} == set()


def test_the_package_itself_gives_no_more_than_pages_need() -> None:
    assert _OWN["__init__"] == {"errors", "page", "runs"}


@pytest.mark.parametrize("module", _DRAWING)
def test_drawing_never_reaches_what_runs(module: str) -> None:
    assert not _reached(module, _OWN) & {*_RUNNING, "gate"}


@pytest.mark.parametrize("module", _RUNNING)
def test_running_never_reaches_pages_or_pictures(module: str) -> None:
    assert not _reached(module, _OWN) & {*_DRAWING, "pages", "gate", "store"}


@pytest.mark.parametrize("module", _DRAWING)
def test_drawing_never_reaches_what_reads_traces(module: str) -> None:
    assert not _reached(module, _OWN) & {"trace", "historian", "condensing", "arrivals"}


@pytest.mark.parametrize("module", _RUNNING)
def test_running_knows_nothing_of_markdown_or_html(module: str) -> None:
    assert _foreign(module) <= {"packaging", "psutil"}


def test_only_the_hook_knows_the_engine() -> None:
    engines = {"mkdocs", "material", "markdown_exec", "jinja2"}
    assert {m for m in _LAYER if _foreign(m) & engines} == {"mkdocs_hook"}


def test_what_extends_markdown_needs_nothing_else() -> None:
    assert _foreign("python_docs") == {"markdown"}
    assert [m for m in _LAYER if "markdown" in _MODULES[m]] == ["python_docs"]


def test_only_what_stands_at_a_terminal_knows_terminals() -> None:
    assert {m for m in _LAYER if _foreign(m) & {"click", "rich"}} == {
        "cli",
        "listing",
        "live",
        "mkdocs_hook",
        "progress",
    }


def test_whatever_the_runner_reaches_is_in_its_key_or_decides_nothing() -> None:
    decides = {name.removesuffix(".py") for name in key._RUNNER}
    assert _reached("runner", _OWN) - decides == {
        "claims",
        "errors",
        "matching",
        "needs",
        "observer",
        "project",
        "snippet",
        "tracebacks",
        "verdict",
    }


_RECORDER = sorted((_PACKAGE / "recorder").glob("*.py"))


@pytest.mark.parametrize("path", _RECORDER, ids=lambda path: path.name)
def test_the_recorder_imports_only_itself_and_the_standard_library(path: Path) -> None:
    roots = {name.split(".")[0] for name in _imported(path)}
    assert roots <= set(sys.stdlib_module_names) | {
        *(p.stem for p in _RECORDER if p.stem.startswith("_proof")),
        "sitecustomize",
    }
    assert not roots & {"asyncio", "threading", "socket", "selectors"}


def test_nobody_imports_the_recorder() -> None:
    assert len(_RECORDER) >= 2
    names = {path.stem for path in _RECORDER} | {"proof.recorder"}
    assert not [m for m, imported in _MODULES.items() if imported & names]


def test_a_cycle_would_be_found() -> None:
    own = {"a": {"b"}, "b": {"a"}, "c": set[str]()}
    assert _reached("a", own) == {"a", "b"}
    assert _reached("c", own) == {"c"}
