"""What snippets depend on: all of it from the one pinned set of the project."""

import ast
import platform
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from proof.errors import ProofError
from proof.project import Project
from proof.snippets.claims import specifies
from proof.snippets.pins import Pins, fitting, pinned
from proof.snippets.snippet import Snippet

_NOT_INSTALLED: Final = "proof-not-installed"


def unavailable(project: Project, snippet: Snippet) -> str | None:
    """Why the running interpreter is none for a snippet, if that is nobody's mistake.

    Returns:
        The reason in words, such as "not run on 3.15: secantusdb has no build for
        it"; None if the snippet can be run.
    """
    # Without the last part: PEP 440 puts 3.15.0rc1 before 3.15.
    minor = platform.python_version().rsplit(".", 1)[0]
    wanted = snippet.metadata.requires_python
    if not specifies(wanted, minor):
        return f"not run on {minor}: it needs Python {wanted}"
    pins = pinned(project)
    for requirement in _direct(snippet):
        found = fitting(requirement, pins)
        if found and not any(pin.applies for pin in found):
            return f"not run on {minor}: {requirement.name} has no build for it"
    for name in sorted(_required(snippet)):
        if name in _not_installed():
            return f"not run on {minor}: {name} could not be installed here"
    return None


def problems(project: Project, snippet: Snippet) -> Iterator[ProofError]:
    """What somebody must correct before a snippet can import what it imports.

    Yields:
        One error for each dependency that the pinned set does not hold, and for each
        import of something that the snippet does not name as a dependency.
    """
    pins = pinned(project)
    for requirement in _direct(snippet):
        problem = _problem(requirement, pins)
        if problem:
            yield ProofError(problem, snippet.path, _line_of(snippet, requirement.name))
    providers = _providers()
    module = PurePosixPath(snippet.name).stem
    if module in providers:
        yield ProofError(
            f"its name shadows the installed module {module!r} for every snippet "
            "beside it; name it after what it proves",
            snippet.path,
        )
    yield from _unnamed_imports(project, snippet, providers)


def versions(snippet: Snippet) -> dict[str, str]:
    """Installed versions of all that a snippet depends on, directly or not."""
    found = ((name, _installed(name)) for name in _required(snippet))
    return {name: installed[0] for name, installed in sorted(found) if installed}


def _direct(snippet: Snippet) -> list[Requirement]:
    """The dependencies that a snippet names and that apply here."""
    return [r for r in map(Requirement, snippet.metadata.dependencies) if _applies(r)]


def _required(snippet: Snippet) -> set[str]:
    """Canonical names of all that a snippet depends on here, directly or not."""
    found: set[str] = set()
    waiting = _direct(snippet)
    while waiting:
        name = canonicalize_name(waiting.pop().name)
        if name not in found:
            found.add(name)
            installed = _installed(name)
            waiting += filter(_applies, installed[1]) if installed else ()
    return found


def _applies(requirement: Requirement) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({"extra": ""})


@cache
def _installed(name: str) -> tuple[str, tuple[Requirement, ...]] | None:
    """Version and requirements of a package; None if it is not installed."""
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None
    return found.version, tuple(map(Requirement, found.requires or ()))


@cache
def _providers() -> Mapping[str, list[str]]:
    """Which packages provide a module; finding out takes a tenth of a second."""
    return metadata.packages_distributions()


@cache
def _not_installed() -> frozenset[str]:
    """What scripts/_setup.sh noted in the environment as not to be had here."""
    note = Path(sys.prefix, _NOT_INSTALLED)
    return frozenset(note.read_text("utf-8").split() if note.is_file() else ())


def _problem(requirement: Requirement, pins: Pins) -> str | None:
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
    is_expected = any(pin.applies for pin in found) and name not in _not_installed()
    if is_expected and _installed(name) is None:
        return (
            f"it needs {requirement.name!r}, which is not installed; run scripts/serve"
        )
    return None


def _without_marker(requirement: Requirement) -> str:
    return str(requirement).partition(";")[0]


def _unnamed_imports(
    project: Project, snippet: Snippet, providers: Mapping[str, list[str]]
) -> Iterator[ProofError]:
    named = {
        canonicalize_name(Requirement(text).name)
        for text in snippet.metadata.dependencies
    }
    beside = {
        path.stem for path in (project.snippets / snippet.name).parent.glob("*.py")
    }
    for module, line in _imported_modules(snippet.content):
        if module in sys.stdlib_module_names:
            continue
        owners = {canonicalize_name(name) for name in providers.get(module, ())}
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
