"""Traces as lists of plain sentences, without what no reader would miss."""

import re
from collections.abc import Iterator
from typing import Any

from proof.recording.trace import Event, Trace

# Of no interest here, or told elsewhere.
_LEFT_OUT = {
    "armed",
    "prepared",
    "forgotten",
    "idle",
    "longest_step",
    "loop_started",
    "loop_stopped",
    "main_ended",
    "named",
    "scheduled",
    "timer_set",
}
_HOUSEKEEPING = re.compile(r"BaseEventLoop\.shutdown_")


def sentences(trace: Trace) -> list[str]:
    """What happened, one sentence each; what threads did comes last.

    Threads run beside the loop: where their events stand among its own is chance.
    """
    told = list(_Told(trace).sentences(trace))
    return sorted(told, key=lambda sentence: sentence.startswith("a thread"))


class _Told:
    def __init__(self, trace: Trace) -> None:
        self._names: dict[int | None, str] = {}
        self._hidden: set[int] = set()
        self._line = ""
        for event in trace.named("task_created"):
            self._meet(event)
        # Some versions name a task only when it is there already.
        for event in trace.named("named"):
            self._names[event.values[0]] = event.values[1]

    def sentences(self, trace: Trace) -> Iterator[str]:
        for event in trace.events:
            if event.name in _LEFT_OUT or self._is_hidden(event):
                continue
            yield from getattr(self, f"_{event.name}")(*event.values)

    def _meet(self, event: Event) -> None:
        number, name, coroutine = event.values[:3]
        if _HOUSEKEEPING.match(coroutine):
            self._hidden.add(number)
        is_nameless = name.startswith("Task-") or name == "None"
        self._names[number] = coroutine if is_nameless else name

    def _is_hidden(self, event: Event) -> bool:
        if event.name in ("callback", "work_begins", "work_ends", "written"):
            return event.name == "callback" and event.values[2].startswith("_")
        return bool(event.values) and event.values[0] in self._hidden

    def _task_created(
        self,
        number: int,
        _name: str,
        _coroutine: str,
        line: int | None,
        creator: int | None,
        _thread: int,
    ) -> Iterator[str]:
        by = f" by {self._names[creator]}" if creator else ""
        at = f", line {line}" if line else ""
        yield f"{self._names[number]} is created{by}{at}"

    def _step_begins(self, number: int) -> Iterator[str]:
        yield f"{self._names[number]} begins a step"

    def _step_ends(
        self, number: int, outcome: str, detail: Any = None, waits: Any = ()
    ) -> Iterator[str]:
        name = self._names[number]
        if outcome == "suspended":
            yield f"{name} waits in line {detail} for {self._words(*waits)}"
        else:
            yield " ".join(filter(None, (f"{name} ends: {outcome}", detail)))

    def _words(self, what: str, *rest: Any) -> str:
        if what == "task":
            return self._names[rest[0]]
        if what == "gather":
            return " and ".join(self._names[number] for number in rest[0])
        return f"a {what}"

    def _cancel_requested(self, number: int, asker: int | None) -> Iterator[str]:
        by = f" by {self._names[asker]}" if asker else ""
        yield f"{self._names[number]} is asked to cancel{by}"

    def _callback(self, _since: float, _thread: int, name: str) -> Iterator[str]:
        yield f"{name} is called back"

    def _work_begins(self, _thread: int, name: str) -> Iterator[str]:
        yield f"a thread begins {name}"

    def _work_ends(self, _thread: int) -> Iterator[str]:
        yield "a thread is done"

    def _written(
        self, _stream: str, content: bytes, task: int | None, line: int | None
    ) -> Iterator[str]:
        self._line += content.decode()
        if not self._line.endswith("\n"):
            return
        by = self._names[task] if task else "no task"
        yield f"{by} prints {self._line[:-1]} in line {line}"
        self._line = ""
