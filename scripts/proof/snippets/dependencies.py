"""What snippets depend on: all of it from the one pinned set of the project."""

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib import metadata
from pathlib import PurePosixPath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from proof.errors import ProofError
from proof.project import Project
from proof.snippets.snippet import Snippet

_PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?==([^\s;\\]+)")


def pinned(project: Project) -> dict[str, list[Version]]:
    """The pinned versions of `requirements.txt`, by canonical name.

    A package can be pinned to different versions for different Pythons.
    """
    return _pins(project.requirements.read_text("utf-8"))


@lru_cache(maxsize=2)
def _pins(requirements: str) -> dict[str, list[Version]]:
    pins: dict[str, list[Version]] = {}
    for line in requirements.splitlines():
        if match := _PIN.match(line):
            name = canonicalize_name(match[1])
            pins.setdefault(name, []).append(Version(match[2]))
    return pins


def problems(project: Project, snippet: Snippet) -> Iterator[ProofError]:
    """What stands between a snippet and what it imports.

    Yields:
        One error for each need that the pinned set does not meet, and for each
        import of something that the snippet does not name as a need.
    """
    pins = pinned(project)
    for text in snippet.metadata.dependencies:
        problem = _unmet(Requirement(text), pins)
        if problem:
            yield ProofError(problem, snippet.path, _line_of(snippet, text))
    providers = _providers()
    module = PurePosixPath(snippet.name).stem
    if module in providers:
        yield ProofError(
            f"its name hides the installed module {module!r} from every snippet beside "
            "it; name it after what it proves",
            snippet.path,
        )
    yield from _unnamed_imports(project, snippet, providers)


def versions(snippet: Snippet) -> dict[str, str]:
    """Installed versions of all that a snippet depends on, directly or not."""
    found: dict[str, str] = {}
    waiting = [Requirement(text) for text in snippet.metadata.dependencies]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        applies = requirement.marker is None or requirement.marker.evaluate(
            {"extra": ""}
        )
        if name in found or not applies:
            continue
        if (installed := _installed(name)) is None:
            continue
        found[name], requires = installed
        waiting += requires
    return dict(sorted(found.items()))


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


def _unmet(requirement: Requirement, pins: dict[str, list[Version]]) -> str | None:
    name = canonicalize_name(requirement.name)
    if name not in pins:
        return (
            f"it needs {requirement.name!r}, which requirements.txt does not pin; add "
            "it to the group `snippets` of pyproject.toml and compile "
            "requirements.txt again (its first lines say how)"
        )
    if not any(requirement.specifier.contains(v) for v in pins[name]):
        pinned_versions = " or ".join(str(version) for version in pins[name])
        return (
            f"it needs {str(requirement)!r}, but requirements.txt pins "
            f"{pinned_versions}; loosen one of them"
        )
    if _installed(name) is None:
        return (
            f"it needs {requirement.name!r}, which is not installed; run scripts/serve"
        )
    return None


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
                f"it imports the snippet {module!r}; a snippet stands alone, so copy "
                "what it needs"
            )
        elif owners & named:
            continue
        elif owners:
            message = (
                f"it imports {module!r} but does not name it in its needs; add "
                f'`# dependencies = ["{min(owners)}"]` to a `# /// script` block on top'
            )
        else:
            continue  # Perhaps its point: executing it tells.
        yield ProofError(message, snippet.path, line)


def _imported_modules(source: bytes) -> Iterator[tuple[str, int]]:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return  # Perhaps its point: executing it tells.
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
    lines = snippet.content.decode("utf-8-sig").splitlines()
    return next((n for n, line in enumerate(lines, 1) if text in line), 1)
