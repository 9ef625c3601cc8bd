"""One execution of one snippet: what is around it, and what is kept of it."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.pythons import job

from proof.execution.executor import Executor
from proof.execution.observer import Observer
from proof.execution.process import Finished
from proof.execution.sandbox import Sandbox
from proof.project import Project
from proof.runs.run import Execution, Stream
from proof.snippets.counter_proofs import counter_proofs
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]
Execute = Callable[..., Execution]

_both = pytest.mark.parametrize("recorded", [True, False], ids=["recorded", "control"])


class Recording(Observer):
    """Keeps what a program printed, and when."""

    wants_output = True

    def __init__(self) -> None:
        self.received: list[tuple[Stream, bytes, float]] = []

    def printed(self, stream: Stream, content: bytes, at: float) -> None:
        self.received.append((stream, content, at))


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    """Folders to execute in."""
    folders = Sandbox(tmp_path / "sandbox")
    folders.make()
    return folders


@pytest.fixture
def executor(project: Project, sandbox: Sandbox) -> Callable[..., Executor]:
    """Make an executor of a snippet."""

    def make(snippet: Snippet, *, recorded: bool = False) -> Executor:
        return Executor(project, job(snippet), sandbox, recorded=recorded)

    return make


@pytest.fixture
def execute(add: Add, executor: Callable[..., Executor]) -> Execute:
    """Execute a program once."""

    def run(code: str, *observers: Observer, recorded: bool = True) -> Execution:
        snippet = add("section/it_does.py", code, "Output: anything")
        executing = executor(snippet, recorded=recorded)
        return executing.read(asyncio.run(executing.process(observers).run()))

    return run


def _printed(execution: Execution) -> list[str]:
    assert execution.problems == ()
    assert execution.printed("stderr") == []
    return execution.printed("stdout")


_BOTH_STREAMS = """\
import sys
for stream in sys.stdout, sys.stderr, sys.stdout:
    print(stream.name, file=stream)
sys.exit(3)"""


def test_lines_of_both_streams_are_kept_in_their_place(execute: Execute) -> None:
    execution = execute(_BOTH_STREAMS)
    assert [(line.text, line.stream) for line in execution.lines] == [
        ("<stdout>", "stdout"),
        ("<stderr>", "stderr"),
        ("<stdout>", "stdout"),
    ]
    times = [line.at for line in execution.lines]
    assert times == sorted(times)


@_both
def test_streams_and_status_are_kept(execute: Execute, recorded: bool) -> None:
    execution = execute(_BOTH_STREAMS, recorded=recorded)
    assert execution.printed("stdout") == ["<stdout>"] * 2
    assert execution.printed("stderr") == ["<stderr>"]
    assert execution.status == 3


@_both
def test_the_file_is_executed_as_it_is(execute: Execute, recorded: bool) -> None:
    code = "import sys\nprint(__name__, __file__, sys.argv, sys.orig_argv[1])"
    path = "snippets/section/it_does.py"
    assert _printed(execute(code, recorded=recorded)) == [
        f"__main__ {path} ['{path}'] -u"
    ]


@_both
def test_its_environment_is_the_same_everywhere(
    execute: Execute, recorded: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET", "of who builds")
    monkeypatch.setenv("PYTHONWARNINGS", "ignore")
    code = (
        "import os\nfor name in sorted(os.environ):\n    print(name, os.environ[name])"
    )
    lines = _printed(execute(code, recorded=recorded))
    shown = dict(line.split(" ", 1) for line in lines)
    # `sh` may add what it always adds.
    assert shown.keys() - {"PWD", "OLDPWD", "SHLVL", "_"} == {
        "HOME",
        "LANG",
        "LC_ALL",
        "OPENBLAS_NUM_THREADS",
        "PATH",
        "TMPDIR",
        "TZ",
    }
    assert (shown["HOME"], shown["TMPDIR"]) == ("<home>", "<tmp>")
    assert (shown["LC_ALL"], shown["TZ"]) == ("C.UTF-8", "UTC")


@_both
def test_it_works_in_an_empty_folder_of_its_own(
    execute: Execute, recorded: bool
) -> None:
    code = (
        "import os, pathlib, tempfile\n"
        "print(os.getcwd(), os.listdir(), os.listdir(tempfile.gettempdir()))\n"
        "print(tempfile.gettempdir(), pathlib.Path.home())\n"
        "pathlib.Path('file').write_text('left behind')"
    )
    assert _printed(execute(code, recorded=recorded)) == [
        "<cwd> [] []",
        "<tmp> <home>",
    ]


@_both
def test_nothing_is_written_into_the_checkout(
    execute: Execute, project: Project, recorded: bool
) -> None:
    execute("import sys", recorded=recorded)
    assert {path.name for path in project.root.rglob("*") if path.is_file()} == {
        "mkdocs.yml",
        "requirements-snippets.txt",
        "it_does.py",
        "it_does.py.md",
    }


def test_a_control_runs_without_the_recorder(execute: Execute) -> None:
    code = "import sys\nprint([m for m in sys.modules if m.startswith('_proof')])"
    assert _printed(execute(code, recorded=False)) == ["[]"]
    assert _printed(execute(code, recorded=True)) != ["[]"]


def test_time_zero_is_the_start_of_the_first_loop(execute: Execute) -> None:
    execution = execute(
        "import asyncio, time\n"
        "print('before')\n"
        "time.sleep(0.05)\n"
        "async def main():\n"
        "    print('zero')\n"
        "    await asyncio.sleep(0.2)\n"
        "    print('end')\n"
        "asyncio.run(main())\n"
        "time.sleep(0.05)\n"
        "print('after')"
    )
    before, zero, end, after = (line.at for line in execution.lines)
    assert execution.took is not None
    assert before <= -0.05
    assert 0 <= zero < end <= execution.took < after
    assert end >= 0.2
    assert execution.took <= after - 0.05
    assert execution.loops > 0


def test_without_a_loop_time_zero_is_the_start_of_the_program(
    execute: Execute,
) -> None:
    execution = execute("import time\nprint('One')\ntime.sleep(0.1)\nprint('Two')")
    one, two = (line.at for line in execution.lines)
    assert execution.took is not None
    assert 0 <= one <= two - 0.1
    assert two <= execution.took < execution.wall
    assert execution.loops == 0


def test_several_loops_are_one_time(execute: Execute) -> None:
    execution = execute(
        "import asyncio\nfor _ in range(3):\n    asyncio.run(asyncio.sleep(0.05))"
    )
    assert execution.took is not None
    assert execution.took >= 0.15
    assert execution.loops >= 3


@pytest.mark.parametrize("code", ["pass", "import asyncio\nasyncio.run(main())"])
def test_a_control_has_no_time_of_its_own(execute: Execute, code: str) -> None:
    execution = execute(f"async def main(): pass\n{code}", recorded=False)
    assert (execution.took, execution.blocks, execution.loops) == (None, None, 0)
    assert execution.recorder_setup == 0
    assert execution.wall > 0
    assert execution.cpu > 0


def test_what_the_recorder_spends_on_itself_is_outside_the_loop(
    execute: Execute,
) -> None:
    execution = execute("import asyncio\nasyncio.run(asyncio.sleep(0.2))")
    assert execution.took is not None
    assert 0 < execution.recorder_setup < execution.wall - execution.took


@_both
def test_bytes_that_are_no_text_are_a_problem_and_are_shown(
    execute: Execute, recorded: bool
) -> None:
    code = "import os\nprint('One')\nos.write(1, b'caf\\xe9\\n')"
    execution = execute(code, recorded=recorded)
    assert execution.problems == (
        "it printed bytes that are not UTF-8 (line 2 of stdout)",
    )
    assert execution.printed("stdout") == ["One", "caf\\xe9"]


def _finished(*problems: str) -> Finished:
    return Finished(5.0, 7.0, 0, 0.1, {"stdout": (), "stderr": ()}, problems)


@pytest.mark.parametrize(
    ("recorded", "problems"),
    [(True, ("the recorder did not start in it",)), (False, ())],
)
def test_a_recorder_that_did_not_start_is_a_problem(
    add: Add,
    executor: Callable[..., Executor],
    recorded: bool,
    problems: tuple[str, ...],
) -> None:
    execution = executor(add("a/one.py"), recorded=recorded).read(_finished())
    assert execution.problems == problems
    assert (execution.took, execution.wall) == (2.0 if recorded else None, 2.0)


def test_what_had_to_be_done_about_it_is_a_problem(
    add: Add, executor: Callable[..., Executor]
) -> None:
    execution = executor(add("a/one.py")).read(_finished("stopped"))
    assert execution.problems == ("stopped",)


def test_a_full_disk_is_a_problem_whatever_else_came_of_it(
    add: Add,
    executor: Callable[..., Executor],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Sandbox, "lack_of_room", lambda _: "the disk is full")
    execution = executor(add("a/one.py"), recorded=True).read(_finished())
    assert execution.problems == ("the disk is full",)


def test_the_timeout_is_that_of_the_metadata(
    add: Add, executor: Callable[..., Executor]
) -> None:
    metadata = "tool.proof.timeout = 0.5"
    snippet = add("a/one.py", "import time\ntime.sleep(60)", metadata=metadata)
    finished = asyncio.run(executor(snippet).process().run())
    assert "its timeout of 0.5 s" in finished.problems[0]


def test_an_observer_that_wants_output_receives_it_with_times_since_zero(
    execute: Execute,
) -> None:
    observer = Recording()
    code = "import asyncio, time\ntime.sleep(0.1)\n"
    code += "async def main():\n    print('One')\nasyncio.run(main())"
    execute(code, observer)
    # One print is several writes, and they can arrive in one piece or in several.
    assert {stream for stream, _, _ in observer.received} == {"stdout"}
    assert b"".join(content for _, content, _ in observer.received) == b"One\n"
    assert all(0 <= at < 5 for _, _, at in observer.received)


def test_other_observers_receive_none_and_a_control_has_no_observers(
    execute: Execute,
) -> None:
    uninterested, observer = Recording(), Recording()
    uninterested.wants_output = False
    execute("print('One')", uninterested)
    execute("print('One')", observer, recorded=False)
    assert (uninterested.received, observer.received) == ([], [])


def test_a_step_that_ends_the_process_held_the_loop_until_then(
    execute: Execute,
) -> None:
    code = "import asyncio, os, time\nasync def main():\n"
    code += "    time.sleep(0.3)\n    os._exit(0)\nasyncio.run(main())"
    execution = execute(code)
    assert execution.blocks is not None
    assert 0.3 <= execution.blocks <= execution.wall


def test_a_counter_proof_is_executed_where_no_file_of_it_is(
    project: Project, add: Add, executor: Callable[..., Executor]
) -> None:
    snippet = add(
        "section/it_does.py",
        "print('One')",
        "Output: anything\nBreaks: it fails\n    -print('One')\n    +print(1 / 0)",
    )
    (proof,) = counter_proofs(snippet)
    executing = executor(proof.snippet, recorded=True)
    execution = executing.read(asyncio.run(executing.process().run()))
    assert execution.status == 1
    assert '  File "snippets/section/it_does.py", line 3, in <module>' in (
        execution.printed("stderr")
    )
    assert (project.snippets / snippet.name).read_bytes() == snippet.content
