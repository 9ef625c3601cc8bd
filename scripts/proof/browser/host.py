"""What the worker around the interpreter offers: the clock's other half."""

from collections.abc import Sequence
from typing import Protocol

Chunk = tuple[str, float, bytes]
"""A stream's name, when something was written to it (`time.monotonic`), and what."""


class Host(Protocol):
    """The worker, in JavaScript."""

    def wait(self, seconds: float) -> None:
        """Block, and with it the whole interpreter, for some seconds."""

    def received(self) -> Sequence[Chunk]:
        """What was written so far, in order."""

    def began(self, at: float) -> None:
        """Time zero of the program, in seconds of `time.monotonic`."""

    def finish(self, outcome: str) -> None:
        """Take what came of the program, as JSON."""
