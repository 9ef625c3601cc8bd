"""What snippets depend on: all of it from the one pinned set of the project."""

import ast
from collections.abc import Iterator
from pathlib import PurePosixPath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from proof.errors import ProofError
from proof.project import Project
from proof.runs.interpreter import Interpreter
from proof.snippets.pins import Pins, fitting, pinned
from proof.snippets.snippet import Snippet


def without_build(
    project: Project, snippet: Snippet, python: Interpreter
) -> str | None:
    """What a snippet depends on and nobody has built for an interpreter.

    Args:
        project: The checkout, whose pins say for which Pythons a package is.
        snippet: The snippet.
        python: The interpreter.

    Returns:
        The name of the package; None if there is none.
    """
    pins = pinned(project)
    for requirement in _direct(snippet, python):
        found = fitting(requirement, pins)
        if found and not any(pin.applies(python) for pin in found):
            return requirement.name
    return None


def not_installed(snippet: Snippet, python: Interpreter) -> str | None:
    """What a snippet depends on and could not be installed for an interpreter.

    Returns:
        The name of the package; None if there is none.
    """
    required = sorted(_required(snippet, python))
    return next((name for name in required if name in python.lacking), None)


def problems(
    project: Project, snippet: Snippet, python: Interpreter
) -> Iterator[ProofError]:
    """What somebody must correct before a snippet can import what it imports.

    Args:
        project: The checkout.
        snippet: The snippet.
        python: The interpreter that is to execute it.

    Yields:
        One error for each dependency that the pinned set does not hold, and for each
        import of something that the snippet does not name as a dependency.
    """
    pins = pinned(project)
    for requirement in _direct(snippet, python):
        problem = _problem(requirement, pins, python)
        if problem:
            yield ProofError(problem, snippet.path, _line_of(snippet, requirement.name))
    module = PurePosixPath(snippet.file).stem
    if module in python.providers:
        yield ProofError(
            f"its name shadows the installed module {module!r} for every snippet "
            "beside it; name it after what it proves",
            snippet.path,
        )
    yield from _unnamed_imports(project, snippet, python)


def versions(snippet: Snippet, python: Interpreter) -> dict[str, str]:
    """Installed versions of all that a snippet depends on, directly or not."""
    installed = python.installed
    names = sorted(_required(snippet, python))
    return {name: installed[name].version for name in names if name in installed}


def _direct(snippet: Snippet, python: Interpreter) -> list[Requirement]:
    """The dependencies that a snippet names and that apply to an interpreter."""
    named = map(Requirement, snippet.metadata.dependencies)
    return [requirement for requirement in named if _applies(requirement, python)]


def _required(snippet: Snippet, python: Interpreter) -> set[str]:
    """Canonical names of all that a snippet depends on there, directly or not."""
    found: set[str] = set()
    waiting = _direct(snippet, python)
    while waiting:
        name = canonicalize_name(waiting.pop().name)
        if name not in found:
            found.add(name)
            package = python.installed.get(name)
            further = map(Requirement, package.requires if package else ())
            waiting += [one for one in further if _applies(one, python)]
    return found


def _applies(requirement: Requirement, python: Interpreter) -> bool:
    marker = requirement.marker
    return marker is None or marker.evaluate({**python.markers, "extra": ""})


def _problem(requirement: Requirement, pins: Pins, python: Interpreter) -> str | None:
    name = canonicalize_name(requirement.name)
    if name not in pins:
        return (
            f"it needs {requirement.name!r}, which requirements-snippets.txt does not "
            "pin; add it to the group `snippets` of pyproject.toml and compile "
            "requirements-snippets.txt again (its first lines say how)"
        )
    found = fitting(requirement, pins)
    if not found:
        pinned_versions = " or ".join(str(pin.version) for pin in pins[name])
        return (
            f"it needs {_without_marker(requirement)!r}, but requirements-snippets.txt "
            f"pins {pinned_versions}; loosen one of them"
        )
    is_expected = any(pin.applies(python) for pin in found)
    if is_expected and name not in {*python.installed, *python.lacking}:
        return (
            f"it needs {requirement.name!r}, which is not installed for "
            f"{python.executable}; install it there, or let the project choose Pythons"
        )
    return None


def _without_marker(requirement: Requirement) -> str:
    return str(requirement).partition(";")[0]


def _unnamed_imports(
    project: Project, snippet: Snippet, python: Interpreter
) -> Iterator[ProofError]:
    named = {
        canonicalize_name(Requirement(text).name)
        for text in snippet.metadata.dependencies
    }
    beside = {
        path.stem for path in (project.snippets / snippet.file).parent.glob("*.py")
    }
    for module, line in _imported_modules(snippet.content):
        if module in python.modules:
            continue
        owners = {canonicalize_name(name) for name in python.providers.get(module, ())}
        if module in beside:
            message = (
                f"it imports the snippet {module!r}; a snippet is self-contained, so "
                "copy what it needs"
            )
        elif owners & named:
            continue
        elif owners:
            message = (
                f"it imports {module!r} but does not name it in its metadata; add "
                f'`# dependencies = ["{min(owners)}"]` to a `# /// script` block on top'
            )
        else:
            continue  # Perhaps its point: executing it shows.
        yield ProofError(message, snippet.path, line)


def _imported_modules(source: bytes) -> Iterator[tuple[str, int]]:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return  # Perhaps its point: executing it shows.
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names = [node.module]
        else:
            continue
        for name in names:
            yield name.split(".")[0], node.lineno


def _line_of(snippet: Snippet, text: str) -> int:
    numbered = enumerate(snippet.lines, 1)
    return next((n for n, line in numbered if text in line), 1)
