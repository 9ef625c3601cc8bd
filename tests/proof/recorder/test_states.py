"""What tasks of real programs were doing, and when: where it is easily mistaken."""

import sys
from pathlib import Path

import pytest

from proof.recording import events as e
from proof.runs.history import Lane

from .interpreters import Interpreter, interpreter_of

TOLERANCE = 0.04
"""Seconds by which another process may delay what is measured here."""


def _states(lane: Lane, shortest: float = TOLERANCE) -> list[tuple[str, float, float]]:
    """States that last, with when they begin and end."""
    return [
        (span.state, span.begin, span.end)
        for span in lane.spans
        if span.end - span.begin > shortest
    ]


def _assert_states(lane: Lane, *expected: tuple[str, float, float]) -> None:
    found = _states(lane)
    assert [state for state, _, _ in found] == [state for state, _, _ in expected]
    for (_, *times), (_, *wanted) in zip(found, expected, strict=True):
        assert times == pytest.approx(wanted, abs=TOLERANCE)


_CANCELS = {
    "by-a-timer": "loop.call_later(0.1, task.cancel)",
    "by-a-callback": "loop.call_later(0.1, loop.call_soon, task.cancel, 'stop now')",
    "by-a-signal": """\
loop.add_signal_handler(signal.SIGTERM, task.cancel)
    loop.call_later(0.1, os.kill, os.getpid(), signal.SIGTERM)""",
}


@pytest.mark.parametrize("cancel", _CANCELS.values(), ids=_CANCELS.keys())
def test_a_method_of_a_task_as_a_callback_is_not_a_step_of_it(
    interpreter: Interpreter, cancel: str
) -> None:
    code = f"""
import asyncio, os, signal
async def worker():
    await asyncio.sleep(5)
async def main():
    task = asyncio.create_task(worker())
    loop = asyncio.get_running_loop()
    {cancel}
    await asyncio.wait([task])
asyncio.run(main())
"""
    outcome = interpreter.recorded(code)
    assert not outcome.trace.shortcoming
    assert len([b for b in outcome.of(e.StepBegins) if b.task == 2]) == 2
    assert len(outcome.lane("worker").cancels) == 1
    assert "cancel" in [callback.name for callback in outcome.of(e.Callback)]


def test_a_task_that_cancels_itself_and_ends_was_asked_to(
    interpreter: Interpreter,
) -> None:
    code = """
import asyncio
async def worker():
    asyncio.current_task().cancel()
async def main():
    await asyncio.wait([asyncio.create_task(worker())])
asyncio.run(main())
"""
    lane = interpreter.recorded(code).lane("worker")
    assert (lane.end, len(lane.cancels)) == ("cancelled", 1)


def test_a_callback_for_a_tasks_end_does_not_lose_what_it_waits_for(
    interpreter: Interpreter,
) -> None:
    code = """
import asyncio
async def worker():
    await asyncio.sleep(0.02)
async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0.01)
    asyncio.get_running_loop().call_soon(task.add_done_callback, lambda _: None)
    await task
asyncio.run(main())
"""
    outcome = interpreter.recorded(code)
    assert not outcome.trace.shortcoming
    assert [w.waits_for for w in outcome.of(e.Suspended) if w.task == 2] == ["sleep"]


_REQUESTS = {
    "of-one-that-waits-for-another": (
        """
async def inner():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(0.3)
async def outer():
    await asyncio.create_task(inner())
async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.wait([task])
""",
        {"outer": [0.1], "inner": [0.1]},
    ),
    "of-one-in-a-timeout": (
        """
async def inner():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(0.3)
async def outer():
    try:
        async with asyncio.timeout(0.1):
            await asyncio.create_task(inner())
    except TimeoutError:
        pass
async def main():
    await outer()
""",
        {"main": [0.1], "inner": [0.1]},
    ),
    "of-one-that-gathers": (
        """
async def inner():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(0.3)
async def outer():
    await asyncio.gather(inner())
async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.wait([task])
""",
        {"outer": [0.1], "inner": [0.1]},
    ),
    "of-one-whose-task-refuses": (
        """
async def inner():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        pass
async def outer():
    await asyncio.create_task(inner())
async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.wait([task])
""",
        {"outer": [0.1], "inner": [0.1]},
    ),
    "of-one-that-has-not-begun": (
        """
async def outer():
    pass
async def main():
    task = asyncio.create_task(outer())
    task.cancel()
    time.sleep(0.1)
    print()
    time.sleep(0.3)
    await asyncio.wait([task])
""",
        {"outer": [0.1]},
    ),
    "once-not-twice": (
        """
async def inner():
    await asyncio.sleep(5)
async def outer():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        pass
    tasks.append(asyncio.create_task(inner(), name="inner"))
    try:
        await tasks[-1]
    except asyncio.CancelledError:
        pass
tasks = []
async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.sleep(0.1)
    tasks[-1].cancel()
    await task
""",
        {"outer": [0.1], "inner": [0.2]},
    ),
    "twice": (
        """
async def outer():
    for _ in range(2):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            pass
async def main():
    task = asyncio.create_task(outer())
    for _ in range(2):
        await asyncio.sleep(0.1)
        task.cancel()
    await task
""",
        {"outer": [0.1, 0.2]},
    ),
    "by-ctrl-c-while-it-computes": (
        """
async def main():
    threading.Timer(0.1, os.kill, [os.getpid(), signal.SIGINT]).start()
    time.sleep(0.4)
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        pass
""",
        {"main": [0.1]},
    ),
}


@pytest.mark.timing
@pytest.mark.parametrize(("code", "cancels"), _REQUESTS.values(), ids=_REQUESTS.keys())
def test_a_cancellation_is_requested_when_it_is_requested(
    interpreter: Interpreter, code: str, cancels: dict[str, list[float]]
) -> None:
    head = "import asyncio, os, signal, threading, time\n"
    outcome = interpreter.recorded(f"{head}{code}asyncio.run(main())\n")
    for label, times in cancels.items():
        assert outcome.lane(label).cancels == pytest.approx(times, abs=TOLERANCE)


@pytest.mark.timing
def test_one_that_the_loop_has_noticed_is_ready_not_overdue(
    interpreter: Interpreter,
) -> None:
    code = """
import asyncio, time
async def first():
    await asyncio.sleep(0.1)
    time.sleep(0.3)
async def second():
    await asyncio.sleep(0.1)
async def main():
    await asyncio.gather(first(), second())
asyncio.run(main())
"""
    lane = interpreter.recorded(code).lane("second")
    _assert_states(lane, ("suspended", 0.0, 0.1), ("ready", 0.1, 0.4))


@pytest.mark.timing
def test_one_that_cancels_itself_is_ready_at_once(interpreter: Interpreter) -> None:
    code = """
import asyncio, time
async def blocker():
    time.sleep(0.3)
async def main():
    asyncio.create_task(blocker())
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        pass
asyncio.run(main())
"""
    lane = interpreter.recorded(code).lane("main")
    _assert_states(lane, ("ready", 0.0, 0.3))


@pytest.mark.timing
@pytest.mark.parametrize("before", range(3))
def test_after_the_limit_nothing_is_stretched(
    interpreter: Interpreter, before: int
) -> None:
    # To reach the limit as it is takes long.
    code = f"""
import asyncio, sys
sys.modules["_proof_trace"].MOST_EVENTS = 300
async def main():
    for _ in range({before}):
        asyncio.get_running_loop().call_soon(len, ())
    for _ in range(150):
        await asyncio.sleep(0)
    await asyncio.sleep(0.3)
asyncio.run(main())
"""
    history = interpreter.recorded(code).history
    lane = history.lanes[0]
    assert lane.spans[-1].state == "unrecorded"
    assert lane.spans[-1].end - lane.spans[-1].begin >= 0.3
    assert lane.spans[-1].end == lane.ended_at
    # Stretched over the sleep, it would be longer than that.
    assert max(span.end - span.begin for span in lane.spans[:-1]) < 0.3
    assert history.events_left_out > 0


def test_there_is_a_limit(tmp_path: Path) -> None:
    code = """
import asyncio
async def main():
    for _ in range(15_000):
        await asyncio.sleep(0)
asyncio.run(main())
"""
    interpreter = Interpreter(interpreter_of(sys.version_info[:2]), tmp_path)
    outcome = interpreter.recorded(code)
    (left_out,) = outcome.of(e.LeftOut)
    assert left_out.events > 1000
    assert 10_000 < len(outcome.of(e.StepBegins)) < 14_000


@pytest.mark.timing
def test_a_task_may_run_in_another_thread_than_it_was_created_in(
    interpreter: Interpreter,
) -> None:
    code = """
import asyncio, threading, time
loop = asyncio.new_event_loop()
async def other():
    for _ in range(5):
        await asyncio.sleep(0.02)
async def main():
    task = loop.create_task(other())
    thread = threading.Thread(target=loop.run_until_complete, args=[task])
    thread.start()
    time.sleep(0.3)
    thread.join()
asyncio.run(main())
"""
    lane = interpreter.recorded(code).lane("main")
    assert [span.state for span in lane.spans if span.state != "ready"] == ["holding"]


def test_loops_in_threads_keep_their_deadlines_apart(interpreter: Interpreter) -> None:
    code = """
import asyncio, sys, threading
sys.setswitchinterval(1e-6)
async def main():
    for _ in range(100):
        await asyncio.sleep(0.0001)
threads = [threading.Thread(target=lambda: asyncio.run(main())) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""
    waits = interpreter.recorded(code).of(e.Suspended)
    assert len(waits) == 400
    assert {(wait.waits_for, wait.due is None) for wait in waits} == {("sleep", False)}


@pytest.mark.parametrize("clock", ["super().time() * 10", "0"])
def test_of_another_clock_no_time_is_said(interpreter: Interpreter, clock: str) -> None:
    code = f"""
import asyncio
class Loop(asyncio.SelectorEventLoop):
    def time(self):
        return {clock}
async def main():
    await asyncio.sleep(0)
    waiter = asyncio.create_task(asyncio.sleep(0.5), name="waiter")
    await asyncio.sleep(0)
    waiter.cancel()
loop = Loop()
loop.run_until_complete(main())
loop.close()
"""
    (wait,) = (w for w in interpreter.recorded(code).of(e.Suspended) if w.task == 2)
    assert (wait.waits_for, wait.due) == ("sleep", None)


def test_a_task_of_a_foreign_loop_is_not_met_by_what_it_prints(
    interpreter: Interpreter,
) -> None:
    code = """
import asyncio
class Loop(asyncio.AbstractEventLoop):
    def __init__(self):
        self.ready = []
    def call_soon(self, callback, *args, context=None):
        self.ready.append((callback, args))
    def get_debug(self):
        return False
async def main():
    print("One")
loop = Loop()
asyncio._set_running_loop(loop)
task = asyncio.Task(main(), loop=loop)
for callback, args in loop.ready:
    callback(*args)
asyncio._set_running_loop(None)
"""
    outcome = interpreter.recorded(code)
    assert (outcome.stdout, outcome.stderr) == (b"One\n", b"")
    assert outcome.history.lanes == ()
    assert outcome.history.foreign_loop


@pytest.mark.timing  # What takes long is shown as well.
def test_callbacks_of_the_program_are_shown_and_asyncios_own_are_not(
    interpreter: Interpreter,
) -> None:
    code = """
import asyncio, functools
def _on_timeout():
    pass
class Named:
    def _set_state(self):
        pass
class Called:
    def __call__(self):
        pass
async def handle(reader, writer):
    writer.write(await reader.readline())
    writer.close()
async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(_on_timeout)
    loop.call_soon(functools.partial(Named()._set_state))
    loop.call_soon(Called())
    future = loop.create_future()
    loop.call_later(0.001, future.set_result, 1)
    await future
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(0.001))
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"hello")
        writer.write_eof()
        await reader.read()
        writer.close()
        await writer.wait_closed()
    process = await asyncio.create_subprocess_exec("true", stdout=-1)
    await process.communicate()
    await asyncio.to_thread(len, ())
asyncio.run(main())
"""
    outcome = interpreter.recorded(code)
    assert (outcome.stderr, outcome.status) == (b"", 0)
    names = [callback.name for callback in outcome.of(e.Callback)]
    assert names == ["_on_timeout", "_set_state", "Called", "set_result"]


def test_what_held_the_loop_is_shown_whoever_asked_for_it(
    interpreter: Interpreter,
) -> None:
    code = """
import asyncio, time
async def main():
    asyncio.get_running_loop().call_soon(asyncio.Event.set, Held())
    await asyncio.sleep(0.01)
class Held:
    @property
    def _value(self):
        time.sleep(0.1)
        return True
asyncio.run(main())
"""
    outcome = interpreter.recorded(code)
    lane = outcome.lane("callbacks")
    assert [(s.state, s.waits_for) for s in lane.spans if s.state == "holding"] == [
        ("holding", "set")
    ]


_WAITS = {
    "asyncio.Barrier(2).wait()": "for a barrier",
    "(await locked()).wait_for(bool)": "for a condition",
    "filled().join()": "for all items of a queue",
    "asyncio.Queue().get()": "for a queue",
    "asyncio.wait([another()])": "in asyncio.wait",
    "asyncio.wait_for(asyncio.sleep(float('inf')), 1)": (
        "in asyncio.wait_for",
        "for a sleep whose end is unknown",
    ),
    "asyncio.shield(another())": "for what it shields",
    "asyncio.sleep(float('inf'))": "for a sleep whose end is unknown",
    "anext(numbers(), None)": "for an event",
    "asyncio.gather(asyncio.Future())": "for what it gathers",
    "serve_forever()": "for input or output",
    "asyncio.Future()": "for a future",
    "task": "for task",
}


def test_what_is_waited_for_is_what_the_program_has_called(
    interpreter: Interpreter,
) -> None:
    labels = {awaitable: f"wait_{number}" for number, awaitable in enumerate(_WAITS)}
    waits = "\n".join(
        f"async def {label}():\n    await {awaitable}"
        for awaitable, label in labels.items()
    )
    code = f"""
import asyncio
async def numbers():
    await asyncio.Event().wait()
    yield 1
def filled():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    return queue
async def locked():
    condition = asyncio.Condition()
    await condition.acquire()
    return condition
def another():
    return asyncio.create_task(asyncio.Event().wait())
async def serve_forever():
    server = await asyncio.start_server(print, "127.0.0.1", 0)
    listening.set()
    await server.serve_forever()
{waits}
async def main():
    global listening, task
    listening = asyncio.Event()
    task = asyncio.create_task(asyncio.Event().wait(), name="task")
    waits = [{", ".join(labels.values())}]
    waiters = [asyncio.create_task(one(), name=one.__name__) for one in waits]
    await listening.wait()
    await asyncio.sleep(0.01)
    for waiter in waiters:
        waiter.cancel()
asyncio.run(main())
"""
    outcome = interpreter.recorded(code)
    assert outcome.stderr == b""
    is_new = interpreter.python.minor >= (3, 12)
    for awaitable, words in _WAITS.items():
        expected = words if isinstance(words, str) else words[is_new]
        spans = outcome.lane(labels[awaitable]).spans
        waited = [span.waits_for for span in spans if span.state == "suspended"]
        assert waited[-1] == expected, awaitable


def test_threads_run_what_they_were_given(interpreter: Interpreter) -> None:
    code = """
import asyncio, contextvars, functools
def run(x):
    pass
class Job:
    def run(self, x):
        pass
async def main():
    loop = asyncio.get_running_loop()
    for call in (run, Job().run, functools.partial(run), contextvars.Context().run):
        await loop.run_in_executor(None, call, print if call is not run else 1)
    await loop.run_in_executor(None, functools.partial(Job().run, x=1))
    await asyncio.to_thread(run, 1)
    await asyncio.to_thread(functools.partial(run, 1))
asyncio.run(main())
"""
    outcome = interpreter.recorded(code)
    assert not outcome.trace.shortcoming
    names = [work.function for work in outcome.of(e.WorkBegins)]
    assert names == ["run", "run", "run", "print", "run", "run", "run"]
