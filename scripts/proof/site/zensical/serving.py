"""Serves the site with Zensical: what is saved is on screen a moment later."""

import logging
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from typing import Final

import zensical

from proof.cache.derived import Derived
from proof.errors import ProofError
from proof.gate.recall import Recall
from proof.gate.summary import report_text
from proof.project import Project
from proof.site import runtime
from proof.site.background import Background
from proof.site.build import Build, begin
from proof.site.finishing import add_data
from proof.site.gate_step import report_for_build
from proof.site.rendered_from import rendered_from
from proof.site.search import search_index
from proof.site.zensical.building import render
from proof.site.zensical.configuration import Configuration
from proof.site.zensical.stage import Stage

_LOG: Final = logging.getLogger("proof")
_INTERVAL: Final = 0.2
"""Seconds between two looks at what may have been saved."""
_QUIET: Final = 1.5
"""Seconds after which what was saved is checked: that would hold its rendering up."""
_Times = dict[Path, int]


def serve(project: Project, address: str) -> None:
    """Serve the site until it is interrupted; it is built again as files are saved.

    The first build waits for no program: what was not run yet says so, and is executed
    in the background.

    Args:
        project: The checkout.
        address: Host and port.

    Raises:
        ProofError: There is no Python to run snippets, or the site cannot be built.
    """
    served = _Served(project)
    served.begin()
    stopped = Event()
    watching = Thread(target=served.watch, args=(stopped,), daemon=True)
    watching.start()
    try:
        options = {"dev_addr": address, "open": False, "strict": False}
        zensical.serve(str(served.stage.configuration), options)
    finally:
        stopped.set()
        served.background.stop()


class _Served:
    """The site while somebody writes it."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.stage = Stage(project, project.store / "zensical")
        self.background = Background()
        self._times: _Times = {}
        self._marks: dict[str, str] = {}
        self._recall = Recall()

    def begin(self) -> None:
        """Build it for the first time, with what the server adds to no page."""
        self.background.done_file(self.project).touch()
        self._times = self._saved()
        made = self._look()
        self.stage.fill(Configuration.read(self.project), self._marks)
        render(self.stage, is_strict=False)
        # Zensical takes out of the site what is not among the pages.
        add_data(
            self.project, made, search_index(made, self.stage.site), self.stage.docs
        )

    def watch(self, stopped: Event) -> None:
        """Bring what is saved to the server, until it stops."""
        checked = saved = time.monotonic()
        while not stopped.wait(_INTERVAL):
            changed = self._changed()
            try:
                if changed:
                    # Prose is shown at once, before anything is executed or checked.
                    saved = time.monotonic()
                    self.stage.fill(Configuration.read(self.project), self._marks)
                is_quiet = time.monotonic() > saved + _QUIET
                if self._asks_for_runs(changed) or (checked < saved and is_quiet):
                    checked = time.monotonic()
                    self._look()
                    self.stage.mark(self._marks)
            except (ProofError, OSError) as error:
                _LOG.error("%s", error)

    def _changed(self) -> set[Path]:
        """What was written since the last look."""
        times, before = self._saved(), self._times
        self._times = times
        both = times.keys() | before.keys()
        return {file for file in both if times.get(file) != before.get(file)}

    def _asks_for_runs(self, changed: set[Path]) -> bool:
        done = self.background.done_file(self.project)
        return any(f == done or self.project.snippets in f.parents for f in changed)

    def _look(self) -> Build:
        """Execute what is stale, and begin a build with that."""
        report = report_for_build(self.project, _LOG, self._recall, self.background)
        if not report.passed:
            _LOG.error("\n%s", report_text(report))
        can_run = runtime.installed(self.project)
        kept = Derived(self.project)
        made = Build(report, is_serving=True, can_run=can_run, derived=kept)
        begin(made)
        self._marks = rendered_from(made)
        return made

    def _saved(self) -> _Times:
        """Every file that the site is made of, and when it was written."""
        return {file: file.stat().st_mtime_ns for file in self._files()}

    def _files(self) -> Iterator[Path]:
        yield self.project.root / "mkdocs.yml"
        yield self.background.done_file(self.project)
        for folder in (self.project.docs, self.project.snippets):
            yield from (one for one in folder.rglob("*.*") if one.is_file())
