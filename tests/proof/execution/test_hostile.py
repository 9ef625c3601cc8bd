"""Programs that harm whoever runs them: told clearly, ended in time, nothing left.

They are executed all at once, in a checkout whose path is hostile too.
"""

import contextlib
import functools
import os
import signal
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import html5lib
import psutil
import pytest

from proof.checking.differences import differences
from proof.checking.result import check
from proof.execution.runner import run_all
from proof.gate.load import load_snippets
from proof.project import Project
from proof.rendering.figure import snippet_figure
from proof.runs.run import Run
from proof.snippets.snippet import Snippet

IS_LINUX: Final = sys.platform == "linux"
# A process that a program leaves behind. It carries the path of the program, by which
# the tests know it again even where nothing else of its origin is left.
LEFT: Final = '[sys.executable, "-c", "import time; time.sleep(60)", __file__]'

TIMEOUT: Final = "did not end within its timeout of 1 s and was stopped"
LEFTOVERS: Final = "left processes running"
FLOOD: Final = "printed more than 1024 KiB and was stopped"


@dataclass(frozen=True)
class Program:
    """A program, what must be said of it, and what it claims.

    An empty `told` means that it must do as claimed.
    """

    code: str
    told: str = ""
    claims: str = "Output: anything"
    timeout: int = 20
    needs_linux: str = ""


def fails(told: str, code: str, *, timeout: int = 20, needs_linux: str = "") -> Program:
    """A program that must fail, with these words."""
    return Program(code, told, timeout=timeout, needs_linux=needs_linux)


def works(claims: str, code: str) -> Program:
    """A program that must do as claimed."""
    return Program(code, claims=claims)


def prints(output: str, code: str) -> Program:
    """A program that must print this, and nothing else."""
    return works("Output:\n" + "".join(f"    {x}\n" for x in output.split("\n")), code)


DAEMON: Final = """
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork():
        os._exit(0)
    {then}
    time.sleep(60)
    os._exit(0)
os.wait()
"""
BOMB: Final = """
import os, time
for _ in range(7):
    os.fork()
    {then}
time.sleep(60)
"""

PROGRAMS: Final[Mapping[str, Program]] = {
    # It does not end.
    "endless_loop": fails(TIMEOUT, "while True: pass", timeout=1),
    "endless_await": fails(
        TIMEOUT, "import asyncio\nasyncio.run(asyncio.Event().wait())", timeout=1
    ),
    "ignores_every_polite_signal": fails(
        TIMEOUT,
        """
import signal, time
for number in signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT:
    signal.signal(number, signal.SIG_IGN)
time.sleep(60)
""",
        timeout=1,
    ),
    "stops_itself": fails(
        TIMEOUT, "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)", timeout=1
    ),
    "thread_never_ends": fails(
        TIMEOUT,
        "import threading, time\nthreading.Timer(60, print).start()",
        timeout=1,
    ),
    "closes_every_file_and_stays": fails(
        TIMEOUT, "import os, time\nos.closerange(0, 4096)\ntime.sleep(60)", timeout=1
    ),
    "forks_and_forks": fails(TIMEOUT, BOMB.format(then=""), timeout=1),
    "forks_away_and_away": fails(
        TIMEOUT,
        BOMB.format(then="os.getpid() == os.getsid(0) or os.setsid()"),
        timeout=1,
    ),
    # It ends otherwise than claimed.
    "exits_at_once": fails("exit status 3", "import os\nprint(1)\nos._exit(3)"),
    "exits_with_255": fails("exit status 255", "import sys\nsys.exit(255)"),
    "exits_with_a_text": fails("exit status 1", "import sys\nsys.exit('sorry')"),
    "exits_in_a_task": fails(
        "exit status 4",
        """
import asyncio
async def leave():
    raise SystemExit(4)
async def main():
    await asyncio.gather(leave(), asyncio.sleep(60))
asyncio.run(main())
""",
    ),
    "interrupts_itself": fails("signal SIGINT", "raise KeyboardInterrupt"),
    "dies_by_signal": fails(
        "signal SIGTERM", "import os, signal\nos.kill(os.getpid(), signal.SIGTERM)"
    ),
    "dies_by_nameless_signal": fails(
        "signal 40",
        "import os\nos.kill(os.getpid(), 40)",
        needs_linux="only Linux has signals without a name",
    ),
    "kills_its_group": fails("signal SIGKILL", "import os\nos.killpg(0, 9)"),
    "reads_where_nothing_is": fails("signal SIG", "import ctypes\nctypes.string_at(1)"),
    "recurses_to_death": fails(
        "ended with",
        """
import sys
sys.setrecursionlimit(10**9)
class Again:
    def __repr__(self):
        return repr(self)
repr(Again())
""",
    ),
    "takes_all_memory": fails(
        "exit status 1",
        "taken = []\nwhile True: taken.append(bytes(2**28))",
        needs_linux="elsewhere no limit of memory can be set",
    ),
    "writes_a_huge_file": fails(
        "exit status 1",
        "with open('x', 'wb') as x:\n    x.seek(2**40)\n    x.write(b'x')",
    ),
    "reads_its_input": fails("exit status 1", "input()"),
    "fails_while_printing": fails(
        "exit status 1",
        "class Shy:\n    def __str__(self): raise ValueError('no')\nprint(Shy())",
    ),
    "no_python_at_all": fails("exit status 1", "def f(:\n    pass"),
    "imports_what_is_missing": fails("exit status 1", "import not_there_at_all"),
    "fails_in_a_thread": fails(
        "stderr is not empty",
        "import threading\nthreading.Thread(target=lambda: 1 / 0).start()",
    ),
    # What it prints cannot be shown.
    "hundred_megabytes": fails(FLOOD, "for _ in range(100): print('x' * 2**20)"),
    "a_little_too_much": fails(FLOOD, "print('x' * (2**20 + 2**14))"),
    "no_utf8": fails(
        "not UTF-8 (line 2 of stdout)",
        "import os\nos.write(1, b'fine\\nbroken \\xff\\xfe\\n')",
    ),
    "surrogates": fails("not UTF-8 (line 1 of stdout)", "print('\\udcff')"),
    # It leaves something behind.
    "child_holds_the_pipe": fails(
        LEFTOVERS, f"import subprocess, sys\nsubprocess.Popen({LEFT})"
    ),
    "child_of_another_group": fails(
        LEFTOVERS,
        f"import os, subprocess, sys\nsubprocess.Popen({LEFT}, process_group=0)",
    ),
    "daemon": fails(LEFTOVERS, DAEMON.format(then="os.chdir('/')")),
    "silent_daemon": fails(LEFTOVERS, DAEMON.format(then="os.closerange(0, 64)")),
    "daemon_of_unknown_origin": fails(
        LEFTOVERS,
        f"""
import subprocess, sys
nowhere = subprocess.DEVNULL
subprocess.Popen({LEFT}, env={{}}, cwd="/", start_new_session=True,
                 stdin=nowhere, stdout=nowhere, stderr=nowhere)
""",
        needs_linux="elsewhere the limits of other processes cannot be read",
    ),
    # It meddles with us.
    "writes_into_every_file": fails(
        "wrote into a file of the recorder",
        """
import os
for number in range(3, 300):
    try:
        os.write(number, b'x\\n[]\\n{"event": "loop_started", "at": "x"}\\n')
    except OSError:
        pass
""",
    ),
    # What ends a little later than its parent is no failure.
    "child_ends_a_little_later": prints(
        "One",
        "import subprocess\nsubprocess.Popen(['sleep', '0.2'])\nprint('One')",
    ),
    "pool_is_never_closed": prints(
        "[0, 1, 4]",
        """
import multiprocessing
def square(x):
    return x * x
if __name__ == "__main__":
    pool = multiprocessing.get_context("fork").Pool(2)
    print(pool.map(square, range(3)))
""",
    ),
    "resource_tracker": prints(
        "[0, 1, 4]",
        """
import multiprocessing
def square(x):
    return x * x
if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        print(pool.map(square, range(3)))
""",
    ),
    "process_pool_under_a_loop": prints(
        "1024",
        """
import asyncio
from concurrent.futures import ProcessPoolExecutor
async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(1) as pool:
        print(await loop.run_in_executor(pool, pow, 2, 10))
if __name__ == "__main__":
    asyncio.run(main())
""",
    ),
    "daemon_thread_never_ends": prints(
        "One",
        """
import threading, time
threading.Thread(target=time.sleep, args=[60], daemon=True).start()
print("One")
""",
    ),
    # Odd ways of printing.
    "raw_and_through_others": prints(
        "One\nTwo\nThree\nFour\nFive",
        """
import os, subprocess
print("One")
os.write(1, b"Two\\n")
os.system("echo Three")
subprocess.run(["echo", "Four"])
print("Five")
""",
    ),
    "forks_and_both_print": works(
        "Unordered output:\n    before\n    child\n    parent",
        """
import os, sys
print("before")
pid = os.fork()
sys.stdout.write("parent\\n" if pid else "child\\n")
if pid:
    os.wait()
""",
    ),
    "stdout_is_none": prints(
        "One", "import sys\nprint('One')\nsys.stdout = None\nprint('Two')"
    ),
    "stdout_is_another": prints(
        "One",
        """
import io, sys
sys.stdout = io.StringIO()
print("One", end="")
taken = sys.stdout.getvalue()
with open(1, "w", closefd=False) as sys.stdout:
    print(taken)
""",
    ),
    "writes_to_the_buffer": prints(
        "One\nTwo",
        "import sys\nsys.stdout.buffer.write(b'One\\nTw')\nprint('o')",
    ),
    "no_final_newline": prints("One", "print('One', end='')"),
    "carriage_returns": prints("1%...2%\nOne", "print('1%\\r2%\\nOne\\r')"),
    "null_bytes": prints("a...b", "print('a\\0b')"),
    "one_long_line": prints("x...x", "print('x' * 900 * 1024)"),
    "many_short_lines": prints(
        "ab\n...\nab", "for _ in range(99_999): print('ab\\n', end='')"
    ),
    "prints_in_a_signal_handler": prints(
        "...\nDone",
        """
import signal, time
signal.signal(signal.SIGALRM, lambda *_: print("alarm"))
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
end = time.monotonic() + 0.2
while time.monotonic() < end:
    for _ in range(20):
        print("tick")
    time.sleep(0.01)
signal.setitimer(signal.ITIMER_REAL, 0)
print("Done")
""",
    ),
    "prints_at_the_very_end": prints(
        "atexit\ndel",
        """
import atexit
atexit.register(print, "atexit")
class Late:
    def __del__(self):
        print("del")
late = Late()
""",
    ),
    "closes_its_output": prints(
        "One", "import os\nprint('One')\nos.close(1)\nos.close(2)"
    ),
    "closes_everything": prints(
        "One",
        """
import asyncio, os
print("One")
os.closerange(0, 4096)
asyncio.run(asyncio.sleep(0))
""",
    ),
    # Odd ways of living.
    "exits_with_256": works("Exits: 0", "import sys\nsys.exit(256)"),
    "removes_its_folder": prints(
        "One",
        """
import os, shutil
folder = os.getcwd()
os.chdir("/")
shutil.rmtree(folder)
print("One")
""",
    ),
    "removes_its_home": prints(
        "One",
        """
import asyncio, os, shutil
shutil.rmtree(os.environ["HOME"])
asyncio.run(asyncio.sleep(0))
print("One")
""",
    ),
    "nests_folders": prints(
        "One",
        """
import os
for _ in range(1500):
    os.mkdir("x")
    os.chdir("x")
print("One")
""",
    ),
    "locks_its_folder": prints(
        "One",
        """
import os
os.mkdir("x")
open("x/y", "w").close()
os.chmod("x", 0)
os.chmod(".", 0)
print("One")
""",
    ),
    "may_write_no_file": prints(
        "One",
        """
import asyncio, resource
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
asyncio.run(asyncio.sleep(0))
print("One")
""",
    ),
    "may_open_no_file": prints(
        "One",
        """
import resource
resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
print("One")
""",
    ),
    "cannot_leave_its_session": prints(
        "PermissionError\nPermissionError\nTrue",
        """
import os
for leave in os.setsid, lambda: os.setpgid(0, 0):
    try:
        leave()
    except OSError as error:
        print(type(error).__name__)
print(os.getpid() == os.getpgid(0) == os.getsid(0))
""",
    ),
    "ignores_its_children": prints(
        "0",
        """
import signal, subprocess
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
print(subprocess.run(["true"]).returncode)
""",
    ),
    "becomes_another_program": prints(
        "One\nTwo", "import os\nprint('One')\nos.execvp('echo', ['echo', 'Two'])"
    ),
    "has_other_finders": prints(
        "One",
        """
import sys
class Finder:
    finders = list(sys.meta_path)
    def find_spec(self, *asked):
        found = (finder.find_spec(*asked) for finder in self.finders)
        return next((spec for spec in found if spec), None)
sys.meta_path[:] = [Finder()]
import asyncio
asyncio.run(asyncio.sleep(0))
print("One")
""",
    ),
    "traces_itself": prints(
        "One",
        """
import asyncio, sys
sys.settrace(lambda *_: None)
asyncio.run(asyncio.sleep(0))
print("One")
""",
    ),
    "runs_loops_in_threads": prints(
        "One",
        """
import asyncio, threading
def run():
    asyncio.run(asyncio.sleep(0.01))
threads = [threading.Thread(target=run) for _ in range(3)]
for thread in threads:
    thread.start()
run()
for thread in threads:
    thread.join()
print("One")
""",
    ),
    "never_stops_a_loop": prints(
        "One",
        """
import asyncio, threading
loop = asyncio.new_event_loop()
threading.Thread(target=loop.run_forever, daemon=True).start()
asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01), loop).result()
print("One")
""",
    ),
    # Odd names.
    "grüße_λ": prints("größe 1", "größe = 1\nprint('größe', größe)"),
    'it\'s "odd" $HOME;\nand new': prints("One", "print('One')"),
    "markup": prints(
        "```\n~~~\n# No heading\n<script>alert(1)</script>\n</code></pre>&amp;<b>",
        """
print("```", "~~~", "# No heading", "<script>alert(1)</script>", sep="\\n")
print("</code></pre>&amp;<b>")
""",
    ),
}
# What a program can easily see of how it is run.
SELF_PORTRAIT: Final = """
import os, resource, signal, sys, threading
print(sys.argv, __file__, __name__, __spec__, __builtins__)
print(sys.flags, sys.path, sys.warnoptions, sys.orig_argv)
print(os.environ, os.getcwd(), os.listdir(), os.umask(0))
print(sys.stdout, sys.stderr, sys.stdin, sys.stdout is sys.__stdout__)
for name in "encoding", "errors", "line_buffering", "write_through", "newlines":
    print(name, getattr(sys.stdout, name), getattr(sys.stderr, name))
print(sys.stdout.fileno(), sys.stderr.isatty(), sys.stdout.mode, sys.stderr.name)
print("asyncio" in sys.modules, "sitecustomize" in sys.modules)
print(sys.gettrace(), sys.getprofile(), threading.active_count(), sys.excepthook)
print([(number, signal.getsignal(number)) for number in signal.Signals])
print(os.open("/dev/null", os.O_RDONLY))
print(resource.getrlimit(resource.RLIMIT_NOFILE))
raise KeyError("the end")
"""
# When it wrote its lines, by its own clock; zero is where its loop starts.
CLOCK: Final = """
import asyncio, os, sys, time
async def main():
    zero = time.monotonic()
    for turn in range(4):
        await asyncio.sleep(0.05)
        stream = sys.stderr if turn % 2 else sys.stdout
        print(f"{time.monotonic() - zero:.4f} printed", file=stream)
        os.write(1, f"{time.monotonic() - zero:.4f} raw\\n".encode())
asyncio.run(main())
"""
PROOF_RUN: Final = (
    sys.executable,
    "-c",
    "from proof.cli.main import main; main()",
    "run",
)

FAILING: Final = [name for name, program in PROGRAMS.items() if program.told]
WORKING: Final = [name for name, program in PROGRAMS.items() if not program.told]


def text(program: Program) -> str:
    """The snippet that a program makes."""
    claims = "".join(f"# {line}\n" for line in program.claims.strip("\n").split("\n"))
    return (
        f"# /// script\n# [tool.proof]\n# timeout = {program.timeout}\n# ///\n"
        f'"""It is hostile."""\n{program.code.strip()}\n\n\n# Proof:\n{claims}'
    )


def checkout(root: Path, files: Mapping[str, str]) -> Project:
    """A checkout with snippets of these names and texts."""
    for name, content in files.items():
        path = root / "snippets" / "hostile" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())
    (root / "mkdocs.yml").touch()
    (root / "requirements-snippets.txt").touch()
    return Project(root)


def snippet_named(project: Project, name: str) -> Snippet:
    """One of the snippets of a checkout."""
    return Snippet.load(project, f"hostile/{name}.py")


def told(snippet: Snippet, run: Run) -> str:
    """All that is said about a run."""
    return "\n".join(difference.message for difference in differences(snippet, run))


def execute(folder: Path, program: Program) -> tuple[Snippet, Run]:
    """Execute one program in a checkout of its own."""
    project = checkout(folder, {"program": text(program)})
    snippet = snippet_named(project, "program")
    (run,) = run_all(project, [snippet]).runs
    return snippet, run


def again_if_slow(test: Callable[[Path], None]) -> Callable[[Path], None]:
    """Give a test that measures time more chances on a busy machine."""

    @functools.wraps(test)
    def tried(tmp_path: Path) -> None:
        for _ in range(4):
            with contextlib.suppress(AssertionError):
                return test(tmp_path)
        return test(tmp_path)

    return tried


def running(mark: str) -> list[str]:
    """Command lines of live processes that hold a text."""
    found = []
    for process in psutil.process_iter(["cmdline", "status"]):
        line = " ".join(process.info["cmdline"] or ())
        if mark in line and process.info["status"] != psutil.STATUS_ZOMBIE:
            found.append(line)
    return found


def until(is_so: Callable[[], object], seconds: float = 10) -> bool:
    """Wait for something, but not for ever."""
    deadline = time.monotonic() + seconds
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.01)
    return bool(is_so())


@dataclass(frozen=True)
class Batch:
    """What came of executing all programs at once."""

    project: Project
    runs: Mapping[str, Run]
    took: float
    left_running: list[str]
    left_in_temporary_folder: list[str]

    def told(self, name: str) -> str:
        """All that is said about a program."""
        return told(snippet_named(self.project, name), self.runs[name])


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Batch]:
    """All programs, executed."""
    programs = {
        name: program
        for name, program in PROGRAMS.items()
        if IS_LINUX or not program.needs_linux
    }
    folder = tmp_path_factory.mktemp("hostile")
    root = folder.resolve() / "chéck out 'ü'"
    project = checkout(root, {name: text(p) for name, p in programs.items()})
    temporary = folder / "tmp"
    temporary.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(temporary))
        began = time.monotonic()
        made = run_all(project, [snippet_named(project, name) for name in programs])
        yield Batch(
            project,
            dict(zip(programs, made.runs, strict=True)),
            time.monotonic() - began,
            running(str(root)),
            sorted(os.listdir(temporary)),  # noqa: PTH208 (pathlib cannot go deep)
        )


@pytest.mark.parametrize("name", FAILING)
def test_failure_is_told_in_a_sentence(batch: Batch, name: str) -> None:
    if name not in batch.runs:
        pytest.skip(PROGRAMS[name].needs_linux)
    assert PROGRAMS[name].told in batch.told(name)


@pytest.mark.parametrize("name", FAILING)
def test_failure_comes_in_time(batch: Batch, name: str) -> None:
    if name not in batch.runs:
        pytest.skip(PROGRAMS[name].needs_linux)
    run = batch.runs[name]
    # All are executed at once, by a runner that wants its share of the processor too.
    assert max(run.recorded.wall, run.control.wall) < PROGRAMS[name].timeout + 10


@pytest.mark.parametrize("name", WORKING)
def test_what_is_only_odd_works(batch: Batch, name: str) -> None:
    assert not batch.told(name)


def test_nothing_is_left_running(batch: Batch) -> None:
    assert not batch.left_running


def test_nothing_is_left_in_the_temporary_folder(batch: Batch) -> None:
    assert not batch.left_in_temporary_folder


@pytest.mark.parametrize(
    "name", ["markup", "null_bytes", "carriage_returns", "no_utf8", "no_python_at_all"]
)
def test_output_is_shown_as_text(batch: Batch, name: str) -> None:
    snippet, run = snippet_named(batch.project, name), batch.runs[name]
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(
        f"<div>{snippet_figure(check(snippet, run))}</div>"
    )
    shown = ["".join(line.itertext()) for line in tree.iterfind(".//*[@data-at]")]
    expected = [line.text.translate({0: "␀", 13: "␍"}) + "\n" for line in run.lines]
    assert shown == expected
    assert not list(tree.iter("script"))


def test_crlf_line_ends_work(tmp_path: Path) -> None:
    program = prints("One\nTwo", "print('One')\nprint('Two')")
    content = text(program).replace("\n", "\r\n")
    project = checkout(tmp_path, {"crlf": content})
    snippet = snippet_named(project, "crlf")
    (run,) = run_all(project, [snippet]).runs
    assert not told(snippet, run)


def test_no_claims_and_missing_dependencies_are_told(tmp_path: Path) -> None:
    needs = '# /// script\n# dependencies = ["not-there"]\n# ///\n'
    project = checkout(
        tmp_path,
        {
            "claims_nothing": '"""It claims nothing."""\n',
            "needs": needs + '"""It needs."""\n\n\n# Proof:\n# Exits: 0\n',
        },
    )
    found = load_snippets(project, project.snippet_names()).errors
    first, second = sorted(problem.message for problem in found)
    assert first.startswith("it claims nothing")
    assert "requirements-snippets.txt does not pin" in second


def test_both_executions_are_the_same_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("PYTHONWARNINGS", "error")
    monkeypatch.setenv("PYTHONASYNCIODEBUG", "1")
    _, run = execute(tmp_path, Program(SELF_PORTRAIT))
    assert run.recorded.printed("stdout") == run.control.printed("stdout")
    assert run.recorded.printed("stderr") == run.control.printed("stderr")
    assert "KeyError: 'the end'" in run.recorded.printed("stderr")
    assert not [line for line in run.recorded.printed("stdout") if "PYTHON" in line]


def test_sitecustomize_of_the_machine_is_heeded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    venv.create(tmp_path / "venv", symlinks=True)
    (packages,) = (tmp_path / "venv" / "lib").glob("python*/site-packages")
    (packages / "sitecustomize.py").write_text("import sys\nsys.customized = True\n")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "venv" / "bin" / "python"))
    code = "import sys\nprint(sys.customized, 'sitecustomize' in sys.modules)"
    snippet, run = execute(tmp_path, prints("True True", code))
    assert not told(snippet, run)


@again_if_slow
def test_times_are_what_the_program_measures(tmp_path: Path) -> None:
    _, run = execute(tmp_path, Program(CLOCK))
    for line in run.lines:
        measured, way = line.text.split()
        # What is not printed by Python has the time at which it came to us.
        tolerance = 0.005 if way == "printed" else 0.02
        assert line.at == pytest.approx(float(measured), abs=tolerance), line


@again_if_slow
def test_no_line_takes_the_time_of_a_later_one(tmp_path: Path) -> None:
    code = """
import os, time
os.write(1, b"One\\n")
time.sleep(0.2)
print("One")
"""
    _, run = execute(tmp_path, Program(code))
    raw, printed = run.lines
    assert printed.at - raw.at > 0.1


def test_few_open_files_are_enough(tmp_path: Path) -> None:
    sleeper = text(prints("One", "import time\nprint('One')\ntime.sleep(0.1)"))
    checkout(tmp_path, {f"sleeper_{number}": sleeper for number in range(30)})
    done = subprocess.run(
        ["sh", "-c", 'ulimit -n 64; exec "$@"', "sh", *PROOF_RUN],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "30 snippets passed." in done.stdout, done.stderr


def test_closed_streams_do_no_harm(tmp_path: Path) -> None:
    checkout(tmp_path, {name: text(PROGRAMS["markup"]) for name in ("one", "two")})
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", *PROOF_RUN],
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0


def test_signals_that_we_ignore_are_not_ignored_by_programs(tmp_path: Path) -> None:
    code = "import os, signal\nos.kill(os.getpid(), signal.SIG{})"
    checkout(
        tmp_path,
        {
            name: text(Program(code.format(name), claims=f"Exits: SIG{name}"))
            for name in ("HUP", "QUIT", "TERM")
        },
    )
    done = subprocess.run(
        ["sh", "-c", 'trap "" HUP INT QUIT TERM CHLD; exec "$@"', "sh", *PROOF_RUN],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "3 snippets passed." in done.stdout, done.stderr


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
)
def test_interrupted_runner_leaves_nothing(
    tmp_path: Path, number: signal.Signals, status: int
) -> None:
    started = tmp_path / "started"
    code = f"import time\nopen({str(started)!r}, 'w').close()\ntime.sleep(60)"
    snippets = {"ends": text(PROGRAMS["markup"]), "sleeps": text(Program(code))}
    project = checkout(tmp_path / "checkout", snippets)
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    with subprocess.Popen(
        PROOF_RUN,
        cwd=project.root,
        env={**os.environ, "TMPDIR": str(temporary)},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as runner:
        assert until(started.exists)
        runner.send_signal(number)
        runner.send_signal(number)
        assert runner.wait(10) == status
    assert not running(str(project.root))
    assert not list(temporary.iterdir())
    assert not list(project.store.rglob("*.part"))
