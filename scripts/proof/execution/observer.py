"""Callbacks that report progress while snippets are executed."""

from collections.abc import Sequence

from proof.execution.job import Job
from proof.runs.run import Run, Stream


class Observer:
    """Is called as things happen; a subclass overrides what it is interested in.

    Attributes:
        wants_output: Whether to call `printed`, which costs the runner some time.
    """

    wants_output = False

    def planned(self, jobs: Sequence[Job]) -> None:
        """These are going to be executed."""

    def printed(self, stream: Stream, content: bytes, at: float) -> None:
        """A recorded execution printed something.

        Args:
            stream: Where it was written to.
            content: What was received, in any pieces.
            at: Seconds since time zero, or since the program began where no loop
                has been started yet.
        """

    def ran(self, job: Job, run: Run) -> None:
        """The run of one of them is final."""
