"""Programs executed with the recorder and the instrument in them, several at once."""

import os
import subprocess
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from proof.execution.sandbox import RECORDER
from proof.recording.events import LimitReached, RecorderFailed, StepBegins
from proof.recording.historian import build_history
from proof.recording.trace import read_trace
from proof.runs.history import History

from .comparison import Disagreement, compare
from .truth import Truth, read_truth

INSIDE = Path(__file__).parent / "inside"
TIMEOUT = 30.0
"""Seconds after which a program is ended."""

AT_ONCE = 8
"""Programs beside each other: most of their time, they sleep."""

TRIES = 3
"""Executions of a program after which a disagreement counts."""


@dataclass(frozen=True)
class Case:
    """A program, and what executes it.

    Attributes:
        python: The interpreter.
        program: The file.
        has_python_tasks: Whether tasks are those written in Python.
        has_tasks: Whether it makes tasks; if so, the instrument must see them.
    """

    python: Path
    program: Path
    has_python_tasks: bool = False
    has_tasks: bool = True

    def __str__(self) -> str:
        tasks = ", tasks in Python" if self.has_python_tasks else ""
        return f"{self.program.stem} ({self.python.name}{tasks})"


@dataclass(frozen=True)
class Observed:
    """What instrument and history say of one execution.

    Attributes:
        threads: In which thread each task began, by number of its lane.
    """

    truth: Truth
    history: History
    threads: dict[int, int]
    disagreements: list[Disagreement]


def observe(case: Case) -> Observed:
    """Execute a program, and compare what was seen of it.

    Raises:
        subprocess.TimeoutExpired: It did not end in time.
    """
    with tempfile.TemporaryDirectory(prefix="instrument-") as name:
        folder = Path(name).resolve()
        (folder / "work").mkdir()
        _execute(case, folder)
        trace = read_trace(folder / "trace.jsonl")
        zero = trace.zero or 0.0
        last = trace.events[-1].at if trace.events else zero
        history = build_history(trace, zero, trace.end or last)
        truth = read_truth(folder / "log.jsonl", zero, history.took)
    threads: dict[int, int] = {}
    for step in trace.of(StepBegins):
        threads.setdefault(step.task, step.thread)
    failures = [
        Disagreement("the recorder", "nothing was wrong", f"failed: {event.reason}")
        for event in trace.of(RecorderFailed)
    ]
    limits = (event.at - zero for event in trace.of(LimitReached))
    found = [*failures, *compare(truth, history, threads, next(limits, None))]
    return Observed(truth, history, threads, found)


def _execute(case: Case, folder: Path) -> None:
    environment = {
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "PATH": f"{case.python.parent}:/usr/local/bin:/usr/bin:/bin",
        "PYTHONPATH": f"{RECORDER}{os.pathsep}{INSIDE}",
        "PROOF_TRACE": str(folder / "trace.jsonl"),
        "PROOF_PROGRAM": str(case.program),
        "INSTRUMENT_LOG": str(folder / "log.jsonl"),
        "INSTRUMENT_PROGRAM": str(case.program),
        "INSTRUMENT_PYTHON": "1" if case.has_python_tasks else "",
    }
    subprocess.run(
        [case.python, "-u", case.program],
        cwd=folder / "work",
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=TIMEOUT,
        check=False,
    )


def disagreements(cases: Sequence[Case]) -> list[str]:
    """Readable disagreements of all cases.

    A program may be interrupted between two looks at the clock. So where something
    disagrees, it is executed again with nothing beside it, up to `TRIES` times: what
    is wrong with the recorder is so each time.
    """
    with ThreadPoolExecutor(AT_ONCE) as pool:
        suspicious = [
            c for c, s in zip(cases, pool.map(_seen, cases), strict=True) if s
        ]
    for _ in range(TRIES - 1):
        seen = {case: _seen(case) for case in suspicious}
        suspicious = [case for case in suspicious if seen[case]]
    return [f"{case}: {what}" for case in suspicious for what in seen[case]]


def _seen(case: Case) -> list[str]:
    try:
        observed = observe(case)
    except subprocess.TimeoutExpired:
        return [f"it did not end in {TIMEOUT:.0f} s"]
    if case.has_tasks and not observed.truth.tasks:
        return ["the instrument saw no task"]
    return list(map(str, observed.disagreements))
