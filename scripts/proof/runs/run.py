"""What came of executing a snippet: plain frozen values."""

from dataclasses import dataclass
from typing import Literal

from proof.runs.history import History
from proof.runs.interpreter import minor_of

Stream = Literal["stdout", "stderr"]


@dataclass(frozen=True)
class Line:
    """One printed line.

    Attributes:
        text: What was printed, without the line end; machine paths replaced.
        stream: Where it was written to.
        at: Seconds since time zero when its end was written; negative before it.
        lane: Label of the task that wrote it, or empty.
        source_line: Line of the snippet that wrote it, if it is known.
    """

    text: str
    stream: Stream
    at: float
    lane: str = ""
    source_line: int | None = None


@dataclass(frozen=True)
class Execution:
    """One interpreter executing one snippet, from its start to its end.

    Attributes:
        lines: What it printed, both streams in order of arrival.
        status: Exit status; a signal as its negative number.
        took: Seconds from time zero to the end of the last loop (of the main
            program, where there is none); None where there was no recorder, for
            nothing else can measure it.
        wall: Seconds from the start of the process to its end.
        cpu: Seconds of processor time that it and its children used.
        loops: How often an event loop was started; `asyncio.run` does so a few times,
            to clean up behind itself.
        problems: What went wrong besides the claims, one sentence each.
        blocks: Seconds of the longest step of a task, or callback, on a loop; None
            where there was no recorder.
        history: What every task did; None where there was no recorder.
        began: Seconds from the start of its batch to the start of the process.
        starting: Seconds of `wall` for which it counted as starting: until it had
            printed something, or a loop was seen to run in it, or it had ended, or had
            had its time for that.
        waited: Seconds of `wall` for which its main thread could have run and had no
            processor, as far as the system reports it (Linux).
        recorder_setup: Seconds of `wall` that the recorder spent on setting itself up.
        timed_out: Whether it was stopped at its timeout; the first of `problems` then.
    """

    lines: tuple[Line, ...]
    status: int
    took: float | None
    wall: float
    cpu: float
    loops: int
    problems: tuple[str, ...] = ()
    blocks: float | None = None
    history: History | None = None
    began: float = 0.0
    starting: float = 0.0
    waited: float = 0.0
    recorder_setup: float = 0.0
    timed_out: bool = False

    def printed(self, stream: Stream) -> list[str]:
        """The text of the lines of one stream."""
        return [line.text for line in self.lines if line.stream == stream]


@dataclass(frozen=True)
class Run:
    """One snippet, executed by one interpreter with the recorder, and perhaps without.

    Everything a page shows comes from the recorded execution.

    Attributes:
        snippet: Path of the snippet below `snippets/`.
        recorded: The execution with the recorder in it.
        control: The execution without the recorder; None where it is known from
            another version that recording changes nothing.
        tries: How often the pair was executed until its times were as claimed, or
            no other try was worth it.
        made_at: When, as an ISO 8601 time in UTC, to the second.
        python: Implementation and version, for instance `CPython 3.11.7`.
        platform: Operating system and machine, for instance `Linux x86_64`.
        batch: The batch it was executed in, by the time at which that began: ISO 8601
            in UTC, to the microsecond.
    """

    snippet: str
    recorded: Execution
    control: Execution | None
    tries: int
    made_at: str
    python: str
    platform: str
    batch: str

    @property
    def version(self) -> str:
        """The Python version as claims name it, for instance `3.11`."""
        return minor_of(self.python)

    @property
    def executions(self) -> tuple[Execution, ...]:
        """The recorded execution, and the control if there is one."""
        return (self.recorded, self.control) if self.control else (self.recorded,)

    @property
    def timed_out(self) -> bool:
        """Whether one of the executions was stopped at its timeout."""
        return any(execution.timed_out for execution in self.executions)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the recorded execution."""
        return self.recorded.lines

    @property
    def took(self) -> float:
        """How long the recorded execution took, in seconds."""
        took = self.recorded.took
        assert took is not None, "only a control has no time of its own"
        return took

    @property
    def status(self) -> int:
        """Exit status of the recorded execution; a signal as its negative number."""
        return self.recorded.status
