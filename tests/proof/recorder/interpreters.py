"""Every CPython that the machine has, and programs executed in one of them."""

import functools
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from packaging.version import InvalidVersion, Version

from proof.execution.sandbox import RECORDER
from proof.recording.trace import Event, Trace, read_trace
from proof.runs.run import Stream

# By these, coverage starts itself in a new interpreter.
_COVERAGE = ("COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START")


@dataclass(frozen=True)
class Python:
    """An interpreter and its minor version, for instance `(3, 11)`."""

    path: Path
    minor: tuple[int, int]

    def __str__(self) -> str:
        return ".".join(map(str, self.minor))


def _of_pyenv() -> Iterator[tuple[Version, Path]]:
    roots = {Path(os.environ.get("PYENV_ROOT", "")), Path.home() / ".pyenv"}
    for root in sorted(roots | {Path("/root/.pyenv")}):
        try:
            folders = list(root.glob("versions/*"))
        except OSError:
            continue
        for folder in folders:
            try:
                version = Version(folder.name.removesuffix("-dev"))
            except InvalidVersion:
                continue
            if (folder / "bin/python3").exists():
                yield version, folder / "bin/python3"


@functools.cache
def interpreters() -> tuple[Python, ...]:
    """This one, and of each other minor version from 3.8 up the newest."""
    this = Python(Path(sys.executable), sys.version_info[:2])
    newest = {(v.major, v.minor): path for v, path in sorted(_of_pyenv())}
    others = (Python(path, minor) for minor, path in sorted(newest.items()))
    return (this, *(p for p in others if (3, 8) <= p.minor != this.minor))


@dataclass(frozen=True)
class Outcome:
    """What came of a program, and the trace where it was recorded."""

    stdout: bytes
    stderr: bytes
    status: int
    trace: Trace = field(default_factory=Trace)

    @property
    def events(self) -> list[str]:
        """Names of what happened, without what was written."""
        return [e.name for e in self.trace.events if e.name != "written"]

    def named(self, name: str) -> list[Event]:
        """The events of one name."""
        return list(self.trace.named(name))

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
        """Execute a program with nothing of ours in it."""
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
            recorder |= {k: os.environ[k] for k in os.environ if k in _COVERAGE}
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
            self._trace.unlink()
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
