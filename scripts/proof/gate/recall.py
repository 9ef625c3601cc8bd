"""What a server keeps of one check for the next: most snippets are as they were.

Nothing here decides what is true: each thing is kept together with all that it was made
from, and made again where any of that differs.
"""

import os
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from proof.cache.store import Store
from proof.checking.result import Result
from proof.checking.result import check as check_run
from proof.execution.job import Job, Key
from proof.pythons.choice import Pythons

_Made = TypeVar("_Made")


@dataclass
class _Kept:
    sources: tuple[object, ...]
    made: Any


@dataclass
class Recall:
    """What was made so far, each with what it was made from.

    A fresh one recalls nothing, so that everything is made.
    """

    _kept: dict[Hashable, _Kept] = field(default_factory=dict)
    _pythons: Pythons | None = None

    def the_same(self, pythons: Pythons) -> Pythons:
        """Those of the check before where they are equal: then comparing costs less."""
        if self._pythons != pythons:
            self._pythons = pythons
        return self._pythons or pythons

    def made(
        self, name: Hashable, sources: tuple[object, ...], make: Callable[[], _Made]
    ) -> _Made:
        """What was made under a name before; made now where its sources differ.

        Args:
            name: What tells it from other things that are made.
            sources: All that it is made from; those that are the same objects cost
                no comparison.
            make: Makes it.
        """
        kept = self._kept.get(name)
        if kept is None or kept.sources != sources:
            kept = self._kept[name] = _Kept(sources, make())
        made: _Made = kept.made
        return made

    def results(self, store: Store, jobs: Iterable[Job]) -> dict[Key, Result]:
        """What the store has for some jobs, each checked once.

        Args:
            store: The store.
            jobs: What would have to be executed if it had nothing.
        """
        states, recorder = store.states(), store.recorder()
        found = {}
        for job in jobs:
            result = self._result(store, job, states, recorder)
            if result:
                found[job.key] = result
        return found

    def _result(
        self, store: Store, job: Job, states: Mapping[str, os.stat_result], of: str
    ) -> Result | None:
        name = self.made(
            ("file", job.key),
            (job.snippet, job.python, of),
            lambda: store.file_name(job.snippet, job.python),
        )
        status = states.get(name)
        if status is None:
            return None

        def load() -> Result | None:
            run = store.load(job.snippet, job.python, controlled=job.is_controlled)
            return check_run(job.snippet, run) if run else None

        version = status.st_mtime_ns, status.st_size, status.st_ino
        key = ("result", job.key, job.is_controlled)
        return self.made(key, (job.snippet, name, *version), load)
