"""The gate as a step of a build, whatever engine renders the pages."""

import logging
from collections.abc import Sequence

from proof.errors import ProofError
from proof.execution.job import Job
from proof.execution.observer import Observer
from proof.gate import check as gate
from proof.gate.load import Loaded, lint, load
from proof.gate.recall import Recall
from proof.gate.report import Report
from proof.gate.summary import not_run_lines
from proof.project import Project
from proof.runs.versions import spanned
from proof.site.background import Background
from proof.text import counted


class _Log(Observer):
    """Says in a log why the build takes a while."""

    def __init__(self, log: logging.Logger) -> None:
        self._log = log

    def planned(self, jobs: Sequence[Job]) -> None:
        if jobs:
            count = counted(len({job.snippet.name for job in jobs}), "snippet")
            versions = spanned(list({job.python.version for job in jobs}))
            self._log.info("Executing %s on Python %s", count, versions)


def report_for_build(
    project: Project,
    log: logging.Logger,
    recall: Recall | None = None,
    background: Background | None = None,
) -> Report:
    """Execute what is stale, and check everything.

    Args:
        project: The checkout.
        log: Where what takes long is said.
        recall: While serving, what is known from the build before.
        background: While serving, what executes for the first build, which waits for
            nothing.

    Raises:
        ProofError: There is no Python to run snippets, or a run cannot be stored.
    """
    loaded = load(project, recall=recall)
    errors = tuple(lint(loaded, recall))
    if background and not background.is_over():
        report = gate.look_up(project, loaded, errors, recall=recall)
        pending = len(report.pending)
        if pending:
            log.info("Executing %s in the background", counted(pending, "snippet"))
        background.begin(project, is_needed=pending > 0)
        return report
    return _executed(project, loaded, errors, log, recall)


def _executed(
    project: Project,
    loaded: Loaded,
    errors: Sequence[ProofError],
    log: logging.Logger,
    recall: Recall | None,
) -> Report:
    report = gate.check(
        project,
        loaded,
        errors,
        # Somebody who builds again hopes for another outcome; somebody who writes
        # prose while a snippet fails does not want to wait for it at every save.
        is_stale=None if recall else gate.failed,
        observers=[_Log(log)],
        recall=recall,
    )
    if report.batch.runs:
        log.info("Executed them in %.1f s", report.batch.wall)
    for line in not_run_lines(report):
        log.info("%s", line)
    return report
