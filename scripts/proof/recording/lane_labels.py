"""Words for lanes: what to call a task, and what it waits for."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import chain, count

from proof.recording.task import Task, Wait
from proof.text import listed

_NAMED_BY_ASYNCIO = re.compile(r"Task-\d+$|None$")
_WORDS = {
    "event": "for an event",
    "lock": "for a lock",
    "semaphore": "for a semaphore",
    "condition": "for a condition",
    "queue": "for a queue",
    "queue join": "for all items of a queue",
    "barrier": "for a barrier",
    "task group": "for its task group",
    "process": "for a process",
    "thread": "for a thread",
    "input or output": "for input or output",
    "shield": "for what it shields",
    "sleep": "for a sleep whose end is unknown",
    "wait": "in asyncio.wait",
    "wait_for": "in asyncio.wait_for",
}


def labels_of(tasks: Sequence[Task]) -> dict[int, str]:
    """Names that a reader can tell apart: given ones, else coroutine and ordinal.

    Args:
        tasks: All tasks, in the order in which ordinals are given.

    Returns:
        By the number of the task.
    """
    names = [_name(task) for task in tasks]
    total = Counter(names)
    taken = {name for name in names if total[name] == 1}
    ordinals = {name: count(1) for name in names}
    labels = {}
    for task, name in zip(tasks, names, strict=True):
        label = name
        if total[name] > 1:
            numbered = (f"{name} {ordinal}" for ordinal in ordinals[name])
            label = next(label for label in numbered if label not in taken)
            taken.add(label)
        labels[task.number] = label
    return labels


def thread_labels(taken: Container[str]) -> Iterator[str]:
    """Names for helper threads, without end.

    Args:
        taken: Labels that others have: a task may be named `thread 1`.
    """
    return (label for n in count(1) if (label := f"thread {n}") not in taken)


def callbacks_label(taken: Container[str]) -> str:
    """What to call the plain callbacks of the loops.

    Args:
        taken: Labels that others have.
    """
    numbered = (f"callbacks {n}" for n in count(2))
    return next(one for one in chain(["callbacks"], numbered) if one not in taken)


def words_for(wait: Wait | None, labels: Mapping[int, str]) -> str:
    """What a task waits for, as the end of a sentence that says it is suspended.

    Args:
        wait: What it waits for.
        labels: Labels of tasks by number.
    """
    if wait is None:
        return ""
    if wait.due is not None:
        return f"until {wait.due:.3f} s"
    if wait.kind in {"task", "gather"}:
        # A coroutine that `gather` is given twice is one task.
        tasks = dict.fromkeys(wait.tasks)
        names = [labels[number] for number in tasks if number in labels]
        if names:
            return f"for {listed(names, more=wait.more)}"
        return "for a task" if wait.kind == "task" else "for what it gathers"
    return _WORDS.get(wait.kind, "for a future")


def _name(task: Task) -> str:
    if not _NAMED_BY_ASYNCIO.match(task.name):
        return task.name
    return task.coroutine.rpartition("<locals>.")[2]
