"""A stopwatch: when event loops start and stop, and when the program ends."""

import atexit
import sys
from importlib.machinery import PathFinder

from _proof_trace import TraceWriter

_MODULE = "asyncio.events"


class _EventsFinder:
    """Prepares `asyncio.events` when, and only when, the program imports it."""

    def __init__(self, trace: TraceWriter) -> None:
        self._trace = trace

    def find_spec(self, name, path=None, target=None):  # type: ignore[no-untyped-def]
        """Find nothing but the one module; see `importlib.abc.MetaPathFinder`."""
        if name != _MODULE:
            return None
        # Not there any more where the program put finders of its own in their place.
        if self in sys.meta_path:
            sys.meta_path.remove(self)
        spec = PathFinder.find_spec(name, path, target)
        if spec is None or spec.loader is None:
            return spec
        loader, execute = spec.loader, spec.loader.exec_module

        def exec_module(module):  # type: ignore[no-untyped-def]
            del loader.exec_module
            execute(module)
            _watch_running_loop(module, self._trace)

        loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec


def _watch_running_loop(events, trace: TraceWriter) -> None:  # type: ignore[no-untyped-def]
    """Note every call by which a loop says that it runs, or that it has stopped.

    A loop calls this function and gets it back at once, so no frame of the recorder
    stands between the program and the loop in any traceback.
    """
    set_running_loop = events._set_running_loop

    def _set_running_loop(loop):  # type: ignore[no-untyped-def]
        if loop is None:
            trace.write("loop_stopped")
        set_running_loop(loop)
        if loop is not None:
            trace.write("loop_started")

    events._set_running_loop = _set_running_loop


def watch(trace: TraceWriter) -> None:
    """Note the loops of this interpreter, and its end."""
    sys.meta_path.insert(0, _EventsFinder(trace))
    # Registered before anything of the program, hence called after all of it.
    atexit.register(trace.write, "main_ended")
