"""Every CPython that is supported, and programs executed in one of them."""

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from tests.measuring import measured

from proof.execution.sandbox import RECORDER
from proof.recording.events import Event, Written
from proof.recording.historian import build_history
from proof.recording.trace import Trace, read_trace
from proof.runs.history import History, Lane
from proof.runs.run import Stream

MINORS = [(3, minor) for minor in range(11, 16)]

_ASK = "import sys; print(sys.implementation.name, *sys.version_info[:2])"
_Kind = TypeVar("_Kind", bound=Event)


@dataclass(frozen=True)
class Python:
    """An interpreter and its minor version, for instance `(3, 11)`."""

    path: Path
    minor: tuple[int, int]

    def __str__(self) -> str:
        return ".".join(map(str, self.minor))


def interpreter_of(minor: tuple[int, int]) -> Python:
    """An interpreter of a minor version; skips the test where there is none."""
    python = find_interpreter(minor)
    if python is None:
        pytest.skip(f"there is no Python {minor[0]}.{minor[1]} on this machine")
    return python


@functools.cache
def find_interpreter(minor: tuple[int, int]) -> Python | None:
    """An interpreter of a minor version, if the machine has one."""
    if minor == sys.version_info[:2]:
        return Python(Path(sys.executable), minor)
    for path in _candidates(f"python{minor[0]}.{minor[1]}"):
        asked = subprocess.run(
            [path, "-c", _ASK], capture_output=True, text=True, check=False
        )
        if asked.stdout.split() == ["cpython", *map(str, minor)]:
            return Python(path, minor)
    return None


def _candidates(name: str) -> Iterator[Path]:
    home = Path.home()
    pyenv = Path(os.environ.get("PYENV_ROOT", home / ".pyenv"))
    for folder in (*pyenv.glob("versions/*/bin"), *home.glob(".local/*/bin")):
        if (folder / name).exists():
            yield folder / name
    # Last: where pyenv leads the PATH, it may be a script that only complains.
    if found := shutil.which(name):
        yield Path(found)


@dataclass(frozen=True)
class Outcome:
    """What came of a program, and the trace where it was recorded."""

    stdout: bytes
    stderr: bytes
    status: int
    trace: Trace = field(default_factory=Trace)

    def of(self, kind: type[_Kind]) -> list[_Kind]:
        """The events of one kind."""
        return list(self.trace.of(kind))

    @property
    def kinds(self) -> list[type[Event]]:
        """What happened, without what was written."""
        return [
            type(event) for event in self.trace.events if type(event) is not Written
        ]

    @property
    def history(self) -> History:
        """What a page would know of it."""
        zero, end = self.trace.zero, self.trace.events[-1].at
        assert zero is not None
        return build_history(self.trace, zero, self.trace.end or end)

    def lane(self, label: str) -> Lane:
        """One lane of its history."""
        (lane,) = (lane for lane in self.history.lanes if lane.label == label)
        return lane

    def written(self, stream: Stream) -> bytes:
        """What the trace says was written to a stream."""
        return b"".join(written.content for written in self.trace.written_to(stream))


@dataclass(frozen=True)
class Interpreter:
    """Executes programs with and without the recorder.

    Attributes:
        python: The interpreter.
        folder: Where the programs are.
        measured: Whether the coverage of the recorder is measured, in a run of the
            tests that measures it; the program then sees more than the recorder.
    """

    python: Python
    folder: Path
    measured: bool = False

    def recorded(self, code: str, **environment: str) -> Outcome:
        """Execute a program with the recorder in it."""
        process = self.start_recorded(code, environment)
        return self.finish(process)

    def plain(self, code: str, **environment: str) -> Outcome:
        """Execute a program without the recorder."""
        return self.finish(self._start(code, environment), is_recorded=False)

    def start_recorded(
        self, code: str, environment: Mapping[str, str] | None = None
    ) -> "subprocess.Popen[bytes]":
        """Start a program with the recorder in it, and do not wait for its end."""
        environment = dict(environment or {})
        self._trace.unlink(missing_ok=True)
        path = os.pathsep.join(
            filter(None, [str(RECORDER), environment.pop("PYTHONPATH", "")])
        )
        recorder = {
            "PYTHONPATH": path,
            "PROOF_TRACE": str(self._trace),
            "PROOF_PROGRAM": str(self._program),
        }
        if self.measured:
            recorder |= measured()
        return self._start(code, {**recorder, **environment})

    def finish(
        self, process: "subprocess.Popen[bytes]", *, is_recorded: bool = True
    ) -> Outcome:
        """Wait for the end of a program that was started."""
        with process:
            try:
                stdout, stderr = process.communicate(timeout=30)
            finally:
                process.kill()
        trace = read_trace(self._trace) if is_recorded else Trace()
        if is_recorded:
            self._trace.unlink(missing_ok=True)
        return Outcome(stdout, stderr, process.returncode, trace)

    @property
    def _program(self) -> Path:
        return self.folder / "program.py"

    @property
    def _trace(self) -> Path:
        return self.folder / "trace.jsonl"

    def _start(
        self, code: str, environment: Mapping[str, str]
    ) -> "subprocess.Popen[bytes]":
        self._program.write_text(code)
        return subprocess.Popen(
            [self.python.path, "-u", self._program],
            cwd=self.folder,
            env={"HOME": str(self.folder), "LC_ALL": "C.UTF-8", **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
