"""What is known of one task, and what asyncio's own classes say of it."""

from __future__ import annotations

import sys
from _weakref import ref

from _proof_trace import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Known(ref):  # type: ignore[type-arg]
    """A task that has a number: a weak reference to it, with what is known of it.

    Attributes:
        key: Its identity while it lives.
        number: Its number.
        kind: The class of asyncio's that it is of; what a program's own class may
            do in its stead is not asked for.
        name: Its name, as last written.
        cancelling: How many requests to cancel it have been seen.
        has_begun: Whether a step of it has begun.
        is_in_step: Whether the end of a step of it is to be recorded.
        is_parent: Whether it waits for other tasks.
    """

    __slots__ = (
        "cancelling",
        "has_begun",
        "is_in_step",
        "is_parent",
        "key",
        "kind",
        "name",
        "number",
    )

    cancelling: int
    has_begun: bool
    is_in_step: bool
    is_parent: bool
    key: int
    kind: Any
    name: str
    number: int


def kind_of(task: Any) -> Any:
    """The class of asyncio's of which a task is; None for what is not a task."""
    tasks: Any = sys.modules["asyncio.tasks"]
    for kind in (getattr(tasks, "_CTask", None), tasks._PyTask):
        if kind is not None and isinstance(task, kind):
            return kind
    return None


def is_future(value: Any) -> bool:
    """Whether it is a future of asyncio's or one like it."""
    return hasattr(type(value), "_asyncio_future_blocking")


def has_begun(known: Known, task: Any) -> bool:
    """Whether it has begun already, without a step that the loop has run."""
    if known.kind.done(task):
        return True
    return getattr(known.kind.get_coro(task), "cr_await", None) is not None


def outcome_of(known: Known, task: Any) -> str:
    """JSON of the event that a task has ended."""
    if known.kind.cancelled(task):
        return f'"cancelled",{known.number}'
    # Asking by `exception()` would count as having retrieved it.
    exception = task._exception
    if exception is None:
        return f'"returned",{known.number}'
    return f'"failed",{known.number},{text(type(exception).__name__)}'
