"""scripts/build."""

import os
from pathlib import Path

import pytest

from .checkout import Checkout

PUBLISH = 'for folder; do :; done; mkdir "$folder"; echo new >"$folder/index.html"'


@pytest.fixture
def built(checkout: Checkout) -> Checkout:
    """Return a checkout with an old site/ and a build that works."""
    checkout.run("scripts/test")
    checkout.replace_tool("mkdocs", PUBLISH)
    (checkout.root / "site").mkdir()
    (checkout.root / "site/index.html").write_text("old\n")
    return checkout


def site(checkout: Checkout) -> dict[str, str]:
    """Return the files of site/ and their text."""
    root = checkout.root / "site"
    files = (path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): path.read_text() for path in files}


def temporary_folders(checkout: Checkout) -> list[Path]:
    """Return the temporary folders that a build left behind."""
    return list((checkout.root / ".proof").glob("site-*"))


@pytest.mark.parametrize("again", [False, True])
def test_new_site_replaces_the_old_one(built: Checkout, *, again: bool) -> None:
    if not again:
        (built.root / "site").rename(built.root / "no site")
    done = built.run("scripts/build")
    assert (done.returncode, done.stderr) == (0, "Built site/.\n")
    assert site(built) == {"index.html": "new\n"}
    assert (built.root / "site").stat().st_mode & 0o777 == 0o755
    assert temporary_folders(built) == []


def test_everything_is_executed_afresh_and_strictly(built: Checkout) -> None:
    note = f"printf 'mkdocs %s\\n' \"$1 $2 $3\" >>'{built.log}'"
    built.replace_tool("mkdocs", f"{note}; {PUBLISH}")
    built.calls()
    built.run("scripts/build")
    assert built.calls() == [
        "proof run --fresh",
        "mkdocs build --strict --site-dir",
    ]


@pytest.mark.parametrize(
    ("tool", "does", "status"),
    [
        pytest.param("proof", "exit 1", 1, id="claim"),
        pytest.param("mkdocs", f"{PUBLISH}; exit 1", 1, id="page"),
        pytest.param("mkdocs", "true", 1, id="nothing made"),
        pytest.param("mkdocs", 'kill -INT "$PPID"; exit 1', 130, id="interrupt"),
        pytest.param("proof", 'kill -TERM "$PPID"', 143, id="terminate"),
    ],
)
def test_failure_leaves_the_old_site(
    built: Checkout, tool: str, does: str, status: int
) -> None:
    built.replace_tool(tool, does)
    assert built.run("scripts/build").returncode == status
    assert site(built) == {"index.html": "old\n"}
    assert temporary_folders(built) == []


def test_arguments_are_refused(built: Checkout) -> None:
    assert built.refuse("scripts/build", "-q") == (
        "scripts/build: takes nothing, or --engine zensical."
    )


def test_another_engine_is_installed_once_and_builds(built: Checkout) -> None:
    real = (built.root / ".venv/bin/python").read_text("utf-8")
    publish = f'case "$*" in *" build "*) {PUBLISH}; exit ;; esac'
    built.replace_tool("python", real.replace("#!/bin/sh\n", f"{publish}\n"))
    install = "--require-hashes -r requirements-zensical.txt"
    (built.root / ".venv/proof-zensical").unlink()
    built.calls()
    for times in (1, 0):
        done = built.run("scripts/build", "--engine", "zensical")
        assert (done.returncode, done.stderr) == (0, "Built site/.\n")
        assert site(built) == {"index.html": "new\n"}
        calls = built.calls()
        assert sum(call.endswith(install) for call in calls) == times
        assert not any(call.startswith("mkdocs") for call in calls)


def test_engine_that_nobody_knows_is_one_sentence(built: Checkout) -> None:
    assert built.refuse("scripts/build", "--engine", "hugo") == (
        "scripts/build: knows the engines mkdocs and zensical, and no hugo."
    )


def test_engine_that_cannot_be_installed_is_one_sentence(built: Checkout) -> None:
    (built.root / ".venv/proof-zensical").unlink()
    for tool in ("uv", "python"):
        real = (built.root / ".venv/bin" / tool).read_text("utf-8")
        fails = 'case "$*" in *zensical.txt) exit 1 ;; esac'
        built.replace_tool(tool, real.replace("#!/bin/sh\n", f"{fails}\n"))
    assert built.refuse("scripts/build", "--engine", "zensical") == (
        "scripts/build: Zensical cannot be installed here (.proof/set-up.log says why)."
    )


def test_what_a_killed_build_left_is_removed_but_not_one_that_is_at_work(
    built: Checkout,
) -> None:
    left, at_work = (built.root / f".proof/site-{name}" for name in ("left", "now"))
    for folder in (left, at_work):
        (folder / "new").mkdir(parents=True)
    os.utime(left, (0, 0))
    assert built.run("scripts/build").returncode == 0
    assert temporary_folders(built) == [at_work]
