"""How a program is expected to end."""

import signal
import subprocess
import sys

import pytest

from proof.checking.expectations import (
    claimed_exception,
    expected_status,
    signal_name,
    status_after,
)
from proof.snippets.claims import Claim


def _claims(**values: str) -> dict[str, Claim]:
    return {name: Claim(name, value, (), "", 1) for name, value in values.items()}


@pytest.mark.parametrize(
    "code",
    [
        "pass",
        "raise ValueError('no such thing')",
        "raise KeyboardInterrupt",
        "raise KeyboardInterrupt('now')",
        "raise type('KeyboardInterruption', (Exception,), {})",
        "raise ExceptionGroup('all', [KeyboardInterrupt])",
    ],
)
def test_an_exception_leads_to_the_status_that_the_interpreter_gives(code: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    last_line = ended.stderr.rstrip().rpartition("\n")[2].removeprefix("__main__.")
    assert status_after(last_line) == ended.returncode


@pytest.mark.parametrize(
    ("claims", "exception", "status"),
    [
        (_claims(), "", 0),
        (_claims(Raises="nothing"), "", 0),
        (_claims(Raises="ValueError: ..."), "ValueError: ...", 1),
        (_claims(Raises="ValueError", Exits="3"), "ValueError", 3),
        (_claims(Exits="SIGKILL"), "", -signal.SIGKILL),
        (_claims(Raises="KeyboardInterrupt", Exits="0"), "KeyboardInterrupt", 0),
    ],
)
def test_what_is_claimed_says_how_a_program_ends(
    claims: dict[str, Claim], exception: str, status: int
) -> None:
    assert claimed_exception(claims) == exception
    assert expected_status(claims) == status


@pytest.mark.parametrize(
    ("status", "name"),
    [(-signal.SIGKILL, "SIGKILL"), (0, ""), (9, ""), (-200, ""), (-40, "")],
)
def test_signals_have_their_names(status: int, name: str) -> None:
    assert signal_name(status) == name
