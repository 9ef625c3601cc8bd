"""CPython's own tests of asyncio, with and without the recorder: what differs.

    python -m tests.proof.recorder.asyncio_suite [PYTHON ...]

Each module of `test.test_asyncio` is executed in two fresh interpreters. A test that
comes out differently is repeated alone, twice each way, before it counts. Takes a few
minutes for each Python; exit status 1 where the recorder makes a difference.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from proof.execution.sandbox import RECORDER
from proof.recording.events import RecorderFailed, RecordingStopped, StepBegins
from proof.recording.trace import read_trace

from .interpreters import MINORS, find_interpreter

_UNITTEST = Path(__file__).with_name("unittest_outcomes.py")
_TIMEOUT = 900.0
_AT_ONCE = 2
_MODULES = """
import pathlib, sys, test.test_asyncio as package
print(sys.version.split()[0])
for file in sorted(pathlib.Path(package.__file__).parent.glob("test_*.py")):
    print("test.test_asyncio." + file.stem)
"""


@dataclass(frozen=True)
class Outcomes:
    """What came of tests.

    Attributes:
        tests: `ok`, `failed`, `skipped`, ... by the test's name; `died` under the name
            of what was to be executed, where the interpreter gave no answer.
        seconds: How long the interpreter lived.
        failures: What the recorder could not follow, if it was there.
        steps: How many steps it recorded.
    """

    tests: dict[str, str]
    seconds: float
    failures: tuple[str, ...] = ()
    steps: int = 0


def execute(python: str, name: str, *, recorded: bool) -> Outcomes:
    """Execute a module, or one test, in a fresh interpreter.

    Args:
        python: The interpreter.
        name: What `unittest` calls the module or the test.
        recorded: Whether the recorder is in it, without its limits.
    """
    with tempfile.TemporaryDirectory(prefix="asyncio-suite-") as folder:
        trace, answer = Path(folder, "trace.jsonl"), Path(folder, "outcomes.json")
        environment = {k: v for k, v in os.environ.items() if k[:6] != "PYTHON"}
        if recorded:
            environment |= {
                "PYTHONPATH": str(RECORDER),
                "PROOF_TRACE": str(trace),
                "PROOF_PROGRAM": str(_UNITTEST),
            }
        began = time.monotonic()
        _run([python, "-u", str(_UNITTEST), name, str(answer)], environment, folder)
        seconds = time.monotonic() - began
        tests = json.loads(answer.read_text()) if answer.exists() else {name: "died"}
        seen = read_trace(trace, with_output=False)
    failures = [event.reason for event in seen.of(RecorderFailed)]
    failures += [event.reason for event in seen.of(RecordingStopped)]
    steps = sum(1 for _ in seen.of(StepBegins))
    return Outcomes(tests, seconds, tuple(failures), steps)


def _run(command: Sequence[str], environment: dict[str, str], folder: str) -> None:
    """Execute a command; one that takes too long is ended, and has no answer."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run(
            command,
            env=environment,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_TIMEOUT,
            check=False,
        )


def differing(plain: Outcomes, recorded: Outcomes) -> list[str]:
    """Names of the tests that came out differently."""
    names = plain.tests.keys() | recorded.tests.keys()
    return sorted(n for n in names if plain.tests.get(n) != recorded.tests.get(n))


def _differs_alone(python: str, name: str) -> str:
    """In words, if a test does so each time when it is alone; else nothing."""
    for _ in range(2):
        plain = execute(python, name, recorded=False)
        recorded = execute(python, name, recorded=True)
        if not differing(plain, recorded):
            return ""
    told = (",".join(sorted(set(o.tests.values()))) for o in (plain, recorded))
    return "{}: {} without the recorder, {} with it".format(name, *told)


def report(python: str) -> Iterator[str]:
    """All differences in one Python, then the figures; one line each."""
    asked = subprocess.run(
        [python, "-c", _MODULES], capture_output=True, text=True, check=False
    )
    if asked.returncode:
        yield f"{python}: it ships no test.test_asyncio"
        return
    version, *modules = asked.stdout.split()
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        plain = list(pool.map(lambda m: execute(python, m, recorded=False), modules))
        recorded = list(pool.map(lambda m: execute(python, m, recorded=True), modules))
    suspicious = [
        n for p, r in zip(plain, recorded, strict=True) for n in differing(p, r)
    ]
    differences = list(filter(None, (_differs_alone(python, n) for n in suspicious)))
    yield from (f"CPython {version}: DIFFERS: {line}" for line in differences)
    reasons = Counter(reason for outcomes in recorded for reason in outcomes.failures)
    for reason, count in reasons.most_common():
        yield f"CPython {version}: the recorder failed {count} times: {reason}"
    yield (
        f"CPython {version}: {_figures(plain, recorded)}; {len(suspicious)} tests "
        + (f"differed at first, {len(differences)} when repeated alone")
    )


def _figures(plain: Sequence[Outcomes], recorded: Sequence[Outcomes]) -> str:
    tests = [outcome for outcomes in recorded for outcome in outcomes.tests.values()]
    counts = ", ".join(f"{n} {outcome}" for outcome, n in Counter(tests).most_common())
    seconds = (sum(o.seconds for o in outcomes) for outcomes in (plain, recorded))
    return (
        f"{len(recorded)} modules, {len(tests)} tests ({counts}), "
        f"{sum(outcomes.steps for outcomes in recorded)} steps recorded, "
        "{:.0f} s without the recorder, {:.0f} s with it".format(*seconds)
    )


def main(pythons: Sequence[str]) -> int:
    """Report on some Pythons, or on each that is supported and here."""
    found = [str(p.path) for p in map(find_interpreter, MINORS) if p]
    lines = (line for python in pythons or found for line in report(python))
    has_difference = False
    for line in lines:
        has_difference |= "DIFFERS" in line
        print(line, flush=True)
    return int(has_difference)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
