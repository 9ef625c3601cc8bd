"""More tasks at once than a page can follow: that is noticed while they are created."""

from asyncio import all_tasks
from collections.abc import Callable
from typing import Final

from _proof_trace import Trace

MOST_TASKS: Final = 20_000
"""Tasks at once; of a hundred thousand, a browser is busy for half a minute."""
# Counting those that are not done goes through all of them.
_EVERY: Final = 1000


class LimitedTrace(Trace):
    """A trace that notices when there are too many tasks."""

    def __init__(
        self, append: Callable[[bytes, bool], None], on_too_many: Callable[[str], None]
    ) -> None:
        """Write to whom lines are given; tell, in words, where there are too many."""
        self._on_too_many = on_too_many
        self._tasks_left_out = 0
        super().__init__(append)

    @property
    def tasks_left_out(self) -> int:
        """How many tasks were too many to be recorded."""
        return self._tasks_left_out

    @tasks_left_out.setter
    def tasks_left_out(self, count: int) -> None:
        self._tasks_left_out = count
        if count >= MOST_TASKS and count % _EVERY == 0 and _at_once() > MOST_TASKS:
            self._on_too_many(f"it had more than {MOST_TASKS:,} tasks at once")


def _at_once() -> int:
    try:
        return len(all_tasks())
    except RuntimeError:
        # They are created before their loop runs.
        return 0
