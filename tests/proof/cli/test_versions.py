"""What the commands say of versions, and how they are told which to use."""

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pytest
from click.testing import CliRunner, Result
from tests.pythons import made_up, these_facts, this_python

from proof.cache.store import Store
from proof.cli.main import main
from proof.project import Project
from proof.pythons import choice
from proof.pythons.choice import VARIABLE
from proof.pythons.elsewhere import write_merged
from proof.runs.interpreter import Interpreter
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]
Proof = Callable[..., Result]

HERE: Final = this_python().version
# Never executed here: its runs were made elsewhere.
OTHER: Final = replace(made_up("3.9"), executable=None)


@pytest.fixture
def proof(project: Project, monkeypatch: pytest.MonkeyPatch) -> Proof:
    """Type `proof` and some words in the checkout."""
    monkeypatch.chdir(project.root)

    def run(*words: str) -> Result:
        return CliRunner().invoke(main, words)

    return run


@pytest.fixture
def two(project: Project, monkeypatch: pytest.MonkeyPatch) -> Interpreter:
    """Use this Python, and an older one whose runs were made elsewhere."""
    project.store.mkdir()
    write_merged(project, [OTHER])
    monkeypatch.setenv(VARIABLE, f"{sys.executable},{OTHER.version}")
    return OTHER


@pytest.fixture
def keep(
    project: Project, executed: Callable[..., Execution], made: Callable[..., Run]
) -> Callable[[Snippet, str], None]:
    """Store a run of the older one that printed something."""

    def store(snippet: Snippet, printed: str) -> None:
        run = made(executed([printed]), snippet=snippet.name, python=OTHER.name)
        Store(project).save(snippet, OTHER, replace(run, control=None))

    return store


@pytest.fixture
def old(add: Add) -> Callable[[str], Snippet]:
    """Add a snippet that the older one runs too."""

    def make(name: str) -> Snippet:
        return add(name, metadata='requires-python = ">=3.9"')

    return make


Old = Callable[[str], Snippet]
Keep = Callable[[Snippet, str], None]


def test_one_that_fails_on_one_version_is_listed_with_it(
    proof: Proof, old: Old, keep: Keep, two: Interpreter
) -> None:
    keep(old("a/bad.py"), "Two")
    keep(old("a/good.py"), "One")
    old("a/late.py")
    proof("run", "--python", sys.executable)
    bad, good, late = proof("list").stdout.splitlines()
    assert bad.split("\t")[1] == "failed"
    assert bad.endswith(f"\t{HERE} passed, 3.9 failed")
    assert good.split("\t")[1] == "passed"
    assert good.endswith(f"\t{HERE} passed, 3.9 passed")
    assert late.split("\t")[1] == "not run"
    assert late.endswith(f"\t{HERE} passed, 3.9 not run")


def test_checking_names_the_version_that_fails(
    proof: Proof, old: Old, keep: Keep, two: Interpreter
) -> None:
    keep(old("a/bad.py"), "Two")
    result = proof("check")
    assert result.exit_code == 1
    assert "snippets/a/bad.py:10: stdout is not as claimed (on 3.9)" in result.stderr
    assert "1 of 1 snippet failed." in result.stderr
    assert proof("check", "--python", sys.executable).exit_code == 0


def test_why_is_said_of_each_version(
    proof: Proof, old: Old, keep: Keep, two: Interpreter
) -> None:
    keep(old("a/b.py"), "One")
    lines = proof("why", "a/b.py").stdout.splitlines()
    assert lines[0].startswith(f"snippets/a/b.py on {HERE}: would be executed, because")
    assert lines[1].startswith(
        "snippets/a/b.py on 3.9: would not be executed, because runs of another "
        "machine are merged"
    )


def test_running_one_says_on_what(proof: Proof, old: Old, two: Interpreter) -> None:
    old("a/b.py")
    said = proof("run", "a/b.py", "--python", sys.executable).stdout
    assert f" s on {this_python().name} (the whole process" in said


@pytest.mark.parametrize("command", ["run", "check"])
def test_progress_names_the_version(proof: Proof, add: Add, command: str) -> None:
    add("a/one.py")
    add("a/two.py")
    said = proof(command).stderr
    for name in ("one", "two"):
        assert f"/2 a/{name}.py on {HERE} took" in said


def test_publishing_needs_every_version(proof: Proof, add: Add) -> None:
    add("a/one.py")
    assert proof("check").exit_code == 0
    result = proof("check", "--require-all")
    assert result.exit_code == 1
    wanted = {"3.11", "3.12", "3.13", "3.14", "3.15"} - {HERE}
    for version in wanted:
        assert (
            f"snippets/a/one.py: not run on {version}: only {HERE} was asked for; it "
            "must be"
        ) in result.stderr
    assert f"{len(wanted)} errors." in result.stderr


def test_publishing_needs_no_version_that_a_snippet_leaves_out(
    proof: Proof, add: Add
) -> None:
    add("a/one.py", metadata=f'requires-python = "=={HERE}.*"')
    assert proof("check", "--require-all").exit_code == 0


@pytest.mark.parametrize(
    "words",
    [
        *(["run"], ["check"], ["list"], ["run", "a/one.py"]),
        *(["why", "a/one.py"], ["accept", "a/one.py"]),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("2.7", "'2.7' is no version of Python"),
        ("./nothing", "./nothing does not start as Python; name another"),
        ("3.98", "there is no Python 3.98 here"),
    ],
)
def test_a_python_that_is_not_there_is_status_2(
    proof: Proof, add: Add, words: list[str], asked: str, said: str
) -> None:
    add("a/one.py")
    result = proof(*words, "--python", asked)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"Error: {said}")
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_the_pythons_are_listed(
    proof: Proof, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking = replace(made_up("3.13"), lacking=frozenset({"pymongo", "aiohttp"}))
    found = choice.Pythons(
        (replace(made_up("3.15"), executable=None), lacking),
        {"3.14": "there is no Python 3.14 here"},
    )
    monkeypatch.setattr("proof.cli.commands.looking.choose", lambda _: found)
    result = proof("pythons")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "3.15: CPython 3.15.1, its runs were merged, made on Linux x86_64",
        "3.13: CPython 3.13.1, /made/up/python3.13",
        "    without aiohttp, which could not be installed",
        "    without pymongo, which could not be installed",
        "3.14: there is no Python 3.14 here",
    ]


def test_a_machine_without_any_is_status_2(
    proof: Proof, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setattr(choice, "find", lambda *_: {})
    for words in (["pythons"], ["list"], ["check"], ["run"], ["new", "a/b"]):
        result = proof(*words)
        assert result.exit_code == 2
        assert "none of Python 3.11 to 3.15 is on this machine" in result.stderr


def test_this_python_is_made_an_environment_of_where_it_is_asked_for_by_version(
    proof: Proof, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = these_facts()
    monkeypatch.setenv(VARIABLE, HERE)
    monkeypatch.setattr(choice, "find", lambda *_: {HERE: base})
    project.requirements.write_text("")
    result = proof("pythons")
    assert result.stdout.startswith(f"{HERE}: {base.name}, {project.store}/pythons/")
