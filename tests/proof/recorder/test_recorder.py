"""What is recorded of programs from their start to their end, and of which ones."""

import pytest

from proof.execution.sandbox import RECORDER
from proof.recording import events as e
from proof.recording.events import Event

from .interpreters import Interpreter


def test_what_the_program_writes_is_in_the_trace_as_it_was_written(
    interpreter: Interpreter,
) -> None:
    code = r"""
import sys
print("One")
sys.stderr.write("e\n")
sys.stdout.buffer.write(b"\xff\x00")
print("Two", flush=True)
"""
    outcome = interpreter.recorded(code)
    assert outcome.written("stdout") == outcome.stdout == b"One\n\xff\x00Two\n"
    assert outcome.written("stderr") == outcome.stderr == b"e\n"


def test_events_are_in_order_and_of_the_machines_clock(
    interpreter: Interpreter,
) -> None:
    code = """
import asyncio, time
print(time.monotonic())
async def main():
    print(time.monotonic())
asyncio.run(main())
print(time.monotonic())
"""
    outcome = interpreter.recorded(code)
    events = outcome.trace.events
    happened = (e.Armed, e.LoopStarted, e.Written, e.LoopStopped, e.MainEnded)
    times = [event.at for event in events if isinstance(event, happened)]
    assert times == sorted(times)
    assert times[-1] == events[-1].at
    assert 0 < outcome.trace.arming < 5
    said = [float(line) for line in outcome.stdout.split()]
    started = [event.at for event in outcome.of(e.LoopStarted)]
    stopped = [event.at for event in outcome.of(e.LoopStopped)]
    tick = 2e-6  # what is lost by writing six decimals
    assert said[0] - tick <= started[0] <= said[1] + tick
    assert said[1] - tick <= stopped[-1] <= said[2] + tick
    assert times[-1] >= said[2] - tick


_LOOPS = """
import asyncio, threading
print("run", end="")
asyncio.run(asyncio.sleep(0))
print("run_until_complete", end="")
loop = asyncio.new_event_loop()
loop.run_until_complete(asyncio.sleep(0))
print("run_forever", end="")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
print("in a thread", end="")
thread = threading.Thread(target=lambda: asyncio.run(asyncio.sleep(0)))
thread.start()
thread.join()
"""


def test_every_way_to_run_a_loop_is_seen_from_start_to_stop(
    interpreter: Interpreter,
) -> None:
    ways: list[list[type[Event]]] = []
    for event in interpreter.recorded(_LOOPS).trace.events:
        if isinstance(event, e.Written):
            ways.append([])
        elif isinstance(event, e.LoopStarted | e.LoopStopped):
            ways[-1].append(type(event))
    assert len(ways) == 4
    for way in ways:
        assert way
        assert way == [e.LoopStarted, e.LoopStopped] * (len(way) // 2)


def test_a_loop_that_fails_has_stopped_too(interpreter: Interpreter) -> None:
    code = "import asyncio\nasync def f(): 1 / 0\nasyncio.run(f())"
    kinds = interpreter.recorded(code).kinds
    assert kinds[-3:] == [e.LoopStopped, e.LongestStep, e.MainEnded]
    assert kinds.count(e.LoopStarted) == kinds.count(e.LoopStopped)


# What is recorded of a program that runs no loop.
_NOTHING: list[type[Event]] = [e.Armed, e.LongestStep, e.MainEnded]


@pytest.mark.parametrize(
    ("code", "kinds"),
    [
        pytest.param("print('One')", _NOTHING, id="no-loop"),
        pytest.param("raise ValueError", _NOTHING, id="exception"),
        pytest.param("import os\nos._exit(0)", [e.Armed], id="sudden-end"),
        pytest.param(
            "import asyncio, os\nasync def f(): os._exit(0)\nasyncio.run(f())",
            [e.Armed, e.LoopStarted],
            id="sudden-end-in-a-loop",
        ),
    ],
)
def test_an_end_is_recorded_as_far_as_it_came(
    interpreter: Interpreter, code: str, kinds: list[type[Event]]
) -> None:
    wanted = (e.LoopStarted, *_NOTHING)
    found = [kind for kind in interpreter.recorded(code).kinds if kind in wanted]
    assert found == kinds


def test_exit_handlers_of_the_program_come_before_its_end(
    interpreter: Interpreter,
) -> None:
    code = "import atexit\natexit.register(print, 'last words')"
    events = interpreter.recorded(code).trace.events
    kinds = [type(event) for event in events]
    assert kinds.index(e.Written) < kinds.index(e.MainEnded)


def test_the_recorder_imports_neither_asyncio_nor_the_project(
    interpreter: Interpreter,
) -> None:
    code = "import sys\nprint(' '.join(sorted(sys.modules)))"
    plain = set(interpreter.plain(code).stdout.decode().split())
    more = set(interpreter.recorded(code).stdout.decode().split()) - plain
    modules = {path.stem for path in RECORDER.glob("_proof_*.py")}
    assert modules
    assert modules <= more
    assert not any(
        name.split(".")[0] in {"asyncio", "selectors", "socket", "threading", "proof"}
        for name in more
    )


def test_who_never_imports_asyncio_has_nothing_of_it(interpreter: Interpreter) -> None:
    code = "import sys, json, threading\nprint('asyncio' in sys.modules)"
    assert interpreter.recorded(code).stdout == b"False\n"


def test_processes_that_the_program_starts_are_not_recorded(
    interpreter: Interpreter,
) -> None:
    inner = "import asyncio, os, sys; asyncio.run(asyncio.sleep(0));"
    inner += " print('PROOF_TRACE' in os.environ, 'PYTHONPATH' in os.environ,"
    inner += " [m for m in sys.modules if m.startswith('_proof')])"
    code = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {inner!r}])"
    outcome = interpreter.recorded(code)
    assert outcome.stdout == b"False False []\n"
    assert outcome.kinds == _NOTHING
    assert outcome.written("stdout") == b""


def test_a_fork_is_not_recorded(interpreter: Interpreter) -> None:
    code = """
import asyncio, os, sys
print("parent")
child = os.fork()
if not child:
    print("child")
    asyncio.run(asyncio.sleep(0))
    sys.exit(0)
os.waitpid(child, 0)
print("parent again")
"""
    outcome = interpreter.recorded(code)
    assert outcome.stdout == b"parent\nchild\nparent again\n"
    assert outcome.written("stdout") == b"parent\nparent again\n"
    assert [kind for kind in outcome.kinds if kind is not e.Prepared] == _NOTHING


def test_a_program_may_close_every_file(interpreter: Interpreter) -> None:
    code = "import os\nprint('One')\nos.closerange(3, 512)\nprint('Two')"
    outcome = interpreter.recorded(code)
    assert (outcome.stdout, outcome.status) == (b"One\nTwo\n", 0)
    assert outcome.written("stdout") == b"One\nTwo\n"


def test_what_it_opens_in_their_place_stays_its_own(interpreter: Interpreter) -> None:
    code = """
import os
os.closerange(3, 512)
mine = os.open("mine", os.O_CREAT | os.O_WRONLY)
for number in range(mine + 1, 512):
    os.dup2(mine, number)
print("One")
"""
    outcome = interpreter.recorded(code)
    assert outcome.stdout == b"One\n"
    assert (interpreter.folder / "mine").read_bytes() == b""


def test_the_machines_own_sitecustomize_is_still_imported(
    interpreter: Interpreter,
) -> None:
    own = interpreter.folder / "own"
    own.mkdir()
    (own / "sitecustomize.py").write_text("print('own', __name__, __file__)\n")
    code = "import sys, sitecustomize\nprint(sitecustomize.__file__, sys.path)"
    plain = interpreter.plain(code, PYTHONPATH=str(own))
    recorded = interpreter.recorded(code, PYTHONPATH=str(own))
    assert plain.stdout.startswith(b"own sitecustomize")
    assert recorded.stdout == plain.stdout
    assert recorded.stderr == plain.stderr
    assert recorded.kinds == _NOTHING


def test_one_that_fails_says_so_as_without(interpreter: Interpreter) -> None:
    own = interpreter.folder / "own"
    own.mkdir()
    (own / "sitecustomize.py").write_text("import there_is_no_such_module\n")
    plain = interpreter.plain("print('One')", PYTHONPATH=str(own))
    recorded = interpreter.recorded("print('One')", PYTHONPATH=str(own))
    assert b"there_is_no_such_module" in plain.stderr
    assert b"there_is_no_such_module" in recorded.stderr
    assert recorded.stdout == plain.stdout


def test_without_a_trace_file_nothing_is_recorded(interpreter: Interpreter) -> None:
    code = "import sys, asyncio\nasyncio.run(asyncio.sleep(0))\n"
    code += "print([m for m in sys.modules if m.startswith('_proof')])"
    assert interpreter.plain(code, PYTHONPATH=str(RECORDER)).stdout == b"[]\n"


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import importlib; importlib.import_module('asyncio')", id="late"),
        pytest.param(
            "import threading; t = threading.Thread(target=__import__,"
            " args=('asyncio',)); t.start(); t.join()",
            id="in-a-thread",
        ),
    ],
)
def test_loops_are_seen_however_asyncio_is_imported(
    interpreter: Interpreter, code: str
) -> None:
    code += "\nimport asyncio\nasyncio.run(asyncio.sleep(0))"
    assert e.LoopStarted in interpreter.recorded(code).kinds
