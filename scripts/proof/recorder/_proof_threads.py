"""Helper threads: what the threads of executors are busy with."""

from __future__ import annotations

from _thread import get_ident

from _proof_rewrite import always_after, call, rewrite, when_imported
from _proof_trace import Trace, name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Threads:
    """Is called from the rewritten function of `concurrent.futures.thread`."""

    def __init__(self, trace: Trace) -> None:
        """Write to a trace."""
        self.trace = trace

    def work_begins(self, item: Any) -> None:
        """A thread takes a call: `fn(*args)`, since 3.14 `task = (fn, args, …)`."""
        function, arguments = getattr(item, "task", None) or (item.fn, item.args), ()
        if isinstance(function, tuple):
            function, arguments = function[0], function[1]
        # `to_thread` hands over `Context.run`, which calls a partial object.
        if getattr(function, "__name__", "") == "run" and arguments:
            function = arguments[0]
        elif getattr(getattr(function, "func", None), "__name__", "") == "run":
            function = function.args[0]
        self.trace.write('"work_begins",%d,%s', get_ident(), name_of(function))

    def work_ends(self) -> None:
        """It is done with it."""
        self.trace.write('"work_ends",%d', get_ident())


def watch(trace: Trace) -> None:
    """Note what executors' threads are busy with."""
    threads = Threads(trace)

    def prepare(module: Any) -> None:
        module._proof = threads
        rewrite(
            module,
            module._WorkItem,
            "run",
            lambda body: [
                call("_proof.work_begins(self)"),
                always_after(body, "_proof.work_ends()"),
            ],
        )

    when_imported("concurrent.futures.thread", prepare, trace)
