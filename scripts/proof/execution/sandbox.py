"""The folders in which programs are executed, and what they see of the machine."""

import contextlib
import fcntl
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from proof.errors import ProofError
from proof.execution.orphans import kill_inhabitants
from proof.runs.interpreter import Interpreter

RECORDER = Path(__file__).parent.parent / "recorder"
"""The folder that puts the recorder into an interpreter."""

# The least room that a trace file and what a program writes can do with (bytes).
_LEAST_ROOM = 1024 * 1024
_PREFIX = "proof-await-"
_NAME = re.compile(rf"{_PREFIX}\d+-\w{{8}}")


class Sandbox:
    """The folders of one execution.

    Attributes:
        home: Its home folder.
        working: Where it works, in its home.
        temporary: Its folder for temporary files, in its home.
        trace: The recorder's file. Not in the home, with which a program may do as it
            likes.
        program: The root of a checkout for a program that is in none as it is.
    """

    def __init__(self, root: Path) -> None:
        """Say where; nothing is made yet."""
        self._root = root
        self.home = root / "home"
        self.working = self.home / "work"
        self.temporary = self.home / "tmp"
        self.trace = root / "trace.jsonl"
        self.program = root / "program"

    def make(self) -> None:
        """Make the folders.

        Raises:
            ProofError: There is no room for them.
        """
        try:
            for folder in (self.working, self.temporary):
                folder.mkdir(parents=True)
        except OSError as error:
            raise _cannot_be_made(self._root.parent, error) from None

    def put(self, path: str, content: bytes) -> None:
        """Write a program below `program`.

        Raises:
            ProofError: There is no room for it.
        """
        file = self.program / path
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        except OSError as error:
            raise _cannot_be_made(self._root.parent, error) from None

    def remove(self) -> None:
        """Remove them with all that the execution left there."""
        _remove(self._root)

    def lack_of_room(self) -> str:
        """A sentence, if hardly any room is left on their disk; empty if there is."""
        disk = os.statvfs(self._root.parent)
        # Some blocks are reserved for root.
        free = disk.f_bavail if os.geteuid() else disk.f_bfree
        if free * disk.f_frsize >= _LEAST_ROOM:
            return ""
        return (
            "the disk on which it was executed is full; make room in "
            f"{tempfile.gettempdir()}, or name another folder with TMPDIR"
        )

    def environment(
        self, python: Interpreter, recorded_file: Path | None
    ) -> dict[str, str]:
        """All of an execution's environment: clean, the same on every machine.

        Args:
            python: What executes it.
            recorded_file: The program, if the recorder is to watch it.
        """
        assert python.executable is not None, "it is on another machine"
        clean = {
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            # Imported, it would start a thread per processor, each with memory of its
            # own: what a program may use must not depend on the machine.
            "OPENBLAS_NUM_THREADS": "1",
            "PATH": f"{python.executable.parent}:/usr/local/bin:/usr/bin:/bin",
            "TMPDIR": str(self.temporary),
            "TZ": "UTC",
        }
        if recorded_file:
            clean |= {
                "PYTHONPATH": str(RECORDER),
                "PROOF_TRACE": str(self.trace),
                "PROOF_PROGRAM": str(recorded_file),
            }
        return clean

    def names(self) -> Mapping[Path, str]:
        """The folders that a program can print, each with its neutral name."""
        return {self.working: "<cwd>", self.temporary: "<tmp>", self.home: "<home>"}


@contextlib.contextmanager
def batch_folder() -> Iterator[Path]:
    """A folder for all executions of a batch, removed with what is in it.

    Those of batches that were killed are removed too, and what still runs in them is
    killed. A folder belongs to a live batch as long as that holds a lock on it: unlike
    a process id, a lock cannot be taken for that of a later process, nor for that of
    another container with the same folder.

    Raises:
        ProofError: There is no room for it.
    """
    parent = _temporary_folder()
    _remove_abandoned(parent)
    folder, lock = _locked_folder(parent)
    try:
        yield folder
    finally:
        _remove(folder)
        os.close(lock)


def _temporary_folder() -> Path:
    try:
        return Path(tempfile.gettempdir()).resolve()
    except OSError as error:
        raise ProofError(f"{error.strerror}; make room in one of them") from None


def _locked_folder(parent: Path) -> tuple[Path, int]:
    while True:
        try:
            folder = Path(tempfile.mkdtemp("", f"{_PREFIX}{os.getpid()}-", parent))
        except OSError as error:
            raise _cannot_be_made(parent, error) from None
        lock = _lock(folder)
        if lock is not None:
            return folder, lock


def _lock(folder: Path) -> int | None:
    """Lock a new folder, unless another batch that began just now takes it away."""
    try:
        lock = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        return None
    # Without locks on its file system, nobody takes it away either.
    with contextlib.suppress(OSError):
        if not _is_locked(lock) or not folder.exists():
            os.close(lock)
            return None
    return lock


def _is_locked(lock: int) -> bool:
    """Take a lock, unless another batch holds it."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _remove_abandoned(parent: Path) -> None:
    for folder in parent.glob(f"{_PREFIX}*"):
        if not _NAME.fullmatch(folder.name):
            continue
        # Of another user, or gone meanwhile.
        with contextlib.suppress(OSError):
            lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            try:
                if _is_locked(lock):
                    kill_inhabitants(folder)
                    _remove(folder)
            finally:
                os.close(lock)


def _remove(folder: Path) -> None:
    with contextlib.suppress(OSError, RecursionError):
        shutil.rmtree(folder)
    if folder.exists():
        # Something in it is locked, or nested too deep for Python.
        for command in (("chmod", "-R", "u+rwX"), ("rm", "-rf")):
            subprocess.run(
                [*command, str(folder)], check=False, stderr=subprocess.DEVNULL
            )


def _cannot_be_made(where: Path, error: OSError) -> ProofError:
    return ProofError(
        f"no folder can be made in {where} to execute programs in ({error.strerror}); "
        "make room there, or name another folder with TMPDIR"
    )
