"""Arms the recorder in a fresh interpreter, then gets out of the program's way.

Python imports this module at its start because the folder it is in leads PYTHONPATH.
Standard library only, CPython 3.11 and newer, nothing of the tooling.
"""

import time

_since = time.monotonic()

import os  # noqa: E402
import sys  # noqa: E402

_FOLDER = os.path.dirname(os.path.abspath(__file__))


def _arm(since: float) -> None:
    # Taken out at once: processes that the program starts must not be recorded.
    trace_path = os.environ.pop("PROOF_TRACE", None)
    program = os.environ.pop("PROOF_PROGRAM", "")
    os.environ.pop("PYTHONPATH", None)
    if not trace_path:
        return
    import _proof_loops
    import _proof_streams
    import _proof_threads
    from _proof_file import File
    from _proof_tasks import Tasks
    from _proof_trace import Trace

    try:
        trace = Trace(File(trace_path).append)
    except OSError:
        # For instance on a full disk: an empty trace says that nothing was recorded.
        return
    tasks = Tasks(trace, program)
    _proof_streams.watch(trace, tasks, program)
    _proof_loops.watch(trace, tasks)
    _proof_threads.watch(trace)
    trace.write(f'"armed",{since:.6f}')


def _import_shadowed() -> None:
    """Import the machine's own sitecustomize, which this one hides.

    Where there is none, Python hears the same ImportError as without us.
    """
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != _FOLDER]
    del sys.modules[__name__]
    import sitecustomize  # noqa: F401


_arm(_since)
if __name__ == "sitecustomize":
    _import_shadowed()
