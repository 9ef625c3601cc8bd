"""A Python that executes snippets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """A package that is installed for an interpreter.

    Attributes:
        version: Its version.
        requires: What it depends on, as PEP 508 requirements.
    """

    version: str
    requires: tuple[str, ...] = ()


@dataclass(frozen=True)
class Interpreter:
    """One Python interpreter, and what is installed for it.

    Attributes:
        executable: Its path; None where runs were made on another machine.
        name: Implementation and version, for instance `CPython 3.11.7`; with a `t` at
            its end where it is free-threaded.
        build: The same and all that Python says of its build.
        platform: Operating system and machine, for instance `Linux x86_64`.
        system: The same in detail, with release and C library.
        free_threaded: Whether it was built to run without the global lock.
        folders: Absolute paths of its own that it can print, each with the neutral
            name that is published in its place.
        markers: What environment markers of dependencies (PEP 508) are compared with.
        modules: Names of the modules of its standard library.
        installed: The packages installed for it, by canonical name.
        providers: Which packages provide a module, by the module's name.
        lacking: Canonical names of pinned packages that could not be installed for it.
    """

    executable: Path | None
    name: str
    build: str
    platform: str
    system: str = ""
    free_threaded: bool = False
    folders: tuple[tuple[str, str], ...] = ()
    markers: Mapping[str, str] = field(default_factory=dict)
    modules: frozenset[str] = frozenset()
    installed: Mapping[str, Package] = field(default_factory=dict)
    providers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lacking: frozenset[str] = frozenset()

    @property
    def minor(self) -> str:
        """Its version as claims name it, for instance `3.14`."""
        return minor_of(self.name)

    @property
    def version(self) -> str:
        """The same with a `t` where it is free-threaded, for instance `3.14t`."""
        return version_of(self.name)

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is on another machine, and only its runs are here."""
        return self.executable is None


def minor_of(name: str) -> str:
    """The minor version in a name such as `CPython 3.14.0rc1`."""
    return ".".join(name.rsplit(maxsplit=1)[-1].split(".")[:2])


def version_of(name: str) -> str:
    """The same with a `t` where the name says that it is free-threaded."""
    return minor_of(name) + ("t" if name.endswith("t") else "")
