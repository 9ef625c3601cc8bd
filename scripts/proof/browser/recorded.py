"""What was recorded of a reader's program."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

PROJECT: Final = Path("/project")
"""Where programs are: their paths are shown relative to it."""


@dataclass
class Recorded:
    """What was recorded of a program.

    Attributes:
        name: Its path below `snippets/`.
        source: What is in it.
        lines: The lines of the trace.
        started_at: When it was started, in seconds of `time.monotonic`.
    """

    name: str
    source: str
    lines: list[bytes]
    started_at: float

    @property
    def file(self) -> Path:
        """Where it is."""
        return PROJECT / "snippets" / self.name
