"""scripts/test and .ci/run."""

import pytest

from .checkout import Checkout

UPDATE = "apt-get update -qq"
INSTALL = "apt-get install -qq --no-install-recommends chromium"


@pytest.fixture
def bare(checkout: Checkout) -> Checkout:
    """Return a checkout on a machine without Chromium, all else set up."""
    checkout.run("scripts/test")
    checkout.calls()
    (checkout.path / "chromium").unlink()
    checkout.add_command("id", "echo 1000")
    checkout.add_command("uname", "echo Linux")
    return checkout


def test_tests_learn_which_chromium(checkout: Checkout) -> None:
    checkout.run("scripts/test")
    checkout.replace_tool("pytest", 'echo "$CHROMIUM $PROOF_SET_UP"')
    done = checkout.run("scripts/test")
    assert done.stdout == f"{checkout.path}/chromium done\n"


def test_named_chromium_is_taken(bare: Checkout) -> None:
    bare.add_command("my-chrome")
    bare.replace_tool("pytest", 'echo "$CHROMIUM"')
    assert bare.run("scripts/test", CHROMIUM="my-chrome").stdout == "my-chrome\n"


def test_named_chromium_that_is_missing(bare: Checkout) -> None:
    said = bare.refuse("scripts/test", CHROMIUM="my-chrome")
    assert said == "scripts/test: CHROMIUM=my-chrome is not there."


@pytest.mark.parametrize(
    ("system", "command"),
    [
        ("Linux", "sudo apt-get install chromium"),
        ("Darwin", "brew install --cask google-chrome"),
    ],
)
def test_missing_chromium_is_one_sentence(
    bare: Checkout, system: str, command: str
) -> None:
    bare.add_command("uname", f"echo {system}")
    assert bare.refuse("scripts/test") == (
        f"scripts/test: the tests need Chromium: {command}"
        " (or name one with CHROMIUM=/path/to/it)."
    )
    assert bare.calls("pytest") == []


def test_user_without_rights_learns_what_to_install(bare: Checkout) -> None:
    bare.add_command("apt-get")
    bare.add_command("sudo", "exit 1")
    assert "sudo apt-get install chromium" in bare.refuse("scripts/test")
    assert bare.calls("apt-get") == []


@pytest.mark.parametrize("root", [True, False])
def test_chromium_is_installed_where_that_is_allowed(
    bare: Checkout, *, root: bool
) -> None:
    if root:
        bare.add_command("id", "echo 0")
    else:
        bare.add_command("sudo", 'shift; "$@"')
    chromium = bare.path / "chromium"
    made = f"printf '#!/bin/sh\\n' >'{chromium}' && chmod +x '{chromium}'"
    bare.add_command("apt-get", f'case "$1" in install) {made} ;; esac')
    done = bare.run("scripts/test")
    assert done.returncode == 0, done.stderr
    assert (
        done.stderr == "Installing Chromium with apt-get: about a minute, this once.\n"
    )
    calls = bare.calls()
    assert [call for call in calls if call.startswith("apt-get")] == [UPDATE, INSTALL]
    assert calls[-1] == "pytest "


def test_failed_installation_says_what_to_do(bare: Checkout) -> None:
    bare.add_command("id", "echo 0")
    bare.add_command("apt-get", "echo 'no network' >&2; exit 100")
    done = bare.run("scripts/test")
    assert done.returncode == 1
    assert "the tests need Chromium" in done.stderr.splitlines()[-1]
    assert bare.calls("pytest") == []


def test_failed_tests_fail_the_script(checkout: Checkout) -> None:
    checkout.run("scripts/test")
    checkout.replace_tool("pytest", "echo '1 failed in 0.01s'; exit 1")
    done = checkout.run(".ci/run", CI="true")
    assert (done.returncode, done.stdout) == (1, "1 failed in 0.01s\n")


def test_coverage_is_measured_where_everything_is_tested(checkout: Checkout) -> None:
    checkout.run("scripts/test")
    checkout.replace_tool("pytest", 'echo "$PYTEST_ADDOPTS"')
    assert checkout.run("scripts/test").stdout.split()[-1] == "--cov"
    assert "--cov" not in checkout.run("scripts/test", "tests/site").stdout
    said = checkout.run("scripts/test", PYTEST_ADDOPTS="-n 0").stdout
    assert said.split()[-3:] == ["--cov", "-n", "0"]
