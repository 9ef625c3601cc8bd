"""What goes wrong in the recorder costs the timeline, never the program."""

import zipfile
from pathlib import Path

import pytest

from proof.recording import events as e

from .interpreters import Interpreter

_ALARMS = {
    "timers": "asyncio.get_running_loop().call_later(60, print)",
    "tasks": "asyncio.get_running_loop().create_task(nothing())",
    "lines": "print(end='.')",
}


@pytest.mark.parametrize("what", _ALARMS.values(), ids=_ALARMS.keys())
def test_what_a_signal_handler_raises_reaches_the_program(
    interpreter: Interpreter, what: str
) -> None:
    code = f"""
import asyncio, os, signal, time
class TooLong(Exception):
    pass
def on_alarm(*_):
    raise TooLong
signal.signal(signal.SIGALRM, on_alarm)
async def nothing():
    pass
def work():
    signal.setitimer(signal.ITIMER_REAL, 0.005)
    since = time.monotonic()
    while time.monotonic() - since < 2:
        {what}
async def main():
    caught = 0
    for _ in range(20):
        try:
            work()
        except TooLong:
            caught += 1
    print("caught", caught)
    os._exit(0)
asyncio.run(main())
"""
    outcome = interpreter.recorded(code)
    assert outcome.stdout.endswith(b"caught 20\n")
    assert not outcome.trace.is_damaged
    assert not outcome.of(e.RecorderFailed)


_CHANGED = {
    "an-argument-with-another-name": ("create_task", "coro", "coroutine_or_other"),
    "no-statement-that-selects": ("_run_once", "self._selector.select", "self._ask"),
    "a-method-that-is-not-there": ("call_at", "def call_at", "def call_when"),
}


@pytest.mark.parametrize(
    ("method", "old", "new"), _CHANGED.values(), ids=_CHANGED.keys()
)
def test_another_asyncio_costs_the_timeline_only(
    interpreter: Interpreter, method: str, old: str, new: str
) -> None:
    """A loader that changes the source stands for a Python that nobody knows."""
    code = f"""
import importlib.abc, importlib.machinery, re, sys
class Loader(importlib.machinery.SourceFileLoader):
    def get_data(self, path):
        data = super().get_data(path)
        if path.endswith("base_events.py"):
            text = data.decode()
            begin = text.index("    def {method}(")
            end = text.index("\\n    def ", begin)
            body = text[begin:end].replace({old!r}, {new!r})
            text = text[:begin] + body + text[end:]
            text = text.replace("        timer = self.call_at(", "        timer = self."
                + ("call_when(" if {method!r} == "call_at" else "call_at("))
            text = text.replace("class BaseEventLoop(events.AbstractEventLoop):",
                "class BaseEventLoop(events.AbstractEventLoop):\\n"
                "    def _ask(self, timeout): return self._selector.select(timeout)\\n")
            return text.encode()
        return data
    def get_code(self, name):
        return self.source_to_code(self.get_data(self.path), self.path)
find_spec = importlib.machinery.PathFinder.find_spec
def changed(name, path=None, target=None):
    spec = find_spec(name, path, target)
    if name == "asyncio.base_events":
        spec.loader = Loader(name, spec.origin)
    return spec
importlib.machinery.PathFinder.find_spec = changed
import asyncio
async def child():
    await asyncio.sleep(0.001)
    print("One")
async def main():
    await asyncio.create_task(child())
asyncio.run(main())
"""
    outcome = interpreter.recorded(code)
    assert (outcome.stdout, outcome.stderr, outcome.status) == (b"One\n", b"", 0)
    assert outcome.history.lanes == ()
    assert outcome.history.shortcoming.startswith(
        "the recorder could not follow this program ("
    )
    assert outcome.trace.longest_step(0.0) is None


def _zipped(interpreter: Interpreter, suffix: str) -> Path:
    """A zip file with asyncio in it, as sources or compiled."""
    archive = interpreter.folder / "library.zip"
    interpreter.plain(
        f"import asyncio, compileall, os, py_compile, zipfile\n"
        f"folder = os.path.dirname(asyncio.__file__)\n"
        f"with zipfile.PyZipFile({str(archive)!r}, 'w') as archive:\n"
        f"    for name in os.listdir(folder):\n"
        f"        path = os.path.join(folder, name)\n"
        f"        if name.endswith('.py') and {suffix!r} == '.py':\n"
        f"            archive.write(path, 'asyncio/' + name)\n"
        f"        elif name.endswith('.py'):\n"
        f"            compiled = os.path.join('compiled', name)\n"
        f"            py_compile.compile(path, compiled)\n"
        f"            archive.write(compiled, 'asyncio/' + name + 'c')\n"
    )
    with zipfile.ZipFile(archive) as made:
        assert f"asyncio/tasks{suffix}" in made.namelist()
    return archive


@pytest.mark.parametrize(("suffix", "is_followed"), [(".py", True), (".pyc", False)])
def test_sources_may_be_in_a_zip_file_or_nowhere(
    interpreter: Interpreter, suffix: str, *, is_followed: bool
) -> None:
    archive = _zipped(interpreter, suffix)
    code = f"""
import sys
sys.path.insert(0, {str(archive)!r})
import asyncio
assert "library.zip" in asyncio.__file__
async def main():
    await asyncio.sleep(0.001)
    print("One")
asyncio.run(main())
"""
    outcome = interpreter.recorded(code)
    assert (outcome.stdout, outcome.stderr, outcome.status) == (b"One\n", b"", 0)
    assert ([lane.label for lane in outcome.history.lanes] == ["main"]) == is_followed
    assert (outcome.history.shortcoming == "") == is_followed


_FULL_DISK = """
import asyncio, errno, _proof_file
def full(*_):
    raise OSError(errno.ENOSPC, "No space left on device")
_proof_file._allocate = full
async def main():
    for _ in range(5000):
        await asyncio.sleep(0)
    print("One")
asyncio.run(main())
"""


def test_a_full_disk_stops_the_recording_not_the_program(
    interpreter: Interpreter,
) -> None:
    outcome = interpreter.recorded(_FULL_DISK)
    assert (outcome.stdout, outcome.stderr, outcome.status) == (b"One\n", b"", 0)
    (stop,) = outcome.of(e.RecordingStopped)
    assert stop.reason == "No space left on device"
    assert "recording stopped" in outcome.history.shortcoming
    assert not outcome.trace.is_damaged
    # How long it took is still known, and how long the loop was held.
    assert outcome.kinds[-1] is e.MainEnded
    assert outcome.trace.longest_step(0.0)
    (started, stopped) = (outcome.of(e.LoopStarted)[0], outcome.of(e.LoopStopped)[-1])
    assert started.at < stop.at < stopped.at == outcome.trace.end


def test_without_any_space_the_program_runs_unrecorded(
    interpreter: Interpreter,
) -> None:
    missing = str(interpreter.folder / "nowhere" / "trace")
    process = interpreter.start_recorded("print('One')", {"PROOF_TRACE": missing})
    outcome = interpreter.finish(process)
    assert (outcome.stdout, outcome.stderr, outcome.status) == (b"One\n", b"", 0)
    assert outcome.trace.armed_at is None


def test_deep_recursion_is_no_failure_of_the_recorder(
    interpreter: Interpreter,
) -> None:
    code = """
import sys
def down():
    print(end="x")
    down()
try:
    down()
except RecursionError:
    print("deep enough")
"""
    outcome = interpreter.recorded(code)
    assert outcome.stdout.endswith(b"deep enough\n")
    assert not outcome.trace.shortcoming
