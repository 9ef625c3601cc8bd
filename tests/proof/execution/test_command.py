"""The command `proof run` where the shell, the disk or a signal is against it."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from .hostile.executing import checkout, running, text, until
from .hostile.odd import ODD
from .hostile.program import Program, prints

PROOF_RUN: Final = (
    sys.executable,
    "-c",
    "from proof.cli.main import main; main()",
    "run",
)


def test_few_open_files_are_enough(tmp_path: Path) -> None:
    sleeper = text(prints("One", "import time\nprint('One')\ntime.sleep(0.1)"))
    checkout(tmp_path, {f"sleeper_{number}": sleeper for number in range(30)})
    done = subprocess.run(
        ["sh", "-c", 'ulimit -n 64; exec "$@"', "sh", *PROOF_RUN],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "30 snippets passed." in done.stdout, done.stderr


def test_runs_that_cannot_be_stored_are_said_in_a_sentence(tmp_path: Path) -> None:
    checkout(tmp_path, {name: text(ODD["markup"]) for name in ("one", "two")})
    (tmp_path / ".proof").touch()
    done = subprocess.run(
        PROOF_RUN, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith("Error: .proof/runs: stored runs cannot be written ")
    assert done.stderr.count("\n") == 1


def test_closed_streams_do_no_harm(tmp_path: Path) -> None:
    checkout(tmp_path, {name: text(ODD["markup"]) for name in ("one", "two")})
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", *PROOF_RUN],
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0


def test_signals_that_we_ignore_are_not_ignored_by_programs(tmp_path: Path) -> None:
    code = "import os, signal\nos.kill(os.getpid(), signal.SIG{})"
    checkout(
        tmp_path,
        {
            name: text(Program(code.format(name), claims=f"Exits: SIG{name}"))
            for name in ("HUP", "QUIT", "TERM")
        },
    )
    done = subprocess.run(
        ["sh", "-c", 'trap "" HUP INT QUIT TERM CHLD; exec "$@"', "sh", *PROOF_RUN],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "3 snippets passed." in done.stdout, done.stderr


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
)
def test_interrupted_runner_leaves_nothing(
    tmp_path: Path, number: signal.Signals, status: int
) -> None:
    started = tmp_path / "started"
    code = f"import time\nopen({str(started)!r}, 'w').close()\ntime.sleep(60)"
    snippets = {"ends": text(ODD["markup"]), "sleeps": text(Program(code))}
    project = checkout(tmp_path / "checkout", snippets)
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    with subprocess.Popen(
        PROOF_RUN,
        cwd=project.root,
        env={**os.environ, "TMPDIR": str(temporary)},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as runner:
        assert until(started.exists)
        runner.send_signal(number)
        runner.send_signal(number)
        assert runner.wait(10) == status
    assert not running(str(project.root))
    assert not list(temporary.iterdir())
    assert not list(project.store.rglob("*.part"))
