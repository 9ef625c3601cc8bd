"""The interpreters that a machine has."""

import contextlib
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from re import fullmatch
from typing import Final

import msgspec
from findpython.providers import ALL_PROVIDERS
from packaging.version import Version

from proof.files import replace_file
from proof.project import Project
from proof.pythons.probing import Facts, probe

# Besides what findpython knows (PATH, pyenv, uv, asdf, rye): where Homebrew and Debian
# put theirs, should the PATH of a service or an editor lack them.
_FOLDERS: Final = (
    "/opt/homebrew/bin",
    "/home/linuxbrew/.linuxbrew/bin",
    "/usr/local/bin",
    "/usr/bin",
)
_AT_ONCE: Final = 4


class _Probed(msgspec.Struct, frozen=True):
    """What an executable said of itself, as long as the file is the same."""

    changed: int
    size: int
    facts: Facts | None


def find(project: Project, versions: Iterable[str]) -> dict[str, Facts]:
    """The best interpreter of the machine for each version.

    That is CPython's newest patch release of it, and the first found of several.

    Args:
        project: In whose store it is kept what interpreters said of themselves.
        versions: Minor versions, such as `3.13` or `3.14t`.

    Returns:
        Those that there are, by version.
    """
    wanted = set(versions)
    found: dict[str, Facts] = {}
    for facts in _probed(project, _candidates(wanted)):
        version = facts.interpreter().version
        is_ours = (
            version in wanted and facts.markers["implementation_name"] == "cpython"
        )
        if is_ours and (version not in found or _is_newer(facts, found[version])):
            found[version] = facts
    return found


def _is_newer(one: Facts, other: Facts) -> bool:
    return release_of(one.name) > release_of(other.name)


def release_of(name: str) -> Version:
    """The release in the name of an interpreter, such as `CPython 3.14.0rc1`."""
    # Built from a branch, a Python calls itself `3.15.0+`.
    return Version(name.rsplit(maxsplit=1)[-1].rstrip("+t"))


def _candidates(versions: set[str]) -> list[Path]:
    """Executables that may be one of some versions, links resolved, each once."""
    paths = (path.resolve() for path in _executables())
    wanted = (path for path in paths if _may_be(path, versions))
    return list(dict.fromkeys(path for path in wanted if not _is_script(path)))


def _executables() -> Iterator[Path]:
    yield Path(getattr(sys, "_base_executable", None) or sys.executable)
    providers = (provider.create() for provider in ALL_PROVIDERS.values())
    for provider in filter(None, providers):
        yield from (found.executable for found in provider.find_pythons())
    for folder in _FOLDERS:
        yield from sorted(Path(folder).glob("python3.*"))


def _may_be(path: Path, versions: set[str]) -> bool:
    named = fullmatch(r"python(3\.\d+t?)", path.name)
    return not named or named[1] in versions


def _is_script(path: Path) -> bool:
    """Whether it hands on to another executable, as the shims of pyenv do."""
    try:
        with path.open("rb") as file:
            return file.read(2) == b"#!"
    except OSError:
        return True


def _probed(project: Project, paths: Iterable[Path]) -> Iterator[Facts]:
    """What executables say of themselves; asking each takes a twentieth of a second."""
    notes = project.store / "pythons" / "probed.json"
    known = _read(notes)
    current = {str(path): status for path in paths if (status := _status(path))}
    unknown = [
        path
        for path, (changed, size) in current.items()
        if path not in known
        or (known[path].changed, known[path].size) != (changed, size)
    ]
    if unknown:
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            said = zip(unknown, pool.map(probe, map(Path, unknown)), strict=True)
            known |= {path: _Probed(*current[path], facts) for path, facts in said}
        with contextlib.suppress(OSError):  # Then they are asked again.
            notes.parent.mkdir(parents=True, exist_ok=True)
            replace_file(notes, msgspec.json.encode(known))
    yield from (facts for path in current if (facts := known[path].facts))


def _status(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _read(notes: Path) -> dict[str, _Probed]:
    try:
        return msgspec.json.decode(notes.read_bytes(), type=dict[str, _Probed])
    except (OSError, msgspec.MsgspecError):
        return {}
