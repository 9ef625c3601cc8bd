"""scripts/record."""

import pytest

from .checkout import Checkout

# Of `proof`, what each test needs: the stand-in of `export` makes the folder.
PROOF = """\
printf 'proof %s (PROOF_PYTHONS=%s)\\n' "$*" "$PROOF_PYTHONS" >>'{log}'
case $1 in
    run) exit {status} ;;
    export) mkdir -p "$2/runs" ;;
esac
"""


@pytest.fixture
def ready(checkout: Checkout) -> Checkout:
    """Return a checkout that is set up."""
    checkout.run("scripts/test")
    return checkout


def pretend(checkout: Checkout, status: int) -> None:
    """Let `proof run` end with a status."""
    checkout.replace_tool("proof", PROOF.format(log=checkout.log, status=status))
    checkout.calls()


@pytest.mark.parametrize("status", [0, 1])
def test_the_runs_are_kept_whether_they_passed_or_not(
    ready: Checkout, status: int
) -> None:
    pretend(ready, status)
    assert ready.run("scripts/record", "3.13").returncode == status
    assert ready.calls("proof") == [
        "proof run --fresh --json stores/3.13/report.json (PROOF_PYTHONS=3.13)",
        "proof export stores/3.13 (PROOF_PYTHONS=3.13)",
    ]
    assert (ready.root / "stores/3.13/runs").is_dir()


@pytest.mark.parametrize("status", [2, 130, 143])
def test_nothing_is_kept_of_what_was_not_executed(ready: Checkout, status: int) -> None:
    (ready.root / "stores/3.13/runs").mkdir(parents=True)
    pretend(ready, status)
    assert ready.run("scripts/record", "3.13").returncode == status
    assert len(ready.calls("proof")) == 1
    assert not (ready.root / "stores/3.13").exists()


@pytest.mark.parametrize("words", [[], ["3"], ["3.x"], ["../x"], ["3.13", "3.14"]])
def test_anything_but_a_version_is_refused(ready: Checkout, words: list[str]) -> None:
    assert ready.refuse("scripts/record", *words) == (
        "scripts/record: takes one version of Python, such as 3.13, or 3.14t without"
        " the lock."
    )


def test_what_was_merged_is_not_recorded_again(ready: Checkout) -> None:
    (ready.root / ".proof/merged.json").write_text("[]")
    assert ready.refuse("scripts/record", "3.13") == (
        "scripts/record: runs of other machines are merged here: type"
        " `proof merge --own` first."
    )
