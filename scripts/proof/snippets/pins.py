"""The one pinned set of packages that snippets may depend on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from proof.errors import ProofError
from proof.project import Project
from proof.runs.interpreter import Interpreter

_PIN = re.compile(
    r"^(?P<name>[A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?==(?P<version>[^\s;\\]+)"
    r"(?:\s*;(?P<marker>.*?)(?:--hash=.*|\\)?$)?"
)


@dataclass(frozen=True)
class Pin:
    """One version of a package, and for which Pythons it is meant."""

    version: Version
    marker: Marker | None = None

    def applies(self, python: Interpreter) -> bool:
        """Whether it is for an interpreter and its platform."""
        return self.marker is None or self.marker.evaluate(dict(python.markers))


Pins = Mapping[str, Sequence[Pin]]
"""Pins by canonical name: a package can have several, for different Pythons."""


def pinned(project: Project) -> Pins:
    """What `requirements-snippets.txt` pins.

    Raises:
        ProofError: The file is missing or cannot be read.
    """
    try:
        requirements = project.requirements.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise ProofError(
            f"it cannot be read ({reason}), and pins what snippets may depend on; "
            "restore it from the repository",
            project.relative(project.requirements),
        ) from None
    return _pins(requirements)


@lru_cache(maxsize=2)
def _pins(requirements: str) -> Pins:
    pins: dict[str, list[Pin]] = {}
    for match in filter(None, map(_PIN.match, requirements.splitlines())):
        marker = Marker(match["marker"]) if match["marker"] else None
        name = canonicalize_name(match["name"])
        pins.setdefault(name, []).append(Pin(Version(match["version"]), marker))
    return pins


def fitting(requirement: Requirement, pins: Pins) -> list[Pin]:
    """The pins that are what a requirement asks for, on whatever Python."""
    found = pins.get(canonicalize_name(requirement.name), ())
    return [pin for pin in found if requirement.specifier.contains(pin.version)]
