"""`proof export` and `proof merge`: what they say, and their exit status."""

import json
import platform
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from proof.cli.main import main
from proof.project import Project
from proof.runs.versions import SUPPORTED
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]
Proof = Callable[..., Result]
# Of whatever version the tests are run by; it is used as it is, by its path.
OWN = ("--python", sys.executable)
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"


@pytest.fixture
def proof(project: Project, monkeypatch: pytest.MonkeyPatch) -> Proof:
    """Type `proof` and some words in the checkout."""
    monkeypatch.chdir(project.root)

    def run(*words: str | Path) -> Result:
        return CliRunner().invoke(main, list(map(str, words)))

    return run


@pytest.fixture
def store(project: Project, add: Add, proof: Proof, tmp_path: Path) -> Path:
    """Make the store of two snippets, of which one fails."""
    add("a/one.py")
    add("a/two.py", "print('Two')")
    assert proof("run", *OWN).exit_code == 1
    result = proof("export", tmp_path / "store", *OWN)
    assert (result.exit_code, result.stdout) == (
        0,
        f"Copied 2 runs to {tmp_path / 'store'}.\n",
    )
    shutil.rmtree(project.store)
    return tmp_path / "store"


def test_merging_says_where_the_runs_were_made(proof: Proof, store: Path) -> None:
    result = proof("merge", store)
    assert result.exit_code == 0
    made, missing, back = result.stdout.splitlines()
    assert made.startswith(
        f"{VERSION}: CPython {platform.python_version()} on {platform.system()} "
        f"{platform.machine()}, 2 runs of 20"
    )
    assert made.endswith(f" UTC ({store})")
    assert missing.startswith("No runs of Python 3.1")
    assert VERSION not in missing
    assert back == "`proof merge --own` goes back to the Pythons of this machine."


@pytest.mark.parametrize(
    ("times", "said"),
    [
        (["2026-11-27T14:05:01Z"] * 2, "2 runs of 2026-11-27 14:05 UTC"),
        (
            ["2026-11-27T14:05:01Z", "2026-11-27T09:00:59Z"],
            "2 runs of 2026-11-27 09:00 to 14:05 UTC",
        ),
        (
            ["2026-11-27T23:59:59Z", "2026-11-28T00:01:00Z"],
            "2 runs of 2026-11-27 23:59 to 2026-11-28 00:01 UTC",
        ),
    ],
)
def test_merging_says_from_when_to_when_they_were_made(
    proof: Proof, store: Path, times: list[str], said: str
) -> None:
    for file, time in zip((store / "runs").iterdir(), times, strict=True):
        entry = json.loads(file.read_bytes())
        entry["run"]["made_at"] = time
        file.write_text(json.dumps(entry))
    assert f", {said} (" in proof("merge", store).stdout


def test_what_was_merged_is_checked_and_never_executed(
    proof: Proof, store: Path
) -> None:
    proof("merge", store)
    result = proof("check", "--python", "merged", "snippets")
    assert result.exit_code == 1
    assert "snippets/a/two.py:7: stdout is not as claimed" in result.stderr
    assert "took" not in result.stderr
    fresh = proof("run", "--fresh", "--python", "merged")
    assert "Executed 0 of 2 snippets." in fresh.stdout
    assert f"{VERSION}: " in proof("pythons").stdout


def test_the_machines_own_pythons_are_used_again(proof: Proof, store: Path) -> None:
    proof("merge", store)
    result = proof("merge", "--own")
    assert (result.exit_code, result.stdout) == (
        0,
        "No runs of other machines are used any more.\n",
    )
    again = proof("check", "--python", "merged")
    assert again.exit_code == 2
    assert "no store was merged into this one" in again.stderr


def test_a_store_that_is_named_twice_counts_once(proof: Proof, store: Path) -> None:
    assert "left out" not in proof("merge", store, store).stdout


def test_of_two_for_a_version_one_is_left_out_by_a_rule_that_is_said(
    proof: Proof, store: Path, project: Project, tmp_path: Path
) -> None:
    proof("run", *OWN)
    (project.snippets / "a/two.py").unlink()
    proof("export", tmp_path / "smaller", *OWN)
    for run in (store / "runs").iterdir():
        if b"a/two.py" in run.read_bytes():
            run.unlink()
    older = store / "runs"
    (run,) = older.iterdir()
    entry = run.read_bytes()
    index = entry.index(b'"made_at":"') + len(b'"made_at":"')
    run.write_bytes(entry[:index] + b"1999" + entry[index + 4 :])
    lines = proof("merge", store, tmp_path / "smaller").stdout.splitlines()
    assert lines[0].endswith(f"({tmp_path / 'smaller'})")
    assert lines[1].startswith(f"{VERSION}: left out CPython")
    assert lines[1].endswith(f"({store})")
    assert lines[2].strip() == (
        "(of several for one version, the newest patch release is taken, of these "
        "Linux, then the one with most runs, then the one made last)"
    )


@pytest.mark.parametrize("words", [[], ["--own", "store"]])
def test_stores_or_the_way_back_must_be_named(proof: Proof, words: list[str]) -> None:
    result = proof("merge", *words)
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: name stores to merge, or --own to go back to the Pythons of this "
        "machine\n",
    )


def test_what_is_no_store_is_refused_with_status_2(proof: Proof, store: Path) -> None:
    result = proof("merge", store, "docs")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: docs: it is no store, for it has no folder 'runs'; name one that "
        "`proof export` made\n",
    )


def test_where_there_is_nothing_to_export_that_is_said(proof: Proof, add: Add) -> None:
    add("a/one.py")
    result = proof("export", "somewhere", *OWN)
    assert result.exit_code == 2
    assert "there is no run to copy" in result.stderr
    assert not Path("somewhere").exists()


@pytest.mark.parametrize("command", ["run", "check"])
def test_what_came_of_each_run_is_written_to_a_file(
    proof: Proof, add: Add, project: Project, command: str
) -> None:
    add("a/one.py")
    add("a/two.py", "print('Two')")
    assert proof(command, "snippets", *OWN, "--json", "to/report.json").exit_code == 1
    report: Any = json.loads((project.root / "to/report.json").read_bytes())
    assert report["supported"] == list(SUPPORTED)
    assert report["errors"] == []
    one, two = report["runs"]
    assert (one["path"], one["text"]) == ("snippets/a/one.py", "")
    assert two["python"] == f"CPython {platform.python_version()}"
    assert two["text"].startswith("snippets/a/two.py:7: stdout is not as claimed")
    assert "run next" not in two["text"]


def test_a_file_that_cannot_be_written_is_said(proof: Proof, add: Add) -> None:
    add("a/one.py")
    result = proof("run", *OWN, "--json", "snippets")
    assert result.exit_code == 2
    assert "snippets: it cannot be written" in result.stderr
