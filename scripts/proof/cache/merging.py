"""Joining stores: runs of other machines take the place of those of this one."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from packaging.version import Version

from proof.cache.files import interpreters_folder, runs_folder
from proof.cache.foreign import ForeignStore, Recorded
from proof.errors import ProofError
from proof.files import replace_file
from proof.project import Project
from proof.pythons.elsewhere import tag_of, write_interpreter, write_merged
from proof.pythons.finding import release_of
from proof.runs.versions import SUPPORTED, order, spanned

RULE: Final = (
    "of several for one version, the newest patch release is taken, of these Linux, "
    "then the one with most runs, then the one made last"
)
"""How it is decided which of several stores is used for a version."""


@dataclass(frozen=True)
class Joined:
    """What some stores hold, and what of that is used.

    Attributes:
        taken: The runs of one interpreter for each supported version, newest first.
        passed_over: Those of others for the same versions.
        unsupported: Those for versions that the site is not about.
    """

    taken: tuple[Recorded, ...]
    passed_over: tuple[Recorded, ...] = ()
    unsupported: tuple[Recorded, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The supported versions of which there are no runs, oldest first."""
        found = {one.python.version for one in self.taken}
        return tuple(version for version in SUPPORTED if version not in found)


def join(project: Project, folders: Sequence[Path]) -> Joined:
    """Read stores and decide what of them is used; nothing is written.

    The order of the stores does not matter.

    Args:
        project: The checkout, of whose sources all runs must be.
        folders: The stores.

    Raises:
        ProofError: One cannot be used; see `ForeignStore.read`. Or none holds runs of
            a supported version.
    """
    found = [one for folder in folders for one in ForeignStore(project, folder).read()]
    # A store that is named twice, or was copied, is one.
    different = {(tag_of(one.python), one.digest): one for one in found}
    ranked = sorted(different.values(), key=_rank, reverse=True)
    taken: dict[str, Recorded] = {}
    others, unsupported = [], []
    for one in ranked:
        version = one.python.version
        if version not in SUPPORTED:
            unsupported.append(one)
        elif version in taken:
            others.append(one)
        else:
            taken[version] = one
    if not taken:
        raise ProofError(
            f"none of these stores has runs of Python {spanned(SUPPORTED)}; name one "
            "that has",
            str(min(folders)),
        )
    return Joined(tuple(taken.values()), tuple(others), tuple(unsupported))


def merge(project: Project, joined: Joined) -> None:
    """Let runs of other interpreters take the place of those made on this machine.

    What was merged before is so no longer. An interruption leaves nothing merged, and
    never one half of each.

    Args:
        project: The checkout into whose store they go.
        joined: What is used; see `join`.

    Raises:
        ProofError: The store cannot be written.
    """
    with _explained(project):
        if not all(_is_there(project, one) for one in joined.taken):
            write_merged(project, ())
            for one in joined.taken:
                _copy(project, one)
        write_merged(project, (one.python for one in joined.taken))


def unmerge(project: Project) -> None:
    """Go back to the Pythons of this machine; runs that were merged are not looked at.

    Raises:
        ProofError: The store cannot be written.
    """
    with _explained(project):
        write_merged(project, ())


def _is_there(project: Project, recorded: Recorded) -> bool:
    folder = runs_folder(project.store)
    return _beside(project, recorded) == set() and all(
        (folder / name).is_file() and (folder / name).read_bytes() == content
        for name, content in recorded.files.items()
    )


def _copy(project: Project, recorded: Recorded) -> None:
    folder = runs_folder(project.store)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in recorded.files.items():
        replace_file(folder / name, content)
    for file in _beside(project, recorded):
        file.unlink(missing_ok=True)
    write_interpreter(interpreters_folder(project.store), recorded.python)


def _beside(project: Project, recorded: Recorded) -> set[Path]:
    """What the same build of Python made here, which must not mix with what is taken.

    All that is taken would otherwise be filled up with it.
    """
    files = runs_folder(project.store).glob(f"*.{tag_of(recorded.python)}.*.json")
    return {file for file in files if file.name not in recorded.files}


def _rank(one: Recorded) -> tuple[tuple[int, int], Version, bool, int, str, str, str]:
    """By this, what is preferred sorts higher; see `RULE`."""
    python = one.python
    return (
        order(python.version),
        release_of(python.name),
        python.platform.startswith("Linux "),
        len(one.files),
        one.made_at[-1],
        # Chance decides, but the same for every order of the stores.
        python.build + python.system,
        one.digest,
    )


@contextlib.contextmanager
def _explained(project: Project) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ProofError(
            f"the store cannot be written ({error.strerror}); change that, and merge "
            "again",
            project.relative(project.store),
        ) from None
