"""Executing a snippet once: folders, environment, process, trace, and what came out."""

import contextlib
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from proof.execution.observer import Observer
from proof.execution.process import Command, Finished, Process
from proof.project import Project
from proof.recording.condensing import condensed
from proof.recording.historian import build_history
from proof.recording.lines import in_order_of_arrival, timed_lines
from proof.recording.redaction import MachinePaths
from proof.recording.trace import Trace, read_trace
from proof.runs.run import Execution, Stream
from proof.snippets.snippet import Snippet

RECORDER = Path(__file__).parent.parent / "recorder"
"""The folder that puts the recorder into an interpreter."""

PYTHON = f"{platform.python_implementation()} {platform.python_version()}"
PLATFORM = f"{platform.system()} {platform.machine()}"

_STREAMS: tuple[Stream, Stream] = ("stdout", "stderr")


class Folders:
    """The folders of one execution: a home, and in it where it works."""

    def __init__(self) -> None:
        """Make them, below the system's folder for temporary files."""
        self._root = Path(tempfile.mkdtemp(prefix="proof-")).resolve()
        self.home = self._root / "home"
        self.working = self.home / "work"
        self.temporary = self.home / "tmp"
        self.working.mkdir(parents=True)
        self.temporary.mkdir()
        # Not in the home, with which a program may do as it likes.
        self.trace = self._root / "trace.jsonl"

    def environment(self, recorded_file: Path | None) -> dict[str, str]:
        """All of an execution's environment: clean, the same on every machine.

        Args:
            recorded_file: The program, if the recorder is to watch it.
        """
        clean = {
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            # Imported, it would start a thread per processor, each with memory of its
            # own: what a program may use must not depend on the machine.
            "OPENBLAS_NUM_THREADS": "1",
            "PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin",
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

    def remove(self) -> None:
        """Remove them with all that the execution left there."""
        with contextlib.suppress(OSError, RecursionError):
            shutil.rmtree(self._root)
        if self._root.exists():
            self._insist()

    def _insist(self) -> None:
        """Remove what is locked or nested too deep for Python."""
        for command in (("chmod", "-R", "u+rwX"), ("rm", "-rf")):
            subprocess.run(
                [*command, str(self._root)], check=False, stderr=subprocess.DEVNULL
            )


class Executor:
    """Executes one snippet in one fresh interpreter."""

    def __init__(self, project: Project, snippet: Snippet, *, recorded: bool) -> None:
        """Prepare its folders and its process; nothing is started yet."""
        self._project = project
        self._snippet = snippet
        self._recorded = recorded
        self._folders = Folders()

    def process(self, observer: Observer) -> Process:
        """The process to run; of a recorded one the observer hears the output."""
        file = self._project.snippets / self._snippet.name
        command = Command(
            [sys.executable, "-u", str(file)],
            self._folders.environment(file if self._recorded else None),
            home=self._folders.home,
            working=self._folders.working,
            timeout=self._snippet.metadata.timeout,
        )

        # Final once a loop has started: then the trace need not be read again.
        final: list[float] = []

        def tell(stream: Stream, content: bytes, at: float) -> None:
            zero = final[0] if final else None
            if zero is None:
                trace = read_trace(self._folders.trace, with_output=False)
                zero = trace.zero
                final.extend(event.at for event in trace.named("loop_started"))
            observer.printed(stream, content, at - (at if zero is None else zero))

        is_heard = self._recorded and observer.wants_output
        return Process(command, tell if is_heard else None)

    def read(self, finished: Finished) -> Execution:
        """What came of the process, read from its pipes and the trace file."""
        trace = read_trace(self._folders.trace)
        zero = finished.started_at if trace.zero is None else trace.zero
        end = finished.ended_at if trace.end is None else trace.end
        paths = MachinePaths.of_execution(
            self._project,
            self._folders.working,
            self._folders.temporary,
            self._folders.home,
        )
        arrived = in_order_of_arrival(
            *(
                timed_lines(finished.received[stream], trace, stream, zero)
                for stream in _STREAMS
            )
        )
        history = build_history(trace, zero, end) if trace.events else None
        labels = {lane.number: lane.label for lane in history.lanes} if history else {}
        wall = finished.ended_at - finished.started_at
        return Execution(
            lines=tuple(
                replace(
                    line,
                    text=paths.replace(line.text),
                    lane="" if task is None else labels.get(task, ""),
                )
                for line, task in arrived
            ),
            status=finished.status,
            took=round(end - zero, 6) if self._recorded else None,
            wall=round(wall, 6),
            cpu=round(finished.cpu, 6),
            loops=sum(1 for _ in trace.named("loop_started")),
            problems=(*finished.problems, *self._problems(finished, trace)),
            blocks=trace.longest_step if self._recorded else None,
            history=condensed(history) if history else None,
            waited=round(finished.waited, 6),
            recorder_setup=round(trace.arming, 6),
        )

    def remove(self) -> None:
        """Remove its folders."""
        self._folders.remove()

    def _problems(self, finished: Finished, trace: Trace) -> list[str]:
        problems = []
        for stream in _STREAMS:
            content = b"".join(chunk for _, chunk in finished.received[stream])
            try:
                content.decode("utf-8")
            except UnicodeDecodeError as error:
                line = content[: error.start].count(b"\n") + 1
                problems.append(
                    f"it printed bytes that are no UTF-8 (line {line} of {stream})"
                )
        if trace.is_damaged:
            problems.append("it wrote into a file of the recorder; write to your own")
        elif self._recorded and trace.armed_at is None:
            problems.append("the recorder did not start in it")
        problems += {
            f"the recorder could not see all of it ({event.values[0]})"
            for event in trace.named("recorder_failed")
        }
        return problems
