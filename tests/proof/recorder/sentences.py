"""Traces as lists of plain sentences, without what no reader would miss."""

import re
from collections.abc import Iterator

from proof.recording import events as e
from proof.recording.trace import Trace

_HOUSEKEEPING = re.compile(r"BaseEventLoop\.shutdown_")


def sentences(trace: Trace) -> list[str]:
    """What happened, one sentence each; what threads did comes last.

    Threads run beside the loop: where their events are among its own is chance.
    """
    said = list(_Sentences(trace).all())
    return sorted(said, key=lambda sentence: sentence.startswith("a thread"))


class _Sentences:
    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self._names: dict[int | None, str] = {}
        self._hidden: set[int] = set()
        self._line = ""
        for created in trace.of(e.TaskCreated):
            self._meet(created)
        # Some versions name a task only when it is there already.
        for named in trace.of(e.Named):
            self._names[named.task] = named.name

    def all(self) -> Iterator[str]:
        for event in self._trace.events:
            if getattr(event, "task", None) not in self._hidden:
                yield from self._sentence(event)

    def _meet(self, event: e.TaskCreated) -> None:
        if _HOUSEKEEPING.match(event.coroutine):
            self._hidden.add(event.task)
        is_nameless = event.name.startswith("Task-") or event.name == "None"
        self._names[event.task] = event.coroutine if is_nameless else event.name

    def _sentence(self, event: e.Event) -> Iterator[str]:
        if isinstance(event, e.Suspended | e.Returned | e.Failed | e.Cancelled):
            yield self._end_of_step(event)
            return
        match event:
            case e.Callback():
                yield f"{event.name} is called back"
            case e.WorkBegins():
                yield f"a thread begins {event.function}"
            case e.WorkEnds():
                yield "a thread is done"
            case e.Written():
                yield from self._written(event)
            case e.TaskCreated():
                by = f" by {self._names[event.creator]}" if event.creator else ""
                at = f", line {event.line}" if event.line else ""
                yield f"{self._names[event.task]} is created{by}{at}"
            case e.StepBegins():
                yield f"{self._names[event.task]} begins a step"
            case e.CancelRequested():
                yield f"{self._names[event.task]} is asked to cancel"

    def _end_of_step(
        self, event: e.Suspended | e.Returned | e.Failed | e.Cancelled
    ) -> str:
        name = self._names[event.task]
        match event:
            case e.Suspended():
                return f"{name} waits in line {event.line} for {self._words(event)}"
            case e.Failed():
                return f"{name} fails: {event.exception}"
            case e.Returned():
                return f"{name} returns"
            case e.Cancelled():
                return f"{name} is cancelled"

    def _words(self, event: e.Suspended) -> str:
        if event.tasks:
            return " and ".join(self._names[number] for number in event.tasks)
        return f"a {event.waits_for}"

    def _written(self, event: e.Written) -> Iterator[str]:
        self._line += event.content.decode()
        if not self._line.endswith("\n"):
            return
        by = self._names[event.task] if event.task else "no task"
        yield f"{by} prints {self._line[:-1]} in line {event.line}"
        self._line = ""
