"""Handing out a trace while the program runs: who is ended cannot be asked any more."""

import json
from time import monotonic
from typing import Final

from proof.browser.host import Host
from proof.browser.recorded import Recorded

# After these the program goes on, and may never come back.
_AT_ONCE: Final = (b'"armed"', b'"step_begins"', b'"written"')
# A message costs as much as several steps of a busy program: so many may follow each
# other, and so many a second are made good.
_IN_A_ROW: Final = 300
_A_SECOND: Final = 200


class Telling:
    """Keeps the trace of a program, and tells the host of it in time.

    What the program does next may go on for ever, so all is told before the program
    itself goes on; of one that is very busy, a little later.
    """

    def __init__(self, host: Host, recorded: Recorded) -> None:
        """Nothing was recorded yet."""
        self._host = host
        self._recorded = recorded
        self._told = 0
        self._left = float(_IN_A_ROW)
        self._counted_at = monotonic()

    def append(self, line: bytes, _is_last: bool, /) -> None:
        """Take a line of the trace, with its end."""
        self._recorded.lines.append(line.rstrip(b"\n"))
        if b'"loop_started"' in line:
            self._host.began(json.loads(line)[0])
        if any(name in line for name in _AT_ONCE):
            self._tell_if_due()

    def wait(self, seconds: float) -> None:
        """Let the host wait, which then knows all that came before."""
        # What begins afterwards is told in any case.
        self._left = max(self._left, 1)
        self._tell(monotonic())
        self._host.wait(seconds)

    def _tell_if_due(self) -> None:
        now = monotonic()
        made_good = (now - self._counted_at) * _A_SECOND
        self._left = min(self._left + made_good, _IN_A_ROW)
        self._counted_at = now
        if self._left >= 1:
            self._left -= 1
            self._tell(now)

    def _tell(self, now: float) -> None:
        new = self._recorded.lines[self._told :]
        self._told += len(new)
        lines = b"\n".join([*new, b""]).decode("ascii") if new else ""
        self._host.recorded(lines, now, self._left >= 1)
