"""Executing a snippet once: environment, process, trace, and what came out."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from proof.execution.job import Job
from proof.execution.observer import Observer
from proof.execution.process import Command, Finished, OnOutput, Process
from proof.execution.sandbox import Sandbox
from proof.project import Project
from proof.recording.condensing import condensed
from proof.recording.events import LoopStarted
from proof.recording.historian import build_history
from proof.recording.lines import in_order_of_arrival, timed_lines
from proof.recording.redaction import MachinePaths
from proof.recording.trace import Trace, read_trace
from proof.runs.history import History
from proof.runs.run import Execution, Line, Stream

_STREAMS: tuple[Stream, Stream] = ("stdout", "stderr")


class Executor:
    """Executes one snippet in one fresh interpreter."""

    def __init__(
        self,
        project: Project,
        job: Job,
        sandbox: Sandbox,
        *,
        recorded: bool,
    ) -> None:
        """Say what to execute, where and by what; nothing is started yet."""
        self._project = project
        self._snippet = job.snippet
        self._file = project.snippets / job.snippet.name
        self._sandbox = sandbox
        self._python = job.python
        self._is_controlled = job.is_controlled
        self._recorded = recorded

    def process(self, observers: Sequence[Observer] = ()) -> Process:
        """The process to run; of a recorded one observers receive the output."""
        command = Command(
            [str(self._python.executable), "-u", str(self._file)],
            self._sandbox.environment(
                self._python, self._file if self._recorded else None
            ),
            home=self._sandbox.home,
            working=self._sandbox.working,
            timeout=self._snippet.metadata.timeout,
        )
        interested = [one for one in observers if one.wants_output]
        # Of several Pythons, the primary one is shown.
        is_observed = self._recorded and self._is_controlled and interested
        return Process(command, self._forward(interested) if is_observed else None)

    def read(self, finished: Finished) -> Execution:
        """What came of the process, read from its pipes and the trace file."""
        trace = read_trace(self._sandbox.trace)
        zero = finished.started_at if trace.zero is None else trace.zero
        end = finished.ended_at if trace.end is None else trace.end
        history = build_history(trace, zero, end) if trace.events else None
        return Execution(
            lines=tuple(self._lines(finished, trace, zero, history)),
            status=finished.status,
            took=round(end - zero, 6) if self._recorded else None,
            wall=round(finished.ended_at - finished.started_at, 6),
            cpu=round(finished.cpu, 6),
            loops=sum(1 for _ in trace.of(LoopStarted)),
            problems=(*finished.problems, *self._problems(finished, trace)),
            blocks=_blocks(finished, trace) if self._recorded else None,
            history=condensed(history) if history else None,
            waited=round(finished.waited, 6),
            timed_out=finished.timed_out,
            recorder_setup=round(trace.arming, 6),
        )

    def _forward(self, observers: Sequence[Observer]) -> OnOutput:
        # Final once a loop has started: then the trace need not be read again.
        final: list[float] = []

        def forward(stream: Stream, content: bytes, at: float) -> None:
            zero = final[0] if final else None
            if zero is None:
                trace = read_trace(self._sandbox.trace, with_output=False)
                zero = trace.zero
                final.extend(event.at for event in trace.of(LoopStarted))
            for observer in observers:
                observer.printed(stream, content, at - (at if zero is None else zero))

        return forward

    def _lines(
        self, finished: Finished, trace: Trace, zero: float, history: History | None
    ) -> list[Line]:
        paths = MachinePaths(
            {
                **self._sandbox.names(),
                **{Path(path): name for path, name in self._python.folders},
                self._project.root: "",
            }
        )
        labels = {lane.number: lane.label for lane in history.lanes} if history else {}
        received = (
            timed_lines(finished.received[stream], trace, stream, zero)
            for stream in _STREAMS
        )
        return [
            replace(
                line,
                text=paths.replace(line.text),
                lane="" if task is None else labels.get(task, ""),
            )
            for line, task in in_order_of_arrival(*received)
        ]

    def _problems(self, finished: Finished, trace: Trace) -> list[str]:
        problems = [
            problem
            for stream in _STREAMS
            if (problem := _undecodable(finished, stream))
        ]
        if lack := self._sandbox.lack_of_room():
            problems.append(lack)
        elif trace.is_damaged:
            problems.append("it wrote into a file of the recorder; write to your own")
        elif self._recorded and trace.armed_at is None:
            problems.append("the recorder did not start in it")
        return problems


def _blocks(finished: Finished, trace: Trace) -> float | None:
    longest = trace.longest_step(finished.ended_at)
    return None if longest is None else round(longest, 6)


def _undecodable(finished: Finished, stream: Stream) -> str:
    """Where a stream is not UTF-8, as a problem; empty if it is."""
    content = b"".join(chunk for _, chunk in finished.received[stream])
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return f"it printed bytes that are not UTF-8 (line {line} of {stream})"
    return ""
