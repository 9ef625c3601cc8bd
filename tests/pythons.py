"""Pythons that tests use: the one that runs them, and made-up ones."""

from functools import cache
from pathlib import Path

from proof.execution.job import Job
from proof.pythons.choice import Pythons
from proof.pythons.probing import running
from proof.runs.interpreter import Interpreter
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet


@cache
def this_python() -> Interpreter:
    """The one that runs the tests, with what is installed beside it."""
    return running()


def only_this() -> Pythons:
    """A choice of no other."""
    return Pythons((this_python(),))


def job(snippet: Snippet) -> Job:
    """A snippet, to be executed by the Python that runs the tests."""
    return Job(snippet, this_python())


def made_up(version: str) -> Interpreter:
    """A Python of a version such as `3.13` or `3.14t`, which is not there."""
    minor = version.removesuffix("t")
    name = f"CPython {minor}.1{version.removeprefix(minor)}"
    return Interpreter(
        executable=Path(f"/made/up/python{version}"),
        name=name,
        build=f"{name} (made up)",
        platform="Linux x86_64",
        system="Linux-6.1-x86_64",
        free_threaded=version.endswith("t"),
        markers={
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
            "platform_system": "Linux",
            "python_full_version": f"{minor}.1",
            "python_version": minor,
            "sys_platform": "linux",
        },
    )


def control_of(run: Run) -> Execution:
    """The execution without the recorder of a run that has one."""
    assert run.control is not None
    return run.control
