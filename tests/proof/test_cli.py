"""The command `proof`: what it says, and its exit status."""

import re
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from proof.cli import main
from proof.project import Project
from proof.snippet import Snippet

Add = Callable[..., Snippet]
Proof = Callable[..., Result]


@pytest.fixture
def proof(project: Project, monkeypatch: pytest.MonkeyPatch) -> Proof:
    """Type `proof` and some words in the checkout."""
    monkeypatch.chdir(project.root)

    def run(*words: str) -> Result:
        return CliRunner().invoke(main, words)

    return run


@pytest.mark.parametrize(
    "words", [["run"], ["run", "--fresh"], ["check"], ["run", "a"]]
)
def test_claims_that_are_met_are_status_0(
    proof: Proof, add: Add, words: list[str]
) -> None:
    add("a/one.py")
    add("a/two.py")
    result = proof(*words)
    assert result.exit_code == 0
    assert "Every claim of 2 snippets is met." in result.stdout
    assert "1/2 " in result.stderr
    assert "2/2 " in result.stderr


@pytest.mark.parametrize("words", [["run"], ["check"], ["run", "a/bad.py"]])
def test_a_claim_that_is_not_met_is_status_1(
    proof: Proof, add: Add, words: list[str]
) -> None:
    add("a/bad.py", "print('Two')")
    result = proof(*words)
    assert result.exit_code == 1
    assert "snippets/a/bad.py:7: stdout is not as claimed" in result.stderr
    assert "    -One" in result.stderr
    assert "    +Two" in result.stderr
    assert "run next: proof run snippets/a/bad.py" in result.stderr
    assert "Every claim" not in result.output


@pytest.mark.parametrize("words", [["run"], ["check"], ["run", "a/spoilt.py"]])
def test_something_malformed_is_status_1(
    proof: Proof, project: Project, add: Add, words: list[str]
) -> None:
    add("a/spoilt.py")
    (project.snippets / "a/spoilt.py").write_text('"""It claims nothing."""\n')
    result = proof(*words)
    assert result.exit_code == 1
    assert "snippets/a/spoilt.py:1: it claims nothing" in result.stderr


def test_all_failures_are_told_together(
    proof: Proof, project: Project, add: Add
) -> None:
    for name in ("one", "two", "good"):
        add(f"a/{name}.py", f"print('{'One' if name == 'good' else 'Two'}')")
    (project.docs / "index.md").write_text('```python exec="on"\nshow("no.py")\n```\n')
    result = proof("run")
    assert result.exit_code == 1
    assert "snippets/a/one.py:7:" in result.stderr
    assert "snippets/a/two.py:7:" in result.stderr
    assert "docs/index.md:2:" in result.stderr
    assert "2 of 3 snippets did not do as claimed; 1 thing to mend first." in (
        result.stderr
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["run", "nowhere.py"], "no snippet is at nowhere.py"),
        (["check", "snippets/nowhere"], "no snippet is at snippets/nowhere"),
        (["run", "/etc"], "no snippet is at /etc"),
        (["run", "--slowly"], "No such option"),
        (["walk"], "No such command"),
    ],
)
def test_what_cannot_be_carried_out_is_status_2(
    proof: Proof, add: Add, words: list[str], said: str
) -> None:
    add("a/one.py")
    result = proof(*words)
    assert result.exit_code == 2
    assert said in result.stderr


def test_outside_a_checkout_is_status_2(
    proof: Proof, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.root.parent)
    result = proof("check")
    assert result.exit_code == 2
    assert "change into a checkout" in result.stderr


def test_what_was_run_is_not_run_again(proof: Proof, add: Add) -> None:
    add("a/one.py")
    add("a/two.py")
    assert "Executed 2 of 2 snippets" in proof("run").stdout
    again = proof("run")
    assert "Executed 0 of 2 snippets" in again.stdout
    assert "times the sum" not in again.stdout
    assert "Executed 2 of 2 snippets" in proof("run", "--fresh").stdout
    add("a/two.py", "print('One')")
    assert "Executed 1 of 2 snippets" in proof("run").stdout


def test_what_failed_is_run_again(proof: Proof, add: Add) -> None:
    add("a/bad.py", "print('Two')")
    add("a/good.py")
    proof("run")
    assert "Executed 1 of 2 snippets" in proof("run").stdout


def test_running_says_what_it_had_to_cost(proof: Proof, add: Add) -> None:
    add("a/one.py")
    add("a/two.py")
    said = proof("run").stdout
    assert re.search(
        r"It took \d+\.\d s, \d+\.\d\d times the sum of the longest execution "
        r"\(\d+\.\d s\), CPU time per core \(\d+\.\d s\) and those alone \(\d",
        said,
    )


def test_one_snippet_is_shown_live(proof: Proof, add: Add) -> None:
    add(
        "a/one.py",
        "import sys\nprint('One')\nsys.stderr.write('e')",
        "Output: anything\nStderr:\n    e",
    )
    result = proof("run", "snippets/a/one.py")
    assert result.exit_code == 0
    assert re.search(r"^ +\d\.\d{3}  One$", result.stdout, re.MULTILINE)
    assert re.search(r"\ntook \d\.\d{3} s, without the recorder \d", result.stdout)
    assert "Every claim of 1 snippet is met." in result.stdout
    # It is run each time, although nothing has changed.
    assert "  One\n" in proof("run", "snippets/a/one.py").stdout


@pytest.mark.parametrize(
    "path", ["snippets/a/one.py", "a/one.py", "./snippets/a/../a/one.py", "snippets/a"]
)
def test_a_snippet_can_be_named_in_many_ways(proof: Proof, add: Add, path: str) -> None:
    add("a/one.py")
    add("b/two.py")
    assert "Every claim of 1 snippet is met." in proof("check", path).stdout


def test_a_path_is_meant_from_where_one_is(
    proof: Proof, project: Project, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    add("a/one.py")
    add("b/two.py")
    monkeypatch.chdir(project.snippets / "a")
    for path in ("one.py", ".", str(project.snippets / "a/one.py"), "b/two.py"):
        assert "Every claim of 1 snippet is met." in proof("check", path).stdout


def test_a_folder_means_all_in_it_and_nothing_beside_it(proof: Proof, add: Add) -> None:
    for name in ("a/one.py", "a/deep/two.py", "ab/three.py"):
        add(name)
    assert "Every claim of 2 snippets is met." in proof("check", "a").stdout
    assert "Every claim of 3 snippets is met." in proof("check", "snippets").stdout
    assert (
        "Every claim of 2 snippets is met." in proof("check", "ab", "a/one.py").stdout
    )


def test_what_is_named_twice_is_run_once(proof: Proof, add: Add) -> None:
    add("a/one.py")
    add("a/two.py")
    result = proof("run", "--fresh", "a", "a/one.py", "snippets/a/one.py")
    assert "Executed 2 of 2 snippets" in result.stdout


def test_other_snippets_do_not_matter_to_some(proof: Proof, add: Add) -> None:
    add("a/good.py")
    add("a/bad.py", "print('Two')")
    assert proof("check", "a/good.py").exit_code == 0


def test_nothing_to_run_is_no_failure(proof: Proof) -> None:
    result = proof("run")
    assert result.exit_code == 0
    assert "Executed 0 of 0 snippets" in result.stdout


@pytest.mark.parametrize("words", [["-h"], ["--help"], ["run", "-h"], ["check", "-h"]])
def test_help_is_given(proof: Proof, words: list[str]) -> None:
    result = proof(*words)
    assert result.exit_code == 0
    assert "Usage:" in result.stdout
