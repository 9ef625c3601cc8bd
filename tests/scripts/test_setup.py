"""scripts/_setup.sh, seen through scripts/test."""

import fcntl
import signal
import time
from pathlib import Path

import pytest

from .checkout import Checkout

EVERYTHING = ["venv", "uv", "tools", "project", "pythons"]


def replace(path: Path, old: str, new: str) -> None:
    """Edit a file in one place."""
    text = path.read_text()
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new))


def test_first_start_sets_up_and_says_so(checkout: Checkout) -> None:
    done = checkout.run("scripts/test", "-k", "two words")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "Setting up .venv with Python 3.11.7: about twenty seconds, this once.\n"
    )
    assert checkout.log.read_text().splitlines()[-1] == "pytest -k two words"
    assert checkout.set_ups() == EVERYTHING


def test_nothing_is_installed_but_what_is_pinned_by_hash(checkout: Checkout) -> None:
    checkout.run("scripts/test")
    installs = [call for call in checkout.calls() if " install " in call]
    assert len(installs) == 4
    assert [call for call in installs if "--require-hashes" not in call] == [
        "uv pip install --quiet --python .venv/bin/python --no-deps"
        " --no-build-isolation -e ."
    ]


@pytest.mark.timing
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


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("requirements.txt", "1.6.1", "1.6.2"),
        ("pyproject.toml", "proof.cli.main:main", "proof.cli.main:other"),
    ],
)
def test_changed_needs_make_it_again(
    checkout: Checkout, file: str, old: str, new: str
) -> None:
    checkout.run("scripts/test")
    checkout.calls()
    replace(checkout.root / file, old, new)
    checkout.run("scripts/test")
    assert checkout.set_ups() == EVERYTHING


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param(
            "pyproject.toml", "line-length = 88", "line-length = 80", id="style"
        ),
        # They are in environments of their own.
        pytest.param("requirements-snippets.txt", "3.14.5", "3.14.6", id="snippets"),
    ],
)
def test_what_it_is_not_made_of_makes_nothing_again(
    checkout: Checkout, file: str, old: str, new: str
) -> None:
    checkout.run("scripts/test")
    checkout.calls()
    replace(checkout.root / file, old, new)
    checkout.run("scripts/test")
    assert checkout.set_ups() == []


def test_moved_checkout_heals(checkout: Checkout) -> None:
    checkout.run("scripts/test")
    checkout.calls()
    checkout.move()
    assert checkout.run("scripts/test").returncode == 0
    assert checkout.set_ups() == EVERYTHING


@pytest.mark.parametrize("lost", ["python", "mkdocs", "pytest", "proof"])
def test_broken_environment_is_made_again(checkout: Checkout, lost: str) -> None:
    checkout.run("scripts/test")
    checkout.calls()
    (checkout.root / ".venv/bin" / lost).unlink()
    assert checkout.run("scripts/test").returncode == 0
    assert checkout.set_ups() == EVERYTHING


def test_environment_that_was_not_finished_is_made_again(checkout: Checkout) -> None:
    partial = checkout.root / ".venv/bin/partial"
    partial.parent.mkdir(parents=True)
    partial.touch()
    assert checkout.run("scripts/test").returncode == 0
    assert checkout.set_ups() == EVERYTHING
    assert not partial.exists()


@pytest.mark.parametrize("installing", ["-r requirements.txt", "-e ."])
def test_killed_set_up_heals(checkout: Checkout, installing: str) -> None:
    kill = f'case "$*" in *"{installing}") kill -9 "$PPID"; exit 1 ;; esac'
    checkout.add_python(uv=kill)
    assert checkout.run("scripts/test").returncode == -signal.SIGKILL
    checkout.calls()
    checkout.add_python()
    done = checkout.run("scripts/test")
    assert done.returncode == 0, done.stderr
    assert checkout.set_ups() == EVERYTHING


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
    assert said == "scripts/test: PYTHON=python3.99 does not exist."


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


def test_pip_installs_where_uv_cannot(checkout: Checkout) -> None:
    checkout.add_python(uv='[ "$1" = -m ] || { echo "no index" >&2; exit 2; }')
    done = checkout.run("scripts/test")
    assert (done.returncode, done.stderr.splitlines()[1:]) == (
        0,
        [
            "uv cannot install here (.proof/set-up.log says why): pip does, in about a"
            " minute."
        ],
    )
    # Once for the tools, once for the other engine.
    assert (checkout.root / ".proof/set-up.log").read_text() == "no index\n" * 2
    assert checkout.set_ups() == [
        "venv",
        "uv",
        "tools",
        "tools by pip",
        "project by pip",
        "pythons",
    ]


def test_pythons_that_cannot_be_prepared_do_not_stop_it(checkout: Checkout) -> None:
    checkout.add_python(proof="echo no room; exit 2")
    done = checkout.run("scripts/test")
    assert (done.returncode, done.stderr.splitlines()[1:]) == (
        0,
        ["Some Pythons cannot run snippets here (.proof/set-up.log says why)."],
    )
    assert (checkout.root / ".proof/set-up.log").read_text() == "no room\n"
    assert checkout.set_ups() == EVERYTHING
    assert checkout.run("scripts/test").stderr == ""


def _add_browser(checkout: Checkout) -> None:
    """Give it what readers' browsers need, to be installed by npm."""
    folder = checkout.root / "scripts/browser"
    folder.mkdir()
    for name in ("package.json", "package-lock.json", ".npmrc"):
        (folder / name).write_text("{}\n")


def test_npm_installs_what_a_browser_needs(checkout: Checkout) -> None:
    _add_browser(checkout)
    checkout.add_command("npm", "pwd >where")
    done = checkout.run("scripts/test")
    assert (done.returncode, len(done.stderr.splitlines())) == (0, 1)
    (call,) = checkout.calls("npm")
    assert call == "npm ci --ignore-scripts --no-audit --no-fund"
    browser = checkout.root / ".proof/browser"
    assert (browser / "where").read_text() == f"{browser}\n"
    assert (browser / "package-lock.json").exists()
    assert checkout.run("scripts/test").stderr == ""
    (checkout.root / "scripts/browser/package-lock.json").write_text("{1}\n")
    checkout.run("scripts/test")
    assert len(checkout.calls("npm")) == 1


@pytest.mark.parametrize(
    ("npm", "said"),
    [
        ("", "There is no npm here: readers of these pages cannot run programs."),
        (
            "echo no route; exit 1",
            "npm cannot install here (.proof/set-up.log says why): readers of these "
            "pages cannot run programs.",
        ),
    ],
)
def test_without_npm_all_else_works(checkout: Checkout, npm: str, said: str) -> None:
    _add_browser(checkout)
    if npm:
        checkout.add_command("npm", npm)
    done = checkout.run("scripts/test")
    assert (done.returncode, done.stderr.splitlines()[1:]) == (0, [said])
    assert not (checkout.root / ".proof/browser").exists()


@pytest.mark.parametrize(
    ("set_to", "configured", "used"),
    [
        ({}, "exit 1", "none"),
        ({}, "echo of-pip", "of-pip"),
        ({"PIP_INDEX_URL": "of-the-shell"}, "echo of-pip", "of-the-shell"),
        ({"UV_DEFAULT_INDEX": "of-uv"}, "echo of-pip", "of-uv"),
        ({"UV_INDEX_URL": "old"}, "echo of-pip", "none"),
    ],
)
def test_uv_uses_the_index_of_pip(
    checkout: Checkout, set_to: dict[str, str], configured: str, used: str
) -> None:
    note = 'echo "${UV_DEFAULT_INDEX-none}" >index'
    checkout.add_python(uv=note, index=configured)
    checkout.run("scripts/test", **set_to)
    assert (checkout.root / "index").read_text() == f"{used}\n"


@pytest.mark.parametrize(("home", "cached"), [("/dev/null", "1"), (".", "none")])
def test_uv_works_without_a_cache(checkout: Checkout, home: str, cached: str) -> None:
    checkout.add_python(uv='echo "${UV_NO_CACHE-none}" >cached')
    assert checkout.run("scripts/test", HOME=home).returncode == 0
    assert (checkout.root / "cached").read_text() == f"{cached}\n"


def test_failed_installation_is_named_and_leaves_nothing(checkout: Checkout) -> None:
    checkout.add_python(pip="echo 'no route to host' >&2; exit 1")
    done = checkout.run("scripts/test")
    assert done.returncode == 1
    assert done.stderr.splitlines()[2:] == [
        "no route to host",
        "scripts/test: `pip install -r requirements.txt` failed: the reason is"
        " above (no network is the usual one).",
    ]
    assert not (checkout.root / ".venv").exists()


def test_project_that_cannot_be_installed_is_named(checkout: Checkout) -> None:
    checkout.add_python(uv='case "$*" in *"-e .") exit 1 ;; esac')
    done = checkout.run("scripts/test")
    assert (done.returncode, done.stderr.splitlines()[1:]) == (
        1,
        ["scripts/test: `pip install -e .` failed: the reason is above."],
    )


def test_works_from_any_folder(checkout: Checkout, tmp_path: Path) -> None:
    start = f"cd '{tmp_path}' && exec 'check out/scripts/test'"
    write = checkout.root / "elsewhere"
    write.write_text(f"#!/bin/sh\n{start}\n")
    write.chmod(0o755)
    assert checkout.run("elsewhere", CDPATH="/").returncode == 0
    assert checkout.set_ups() == EVERYTHING
