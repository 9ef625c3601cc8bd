"""The instrument that judges histories finds each lie that is put into one."""

import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from proof.runs.history import Lane, Span

from .instrument.comparison import compare
from .instrument.execution import TRIES, Case, Observed, observe
from .instrument.states import Stretch, differences, stretches
from .instrument.truth import Moment, Step, Task, Truth

_PROGRAM = """
import asyncio
import time

def call_back():
    time.sleep(0.01)

async def sleeper():
    await asyncio.sleep(0.05)
    await asyncio.sleep(3)

async def busy():
    await asyncio.sleep(0.02)
    time.sleep(0.08)
    await asyncio.sleep(0.02)

async def main():
    asyncio.get_running_loop().call_later(0.11, call_back)
    task = asyncio.create_task(sleeper())
    await busy()
    task.cancel()
    await asyncio.wait([task])

asyncio.run(main())
"""


@pytest.fixture(scope="module", params=[False, True], ids=["c", "python"])
def observed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Observed:
    """A program of which the instrument and the history say the same."""
    program = tmp_path_factory.mktemp("instrument") / "program.py"
    program.write_text(_PROGRAM)
    case = Case(Path(sys.executable), program, has_python_tasks=request.param)
    observed = observe(case)
    for _ in range(TRIES):
        # On a busy machine two clock readings may be far apart.
        if observed.disagreements:
            observed = observe(case)
    return observed


def test_it_agrees_with_a_true_history(observed: Observed) -> None:
    assert not observed.disagreements
    tasks = [t for t in observed.truth.tasks.values() if not t.is_asyncios]
    assert [task.base_label for task in tasks] == ["main", "sleeper"]
    assert [lane.label for lane in observed.history.lanes][:2] == ["main", "sleeper"]


def _moved(lane: Lane, seconds: float) -> Lane:
    """A lane whose last step began later, and the state before it was longer."""
    *others, before, step = lane.spans
    begin = step.begin + seconds
    moved = replace(before, end=begin), replace(step, begin=begin, end=begin)
    return replace(lane, spans=(*others, *moved))


def _without_a_step(lane: Lane) -> Lane:
    spans = list(lane.spans)
    index = next(n for n, s in enumerate(spans) if s.state == "running" and n > 2)
    before, _, after = spans[index - 1 : index + 2]
    spans[index - 1 : index + 2] = [replace(before, end=after.end)]
    return replace(lane, spans=tuple(spans))


def _with(lane: Lane, state: str, other: str) -> Lane:
    def swapped(span: Span) -> Span:
        return replace(span, state=other) if span.state == state else span  # type: ignore[arg-type]

    return replace(lane, spans=tuple(map(swapped, lane.spans)))


_LIES: dict[str, tuple[str, Callable[[Lane], Lane]]] = {
    "a step 10 ms later": ("sleeper", lambda lane: _moved(lane, 0.01)),
    "a step 10 ms earlier": ("sleeper", lambda lane: _moved(lane, -0.01)),
    "a step missing": ("sleeper", _without_a_step),
    "ready for overdue": ("sleeper", lambda lane: _with(lane, "overdue", "ready")),
    "overdue for suspended": ("main", lambda lane: _with(lane, "suspended", "overdue")),
    "running for holding": ("main", lambda lane: _with(lane, "holding", "running")),
    "no cancel": ("sleeper", lambda lane: replace(lane, cancels=())),
    "a cancel too many": ("main", lambda lane: replace(lane, cancels=(0.01,))),
    "a cancel 10 ms late": (
        "sleeper",
        lambda lane: replace(lane, cancels=(lane.cancels[0] + 0.01,)),
    ),
    "another creator": ("sleeper", lambda lane: replace(lane, created_by="")),
    "another end": ("sleeper", lambda lane: replace(lane, end="done")),
    "no end": ("main", lambda lane: replace(lane, end="pending")),
    "another exception": ("main", lambda lane: replace(lane, exception="ValueError")),
    "another label": ("main", lambda lane: replace(lane, label="mains")),
    "created early": ("sleeper", lambda lane: replace(lane, created_at=-0.01)),
    "no callback": ("callbacks", lambda lane: replace(lane, spans=())),
    "another callback": (
        "callbacks",
        lambda lane: replace(
            lane, spans=tuple(replace(s, waits_for="f") for s in lane.spans)
        ),
    ),
}


@pytest.mark.parametrize("lie", _LIES)
def test_it_finds_a_lie(observed: Observed, lie: str) -> None:
    label, change = _LIES[lie]
    lanes = tuple(
        change(lane) if lane.label == label else lane for lane in observed.history.lanes
    )
    assert lanes != observed.history.lanes
    history = replace(observed.history, lanes=lanes)
    assert compare(observed.truth, history, observed.threads)


def test_it_finds_a_lane_too_few_and_one_too_many(observed: Observed) -> None:
    _, *others = observed.history.lanes
    fewer = replace(observed.history, lanes=tuple(others))
    (missing, *_) = compare(observed.truth, fewer, observed.threads)
    assert (missing.about, missing.history) == ("main", "nothing")
    truth = Truth(dict(list(observed.truth.tasks.items())[:1]))
    found = map(str, compare(truth, observed.history, observed.threads))
    assert "sleeper: there was no such task; in the history: created" in found


def test_it_counts_steps(observed: Observed) -> None:
    history = replace(observed.history, steps=observed.history.steps + 1)
    (found,) = compare(observed.truth, history, observed.threads)
    assert found.about == "all tasks"


def _at(time: float) -> Moment:
    return Moment(time, time)


def _task(*steps: Step) -> Task:
    return Task(1, _at(0.0), "Task-1", "main", False, None, 7, list(steps))


def _lane(*spans: tuple[str, float, float]) -> list[Span]:
    return [Span(state, begin, end) for state, begin, end in spans]  # type: ignore[arg-type]


def test_states_follow_from_steps() -> None:
    task = _task(
        Step(_at(0.1), _at(0.0), None, _at(0.2), "suspended", due=0.5),
        Step(_at(0.9), _at(0.7), None, _at(1.0), "done"),
    )
    spans = _lane(
        ("ready", 0.0, 0.1),
        ("holding", 0.1, 0.2),
        ("suspended", 0.2, 0.5),
        ("overdue", 0.5, 0.7),
        ("ready", 0.7, 0.9),
        ("holding", 0.9, 1.0),
    )
    assert not list(differences(stretches(task, 2.0), spans))
    for span, following in pairwise(spans):
        moved = [s for s in spans if s not in (span, following)]
        later = [replace(span, end=span.end + 0.01)]
        later += [replace(following, begin=span.end + 0.01)]
        everything = sorted([*moved, *later], key=lambda span: span.begin)
        (difference,) = differences(stretches(task, 2.0), everything)
        assert difference.history == span.state
        assert following.state in difference.truth


def test_an_eager_step_interrupts_another() -> None:
    outer = Step(_at(0.0), _at(0.0), None, _at(0.03), "done")
    outer.interruptions.append((_at(0.01), _at(0.02)))
    spans = _lane(
        ("running", 0.0, 0.01), ("ready", 0.01, 0.02), ("running", 0.02, 0.03)
    )
    assert not list(differences(stretches(_task(outer), 1.0), spans))
    (found,) = differences(stretches(_task(outer), 1.0), _lane(("running", 0.0, 0.03)))
    assert (found.begin, found.end, found.truth) == (0.01, 0.02, "ready")


def test_what_is_uncertain_may_be_told_either_way() -> None:
    step = Step(Moment(0.1, 0.2), _at(0.0), None, _at(0.21), "done")
    for begin in (0.1, 0.15, 0.2):
        state = "running" if begin > 0.12 else "holding"
        spans = _lane(("ready", 0.0, begin), (state, begin, 0.21))
        assert not list(differences(stretches(_task(step), 1.0), spans))
    spans = _lane(("ready", 0.0, 0.205), ("running", 0.205, 0.21))
    assert list(differences(stretches(_task(step), 1.0), spans))


def test_stretches_cover_all_time() -> None:
    found = stretches(_task(), 1.0)
    assert found[0].begin == -float("inf")
    assert found[-1].end == float("inf")
    assert all(a.end >= b.begin for a, b in pairwise(found))
    assert Stretch(0.0, 1.0, frozenset({"ready", "suspended", "overdue"})) in found
