"""What the worker around the interpreter offers: the clock's other half."""

from collections.abc import Sequence
from typing import Protocol

Chunk = tuple[str, float, bytes]
"""A stream's name, when something was written to it (`time.monotonic`), and what."""


class Waiting(Protocol):
    """What can be waited with."""

    def wait(self, seconds: float) -> None:
        """Block, and with it the whole interpreter, for some seconds."""


class Host(Waiting, Protocol):
    """The worker, in JavaScript."""

    def received(self) -> Sequence[Chunk]:
        """What was written so far, in order."""

    def began(self, at: float) -> None:
        """Time zero of the program, in seconds of `time.monotonic`."""

    def recorded(self, lines: str, at: float, is_all: bool, /) -> None:
        """Take some more lines of the trace.

        Args:
            lines: The lines, each with its end.
            at: Up to when they go, in seconds of `time.monotonic`.
            is_all: Whether the next ones come as soon as there are some; else what
                begins now may go on for ever without having been told.
        """

    def exceeded(self, why: str, at: float) -> None:
        """Stop the program, which is more than a page can hold.

        Args:
            why: In words.
            at: When that was noticed, in seconds of `time.monotonic`.
        """

    def finish(self, outcome: str) -> None:
        """Take what came of the program, as JSON."""
