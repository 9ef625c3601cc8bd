"""What became of snippets that somebody wanted to accept, and how it is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Outcome:
    """What became of one snippet.

    Attributes:
        path: Its path in the checkout.
        kind: `accepted`: it claims now what it does; `unchanged`: it did already;
            `refused`: nothing was written.
        reason: Why it was refused, with its path, else empty.
        diff: The change of its file as a unified diff, else empty.
        notes: What else is to be told of the change, one sentence each.
    """

    path: str
    kind: Literal["accepted", "unchanged", "refused"]
    reason: str = ""
    diff: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def outcomes_text(outcomes: Sequence[Outcome]) -> str:
    """A few lines for each."""
    return "\n".join(map(_text, outcomes))


def _text(outcome: Outcome) -> str:
    match outcome.kind:
        case "accepted":
            notes = [f"    {note}" for note in outcome.notes]
            return "\n".join([f"{outcome.path}: accepted", *notes])
        case "unchanged":
            return f"{outcome.path}: nothing to change, it does as it claims"
        case _:
            return outcome.reason
