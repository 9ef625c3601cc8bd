"""The modules of this package as their source tells of them: read, never executed."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
RECORDER = "recorder"
"""The package that is no part of the flow: it runs inside the child."""


@dataclass(frozen=True)
class Module:
    """One file of the package.

    Attributes:
        name: Its name below the package, such as `figure` or `timeline.svg`; a package
            has the name of its folder.
        sentence: The first sentence of what it says about itself.
        imports: The names of those of ours that it imports, in order.
    """

    name: str
    sentence: str
    imports: tuple[str, ...]

    @property
    def package(self) -> str:
        """The package within the package to which it belongs; empty if to none."""
        return self.name.partition(".")[0] if "." in self.name else ""

    @property
    def family(self) -> str:
        """What it counts as where a package counts as one."""
        return self.name.partition(".")[0]


@cache
def modules(folder: Path = _PACKAGE) -> Mapping[str, Module]:
    """Every module below a folder by its name, but what the folder itself exports."""
    files = {
        name: file
        for file in sorted(folder.rglob("*.py"))
        if (name := _name(file, folder))
    }
    return {name: _module(name, file, files) for name, file in files.items()}


def _name(file: Path, folder: Path) -> str:
    return (
        ".".join(file.relative_to(folder).with_suffix("").parts)
        .removesuffix("__init__")
        .rstrip(".")
    )


def _module(name: str, file: Path, files: Iterable[str]) -> Module:
    tree = ast.parse(file.read_bytes())
    package = name.partition(".")[0]
    found = set()
    for imported in _imported(tree):
        # The recorder's modules stand at the top of the child's search path.
        for own in (imported.removeprefix("proof."), f"{package}.{imported}"):
            if own in files and own != name:
                found.add(own)
    return Module(name, _sentence(tree), tuple(sorted(found)))


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _sentence(tree: ast.Module) -> str:
    paragraph = (ast.get_docstring(tree) or "").partition("\n\n")[0]
    return " ".join(paragraph.split())


def depths(found: Mapping[str, Module]) -> dict[str, int]:
    """How many imports lie below each module, along the longest way."""
    known: dict[str, int] = {}

    def depth(name: str, above: tuple[str, ...] = ()) -> int:
        if name in above:
            raise ValueError(f"{' > '.join((*above, name))}: it imports itself")
        if name not in known:
            below = (depth(one, (*above, name)) for one in found[name].imports)
            known[name] = max(below, default=-1) + 1
        return known[name]

    for name in found:
        depth(name)
    return known


def reached(starts: Iterable[str], found: Mapping[str, Module]) -> set[str]:
    """All that is imported with some modules, themselves included."""
    seen, waiting = set[str](), list(starts)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += found[name].imports
    return seen
