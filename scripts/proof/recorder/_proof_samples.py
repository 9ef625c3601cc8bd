"""The lines in which steps are met, for CPython 3.11, which cannot tell of lines.

A thread looks every now and then at steps that take long. It is none of `threading`'s,
so a program that asks for its threads is not told of it.
"""

from __future__ import annotations

import sys
from _thread import _local, allocate_lock, get_ident, start_new_thread
from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import CodeType

    from _proof_lines import Place

# Seconds between two looks, and of steps that are not looked at.
_PAUSE = 0.01
_MOST_PLACES = 200


class _Step:
    """The step that is under way in a thread, since when, and where it was met."""

    __slots__ = ("begun", "places", "thread")

    def __init__(self) -> None:
        self.thread = get_ident()
        self.begun: float | None = None
        self.places: list[Place] = []


class _Here(_local):
    """What is under way in the thread that asks."""

    def __init__(self) -> None:
        self.step = _Step()


class Samples:
    """Follows the steps of all threads."""

    def __init__(self, program: str) -> None:
        """Look for lines of one file, the program."""
        self._program = program
        self._here = _Here()
        self._under_way: dict[int, _Step] = {}
        self._is_to_end, self._has_ended = allocate_lock(), allocate_lock()

    def watch(self, _functions: Iterable[CodeType]) -> bool:
        """Look at steps from now on; whether that can be done."""
        self._is_to_end.acquire()
        self._has_ended.acquire()
        try:
            start_new_thread(self._look_on, ())
        except RuntimeError:
            return False
        return True

    def end(self) -> None:
        """Look no more.

        An interpreter that ends would kill the thread, and glibc might complain of it.
        """
        self._is_to_end.release()
        self._has_ended.acquire(timeout=1)

    def begins(self, at: float) -> None:
        """A step begins in this thread."""
        step = self._here.step
        step.begun = at
        self._under_way[step.thread] = step

    def ends(self, _at: float, _took: float) -> Sequence[Place]:
        """It ends; where it was met."""
        step = self._here.step
        step.begun = None
        if not step.places:
            return ()
        places, step.places = step.places, []
        return places

    def _look_on(self) -> None:
        while not self._is_to_end.acquire(timeout=_PAUSE):
            at = monotonic()
            for step in list(self._under_way.values()):
                if step.begun is not None and at - step.begun >= _PAUSE:
                    self._look_at(step, at)
        self._has_ended.release()

    def _look_at(self, step: _Step, at: float) -> None:
        frame = sys._current_frames().get(step.thread)
        while frame is not None and frame.f_code.co_filename != self._program:
            frame = frame.f_back
        if frame is None or frame.f_code.co_name == "<module>":
            return
        lines = frozenset((frame.f_lineno,))
        last = step.places[-1] if step.places else None
        if last is not None and last[2] == lines:
            step.places[-1] = (last[0], at, lines)
        elif len(step.places) < _MOST_PLACES:
            step.places.append((at, at, lines))
