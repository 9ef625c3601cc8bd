"""Who wants to know, while snippets are executed, how far things have come."""

from collections.abc import Sequence

from proof.runs.run import Run, Stream
from proof.snippets.snippet import Snippet


class Observer:
    """Is told what happens; others override what they want to hear.

    Attributes:
        wants_output: Whether it wants to hear of output as it arrives, which costs
            the runner some time.
    """

    wants_output = False

    def planned(self, snippets: Sequence[Snippet]) -> None:
        """These snippets are going to be executed."""

    def printed(self, stream: Stream, content: bytes, at: float) -> None:
        """A recorded execution printed something.

        Args:
            stream: Where it was written to.
            content: What arrived, in any pieces.
            at: Seconds since time zero, or since the program began where no loop
                has been started yet.
        """

    def ran(self, run: Run) -> None:
        """A run is final."""


class Observers(Observer):
    """Several that are told the same, in order."""

    def __init__(self, *observers: Observer) -> None:
        """Tell these."""
        self._observers = observers
        self.wants_output = any(observer.wants_output for observer in observers)

    def planned(self, snippets: Sequence[Snippet]) -> None:
        """Pass it on."""
        for observer in self._observers:
            observer.planned(snippets)

    def printed(self, stream: Stream, content: bytes, at: float) -> None:
        """Pass it on."""
        for observer in self._observers:
            observer.printed(stream, content, at)

    def ran(self, run: Run) -> None:
        """Pass it on."""
        for observer in self._observers:
            observer.ran(run)
