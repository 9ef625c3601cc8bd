"""Pythons that tests use: the one that runs them, and made-up ones."""

import sys
from functools import cache
from pathlib import Path

from proof.execution.job import Job
from proof.project import Project
from proof.pythons.choice import Pythons
from proof.pythons.finding import find
from proof.pythons.probing import Facts, probe
from proof.runs.interpreter import Interpreter
from proof.runs.run import Execution, Run
from proof.runs.versions import SUPPORTED
from proof.snippets.snippet import Snippet

known = cache(probe)
"""What an interpreter says of itself, asked once: that costs a tenth of a second."""


def these_facts() -> Facts:
    """What the Python says of itself that runs the tests."""
    facts = known(Path(sys.executable))
    assert facts
    return facts


@cache
def this_python() -> Interpreter:
    """The one that runs the tests, with what is installed beside it."""
    return these_facts().interpreter()


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


@cache
def pythons_here() -> dict[str, Interpreter]:
    """The supported Pythons of the machine, without environments, by version."""
    found = find(Project(Path(__file__).resolve().parents[1]), SUPPORTED)
    return {version: facts.interpreter() for version, facts in found.items()}
