"""Executing a snippet once: environment, process, trace, and what came out."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from proof.execution.job import Job
from proof.execution.observer import Observer
from proof.execution.process import Command, Finished, OnOutput, Process
from proof.execution.sandbox import Sandbox
from proof.project import Project
from proof.recording.events import LoopStarted
from proof.recording.reading import Received, execution_of
from proof.recording.redaction import MachinePaths
from proof.recording.trace import Trace, has_loop_started, read_trace
from proof.runs.run import Execution, Stream


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
        self._file = (
            sandbox.program / job.snippet.path
            if job.snippet.broken_by
            else project.snippets / job.snippet.name
        )
        self._sandbox = sandbox
        self._python = job.python
        self._is_controlled = job.is_controlled
        self._recorded = recorded

    def process(self, observers: Sequence[Observer] = ()) -> Process:
        """The process to run; of a recorded one observers receive the output."""
        if self._snippet.broken_by:
            self._sandbox.put(self._snippet.path, self._snippet.content)
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

    def is_in_loop(self) -> bool:
        """Whether an event loop of it is seen to run, or has run."""
        return self._recorded and has_loop_started(self._sandbox.trace)

    def read(self, finished: Finished) -> Execution:
        """What came of the process, read from its pipes and the trace file."""
        trace = read_trace(self._sandbox.trace)
        received = Received(
            finished.started_at, finished.ended_at, finished.status, finished.received
        )
        execution = execution_of(
            received, trace, self._paths(), recorded=self._recorded
        )
        problems = (
            *finished.problems,
            *execution.problems,
            *self._problems(trace),
        )
        return replace(
            execution,
            cpu=round(finished.cpu, 6),
            problems=problems,
            waited=round(finished.waited, 6),
            timed_out=finished.timed_out,
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

    def _paths(self) -> MachinePaths:
        return MachinePaths(
            {
                **self._sandbox.names(),
                **{Path(path): name for path, name in self._python.folders},
                self._project.root: "",
                self._sandbox.program: "",
            }
        )

    def _problems(self, trace: Trace) -> list[str]:
        if lack := self._sandbox.lack_of_room():
            return [lack]
        if trace.is_damaged:
            return ["it wrote into a file of the recorder; write to your own"]
        if self._recorded and trace.armed_at is None:
            return ["the recorder did not start in it"]
        return []
