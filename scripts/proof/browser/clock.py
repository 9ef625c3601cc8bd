"""Waiting, and what of the time was no waiting: both are otherwise in a worker."""

import time
from functools import wraps
from typing import Any

from proof.browser.host import Waiting

# What is longer, or no plain number, the function itself refuses or takes.
_LONGEST = 1e6


class Clock:
    """Lets a program wait without keeping a core busy.

    Compiled to WebAssembly, `time.sleep` asks for the time until it has come, and
    `time.process_time` takes all that passes for work.
    """

    def __init__(self, host: Waiting) -> None:
        """Let the host wait; nothing is replaced yet."""
        self._host = host
        self._waited = 0.0

    def wait(self, seconds: float) -> None:
        """Block for some seconds."""
        before = time.monotonic()
        self._host.wait(seconds)
        self._waited += time.monotonic() - before

    def install(self) -> None:
        """Replace both functions by such that do as CPython's do."""
        sleep = getattr(time.sleep, "__wrapped__", time.sleep)
        process_time = time.process_time

        @wraps(sleep)
        def sleep_blocked(seconds: Any, /) -> None:  # noqa: ANN401
            if type(seconds) in (int, float) and 0 < seconds < _LONGEST:
                self.wait(seconds)
            else:
                sleep(seconds)

        @wraps(process_time)
        def worked() -> float:
            return process_time() - self._waited

        time.sleep = sleep_blocked
        time.process_time = worked
