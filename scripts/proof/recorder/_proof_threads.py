"""Helper threads: what the threads of executors are busy with."""

from __future__ import annotations

from _thread import get_ident

from _proof_callbacks import called_in_thread, name_of
from _proof_rewrite import always_after, call, rewrite, when_imported
from _proof_trace import Trace, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Threads:
    """Is called from the rewritten function of `concurrent.futures.thread`."""

    def __init__(self, trace: Trace) -> None:
        """Write to a trace."""
        self.trace = trace
        self._busy: set[int] = set()

    def work_begins(self, item: Any) -> None:
        """A thread takes a call: `fn(*args)`, since 3.14 `task = (fn, args, …)`."""
        function, arguments = getattr(item, "task", None) or (item.fn, item.args), ()
        if type(function) is tuple:
            function, arguments = function[0], function[1]
        if self.trace.has_room():
            name = text(name_of(called_in_thread(function, arguments)))
            self._busy.add(get_ident())
            self.trace.write(f'"work_begins",{get_ident()},{name}')

    def work_ends(self) -> None:
        """It is done with it."""
        if get_ident() in self._busy:
            self._busy.discard(get_ident())
            self.trace.write(f'"work_ends",{get_ident()}')


def watch(trace: Trace) -> None:
    """Note what executors' threads are busy with."""
    when_imported("concurrent.futures.thread", _prepare, Threads(trace))


def _prepare(module: Any, _threads: Threads) -> None:
    rewrite(
        module,
        module._WorkItem,
        "run",
        lambda body: [
            call("_proof.work_begins(self)"),
            always_after(body, "_proof.work_ends()"),
        ],
    )
