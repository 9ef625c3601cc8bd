"""The command `proof`: what it says, and its exit status."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.measuring import unmeasured
from tests.pythons import this_python

from proof.cli.main import main
from proof.project import Project
from proof.pythons.choice import VARIABLE
from proof.snippets.snippet import Snippet

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
    assert "2 snippets passed." in result.stdout
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


def test_all_failures_are_reported_together(
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
    assert "2 of 3 snippets failed, 1 error." in (result.stderr)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["run", "nowhere.py"], "there is no snippet at nowhere.py"),
        (["check", "snippets/nowhere"], "there is no snippet at snippets/nowhere"),
        (["run", "/etc"], "there is no snippet at /etc"),
        (["check", "docs/one.md"], "without a path checks the pages"),
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
    assert re.search(
        r"\ntook \d\.\d+ s on CPython 3\.\S+ \(the whole process \d", result.stdout
    )
    assert "1 snippet passed." in result.stdout
    # It is run each time, although nothing has changed.
    assert "  One\n" in proof("run", "snippets/a/one.py").stdout


@pytest.mark.parametrize(
    "path",
    [
        "snippets/a/one.py",
        "a/one.py",
        "a/one",
        "./snippets/a/../a/one.py",
        "snippets/a",
    ],
)
def test_a_snippet_can_be_named_in_many_ways(proof: Proof, add: Add, path: str) -> None:
    add("a/one.py")
    add("b/two.py")
    assert "1 snippet passed." in proof("check", path).stdout


def test_a_path_is_meant_from_where_one_is(
    proof: Proof, project: Project, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    add("a/one.py")
    add("b/two.py")
    monkeypatch.chdir(project.snippets / "a")
    for path in ("one.py", ".", str(project.snippets / "a/one.py"), "b/two.py"):
        assert "1 snippet passed." in proof("check", path).stdout


def test_a_folder_means_all_in_it_and_nothing_beside_it(proof: Proof, add: Add) -> None:
    for name in ("a/one.py", "a/deep/two.py", "ab/three.py"):
        add(name)
    assert "2 snippets passed." in proof("check", "a").stdout
    assert "3 snippets passed." in proof("check", "snippets").stdout
    assert "2 snippets passed." in proof("check", "ab", "a/one.py").stdout


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


_COMMANDS = (
    *("accept", "check", "export", "list"),
    *("merge", "mutate", "new", "pythons", "run", "why"),
)


@pytest.mark.parametrize("command", [[], *([name] for name in _COMMANDS)])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_given(proof: Proof, command: list[str], option: str) -> None:
    result = proof(*command, option)
    assert result.exit_code == 0
    assert "Usage:" in result.stdout
    assert "Exit status" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_help_names_every_command_in_a_whole_sentence(proof: Proof) -> None:
    lines = proof("-h").stdout.splitlines()
    shown = lines[lines.index("Commands:") + 1 :]
    assert [line.split()[0] for line in shown] == [*_COMMANDS]
    assert all(line.endswith(".") and not line.endswith("...") for line in shown)


_NAV = "nav:\n  - Home: index.md\n  - Sleep:\n      - sleep/one.md\n"


@pytest.fixture
def site(project: Project) -> Project:
    """A checkout with a section."""
    (project.root / "mkdocs.yml").write_text(_NAV)
    (project.docs / "sleep").mkdir()
    (project.docs / "sleep/one.md").write_text("# One\n")
    return project


def test_a_new_snippet_goes_all_the_way(proof: Proof, site: Project) -> None:
    made = proof("new", "sleep/what_is_so")
    assert made.exit_code == 0
    assert "Created snippets/sleep/what_is_so.py" in made.stdout
    path = "snippets/sleep/what_is_so.py"
    assert proof("run", path).exit_code == 0
    left = proof("check")
    assert left.exit_code == 1
    assert left.stderr.count("TODO is still") == 2
    for file in (
        site.snippets / "sleep/what_is_so.py",
        site.docs / "sleep/what-is-so.md",
    ):
        file.write_text(file.read_text().replace("TODO: ", ""))
    snippet = site.snippets / "sleep/what_is_so.py"
    snippet.write_text(snippet.read_text().replace('"begins"', '"starts"'))
    failed = proof("check")
    assert failed.exit_code == 1
    assert f"if what it does now is right: proof accept {path}" in failed.stderr
    accepted = proof("accept", path)
    assert accepted.exit_code == 0
    assert "-#     one begins\n" in accepted.stdout
    assert "+#     one starts\n" in accepted.stdout
    assert f"{path}: accepted\n" in accepted.stdout
    checked = proof("check")
    assert checked.exit_code == 0, checked.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["new", "nowhere/what_is_so"], "there is no section 'nowhere'"),
        (["new", "sleep/await"], "is a keyword of Python"),
        (["new", "sleep"], "is not SECTION/NAME"),
        (["new"], "Missing argument 'SECTION/NAME'"),
        (["accept"], "Missing argument 'PATHS...'"),
        (["accept", "nowhere.py"], "there is no snippet at nowhere.py"),
        (["list", "nowhere.py"], "there is no snippet at nowhere.py"),
        (["why", "nowhere.py"], "there is no snippet at nowhere.py"),
    ],
)
def test_what_the_newer_commands_cannot_carry_out_is_status_2(
    proof: Proof, site: Project, words: list[str], said: str
) -> None:
    result = proof(*words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output


def test_a_problem_is_reported_in_one_sentence(proof: Proof, site: Project) -> None:
    shown = proof("new", "sleep/await").stderr
    assert re.fullmatch(r"Error: 'await' cannot be .*\n", shown)


def test_accepting_refuses_with_status_1_and_says_why(proof: Proof, add: Add) -> None:
    add("a/bad.py", "import time\nprint(time.time())")
    add("a/good.py")
    add("a/other.py", "print('Two')")
    result = proof("accept", "a")
    assert result.exit_code == 1
    assert "snippets/a/good.py: nothing to change" in result.stdout
    assert "snippets/a/other.py: accepted" in result.stdout
    assert "snippets/a/bad.py: its two executions differ in stdout" in result.stderr


def test_accepting_nothing_but_refused_ones_says_nothing_else(
    proof: Proof, add: Add
) -> None:
    add("a/bad.py", "import time\nprint(time.time())")
    assert proof("accept", "a/bad.py").stdout == ""


def test_snippets_are_listed(proof: Proof, add: Add) -> None:
    add("a/one.py")
    add("b/two.py", "print('Two')")
    before = proof("list")
    assert before.exit_code == 0
    here = this_python().version
    assert before.stdout == (
        f"snippets/a/one.py\tnot run\t-\tOutput\tIt does as claimed.\t{here} not run\n"
        f"snippets/b/two.py\tnot run\t-\tOutput\tIt does as claimed.\t{here} not run\n"
    )
    proof("run")
    after = proof("list", "b")
    assert after.exit_code == 0
    assert re.fullmatch(
        r"snippets/b/two\.py\tfailed\t0\.\d{3}\tOutput\tIt does as claimed\."
        rf"\t{here} failed\n",
        after.stdout,
    )


def test_why_is_reported(proof: Proof, project: Project, add: Add) -> None:
    add("a/one.py")
    (project.snippets / "a/two.py").write_text('"""Claims nothing yet."""\n')
    result = proof("why", "a")
    assert result.exit_code == 0
    assert result.stdout.count("would be executed, because no run of it is stored") == 2


def test_why_of_something_broken_is_status_1(
    proof: Proof, project: Project, add: Add
) -> None:
    add("a/good.py")
    (project.snippets / "a/bad.py").write_text("print()\n")
    result = proof("why", "a")
    assert result.exit_code == 1
    assert "snippets/a/bad.py:1: it has no docstring" in result.stderr
    assert (
        f"snippets/a/good.py on {this_python().version}: would be executed"
        in result.stdout
    )


def test_a_rule_of_style_is_for_checking_not_for_running(
    proof: Proof, add: Add
) -> None:
    add("a/one.py", "print('One')  # TODO")
    for words in (["run"], ["run", "a/one.py"], ["accept", "a/one.py"]):
        assert proof(*words).exit_code == 0
    assert proof("check").exit_code == 1


_PROOF = str(Path(sys.executable).parent / "proof")


def test_a_pipe_gets_plain_text(project: Project, add: Add) -> None:
    sentence = "a/a_long_name_that_would_not_fit_beside_the_rest_of_a_narrow_table.py"
    add("a/bad.py", "print('Two')")
    add(sentence)
    shown = {
        words: subprocess.run(
            [_PROOF, *words.split()],
            cwd=project.root,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            env={**unmeasured(), "COLUMNS": "40", "TERM": "xterm-256color"},
        )
        for words in ("list", "check", "list a", "why a", "accept a")
    }
    assert [done.returncode for done in shown.values()] == [0, 1, 0, 0, 0]
    for done in shown.values():
        assert "\x1b" not in done.stdout + done.stderr
    assert f"snippets/{sentence}\tpassed\t" in shown["list a"].stdout
    assert "snippets/a/bad.py\tfailed\t" in shown["list a"].stdout
    assert "+#     Two\n" in shown["accept a"].stdout


def test_a_reader_who_leaves_ends_it_quietly(project: Project, add: Add) -> None:
    add("a/one.py", "print('One')\nprint('Two')", "Output: anything")
    process = subprocess.Popen(
        [_PROOF, "run", "a/one.py"],
        cwd=project.root,
        env=unmeasured(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stderr
    with process.stderr as errors:
        process.stdout.close()
        assert errors.read() == ""
    assert process.wait(timeout=60) == 1
    # It was executed to its end all the same.
    assert subprocess.run(
        [_PROOF, "list"],
        cwd=project.root,
        env=unmeasured(),
        capture_output=True,
        text=True,
        check=True,
    ).stdout.startswith("snippets/a/one.py\tpassed\t")


def test_a_terminal_gets_a_table(project: Project, add: Add) -> None:
    add("a/one.py")
    master, slave = pty.openpty()
    with os.fdopen(master, "rb") as terminal:
        environment = {
            "COLUMNS": "80",
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            # For any other, an environment would be made.
            VARIABLE: sys.executable,
        }
        done = subprocess.run(
            [_PROOF, "list"],
            cwd=project.root,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            check=False,
            timeout=60,
            env=environment,
        )
        os.close(slave)
        shown = terminal.read1(65536).decode()
    assert done.returncode == 0
    assert "\x1b[36mnot run" in shown
    assert "a/one.py" in shown
    assert "1 snippet: 1 not run." in shown
