"""What the recorder sees of small programs, in every CPython that is supported."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from proof.recording import events as e

from .interpreters import (
    MINORS,
    Interpreter,
    Outcome,
    Python,
    find_interpreter,
    interpreter_of,
)
from .sentences import sentences


@dataclass(frozen=True)
class Program:
    """A program, and what must be recorded of it from a version of Python on."""

    code: str
    expected: dict[tuple[int, int], str]

    def expected_by(self, minor: tuple[int, int]) -> list[str] | None:
        """The sentences for one version; None where it cannot execute it."""
        since = max((v for v in self.expected if v <= minor), default=None)
        return self.expected[since].strip().split("\n") if since else None


PROGRAMS: Final = {
    "sleeps that never end": Program(
        """\
import asyncio

async def main():
    never = asyncio.create_task(asyncio.sleep(float("inf")), name="never")
    asyncio.get_running_loop().call_later(float("inf"), print)
    await asyncio.sleep(0.002)
    never.cancel()

asyncio.run(main())
""",
        {
            (3, 11): """
main is created, line 3
main begins a step
never is created by main
main waits in line 6 for a sleep
never begins a step
never waits in line None for a sleep
main begins a step
never is asked to cancel
main returns
never begins a step
never is cancelled
""",
        },
    ),
    "gather": Program(
        """\
import asyncio

async def one(seconds):
    await asyncio.sleep(seconds)
    print(seconds)
    return seconds

async def main():
    await asyncio.gather(one(0.002), one(0.02))

asyncio.run(main())
""",
        {
            (3, 11): """
main is created, line 8
main begins a step
one is created by main, line 3
one is created by main, line 3
main waits in line 9 for one and one
one begins a step
one waits in line 4 for a sleep
one begins a step
one waits in line 4 for a sleep
one begins a step
one prints 0.002 in line 5
one returns
one begins a step
one prints 0.02 in line 5
one returns
main begins a step
main returns
""",
        },
    ),
    "task_group": Program(
        """\
import asyncio

async def fails():
    await asyncio.sleep(0.001)
    raise ValueError("no such thing")

async def waits():
    await asyncio.sleep(60)

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(), name="bad")
            group.create_task(waits(), name="good")
    except ExceptionGroup as error:
        print(len(error.exceptions))

asyncio.run(main())
""",
        {
            (3, 11): """
main is created, line 10
main begins a step
bad is created by main, line 3
good is created by main, line 7
main waits in line 12 for a task group
bad begins a step
bad waits in line 4 for a sleep
good begins a step
good waits in line 8 for a sleep
bad begins a step
bad fails: ValueError
good is asked to cancel
main is asked to cancel
good begins a step
good is cancelled
main begins a step
main waits in line 12 for a task group
main begins a step
main prints 1 in line 16
main returns
""",
        },
    ),
    "cancelled": Program(
        """\
import asyncio

async def sleeper():
    try:
        await asyncio.sleep(60)
    finally:
        print("clean")

async def main():
    task = asyncio.create_task(sleeper(), name="sleeper")
    await asyncio.sleep(0.001)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")

asyncio.run(main())
""",
        {
            (3, 11): """
main is created, line 9
main begins a step
sleeper is created by main, line 3
main waits in line 11 for a sleep
sleeper begins a step
sleeper waits in line 5 for a sleep
main begins a step
sleeper is asked to cancel
main waits in line 14 for sleeper
sleeper begins a step
sleeper prints clean in line 7
sleeper is cancelled
main begins a step
main prints cancelled in line 16
main returns
""",
        },
    ),
    "blocker": Program(
        """\
import asyncio, time

async def blocker():
    time.sleep(0.06)

async def sleeper():
    await asyncio.sleep(0.001)

async def main():
    await asyncio.gather(sleeper(), blocker())

asyncio.run(main())
""",
        {
            (3, 11): """
main is created, line 9
main begins a step
sleeper is created by main, line 6
blocker is created by main, line 3
main waits in line 10 for sleeper and blocker
sleeper begins a step
sleeper waits in line 7 for a sleep
blocker begins a step
blocker returns
sleeper begins a step
sleeper returns
main begins a step
main returns
""",
        },
    ),
    "eager": Program(
        """\
import asyncio

async def at_once():
    print("at once")

async def later():
    asyncio.create_task(at_once(), name="inner")
    await asyncio.sleep(0.001)
    print("later")

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await asyncio.create_task(at_once(), name="quick")
    await asyncio.create_task(later(), name="slow")

asyncio.run(main())
""",
        {
            (3, 12): """
main is created, line 11
main begins a step
at_once is created by main, line 3
at_once prints at once in line 4
at_once begins a step
at_once returns
slow is created by main, line 6
at_once is created by slow, line 3
at_once prints at once in line 4
at_once begins a step
at_once returns
slow begins a step
slow waits in line 8 for a sleep
main waits in line 14 for slow
slow begins a step
slow prints later in line 9
slow returns
main begins a step
main returns
""",
            (3, 13): """
main is created, line 11
main begins a step
quick is created by main, line 3
quick prints at once in line 4
quick begins a step
quick returns
slow is created by main, line 6
inner is created by slow, line 3
inner prints at once in line 4
inner begins a step
inner returns
slow begins a step
slow waits in line 8 for a sleep
main waits in line 14 for slow
slow begins a step
slow prints later in line 9
slow returns
main begins a step
main returns
""",
        },
    ),
    "two_runs": Program(
        """\
import asyncio

async def main():
    await asyncio.sleep(0)

asyncio.run(main())
asyncio.run(main())
""",
        {
            (3, 11): """
main is created, line 3
main begins a step
main waits in line 4 for a turn
main begins a step
main returns
main is created, line 3
main begins a step
main waits in line 4 for a turn
main begins a step
main returns
""",
        },
    ),
    "threads": Program(
        """\
import asyncio, threading

released = threading.Event()

def work():
    released.wait()

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(released.set)
    await loop.run_in_executor(None, work)

asyncio.run(main())
""",
        {
            (3, 11): """
main is created, line 8
main begins a step
main waits in line 11 for a thread
set is called back
main begins a step
main returns
a thread begins work
a thread is done
""",
        },
    ),
    "to_thread": Program(
        """\
import asyncio, threading

released = threading.Event()

def work():
    released.wait()

async def main():
    asyncio.get_running_loop().call_soon(released.set)
    await asyncio.to_thread(work)

asyncio.run(main())
""",
        {
            (3, 11): """
main is created, line 8
main begins a step
main waits in line 10 for a thread
set is called back
main begins a step
main returns
a thread begins work
a thread is done
""",
        },
    ),
    "nested": Program(
        """\
import asyncio

async def innermost():
    await asyncio.sleep(0.1)

async def inner():
    await innermost()

async def main():
    await inner()
    await asyncio.sleep(0)

asyncio.run(main())
""",
        {
            (3, 11): """
main is created, line 9
main begins a step
main waits in line 4 for a sleep
main begins a step
main waits in line 11 for a turn
main begins a step
main returns
""",
        },
    ),
    "generator": Program(
        """\
import asyncio

async def numbers():
    for number in range(2):
        await asyncio.sleep(0.001)
        yield number

async def main():
    async for number in numbers():
        print(number)

asyncio.run(main())
""",
        {
            (3, 11): """
main is created, line 8
main begins a step
main waits in line 5 for a sleep
main begins a step
main prints 0 in line 10
main waits in line 5 for a sleep
main begins a step
main prints 1 in line 10
main returns
""",
        },
    ),
    "unresolved": Program(
        """\
import asyncio

async def waits(future):
    await future

async def main():
    future = asyncio.get_running_loop().create_future()
    asyncio.create_task(waits(future), name="waiter")
    await asyncio.sleep(0.001)

asyncio.run(main())
""",
        {
            (3, 11): """
main is created, line 6
main begins a step
waiter is created by main, line 3
main waits in line 9 for a sleep
waiter begins a step
waiter waits in line 4 for a future
main begins a step
main returns
waiter is asked to cancel
waiter begins a step
waiter is cancelled
""",
        },
    ),
    "shield": Program(
        """\
import asyncio

async def precious():
    await asyncio.sleep(0.002)

async def shielded(inner):
    await asyncio.shield(inner)

async def main():
    inner = asyncio.create_task(precious(), name="precious")
    outer = asyncio.create_task(shielded(inner), name="shielded")
    await asyncio.sleep(0)
    outer.cancel()
    await inner

asyncio.run(main())
""",
        {
            (3, 11): """
main is created, line 9
main begins a step
precious is created by main, line 3
shielded is created by main, line 6
main waits in line 12 for a turn
precious begins a step
precious waits in line 4 for a sleep
shielded begins a step
shielded waits in line 7 for a shield
main begins a step
shielded is asked to cancel
main waits in line 14 for precious
shielded begins a step
shielded is cancelled
precious begins a step
precious returns
main begins a step
main returns
""",
        },
    ),
    "wait_for": Program(
        """\
import asyncio

async def main():
    try:
        await asyncio.wait_for(asyncio.sleep(60), 0.001)
    except asyncio.TimeoutError:
        print("too late")

asyncio.run(main())
""",
        {
            (3, 11): """
main is created, line 3
main begins a step
sleep is created by main
main waits in line 5 for a wait_for
sleep begins a step
sleep waits in line None for a sleep
main begins a step
sleep is asked to cancel
main waits in line 5 for a wait_for
sleep begins a step
sleep is cancelled
main begins a step
main prints too late in line 7
main returns
""",
            (3, 12): """
main is created, line 3
main begins a step
main waits in line 5 for a sleep
main is asked to cancel
main begins a step
main prints too late in line 7
main returns
""",
        },
    ),
    "timeout": Program(
        """\
import asyncio

async def main():
    try:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(60)
    except TimeoutError:
        print("too late")

asyncio.run(main())
""",
        {
            (3, 11): """
main is created, line 3
main begins a step
main waits in line 6 for a sleep
main is asked to cancel
main begins a step
main prints too late in line 8
main returns
""",
        },
    ),
    "primitives": Program(
        """\
import asyncio

async def wants_lock(lock):
    async with lock:
        pass

async def wants_item(queue):
    await queue.get()

async def wants_permit(semaphore):
    async with semaphore:
        pass

async def wants_event(event):
    await event.wait()

async def main():
    lock, queue = asyncio.Lock(), asyncio.Queue()
    semaphore, event = asyncio.Semaphore(0), asyncio.Event()
    await lock.acquire()
    asyncio.create_task(wants_lock(lock), name="lock")
    asyncio.create_task(wants_item(queue), name="queue")
    asyncio.create_task(wants_permit(semaphore), name="semaphore")
    last = asyncio.create_task(wants_event(event), name="event")
    await asyncio.sleep(0)
    lock.release()
    queue.put_nowait(1)
    semaphore.release()
    event.set()
    await last

asyncio.run(main())
""",
        {
            (3, 11): """
main is created, line 17
main begins a step
lock is created by main, line 3
queue is created by main, line 7
semaphore is created by main, line 10
event is created by main, line 14
main waits in line 25 for a turn
lock begins a step
lock waits in line 4 for a lock
queue begins a step
queue waits in line 8 for a queue
semaphore begins a step
semaphore waits in line 11 for a semaphore
event begins a step
event waits in line 15 for a event
main begins a step
main waits in line 30 for event
lock begins a step
lock returns
queue begins a step
queue returns
semaphore begins a step
semaphore returns
event begins a step
event returns
main begins a step
main returns
""",
        },
    ),
    "names": Program(
        """\
import asyncio

async def renamed():
    asyncio.current_task().set_name("new name")
    await asyncio.sleep(0)

async def main():
    await asyncio.create_task(renamed())

asyncio.run(main())
""",
        {
            (3, 11): """
main is created, line 7
main begins a step
new name is created by main, line 3
main waits in line 8 for new name
new name begins a step
new name waits in line 5 for a turn
new name begins a step
new name returns
main begins a step
main returns
""",
        },
    ),
    "callbacks": Program(
        """\
import asyncio

def called():
    print("called")

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(called)
    loop.call_later(0.001, called)
    await asyncio.sleep(0.01)

asyncio.run(main())
""",
        {
            (3, 11): """
main is created, line 6
main begins a step
main waits in line 10 for a sleep
no task prints called in line 4
called is called back
no task prints called in line 4
called is called back
main begins a step
main returns
""",
        },
    ),
    "failures_to_create": Program(
        """\
import asyncio

async def child():
    pass

async def main():
    for _ in range(2):
        try:
            asyncio.get_running_loop().create_task(5)
        except TypeError:
            print("no coroutine")
    await asyncio.create_task(child(), name="child")

asyncio.run(main())
""",
        {
            (3, 11): """
main is created, line 6
main begins a step
main prints no coroutine in line 11
main prints no coroutine in line 11
child is created by main, line 3
main waits in line 12 for child
child begins a step
child returns
main begins a step
main returns
""",
        },
    ),
}

Recorded = dict[tuple[Python, str], Outcome]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    """All programs in all interpreters, two at a time: they wait more than they run."""

    def record(python: Python, name: str, folder: Path) -> Outcome:
        interpreter = Interpreter(python, folder, measured=True)
        return interpreter.recorded(PROGRAMS[name].code)

    wanted = [
        (python, name)
        for python in filter(None, map(find_interpreter, MINORS))
        for name, program in PROGRAMS.items()
        if program.expected_by(python.minor)
    ]
    with ThreadPoolExecutor(2) as pool:
        outcomes = {
            (python, name): pool.submit(
                record, python, name, tmp_path_factory.mktemp("program")
            )
            for python, name in wanted
        }
    return {which: outcome.result() for which, outcome in outcomes.items()}


_every_case = pytest.mark.parametrize(
    ("minor", "name"),
    [
        pytest.param(minor, name, id=f"{minor[0]}.{minor[1]}-{name}")
        for minor in MINORS
        for name, program in PROGRAMS.items()
        if program.expected_by(minor)
    ],
)


@_every_case
def test_what_happened_is_recorded_in_order(
    recorded: Recorded, minor: tuple[int, int], name: str
) -> None:
    outcome = recorded[interpreter_of(minor), name]
    assert (outcome.stderr, outcome.status) == (b"", 0)
    assert sentences(outcome.trace) == PROGRAMS[name].expected_by(minor)


@_every_case
def test_nothing_went_wrong_on_the_way(
    recorded: Recorded, minor: tuple[int, int], name: str
) -> None:
    outcome = recorded[interpreter_of(minor), name]
    assert not outcome.trace.is_damaged
    assert not outcome.trace.shortcoming
    assert e.LeftOut not in outcome.kinds
    assert e.MainEnded in outcome.kinds


def test_every_run_starts_and_stops_a_loop(recorded: Recorded, python: Python) -> None:
    one, two = recorded[python, "gather"], recorded[python, "two_runs"]
    started = len(one.of(e.LoopStarted))
    assert len(one.of(e.LoopStopped)) == started
    assert len(two.of(e.LoopStarted)) == 2 * started
    assert len(two.of(e.LoopStopped)) == 2 * started


def test_a_step_is_recorded_when_it_is_put_into_the_queue(
    recorded: Recorded, python: Python
) -> None:
    ready: Counter[int] = Counter()
    for event in recorded[python, "gather"].trace.events:
        match event:
            case e.Scheduled():
                ready[event.task] += 1
            case e.StepBegins():
                ready[event.task] -= 1
                assert ready[event.task] == 0
    assert set(ready.values()) == {0}


def test_a_sleep_is_recorded_with_its_end_and_the_loop_is_idle_until_then(
    recorded: Recorded, python: Python
) -> None:
    trace = recorded[python, "nested"].trace
    slept = next(trace.of(e.Suspended))
    steps = list(trace.of(e.StepBegins))
    begun = [event for event in steps if event.at <= slept.at][-1]
    woken = next(event for event in steps if event.at > slept.at)
    assert slept.due is not None
    # It is due 0.1 s after some moment of the step, however long that was interrupted.
    # A loop rounds to the tick of its clock, and selectors to milliseconds.
    assert begun.at - 0.001 < slept.due - 0.1 < slept.at + 0.001
    assert woken.at > slept.due - 0.002
    assert any(slept.at <= i.since < i.at <= woken.at for i in trace.of(e.Idle))


@pytest.mark.timing
def test_the_longest_step_is_the_blockers(
    interpreter: Interpreter,
) -> None:
    outcome = interpreter.recorded(PROGRAMS["blocker"].code)
    longest = outcome.trace.longest_step(0.0)
    assert longest is not None
    assert 0.06 <= longest < 1
    (begun,) = [event.at for event in outcome.of(e.StepBegins) if event.task == 3]
    (ended,) = [event.at for event in outcome.of(e.Returned) if event.task == 3]
    assert abs(ended - begun - longest) < 0.001
