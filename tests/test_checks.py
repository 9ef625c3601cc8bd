"""Format, lint, types and shell syntax hold, as scripts/check sees them."""

import subprocess
from pathlib import Path

from tests.measuring import unmeasured


def test_checks_pass() -> None:
    script = Path(__file__).resolve().parents[1] / "scripts/check"
    done = subprocess.run(
        [script],
        env=unmeasured() | {"PROOF_SET_UP": "done"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
