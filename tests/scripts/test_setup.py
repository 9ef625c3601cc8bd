"""scripts/_setup.sh, seen through scripts/test."""

import fcntl
import shutil
import signal
import time
from pathlib import Path

import pytest

from .checkout import Checkout

EVERYTHING = ["venv", "requirements", "project"]


def append(path: Path, text: str) -> None:
    """Add to a file."""
    path.write_text(path.read_text() + text)


def test_first_start_sets_up_and_says_so(checkout: Checkout) -> None:
    done = checkout.run("scripts/test", "-k", "two words")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "Setting up .venv with Python 3.11.7: about a minute, this once.\n"
    )
    assert checkout.log.read_text().splitlines()[-1] == "pytest -k two words"
    assert checkout.set_ups() == EVERYTHING


def test_later_start_sets_nothing_up_and_is_quick(checkout: Checkout) -> None:
    checkout.run("scripts/test")
    checkout.calls()
    took = []
    for _ in range(3):
        start = time.perf_counter()
        done = checkout.run("scripts/test")
        took.append(time.perf_counter() - start)
        assert (done.returncode, done.stderr) == (0, "")
    assert checkout.set_ups() == []
    assert min(took) < 0.5


def test_changed_requirements_make_it_again(checkout: Checkout) -> None:
    checkout.run("scripts/test")
    checkout.calls()
    append(checkout.root / "requirements.txt", "click==8.5.1\n")
    checkout.run("scripts/test")
    assert checkout.set_ups() == EVERYTHING


def test_changed_pyproject_only_installs_the_project(checkout: Checkout) -> None:
    checkout.run("scripts/test")
    checkout.calls()
    append(checkout.root / "pyproject.toml", "# changed\n")
    checkout.run("scripts/test")
    assert checkout.set_ups() == ["project"]


def test_moved_checkout_heals(checkout: Checkout) -> None:
    checkout.run("scripts/test")
    checkout.calls()
    checkout.move()
    assert checkout.run("scripts/test").returncode == 0
    assert checkout.set_ups() == EVERYTHING


@pytest.mark.parametrize("lost", ["python", "mkdocs", "pytest"])
def test_broken_environment_is_made_again(checkout: Checkout, lost: str) -> None:
    checkout.run("scripts/test")
    checkout.calls()
    (checkout.root / ".venv/bin" / lost).unlink()
    assert checkout.run("scripts/test").returncode == 0
    assert checkout.set_ups() == EVERYTHING


def test_environment_that_was_not_finished_is_made_again(checkout: Checkout) -> None:
    leftover = checkout.root / ".venv/bin/leftover"
    leftover.parent.mkdir(parents=True)
    leftover.touch()
    assert checkout.run("scripts/test").returncode == 0
    assert checkout.set_ups() == EVERYTHING
    assert not leftover.exists()


@pytest.mark.parametrize("installing", ["requirements.txt", "-e ."])
def test_killed_set_up_heals(checkout: Checkout, installing: str) -> None:
    kill = f'case "$*" in *"{installing}") kill -9 "$PPID"; exit 1 ;; esac'
    checkout.add_python(pip=kill)
    assert checkout.run("scripts/test").returncode == -signal.SIGKILL
    checkout.calls()
    checkout.add_python()
    # What was killed may have left its own stand-in for python in .venv.
    shutil.copy(checkout.path / "python3", checkout.root / ".venv/bin/python")
    done = checkout.run("scripts/test")
    assert done.returncode == 0, done.stderr
    healed = ["project"] if installing == "-e ." else EVERYTHING
    assert checkout.set_ups() == healed


def test_second_set_up_waits_and_takes_what_the_first_made(
    checkout: Checkout,
) -> None:
    checkout.run("scripts/test")
    checkout.calls()
    made, hidden = checkout.root / ".venv", checkout.root / "hidden"
    made.rename(hidden)
    with (checkout.root / ".proof/set-up.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with checkout.start("scripts/test") as waiting:
            assert waiting.stderr is not None
            said = waiting.stderr.readline()
            hidden.rename(made)
            fcntl.flock(lock, fcntl.LOCK_UN)
            assert waiting.wait(60) == 0
    assert said == "Waiting for another of these scripts to finish.\n"
    assert checkout.set_ups() == []


def test_python_chooses_the_interpreter_and_is_remembered(checkout: Checkout) -> None:
    checkout.run("scripts/test")
    checkout.calls()
    checkout.add_python("python3.12", version="3.12.1")
    checkout.run("scripts/test", PYTHON="python3.12")
    assert checkout.set_ups() == EVERYTHING
    checkout.run("scripts/test", PYTHON="../bin/python3.12")
    checkout.run("scripts/test")
    assert checkout.set_ups() == []
    checkout.run("scripts/test", PYTHON="python3")
    assert checkout.set_ups() == EVERYTHING


def test_interpreter_that_went_away_is_replaced(checkout: Checkout) -> None:
    checkout.add_python("python3.12", version="3.12.1")
    checkout.run("scripts/test", PYTHON="python3.12")
    checkout.calls()
    python = checkout.root / ".venv/bin/python"
    python.unlink()
    python.symlink_to("/nowhere/python3.12")
    done = checkout.run("scripts/test")
    assert "with Python 3.11.7" in done.stderr
    assert checkout.set_ups() == EVERYTHING


def test_activated_environment_can_be_made_again(checkout: Checkout) -> None:
    checkout.run("scripts/test")
    checkout.calls()
    in_venv = checkout.root / ".venv/bin"
    (in_venv / "python3").symlink_to("python")
    (checkout.root / ".venv/proof-environment").unlink()
    path = f"{in_venv}:{checkout.path}"
    done = checkout.run("scripts/test", PATH=path)
    assert done.returncode == 0, done.stderr
    assert checkout.set_ups() == EVERYTHING


def test_done_set_up_is_not_looked_at(checkout: Checkout) -> None:
    checkout.run("scripts/test")
    checkout.calls()
    (checkout.root / ".venv/proof-environment").unlink()
    assert checkout.run("scripts/test", PROOF_SET_UP="done").returncode == 0
    assert checkout.calls() == ["pytest "]


@pytest.mark.parametrize("version", ["2.7.18", "3.9.18", "3.10.13"])
def test_old_python_is_named(checkout: Checkout, version: str) -> None:
    checkout.add_python(version=version)
    assert checkout.refuse("scripts/test") == (
        f"scripts/test: python3 is Python {version}, but 3.11 or newer is needed:"
        " name one, as in PYTHON=python3.11 scripts/test."
    )


def test_missing_python(checkout: Checkout) -> None:
    (checkout.path / "python3").unlink()
    assert checkout.refuse("scripts/test") == (
        "scripts/test: there is no python3 here that starts: install Python 3.11"
        " or newer, or name one with PYTHON=/path/to/it."
    )


def test_chosen_python_that_is_missing(checkout: Checkout) -> None:
    said = checkout.refuse("scripts/test", PYTHON="python3.99")
    assert said == "scripts/test: PYTHON=python3.99 is not there."


@pytest.mark.parametrize("does", ["echo 1", "exit 3", "true"])
def test_chosen_python_that_is_none(checkout: Checkout, does: str) -> None:
    checkout.add_command("snake", does)
    said = checkout.refuse("scripts/test", PYTHON="snake")
    assert said == "scripts/test: PYTHON=snake does not start as Python."


def test_missing_venv_module_names_the_package(checkout: Checkout) -> None:
    python = checkout.add_python(ensurepip=False)
    assert checkout.refuse("scripts/test") == (
        f"scripts/test: {python} has no venv module (on Debian and Ubuntu:"
        " sudo apt-get install python3.11-venv)."
    )
    assert not (checkout.root / ".venv").exists()


def test_failed_pip_is_named_and_leaves_nothing(checkout: Checkout) -> None:
    checkout.add_python(pip="echo 'no route to host' >&2; exit 1")
    done = checkout.run("scripts/test")
    assert done.returncode == 1
    assert done.stderr.splitlines()[1:] == [
        "no route to host",
        "scripts/test: `pip install -r requirements.txt` failed: the reason stands"
        " above (no network is the usual one).",
    ]
    assert not (checkout.root / ".venv").exists()


def test_project_that_cannot_be_installed_costs_no_environment(
    checkout: Checkout,
) -> None:
    checkout.add_python(pip='case "$*" in *"-e .") exit 1 ;; esac')
    done = checkout.run("scripts/test")
    assert (done.returncode, done.stderr.splitlines()[1:]) == (
        1,
        ["scripts/test: `pip install -e .` failed: the reason stands above."],
    )
    checkout.calls()
    checkout.run("scripts/test")
    assert checkout.set_ups() == ["project"]


def test_works_from_any_folder(checkout: Checkout, tmp_path: Path) -> None:
    start = f"cd '{tmp_path}' && exec 'check out/scripts/test'"
    write = checkout.root / "elsewhere"
    write.write_text(f"#!/bin/sh\n{start}\n")
    write.chmod(0o755)
    assert checkout.run("elsewhere", CDPATH="/").returncode == 0
    assert checkout.set_ups() == EVERYTHING
