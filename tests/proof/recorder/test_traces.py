"""What the recorder tells of small programs, in every CPython it may meet."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from .interpreters import Interpreter, Outcome, Python, interpreters
from .told import sentences


@dataclass(frozen=True)
class Program:
    """A program, and what must be told of it from a version of Python on."""

    code: str
    told: dict[tuple[int, int], str]

    def told_by(self, python: Python) -> list[str] | None:
        """The sentences for one interpreter; None where it cannot execute it."""
        since = max((v for v in self.told if v <= python.minor), default=None)
        return self.told[since].strip().split("\n") if since else None


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
            (3, 8): """
main is created, line 3
main begins a step
never is created by main
main waits in line 6 for a sleep
never begins a step
never waits in line None for a future
main begins a step
never is asked to cancel by main
main ends: result
never begins a step
never ends: cancelled
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
            (3, 8): """
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
one ends: result
one begins a step
one prints 0.02 in line 5
one ends: result
main begins a step
main ends: result
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
bad ends: exception ValueError
good is asked to cancel
main is asked to cancel
good begins a step
good ends: cancelled
main begins a step
main waits in line 12 for a task group
main begins a step
main prints 1 in line 16
main ends: result
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
            (3, 8): """
main is created, line 9
main begins a step
sleeper is created by main, line 3
main waits in line 11 for a sleep
sleeper begins a step
sleeper waits in line 5 for a sleep
main begins a step
sleeper is asked to cancel by main
main waits in line 14 for sleeper
sleeper begins a step
sleeper prints clean in line 7
sleeper ends: cancelled
main begins a step
main prints cancelled in line 16
main ends: result
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
            (3, 8): """
main is created, line 9
main begins a step
sleeper is created by main, line 6
blocker is created by main, line 3
main waits in line 10 for sleeper and blocker
sleeper begins a step
sleeper waits in line 7 for a sleep
blocker begins a step
blocker ends: result
sleeper begins a step
sleeper ends: result
main begins a step
main ends: result
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
at_once ends: result
slow is created by main, line 6
at_once is created by slow, line 3
at_once prints at once in line 4
at_once begins a step
at_once ends: result
slow begins a step
slow waits in line 8 for a sleep
main waits in line 14 for slow
slow begins a step
slow prints later in line 9
slow ends: result
main begins a step
main ends: result
""",
            (3, 13): """
main is created, line 11
main begins a step
quick is created by main, line 3
quick prints at once in line 4
quick begins a step
quick ends: result
slow is created by main, line 6
inner is created by slow, line 3
inner prints at once in line 4
inner begins a step
inner ends: result
slow begins a step
slow waits in line 8 for a sleep
main waits in line 14 for slow
slow begins a step
slow prints later in line 9
slow ends: result
main begins a step
main ends: result
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
            (3, 8): """
main is created, line 3
main begins a step
main waits in line 4 for a turn
main begins a step
main ends: result
main is created, line 3
main begins a step
main waits in line 4 for a turn
main begins a step
main ends: result
""",
        },
    ),
    "threads": Program(
        """\
import asyncio

def work():
    return 1

async def main():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, work)

asyncio.run(main())
""",
        {
            (3, 8): """
main is created, line 6
main begins a step
main waits in line 8 for a thread
main begins a step
main ends: result
a thread begins work
a thread is done
""",
        },
    ),
    "to_thread": Program(
        """\
import asyncio

def work():
    return 1

async def main():
    await asyncio.to_thread(work)

asyncio.run(main())
""",
        {
            (3, 9): """
main is created, line 6
main begins a step
main waits in line 7 for a thread
main begins a step
main ends: result
a thread begins work
a thread is done
""",
        },
    ),
    "nested": Program(
        """\
import asyncio

async def innermost():
    await asyncio.sleep(0.001)

async def inner():
    await innermost()

async def main():
    await inner()
    await asyncio.sleep(0)

asyncio.run(main())
""",
        {
            (3, 8): """
main is created, line 9
main begins a step
main waits in line 4 for a sleep
main begins a step
main waits in line 11 for a turn
main begins a step
main ends: result
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
            (3, 8): """
main is created, line 8
main begins a step
main waits in line 5 for a sleep
main begins a step
main prints 0 in line 10
main waits in line 5 for a sleep
main begins a step
main prints 1 in line 10
main ends: result
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
            (3, 8): """
main is created, line 6
main begins a step
waiter is created by main, line 3
main waits in line 9 for a sleep
waiter begins a step
waiter waits in line 4 for a future
main begins a step
main ends: result
waiter is asked to cancel
waiter begins a step
waiter ends: cancelled
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
            (3, 8): """
main is created, line 9
main begins a step
precious is created by main, line 3
shielded is created by main, line 6
main waits in line 12 for a turn
precious begins a step
precious waits in line 4 for a sleep
shielded begins a step
shielded waits in line 7 for a future
main begins a step
shielded is asked to cancel by main
main waits in line 14 for precious
shielded begins a step
shielded ends: cancelled
precious begins a step
precious ends: result
main begins a step
main ends: result
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
            (3, 8): """
main is created, line 3
main begins a step
sleep is created by main
main waits in line 5 for a future
sleep begins a step
sleep waits in line None for a sleep
main begins a step
sleep is asked to cancel by main
main waits in line 5 for a future
sleep begins a step
sleep ends: cancelled
main begins a step
main prints too late in line 7
main ends: result
""",
            (3, 12): """
main is created, line 3
main begins a step
main waits in line 5 for a sleep
main is asked to cancel
main begins a step
main prints too late in line 7
main ends: result
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
main ends: result
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
            (3, 8): """
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
lock ends: result
queue begins a step
queue ends: result
semaphore begins a step
semaphore ends: result
event begins a step
event ends: result
main begins a step
main ends: result
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
            (3, 8): """
main is created, line 7
main begins a step
new name is created by main, line 3
main waits in line 8 for new name
new name begins a step
new name waits in line 5 for a turn
new name begins a step
new name ends: result
main begins a step
main ends: result
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
            (3, 8): """
main is created, line 6
main begins a step
main waits in line 10 for a sleep
no task prints called in line 4
called is called back
no task prints called in line 4
called is called back
main begins a step
main ends: result
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
            (3, 8): """
main is created, line 6
main begins a step
main prints no coroutine in line 11
main prints no coroutine in line 11
child is created by main, line 3
main waits in line 12 for child
child begins a step
child ends: result
main begins a step
main ends: result
""",
        },
    ),
}

_every_python = pytest.mark.parametrize("python", interpreters(), ids=str)
Recorded = dict[tuple[Python, str], Outcome]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    """All programs in all interpreters, two at a time: they wait more than they run."""

    def record(python: Python, name: str, folder: Path) -> Outcome:
        interpreter = Interpreter(python, folder, measured=True)
        return interpreter.recorded(PROGRAMS[name].code)

    wanted = [
        (python, name)
        for python in interpreters()
        for name, program in PROGRAMS.items()
        if program.told_by(python)
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
    ("python", "name"),
    [
        pytest.param(python, name, id=f"{python}-{name}")
        for python in interpreters()
        for name, program in PROGRAMS.items()
        if program.told_by(python)
    ],
)


@_every_case
def test_what_happened_is_told_in_order(
    recorded: Recorded, python: Python, name: str
) -> None:
    outcome = recorded[python, name]
    assert (outcome.stderr, outcome.status) == (b"", 0)
    assert sentences(outcome.trace) == PROGRAMS[name].told_by(python)


@_every_case
def test_nothing_went_wrong_on_the_way(
    recorded: Recorded, python: Python, name: str
) -> None:
    outcome = recorded[python, name]
    assert not outcome.trace.is_damaged
    assert not outcome.named("recorder_failed")
    assert not outcome.named("left_out")
    assert "main_ended" in outcome.events


@_every_python
def test_every_run_starts_and_stops_a_loop(recorded: Recorded, python: Python) -> None:
    one, two = recorded[python, "gather"], recorded[python, "two_runs"]
    started = len(one.named("loop_started"))
    assert len(one.named("loop_stopped")) == started
    assert len(two.named("loop_started")) == 2 * started
    assert len(two.named("loop_stopped")) == 2 * started


@_every_python
def test_a_step_is_told_when_it_is_put_into_the_queue(
    recorded: Recorded, python: Python
) -> None:
    events = recorded[python, "gather"].trace.events
    ready: dict[int, int] = {}
    for event in events:
        if event.name == "scheduled":
            ready[event.values[0]] = ready.get(event.values[0], 0) + 1
        elif event.name == "step_begins":
            ready[event.values[0]] -= 1
            assert ready[event.values[0]] == 0
    assert set(ready.values()) == {0}


@_every_python
def test_a_sleep_is_told_with_its_end_and_the_loop_is_idle_until_then(
    recorded: Recorded, python: Python
) -> None:
    trace = recorded[python, "nested"].trace
    due = next(
        waits[1]
        for event in trace.named("step_ends")
        for waits in event.values[3:]
        if waits[0] == "sleep"
    )
    slept = next(event for event in trace.named("step_ends") if len(event.values) > 3)
    woken = next(event for event in trace.named("step_begins") if event.at > slept.at)
    # A loop rounds to the tick of its clock, and selectors to milliseconds.
    assert slept.at - 0.001 < due - 0.001 < slept.at + 0.001
    assert woken.at > due - 0.002
    idle = list(trace.named("idle"))
    assert any(slept.at <= i.values[0] < i.at <= woken.at for i in idle)


@_every_python
def test_the_longest_step_is_the_blockers(recorded: Recorded, python: Python) -> None:
    longest = recorded[python, "blocker"].trace.longest_step
    assert 0.06 <= longest < 1
    (begun,) = [
        event.at
        for event in recorded[python, "blocker"].named("step_begins")
        if event.values[0] == 3
    ]
    (ended,) = [
        event.at
        for event in recorded[python, "blocker"].named("step_ends")
        if event.values[0] == 3
    ]
    assert abs(ended - begun - longest) < 0.001
