"""The inline script metadata (PEP 723) at the top of a snippet."""

import contextlib
import re
import reprlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from proof.errors import ProofError
from proof.snippets.claims import names_patch

MOST_TIMEOUT = 300
"""Seconds that a snippet may ask for at most."""

_OPEN = "# /// script"
_CLOSE = "# ///"
_TOP = ("requires-python", "dependencies", "tool")
_OWN = ("timeout", "alone", "xfail")
_LONGEST_NUMBER = 100  # bits
_TOML_PLACE = re.compile(r" \(at line (\d+), column \d+\)| \(at end of document\)")


@dataclass(frozen=True)
class Metadata:
    """How a snippet is to be run, and what it requires.

    Attributes:
        requires_python: A PEP 440 specifier.
        dependencies: PEP 508 requirements.
        timeout: Seconds after which an execution is ended.
        alone: Whether it is run while nothing else is running.
        xfail: Whether it is expected to fail its claims, as an example of a failure.
    """

    requires_python: str = ">=3.11"
    dependencies: tuple[str, ...] = ()
    timeout: float = 10.0
    alone: bool = False
    xfail: bool = False


@dataclass(frozen=True)
class MetadataBlock:
    """Metadata, and which lines of the file state them.

    Attributes:
        metadata: What was stated, with defaults for the rest.
        start: Index of the first line of the block.
        end: Index of the line after the block; equal to `start` without a block.
    """

    metadata: Metadata
    start: int
    end: int


def parse_metadata(lines: Sequence[str], path: str) -> MetadataBlock:
    """Read the metadata of a snippet.

    Args:
        lines: The lines of the file.
        path: How to name the file in an error.

    Raises:
        ProofError: The block is not closed, is not valid TOML, or has an unknown key
            or an invalid value.
    """
    opened = [i for i, line in enumerate(lines) if line.rstrip() == _OPEN]
    if not opened:
        return MetadataBlock(Metadata(), 0, 0)
    if len(opened) > 1:
        raise ProofError("a second `# /// script` block; keep one", path, opened[1] + 1)
    start = opened[0]
    if any(line.strip() for line in lines[:start]):
        raise ProofError(
            "the `# /// script` block must be at the top, with nothing above it",
            path,
            start + 1,
        )
    end = _closing_line(lines, start, path)
    reader = _Reader(lines[start + 1 : end], start + 2, path)
    return MetadataBlock(reader.metadata(), start, end + 1)


def _closing_line(lines: Sequence[str], start: int, path: str) -> int:
    for index in range(start + 1, len(lines)):
        if lines[index].rstrip() == _CLOSE:
            return index
        if not lines[index].startswith("#"):
            break
    raise ProofError(
        "the `# /// script` block is not closed; end it with a line `# ///`",
        path,
        start + 1,
    )


class _Reader:
    """Turns the comment lines of one block into `Metadata`, with places for errors."""

    def __init__(self, lines: Sequence[str], first_line: int, path: str) -> None:
        self.lines = [line.removeprefix("#").removeprefix(" ") for line in lines]
        self.first_line = first_line
        self.path = path

    def metadata(self) -> Metadata:
        table = self._toml()
        self._refuse_unknown(table, _TOP)
        tools = table.get("tool", {})
        own = tools.get("proof", {}) if isinstance(tools, dict) else None
        if not isinstance(own, dict):
            raise self._error("tool", "`tool.proof` must be a table")
        self._refuse_unknown(own, _OWN)
        return Metadata(
            requires_python=self._requires_python(table),
            dependencies=self._dependencies(table),
            timeout=self._timeout(own),
            alone=self._flag(own, "alone"),
            xfail=self._flag(own, "xfail"),
        )

    def _toml(self) -> dict[str, Any]:
        try:
            return tomllib.loads("\n".join(self.lines))
        # Not only TOMLDecodeError: numbers can be too long, arrays nested too deep.
        except (ValueError, RecursionError) as error:
            place = _TOML_PLACE.search(str(error))
            offset = int(place[1]) - 1 if place and place[1] else len(self.lines) - 1
            what = _TOML_PLACE.sub("", str(error))
            raise ProofError(
                f"invalid TOML in the script metadata: {what}",
                self.path,
                self.first_line + offset,
            ) from None

    def _refuse_unknown(self, table: Mapping[str, Any], known: Sequence[str]) -> None:
        for name in table:
            if name not in known:
                raise self._error(
                    name,
                    f"unknown key `{name}` in the script metadata; {_advice(name)}"
                    f"known: {_list(known)}",
                )

    def _requires_python(self, table: Mapping[str, Any]) -> str:
        value = table.get("requires-python", Metadata.requires_python)
        specifier = None
        with contextlib.suppress(InvalidSpecifier):
            specifier = SpecifierSet(value) if isinstance(value, str) else None
        if specifier is None:
            raise self._error(
                "requires-python",
                f"requires-python is {_quoted(value)}; write a version specifier such "
                'as ">=3.12"',
            )
        if names_patch(specifier):
            raise self._error(
                "requires-python",
                f"requires-python is {_quoted(value)}, which names a patch release; a "
                'snippet is for minor versions, as in ">=3.12"',
            )
        return str(specifier)

    def _dependencies(self, table: Mapping[str, Any]) -> tuple[str, ...]:
        value = table.get("dependencies", [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise self._error(
                "dependencies", 'dependencies must be a list such as ["aiohttp"]'
            )
        for requirement in value:
            try:
                Requirement(requirement)
            except (InvalidRequirement, RecursionError):
                raise self._error(
                    "dependencies",
                    f"{_quoted(requirement)} is not a valid requirement; write a "
                    'package as in "aiohttp" or "aiohttp>=3.9"',
                ) from None
        return tuple(value)

    def _timeout(self, table: Mapping[str, Any]) -> float:
        value = table.get("timeout", Metadata.timeout)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or not 0 < value <= MOST_TIMEOUT:
            raise self._error(
                "timeout",
                f"timeout is {_quoted(value)}; write seconds, more than 0 and at most "
                f"{MOST_TIMEOUT}",
            )
        return float(value)

    def _flag(self, table: Mapping[str, Any], name: str) -> bool:
        value = table.get(name, False)
        if not isinstance(value, bool):
            raise self._error(name, f"{name} is {_quoted(value)}; write true or false")
        return value

    def _error(self, name: str, message: str) -> ProofError:
        named = re.compile(rf"\W*(tool\.)?{re.escape(name)}\b")
        offsets = (i for i, line in enumerate(self.lines) if named.match(line))
        return ProofError(message, self.path, self.first_line + next(offsets, 0))


def _advice(name: str) -> str:
    if name in _OWN:
        return "write it below a line `# [tool.proof]`; "
    if name in _TOP:
        return "write it above the line `# [tool.proof]`; "
    return ""


def _quoted(value: object) -> str:
    """A value as Python writes it, cut short where it is long."""
    if isinstance(value, int) and value.bit_length() > _LONGEST_NUMBER:
        return "a very long number"
    try:
        return reprlib.repr(value)
    except ValueError:  # Python refuses to write integers of thousands of digits.
        return "something with a very long number"


def _list(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
