"""What came of a reader's program, as the page shows it."""

import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from proof.browser.host import Chunk
from proof.browser.recorded import PROJECT, Recorded
from proof.checking.differences import differences
from proof.errors import ProofError
from proof.recording.reading import STREAMS, Received, execution_of
from proof.recording.redaction import MachinePaths
from proof.recording.trace import trace_of
from proof.rendering.diff_block import diff_block
from proof.rendering.run_view import run_view
from proof.runs.history import History
from proof.runs.run import Execution, Run
from proof.snippets.metadata import Metadata
from proof.snippets.snippet import Snippet

IDENTIFIER = "proof-yours"
"""What the ids of a reader's run begin with, before the page adds a number."""

_NAMES = {
    PROJECT: "",
    Path("/lib/python314.zip"): "<python>",
    Path("/lib/python3.14"): "<python>",
    Path("/work"): "<cwd>",
}

# A browser's clock ticks ten thousand times a second: shorter steps have no length.
_NOT_SEEN = {
    "Steps": "not checked: a browser's clock is too coarse for the length of a step"
}


@dataclass(frozen=True)
class Made:
    """A reader's program and its run.

    Attributes:
        snippet: The program; any text is one, but then it claims nothing.
        run: Its run.
        problem: Why its claims could not be read, or empty.
    """

    snippet: Snippet
    run: Run
    problem: str


def made(
    recorded: Recorded, received: Sequence[Chunk], status: int | None, ended_at: float
) -> Made:
    """What came of a program, as values.

    Args:
        recorded: The program and its trace.
        received: What it wrote.
        status: Its exit status; None: it came to no end.
        ended_at: When it ended, in seconds of `time.monotonic`.
    """
    # As a trace rounds: both are read from one coarse clock, and a line would seem to
    # have arrived before it was written.
    output = {
        stream: [
            (round(at, 6), bytes(part)) for name, at, part in received if name == stream
        ]
        for stream in STREAMS
    }
    whole = Received(recorded.started_at, ended_at, status or 0, output)
    execution = execution_of(whole, trace_of(recorded.lines), MachinePaths(_NAMES))
    run = Run(
        snippet=recorded.name,
        recorded=execution,
        control=None,
        tries=1,
        made_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        python=f"{platform.python_implementation()} {platform.python_version()}",
        platform="your browser",
        batch="",
    )
    snippet, problem = _snippet(recorded)
    return Made(snippet, run, problem)


def outcome(of: Made, *, ended: bool) -> dict[str, Any]:
    """What the page shows, as values that JSON has.

    Args:
        of: The program and its run.
        ended: Whether it came to an end.

    Returns:
        `html`: output, timeline and replay, as at build time; `took`: seconds;
        `status`, None where it came to no end; `python`: what executed it; `claims`:
        for each claim its `text`, whether it `holds` (None: that cannot be seen here),
        a `message` where it does not, and the `diff` as HTML where lines differ;
        `problem`: why claims could not be read, or empty; `line`: of the error
        that ended it, or None; `holder`: what the lane is called of a task that held
        the loop when it was stopped, or empty.
    """
    snippet, run = of.snippet, of.run
    return {
        "html": str(run_view(snippet, run, IDENTIFIER)),
        "took": run.took,
        "status": run.status if ended else None,
        "python": run.python,
        "claims": list(_claims(snippet, run)) if ended else [],
        "problem": of.problem,
        "line": _line_of_error(run.recorded, snippet),
        "holder": _holder(run.recorded.history),
    }


def _snippet(recorded: Recorded) -> tuple[Snippet, str]:
    """The program as a snippet; any text is one, but then it claims nothing."""
    content = recorded.source.encode()
    try:
        return Snippet.parse(recorded.name, content, draft=True), ""
    except ProofError as error:
        lines = tuple(recorded.source.splitlines())
        plain = Snippet(recorded.name, content, "", Metadata(), (), (), lines, 1, ())
        is_claiming = "# Proof:" in lines
        return plain, str(error) if is_claiming else ""


def _claims(snippet: Snippet, run: Run) -> Iterator[dict[str, Any]]:
    found = differences(snippet, run)
    claims = snippet.claims_about(run.version).values()
    missed = {one.line: one for one in found}
    for claim in claims:
        text = f"{claim.name}: {claim.value}" if claim.value else claim.name
        if claim.name in _NOT_SEEN:
            yield _verdict(text, None, _NOT_SEEN[claim.name])
        elif one := missed.get(claim.line):
            yield _verdict(text, False, one.message, one.diff)
        else:
            yield _verdict(text, True)
    # What is wrong without a claim about it, such as an exception.
    lines = {claim.line for claim in claims}
    for one in found if lines else ():
        if one.line not in lines:
            yield _verdict("Nothing else", False, one.message, one.diff)


def _verdict(
    text: str, holds: bool | None, message: str = "", diff: Sequence[str] = ()
) -> dict[str, Any]:
    html = str(diff_block(diff)) if diff else ""
    return {"text": text, "holds": holds, "message": message, "diff": html}


def _holder(history: History | None) -> str:
    """The lane of a task that held the loop at the end, and had not ended; or empty."""
    for lane in history.lanes if history else ():
        last = lane.spans[-1] if lane.spans else None
        if last and lane.end == "pending" and last.state == "holding":
            return lane.label
    return ""


def _line_of_error(execution: Execution, snippet: Snippet) -> int | None:
    """The last line of the program that a traceback names."""
    place = f'File "{snippet.path}", line '
    numbers = [
        number
        for line in execution.printed("stderr")
        if place in line
        and (number := line.partition(place)[2].partition(",")[0]).isdecimal()
    ]
    return int(numbers[-1]) if numbers and execution.status else None
