"""What a program can see and measure is as it would be without the tooling."""

import venv
from pathlib import Path
from typing import Final

import pytest
from tests.pythons import control_of, job

from proof.execution.runner import run_all
from proof.gate.load import load_snippets
from proof.pythons.probing import probe

from .hostile.executing import checkout, execute, said, snippet_named, text
from .hostile.program import Program, prints

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


def test_crlf_line_ends_work(tmp_path: Path) -> None:
    program = prints("One\nTwo", "print('One')\nprint('Two')")
    content = text(program).replace("\n", "\r\n")
    project = checkout(tmp_path, {"crlf": content})
    snippet = snippet_named(project, "crlf")
    (run,) = run_all(project, [job(snippet)]).runs
    assert not said(snippet, run)


def test_no_claims_and_missing_dependencies_are_errors(tmp_path: Path) -> None:
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
    assert run.recorded.printed("stdout") == control_of(run).printed("stdout")
    assert run.recorded.printed("stderr") == control_of(run).printed("stderr")
    assert "KeyError: 'the end'" in run.recorded.printed("stderr")
    assert not [line for line in run.recorded.printed("stdout") if "PYTHON" in line]


def test_sitecustomize_of_the_machine_is_imported(tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", symlinks=True)
    (packages,) = (tmp_path / "venv" / "lib").glob("python*/site-packages")
    (packages / "sitecustomize.py").write_text("import sys\nsys.customized = True\n")
    facts = probe(tmp_path / "venv" / "bin" / "python")
    assert facts
    code = "import sys\nprint(sys.customized, 'sitecustomize' in sys.modules)"
    snippet, run = execute(tmp_path, prints("True True", code), facts.interpreter())
    assert not said(snippet, run)


@pytest.mark.timing
def test_times_are_what_the_program_measures(tmp_path: Path) -> None:
    _, run = execute(tmp_path, Program(CLOCK))
    for line in run.lines:
        measured, way = line.text.split()
        # What is not printed by Python has the time at which it came to us.
        tolerance = 0.005 if way == "printed" else 0.02
        assert line.at == pytest.approx(float(measured), abs=tolerance), line


@pytest.mark.timing
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
