"""Accepting what snippets do on two real Pythons that do different things."""

from collections.abc import Callable
from contextlib import nullcontext
from typing import Final

import pytest
from tests.pythons import pythons_here

from proof.authoring.accepting import accept
from proof.authoring.accepting.outcome import Outcome
from proof.execution.observer import Observer
from proof.gate.check import check
from proof.gate.load import load
from proof.project import Project
from proof.pythons.choice import Pythons
from proof.runs.interpreter import Interpreter
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]

_VERSION: Final = "import sys\nminor = sys.version_info[1]\n"


@pytest.fixture
def two() -> tuple[Interpreter, Interpreter]:
    """The newest and the oldest Python of the machine."""
    found = [*pythons_here().values()]
    if len(found) < 2:
        pytest.skip("there are not two supported Pythons on this machine")
    found.sort(key=lambda python: int(python.minor.split(".")[1]))
    return found[-1], found[0]


def _accept(project: Project, two: tuple[Interpreter, ...]) -> Outcome:
    (outcome,) = accept(
        project, ["a/b.py"], Pythons(two), lambda: nullcontext(Observer())
    )
    return outcome


def _claims(project: Project) -> str:
    return (project.snippets / "a/b.py").read_text().partition("# Proof:\n")[2]


def _passes(project: Project, two: tuple[Interpreter, ...]) -> bool:
    return check(project, load(project, Pythons(two))).passed


def test_what_only_one_prints_is_claimed_of_it(
    project: Project, add: Add, two: tuple[Interpreter, Interpreter]
) -> None:
    newest, _ = two
    split = newest.version
    add("a/b.py", f"{_VERSION}print('old' if minor < {split[2:]} else 'new')")
    outcome = _accept(project, two)
    assert outcome.kind == "accepted", outcome.reason
    assert _claims(project) == (
        f"# Output [<{split}]:\n#     old\n# Output [>={split}]:\n#     new\n"
    )
    assert _passes(project, two)
    assert _accept(project, two).kind == "unchanged"
    # What it claims of one is wrong of the other.
    text = (project.snippets / "a/b.py").read_text()
    (project.snippets / "a/b.py").write_text(text.replace(split, "3.30"))
    (failure,) = check(project, load(project, Pythons(two))).failures
    assert failure.run.version == newest.version


def test_what_only_one_raises_is_claimed_of_it(
    project: Project, add: Add, two: tuple[Interpreter, Interpreter]
) -> None:
    split = two[0].version
    add("a/b.py", f"{_VERSION}if minor == {split[2:]}:\n    raise ValueError('x')")
    outcome = _accept(project, two)
    assert outcome.kind == "accepted", outcome.reason
    assert _claims(project) == (
        f"# Raises [<{split}]: nothing\n# Raises [>={split}]: ValueError: x\n"
    )
    assert _passes(project, two)


def test_where_both_do_the_same_there_is_no_bracket(
    project: Project, add: Add, two: tuple[Interpreter, Interpreter]
) -> None:
    add("a/b.py", "print('Two')")
    assert _accept(project, two).kind == "accepted"
    assert _claims(project) == "# Output:\n#     Two\n"


def test_one_that_cannot_be_executed_by_the_older_is_refused_with_its_version(
    project: Project, add: Add, two: tuple[Interpreter, Interpreter]
) -> None:
    newest, oldest = two
    add(
        "a/b.py",
        f"{_VERSION}import time\ntime.sleep(0 if minor == {newest.version[2:]} else 9)",
        metadata="tool.proof.timeout = 1.5",
    )
    outcome = _accept(project, two)
    assert outcome.kind == "refused"
    assert "did not end within its timeout of 1.5 s" in outcome.reason
    assert f"(on {oldest.version})" in outcome.reason


def test_where_the_primary_executions_differ_it_is_refused(
    project: Project, add: Add, two: tuple[Interpreter, Interpreter]
) -> None:
    add("a/b.py", "import sys\nprint('_proof' in ''.join(sys.modules))")
    outcome = _accept(project, two)
    assert outcome.kind == "refused"
    assert "its two executions differ in stdout" in outcome.reason
