"""Executing hostile programs, and looking for what they leave behind."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path

import psutil
from tests.pythons import this_python

from proof.checking.differences import differences
from proof.execution.job import Job
from proof.execution.runner import run_all
from proof.project import Project
from proof.runs.interpreter import Interpreter
from proof.runs.run import Run
from proof.snippets.snippet import Snippet

from .program import Program


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


def said(snippet: Snippet, run: Run) -> str:
    """All that is said about a run."""
    return "\n".join(difference.message for difference in differences(snippet, run))


def execute(
    folder: Path, program: Program, python: Interpreter | None = None
) -> tuple[Snippet, Run]:
    """Execute one program in a checkout of its own, by this Python or another."""
    project = checkout(folder, {"program": text(program)})
    snippet = snippet_named(project, "program")
    (run,) = run_all(project, [Job(snippet, python or this_python())]).runs
    return snippet, run


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
