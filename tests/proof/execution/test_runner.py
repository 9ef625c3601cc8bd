"""Many snippets: side by side where that disturbs nobody, else one by one."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from tests.pythons import control_of, job

from proof.checking.differences import differences
from proof.execution import runner
from proof.execution.job import Job
from proof.execution.observer import Observer
from proof.execution.runner import MOST_TRIES, Batch, run_all
from proof.project import Project
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]


class Recording(Observer):
    """Keeps the runs that are said to be final."""

    def __init__(self) -> None:
        self.received: list[Run] = []

    def ran(self, job: Job, run: Run) -> None:
        self.received.append(run)


def _run(project: Project, *snippets: Snippet) -> Batch:
    return run_all(project, list(map(job, snippets)))


def test_a_snippet_is_executed_with_and_without_the_recorder(
    project: Project, add: Add
) -> None:
    snippet = add(
        "a/one.py", "import asyncio\nprint('One')\nasyncio.run(asyncio.sleep(0))"
    )
    began = datetime.now(UTC)
    (run,) = _run(project, snippet).runs
    assert differences(snippet, run) == ()
    assert (run.snippet, run.tries) == ("a/one.py", 1)
    assert run.recorded.loops > 0
    assert control_of(run).loops == 0
    assert (run.recorded.took, control_of(run).took) == (run.took, None)
    made_at = datetime.fromisoformat(run.made_at)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", run.made_at)
    assert began.replace(microsecond=0) <= made_at <= datetime.now(UTC)


def test_each_execution_has_folders_of_its_own(project: Project, add: Add) -> None:
    code = "import os\nprint(os.listdir())\nopen('left', 'w').close()"
    for metadata in ("", "tool.proof.alone = true"):
        snippet = add("a/one.py", code, "Output:\n    []", metadata)
        (run,) = _run(project, snippet).runs
        assert differences(snippet, run) == ()


def test_a_snippet_that_fails_is_a_run_like_others(project: Project, add: Add) -> None:
    bad, good = add("a/bad.py", "raise ValueError('x')"), add("a/good.py")
    runs = _run(project, bad, good).runs
    assert [run.status for run in runs] == [1, 0]
    assert [
        bool(differences(s, r)) for s, r in zip((bad, good), runs, strict=True)
    ] == [
        True,
        False,
    ]


def test_runs_come_in_the_order_of_the_snippets(project: Project, add: Add) -> None:
    snippets = [
        add("a/slow.py", "import time\ntime.sleep(0.2)", "Output:"),
        add("a/alone.py", metadata="tool.proof.alone = true"),
        add("a/quick.py"),
    ]
    batch = _run(project, *snippets)
    assert [run.snippet for run in batch.runs] == [s.name for s in snippets]


def test_nothing_to_execute_is_done_at_once(project: Project) -> None:
    assert _run(project) == Batch(())


@pytest.mark.timing
def test_sleepers_sleep_side_by_side(project: Project, add: Add) -> None:
    code = "import time\ntime.sleep(0.5)"
    snippets = [add(f"a/{name}.py", code, "Output:") for name in ("one", "two")]

    def share() -> float:
        batch = _run(project, *snippets)
        walls = [r.wall for run in batch.runs for r in run.executions]
        return batch.wall / sum(walls)

    # Four of them: a quarter of the sum, if nothing else had to be done.
    assert share() < 0.75


_INTERVAL = """\
import time
print(time.monotonic())
time.sleep(0.05)
print(time.monotonic())"""


def _intervals(*runs: Run) -> list[tuple[float, float]]:
    executions = [e for run in runs for e in run.executions]
    return sorted(
        (float(execution.lines[0].text), float(execution.lines[1].text))
        for execution in executions
    )


def test_what_must_be_alone_is_alone(project: Project, add: Add) -> None:
    names = ("alone_1", "beside_1", "alone_2", "beside_2")
    snippets = {
        name: add(
            f"a/{name}.py",
            _INTERVAL,
            "Output: anything",
            f"tool.proof.alone = {'true' if name.startswith('alone') else 'false'}",
        )
        for name in names
    }
    batch = _run(project, *snippets.values())
    runs = dict(zip(names, batch.runs, strict=True))
    alone = _intervals(runs["alone_1"], runs["alone_2"])
    beside = _intervals(runs["beside_1"], runs["beside_2"])
    for (_, ended), (began, _) in pairwise(alone):
        assert ended < began
    assert max(ended for _, ended in beside) < alone[0][0]
    assert alone[-1][1] - alone[0][0] <= batch.alone < batch.wall


def _counting(counter: Path, code: str) -> str:
    """A program that first notes its execution, then knows its number from 1."""
    return (
        "import os, time\n"
        f"file = os.open({str(counter)!r}, os.O_APPEND | os.O_CREAT | os.O_WRONLY)\n"
        "os.write(file, b'x')\n"
        f"number = os.stat({str(counter)!r}).st_size\n{code}"
    )


def test_a_time_missed_beside_others_is_tried_again_alone(
    project: Project, add: Add, tmp_path: Path
) -> None:
    counter = tmp_path / "counter"
    code = _counting(counter, "time.sleep(1 if number <= 2 else 0)")
    snippet = add("a/one.py", code, "Output:\nTakes: 0.0 s ± 0.9 s")
    observer = Recording()
    (run,) = run_all(project, [job(snippet)], [observer]).runs
    assert run.tries == 2
    assert counter.stat().st_size == 4
    assert differences(snippet, run) == ()
    assert observer.received == [run]


def test_a_time_that_is_always_missed_is_given_up(
    project: Project, add: Add, tmp_path: Path
) -> None:
    counter = tmp_path / "counter"
    snippet = add("a/one.py", _counting(counter, ""), "Output:\nTakes: 60 s")
    observer = Recording()
    (run,) = run_all(project, [job(snippet)], [observer]).runs
    assert run.tries == MOST_TRIES
    assert counter.stat().st_size == 2 * MOST_TRIES
    assert {d.is_timing for d in differences(snippet, run)} == {True}
    assert observer.received == [run]


def test_a_late_program_that_did_something_else_is_tried_again_alone(
    project: Project, add: Add, tmp_path: Path
) -> None:
    code = _counting(
        tmp_path / "counter",
        "late = number <= 2\ntime.sleep(late)\nprint('Two' if late else 'One')",
    )
    claims = "Output:\n    One\nTakes: 0.0 s ± 0.9 s"
    snippet = add("a/one.py", code, claims)
    (run,) = _run(project, snippet).runs
    assert run.tries == 2
    assert differences(snippet, run) == ()


@pytest.mark.parametrize(("time", "tries"), [("60 s", 2), ("0.0 s ± 30 s", 1)])
def test_what_differs_in_more_than_a_time_is_given_up_sooner(
    project: Project, add: Add, tmp_path: Path, time: str, tries: int
) -> None:
    counter = tmp_path / "counter"
    code = _counting(counter, "print('Two')")
    snippet = add("a/one.py", code, f"Output:\n    One\nTakes: {time}")
    (run,) = _run(project, snippet).runs
    assert run.tries == tries
    assert counter.stat().st_size == 2 * tries


def test_a_missed_time_of_an_alone_one_is_tried_again_too(
    project: Project, add: Add, tmp_path: Path
) -> None:
    counter = tmp_path / "counter"
    code = _counting(counter, "time.sleep(1 if number <= 2 else 0)")
    needs = "tool.proof.alone = true"
    snippet = add("a/one.py", code, "Output:\nTakes: 0.0 s ± 0.9 s", needs)
    observer = Recording()
    (run,) = run_all(project, [job(snippet)], [observer]).runs
    assert run.tries == 2
    assert observer.received == [run]


@pytest.mark.parametrize(
    ("alone", "hangs_until", "tries"),
    [
        pytest.param(False, 2, 2, id="only-beside-others"),
        pytest.param(False, 99, 2, id="alone-too"),
        pytest.param(True, 99, 1, id="alone-from-the-start"),
    ],
)
def test_a_timeout_beside_others_is_tried_again_alone_and_only_once(
    project: Project,
    add: Add,
    tmp_path: Path,
    alone: bool,
    hangs_until: int,
    tries: int,
) -> None:
    counter = tmp_path / "counter"
    code = _counting(counter, f"time.sleep(60 if number <= {hangs_until} else 0)")
    metadata = f"tool.proof.timeout = 1.5\ntool.proof.alone = {str(alone).lower()}"
    snippet = add("a/one.py", code, "Output:", metadata)
    observer = Recording()
    (run,) = run_all(project, [job(snippet)], [observer]).runs
    assert run.tries == tries
    assert counter.stat().st_size == 2 * tries
    assert run.timed_out == (hangs_until == 99)
    assert bool(differences(snippet, run)) == run.timed_out
    assert observer.received == [run]


def test_each_final_run_is_reported_once(project: Project, add: Add) -> None:
    snippets = [
        add("a/good.py"),
        add("a/bad.py", "print('Two')"),
        add("a/alone.py", metadata="tool.proof.alone = true"),
        add("a/late.py", "print('One')", "Output:\n    One\nTakes: 60 s"),
    ]
    observer = Recording()
    batch = run_all(project, list(map(job, snippets)), [observer])
    received = sorted(observer.received, key=lambda run: run.snippet)
    assert received == sorted(batch.runs, key=lambda run: run.snippet)


def test_each_execution_knows_when_it_began(project: Project, add: Add) -> None:
    began = datetime.now(UTC)
    batch = _run(project, add("a/one.py"), add("a/two.py"))
    (named,) = {run.batch for run in batch.runs}
    at = datetime.fromisoformat(named)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", named)
    assert began <= at <= datetime.now(UTC)
    executions = [e for run in batch.runs for e in run.executions]
    for execution in executions:
        assert 0 < execution.starting <= execution.wall
        assert execution.began >= 0
        assert execution.began + execution.wall <= batch.wall


def test_one_whose_loop_is_seen_to_run_is_not_starting_any_more(
    project: Project, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "_STARTING", 60.0)
    code = "import asyncio\nasyncio.run(asyncio.sleep(0.8))"
    (run,) = _run(project, add("a/silent.py", code, "Output:")).runs
    assert run.recorded.starting <= run.recorded.wall - 0.5
    # Nothing is seen of one without the recorder until it ends.
    assert control_of(run).starting == control_of(run).wall


def test_what_comes_alone_begins_when_the_others_have_ended(
    project: Project, add: Add
) -> None:
    alone = add("a/alone.py", metadata="tool.proof.alone = true")
    runs = _run(project, alone, add("a/one.py")).runs
    order = [e for run in reversed(runs) for e in run.executions]
    last = max(one.began + one.wall for one in order[:2])
    assert last <= order[2].began
    assert order[2].began + order[2].wall <= order[3].began


def test_batches_have_names_of_their_own(project: Project, add: Add) -> None:
    snippet = add("a/one.py")
    first, second = (_run(project, snippet).runs[0].batch for _ in range(2))
    assert first < second


class FakeExecutor:
    """Executes nothing; counts how many start, and run, at once."""

    execution: Execution
    log: list[str]

    def __init__(self, *_: object, **__: object) -> None:
        self.first_output = asyncio.Event()

    def process(self, observers: object) -> "FakeExecutor":
        return self

    async def run(self) -> None:
        self.log.append("starts")
        for _ in range(3):
            await asyncio.sleep(0)
        self.log.append("first_output")
        self.first_output.set()
        for _ in range(100):
            await asyncio.sleep(0)
        self.log.append("ends")

    def is_in_loop(self) -> bool:
        return False

    def read(self, finished: object) -> Execution:
        return self.execution


def _most(log: list[str], more: str, less: str) -> int:
    count = most = 0
    for entry in log:
        count += (entry == more) - (entry == less)
        most = max(most, count)
    return most


@pytest.mark.parametrize("cores", [1, 2, 3])
def test_starting_is_bounded_and_running_is_not(
    project: Project,
    add: Add,
    executed: Callable[..., Execution],
    monkeypatch: pytest.MonkeyPatch,
    cores: int,
) -> None:
    monkeypatch.setattr(runner, "most_starting", lambda: cores)
    monkeypatch.setattr(FakeExecutor, "execution", executed(["One"]), raising=False)
    monkeypatch.setattr(FakeExecutor, "log", [], raising=False)
    monkeypatch.setattr(runner, "Executor", FakeExecutor)
    snippets = [add(f"a/number_{n}.py") for n in range(5)]
    _run(project, *snippets)
    log = FakeExecutor.log
    assert _most(log, "starts", "first_output") == cores
    assert _most(log, "first_output", "ends") == 10


@pytest.mark.timing
def test_a_silent_program_does_not_stop_others_from_starting(
    project: Project, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "most_starting", lambda: 1)
    snippets = [
        add("a/silent.py", "import time\ntime.sleep(1.2)", "Output:"),
        add("a/quick.py"),
    ]

    def share() -> float:
        batch = _run(project, *snippets)
        walls = [r.wall for run in batch.runs for r in run.executions]
        return batch.wall / sum(walls)

    # One after the other, which is the sum, if they waited for each other.
    assert share() < 0.85


def test_a_batch_knows_what_it_had_to_cost(
    executed: Callable[..., Execution],
    made: Callable[..., Run],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(runner, "usable_cores", lambda: 2)
    short, long = executed(took=1.0), executed(took=3.0)
    runs = (made(short, replace(long, cpu=0.45)), made(short))
    batch = Batch(runs, wall=9.0, alone=0.5)
    assert batch.longest == pytest.approx(3.1)
    assert batch.cpu == pytest.approx(0.05 * 3 + 0.45)
    assert batch.bound == pytest.approx(3.1 + 0.6 / 2 + 0.5)


def test_an_empty_batch_cost_nothing() -> None:
    assert (Batch(()).longest, Batch(()).cpu, Batch(()).bound) == (0.0, 0.0, 0.0)
