"""How a child process ended, in two steps: it is noticed, and later it is reaped.

Between these nobody else can get its process id, so that its session can be killed by
that number without hitting another's.
"""

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Ended:
    """A child process that has ended and is not reaped yet.

    Attributes:
        pid: Its process id.
        at: When that was noticed, in seconds of `time.monotonic`.
        waited: Seconds for which its main thread could have run and had no processor,
            as far as the system reports it (Linux).
    """

    pid: int
    at: float
    waited: float

    def reap(self) -> tuple[int, float]:
        """Exit status (a signal as its negative number) and processor time in seconds.

        The time is that of it and of the children that it waited for.
        """
        _, status, usage = os.wait4(self.pid, 0)
        return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime


def wait(pid: int) -> Ended:
    """Wait until a child process has ended; blocks."""
    _until_it_ends(pid)
    return Ended(pid, time.monotonic(), _waited_for_a_processor(pid))


if sys.platform == "darwin":
    import contextlib
    import select

    def _until_it_ends(pid: int) -> None:
        ending = select.kevent(
            pid, select.KQ_FILTER_PROC, select.KQ_EV_ADD, select.KQ_NOTE_EXIT
        )
        queue = select.kqueue()
        # Raised where it has ended already.
        with contextlib.closing(queue), contextlib.suppress(ProcessLookupError):
            queue.control([ending], 1)

    def _waited_for_a_processor(_pid: int) -> float:
        return 0.0

else:

    def _until_it_ends(pid: int) -> None:
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)

    def _waited_for_a_processor(pid: int) -> float:
        try:
            _, waited, _ = Path(f"/proc/{pid}/schedstat").read_text().split()
        except (OSError, ValueError):  # A kernel without these statistics.
            return 0.0
        return int(waited) / 1e9
