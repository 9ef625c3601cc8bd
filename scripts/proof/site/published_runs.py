"""The published runs as files, for readers who compare theirs with them."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from proof.rendering.editing import why_not
from proof.rendering.markup import identifier_of
from proof.runs.run import Run
from proof.site.evidence import Evidence


def write_runs(
    evidence: Evidence,
    folder: Path,
    is_written: Callable[[Path, Run], bool] = lambda _file, _run: False,
) -> None:
    """Write a file for each program that can be run in a browser.

    Args:
        evidence: All runs of the site.
        folder: Where the files go; each is named after the id of its figure.
        is_written: Whether a file has a run already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for entry in evidence.entries:
        run = entry.run
        if run.recorded.history is None or why_not(entry.snippet, run):
            continue
        file = folder / f"{identifier_of(run.snippet)}.json"
        if is_written(file, run):
            continue
        content = {
            "snippet": run.snippet,
            "python": run.python,
            "platform": run.platform,
            "made_at": run.made_at,
            "took": run.took,
            "lines": run.lines,
            "history": run.recorded.history,
        }
        file.write_bytes(msgspec.json.encode(content))
