"""What is known of one task, and what asyncio's own classes say of it."""

from __future__ import annotations

import sys
from _weakref import ref

from _proof_objects import given_by_c, type_name
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
    own = type(task)
    kind = getattr(tasks, "_CTask", None)
    if own is kind or (kind is not None and issubclass(own, kind)):
        return kind
    return tasks._PyTask if issubclass(own, tasks._PyTask) else None


def is_gathering(future: Any) -> bool:
    """Whether it is what `gather` returns."""
    tasks: Any = sys.modules["asyncio.tasks"]
    return type(future) is tasks._GatheringFuture


def is_cancelled(value: Any) -> bool:
    """Whether it is a future of asyncio's that was cancelled."""
    futures: Any = sys.modules["asyncio.futures"]
    for kind in (getattr(futures, "_CFuture", None), futures._PyFuture):
        if kind is not None and issubclass(type(value), kind):
            return bool(kind.cancelled(value))
    return False


def has_begun(known: Known, task: Any) -> bool:
    """Whether it has begun already, without a step that the loop has run."""
    if known.kind.done(task):
        return True
    return given_by_c(known.kind.get_coro(task), "cr_await") is not None


def outcome_of(known: Known, task: Any) -> str:
    """JSON of the event that a task has ended."""
    if known.kind.cancelled(task):
        return f'"cancelled",{known.number}'
    # Asking by `exception()` would count as having retrieved it.
    exception = task._exception
    if exception is None:
        return f'"returned",{known.number}'
    return f'"failed",{known.number},{text(type_name(type(exception)))}'
