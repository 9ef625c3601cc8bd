"""scripts/check."""

from pathlib import Path

import pytest

from .checkout import Checkout


@pytest.mark.parametrize(
    ("arguments", "tools"),
    [
        ([], ["ruff check .", "ruff format --check ."]),
        (["--fix"], ["ruff check --fix .", "ruff format ."]),
    ],
)
def test_every_tool_is_called(
    checkout: Checkout, arguments: list[str], tools: list[str]
) -> None:
    done = checkout.run("scripts/check", *arguments)
    assert done.returncode == 0, done.stderr
    assert checkout.calls()[-6:] == [
        *tools,
        "mypy ",
        "lint-imports --no-logo",
        "actionlint -shellcheck= -pyflakes= .github/workflows/site.yml",
        "zizmor --offline --quiet --no-progress .github/workflows/site.yml",
    ]
    shown = done.stderr.splitlines()[-13:-2]
    assert shown[0] == "sh -n scripts/_setup.sh"
    assert shown[-1] == "sh -n .ci/run"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            [],
            "`ruff check .`, `ruff format --check .`, `mypy` failed, as shown above;"
            " scripts/check --fix corrects what ruff can.",
        ),
        (
            ["--fix"],
            "`ruff check --fix .`, `ruff format .`, `mypy` failed, as shown above.",
        ),
    ],
)
def test_one_failure_hides_no_other(
    checkout: Checkout, arguments: list[str], said: str
) -> None:
    checkout.run("scripts/test")
    for tool in ("ruff", "mypy"):
        checkout.replace_tool(tool, f"echo {tool} failed; exit 1")
    done = checkout.run("scripts/check", *arguments)
    assert done.returncode == 1
    assert done.stdout.splitlines()[:3] == ["ruff failed"] * 2 + ["mypy failed"]
    assert done.stderr.splitlines()[-1] == f"scripts/check: {said}"


def test_what_ruff_cannot_correct_is_not_said_to_be(checkout: Checkout) -> None:
    checkout.run("scripts/test")
    checkout.replace_tool("mypy", "exit 1")
    said = checkout.run("scripts/check").stderr.splitlines()[-1]
    assert said == "scripts/check: `mypy` failed, as shown above."


def test_broken_shell_script_fails(checkout: Checkout) -> None:
    Path(checkout.root / "scripts/serve").write_text("#!/bin/sh\nif\n")
    assert checkout.run("scripts/check").returncode == 1


def test_shellcheck_is_used_where_it_is(checkout: Checkout) -> None:
    checkout.add_command("shellcheck")
    assert checkout.run("scripts/check").returncode == 0
    assert checkout.calls("shellcheck") == [
        "shellcheck --external-sources scripts/assemble scripts/benchmark scripts/build"
        " scripts/check scripts/notify scripts/record scripts/serve scripts/test"
        " .ci/run"
    ]


def test_unknown_argument_is_refused(checkout: Checkout) -> None:
    said = checkout.refuse("scripts/check", "--fast")
    assert said == "scripts/check: takes nothing, or --fix."
