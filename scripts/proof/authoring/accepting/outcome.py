"""What became of one snippet that was to be accepted."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Outcome:
    """What became of one snippet that was to be accepted.

    Attributes:
        path: Its path in the checkout.
        kind: `accepted`: its claims were rewritten; `unchanged`: they were right
            already; `refused`: nothing was written.
        reason: Why it was refused, with its path, else empty.
        diff: The change of its file as a unified diff, else empty.
        notes: What else to say of the change, one sentence each.
    """

    path: str
    kind: Literal["accepted", "unchanged", "refused"]
    reason: str = ""
    diff: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Say it in a line, or a few where there are notes or reasons."""
        match self.kind:
            case "accepted":
                notes = [f"    {note}" for note in self.notes]
                return "\n".join([f"{self.path}: accepted", *notes])
            case "unchanged":
                return f"{self.path}: nothing to change, its claims are right"
            case _:
                return self.reason
