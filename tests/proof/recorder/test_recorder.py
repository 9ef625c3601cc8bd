"""The recorder changes nothing but the trace file, in every CPython it may meet."""

from pathlib import Path

import pytest

from proof.execution.sandbox import RECORDER

from .interpreters import Interpreter, interpreters


@pytest.fixture(params=interpreters(), ids=str)
def interpreter(request: pytest.FixtureRequest, tmp_path: Path) -> Interpreter:
    return Interpreter(request.param, tmp_path)


_PROGRAMS = {
    "who-it-is": """
import os, sys
print(__name__, __file__, __spec__, __doc__, sorted(globals()))
print(sys.argv, sys.path, sys.flags, sys.gettrace(), sys.getprofile())
print(sorted(os.environ.items()), os.getcwd())
print(sys.excepthook is sys.__excepthook__, sys.displayhook is sys.__displayhook__)
""",
    "its-streams": """
import io, sys
for stream in sys.stdin, sys.stdout, sys.stderr:
    print(repr(stream), type(stream), stream.encoding, stream.errors, stream.newlines)
    print(stream.line_buffering, stream.fileno(), stream.isatty(), stream.closed)
    print(stream.readable(), stream.writable(), stream.seekable(), stream.name)
for stream in sys.stdout, sys.stderr:
    print(isinstance(stream.buffer, io.FileIO), stream.buffer.name)
    print(getattr(stream, "write_through", None), stream.mode, stream.buffer.mode)
print(sys.stdout is sys.__stdout__, sys.stderr is sys.__stderr__)
""",
    "what-it-writes": r"""
import os, sys
print("One", end="")
print("é 日本", "\r\n", "\x00")
sys.stdout.buffer.write(b"caf\xe9\n")
sys.stdout.writelines(["a\n", "b\n"])
print(sys.stdout.write("four"), sys.stdout.buffer.write(b"xy\n"))
os.write(1, b"past us\n")
sys.stderr.write("e")
sys.stderr.flush()
print("to stderr", file=sys.__stderr__)
""",
    "what-cannot-be-written": r"""
import sys
try:
    print("\udce9")
except UnicodeEncodeError as error:
    print(error)
print("\udce9", file=sys.stderr)
try:
    sys.stdout.write(b"x")
except TypeError as error:
    print(error)
sys.stdout.reconfigure(encoding="latin-1", errors="replace")
print("é 日本")
""",
    "an-exception": """
def fail():
    raise ValueError("no such thing")
try:
    fail()
except ValueError as error:
    raise KeyError("second") from error
""",
    "exceptions-in-a-loop": """
import asyncio
async def fail():
    raise ValueError("no such thing")
async def main():
    lost = asyncio.ensure_future(fail())
    await asyncio.sleep(0)
    del lost
    inner = asyncio.sleep(0)
    try:
        asyncio.run(inner)
    except RuntimeError as error:
        print(error)
    inner.close()
    await asyncio.gather(fail(), fail())
asyncio.run(main())
""",
    "a-syntax-error": "def f(:\n    pass\n",
    "warnings": """
import warnings
warnings.warn("of the program")
warnings.warn("of its author", DeprecationWarning)
print(warnings.filters)
async def f():
    pass
f()
warnings.simplefilter("always")
open(__file__)
""",
    "an-interrupt": "raise KeyboardInterrupt",
    "an-end-in-words": """
import atexit, sys
atexit.register(print, "first")
atexit.register(print, "last")
sys.exit("that was it")
""",
    "a-sudden-end": "import os; print('One'); os._exit(4)",
    "a-signal": "import os; print('One'); os.kill(os.getpid(), 9)",
    "a-closed-stdout": """
import sys
sys.stdout.close()
print("lost")
""",
    "another-stdout": """
import contextlib, io, os, sys
with contextlib.redirect_stdout(io.StringIO()) as kept:
    print("kept")
print(repr(kept.getvalue()))
sys.stdout = open(1, "w", closefd=False)
print("its own")
""",
    "all-files-closed": """
import os
os.closerange(3, 512)
files = [os.open(__file__, os.O_RDONLY) for _ in range(4)]
print(files)
""",
    "finders-of-its-own": """
import sys
print(len([f for f in sys.meta_path if type(f).__module__.startswith("_proof")]) < 2)
sys.meta_path[:] = [f for f in sys.meta_path if isinstance(f, type)]
import asyncio
asyncio.run(asyncio.sleep(0))
""",
    "a-reloaded-module": """
import importlib, asyncio.events
print(vars(asyncio.events.__loader__).keys())
importlib.reload(asyncio.events)
asyncio.run(asyncio.sleep(0))
""",
}


@pytest.mark.parametrize("code", _PROGRAMS.values(), ids=_PROGRAMS.keys())
def test_a_program_does_what_it_does_without(
    interpreter: Interpreter, code: str
) -> None:
    plain, recorded = interpreter.plain(code), interpreter.recorded(code)
    assert recorded.stdout == plain.stdout
    assert recorded.stderr == plain.stderr
    assert recorded.status == plain.status
    assert recorded.events[0] == "armed"


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
    happened = ("armed", "loop_started", "written", "loop_stopped", "main_ended")
    times = [event.at for event in events if event.name in happened]
    assert times == sorted(times)
    assert times[-1] == events[-1].at
    assert 0 < outcome.trace.arming < 5
    said = [float(line) for line in outcome.stdout.split()]
    started = [event.at for event in outcome.named("loop_started")]
    stopped = [event.at for event in outcome.named("loop_stopped")]
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
    told = ("loop_started", "loop_stopped", "written")
    events = interpreter.recorded(_LOOPS).trace.events
    assert (events[0].name, events[-1].name) == ("armed", "main_ended")
    text = " ".join(event.name for event in events if event.name in told)
    ways = [way.split() for way in text.split("written")[1:]]
    assert len(ways) == 4
    for way in ways:
        assert way
        assert way == ["loop_started", "loop_stopped"] * (len(way) // 2)


def test_a_loop_that_fails_has_stopped_too(interpreter: Interpreter) -> None:
    code = "import asyncio\nasync def f(): 1 / 0\nasyncio.run(f())"
    events = interpreter.recorded(code).events
    assert [e for e in events if e != "forgotten"][-3:] == [
        "loop_stopped",
        "longest_step",
        "main_ended",
    ]
    assert events.count("loop_started") == events.count("loop_stopped")


# What is told of a program that runs no loop.
_NOTHING = ["armed", "longest_step", "main_ended"]


@pytest.mark.parametrize(
    ("code", "events"),
    [
        pytest.param("print('One')", _NOTHING, id="no-loop"),
        pytest.param("raise ValueError", _NOTHING, id="exception"),
        pytest.param("import os\nos._exit(0)", ["armed"], id="sudden-end"),
        pytest.param(
            "import asyncio, os\nasync def f(): os._exit(0)\nasyncio.run(f())",
            ["armed", "loop_started"],
            id="sudden-end-in-a-loop",
        ),
    ],
)
def test_an_end_is_told_as_far_as_it_came(
    interpreter: Interpreter, code: str, events: list[str]
) -> None:
    told = ("loop_started", *_NOTHING)
    assert [e for e in interpreter.recorded(code).events if e in told] == events


def test_exit_handlers_of_the_program_come_before_its_end(
    interpreter: Interpreter,
) -> None:
    code = "import atexit\natexit.register(print, 'last words')"
    kinds = [event.name for event in interpreter.recorded(code).trace.events]
    assert kinds.index("written") < kinds.index("main_ended")


def test_the_recorder_imports_neither_asyncio_nor_anything_of_ours(
    interpreter: Interpreter,
) -> None:
    code = "import sys\nprint(' '.join(sorted(sys.modules)))"
    plain = set(interpreter.plain(code).stdout.decode().split())
    more = set(interpreter.recorded(code).stdout.decode().split()) - plain
    ours = {path.stem for path in RECORDER.glob("_proof_*.py")}
    assert ours
    assert ours <= more
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
    assert outcome.events == _NOTHING
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
    assert [event for event in outcome.events if event != "prepared"] == _NOTHING


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
    assert recorded.events == _NOTHING


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
    assert "loop_started" in interpreter.recorded(code).events
