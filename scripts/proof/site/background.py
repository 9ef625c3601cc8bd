"""Executing snippets beside a server that shows pages already."""

import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

from proof.project import Project

_INTERVAL = 3.0
"""Seconds between two attempts to make the server notice."""


class Background:
    """The one execution that the first build while serving does not wait for."""

    def __init__(self) -> None:
        """Nothing is executed yet."""
        self._process: subprocess.Popen[bytes] | None = None
        self._has_begun = False
        self._end_was_seen = Event()

    @staticmethod
    def done_file(project: Project) -> Path:
        """The file that is touched when it has ended: a server can watch that."""
        project.store.mkdir(exist_ok=True)
        return project.store / "executed"

    def is_over(self) -> bool:
        """Whether builds execute what is stale themselves: none but the first waits."""
        if not self._has_begun or (self._process and self._process.poll() is None):
            return False
        self._end_was_seen.set()
        return True

    def begin(self, project: Project, *, is_needed: bool) -> None:
        """Execute what is stale, once; what is stale after that, builds execute.

        Args:
            project: The checkout.
            is_needed: Whether anything is stale.
        """
        if is_needed and not self._has_begun:
            self._start(project)
        self._has_begun = True

    def stop(self) -> None:
        """End it, if it still goes on."""
        self._end_was_seen.set()
        if self._process and self._process.poll() is None:
            self._process.terminate()
            self._process.wait()

    def _start(self, project: Project) -> None:
        # In a process of its own: signals reach it, and the server's threads do not
        # disturb its clocks. What is wrong, the build that comes after it reports.
        self._process = subprocess.Popen(
            [sys.executable, "-m", "proof", "run"],
            cwd=project.root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        waiting = Thread(target=self._wait, args=(self._process, project), daemon=True)
        waiting.start()

    def _wait(self, process: "subprocess.Popen[bytes]", project: Project) -> None:
        process.wait()
        # The server may not watch yet, so once might be too early.
        while not self._end_was_seen.wait(_INTERVAL):
            self.done_file(project).touch()
