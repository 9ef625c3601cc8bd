"""scripts/assemble."""

import subprocess
from pathlib import Path

import pytest

from .checkout import Checkout

ADDRESS = "https://docs.invalid/proof/"
NOTE = """printf '%s\\n' "$name $* (${{PROOF_PYTHONS:-}})" >>'{log}'"""
PUBLISH = 'for folder; do :; done; mkdir "$folder"; echo new >"$folder/index.html"'


@pytest.fixture
def ready(checkout: Checkout) -> Checkout:
    """Return a checkout that is set up, and has an old site/."""
    checkout.run("scripts/test")
    note = NOTE.format(log=checkout.log)
    checkout.replace_tool("proof", f"name=proof; {note}")
    checkout.replace_tool("mkdocs", f"name=mkdocs; {note}; {PUBLISH}")
    (checkout.root / "site").mkdir()
    (checkout.root / "site/index.html").write_text("old\n")
    checkout.calls()
    return checkout


def published(checkout: Checkout) -> str:
    """Return what site/ holds."""
    return (checkout.root / "site/index.html").read_text()


def test_stores_are_merged_then_checked_then_built(ready: Checkout) -> None:
    done = ready.run("scripts/assemble", "stores/a", "stores/b c", SITE_URL=ADDRESS)
    assert (done.returncode, done.stderr) == (0, f"Built site/ for {ADDRESS}.\n")
    merge, check, build = ready.calls()
    assert merge == "proof merge stores/a stores/b c ()"
    assert check == "proof check --require-all (merged)"
    assert build.startswith("mkdocs build --strict --site-dir ")
    assert build.endswith(" (merged)")
    assert published(ready) == "new\n"


def test_stores_are_meant_from_where_it_is_typed(ready: Checkout) -> None:
    folder = ready.root / "elsewhere"
    folder.mkdir()
    subprocess.run(
        ["../scripts/assemble", "a", "/b"],
        cwd=folder,
        env=ready.environment | {"SITE_URL": ADDRESS},
        check=True,
    )
    assert ready.calls("proof merge") == [f"proof merge {folder / 'a'} /b ()"]


@pytest.mark.parametrize("step", ["merge", "check"])
@pytest.mark.parametrize("status", [1, 2])
def test_a_step_that_fails_leaves_the_old_site(
    ready: Checkout, step: str, status: int
) -> None:
    ready.replace_tool("proof", f'[ "$1" != {step} ] || exit {status}')
    done = ready.run("scripts/assemble", "stores/a", SITE_URL=ADDRESS)
    assert done.returncode == status
    assert published(ready) == "old\n"
    assert ready.calls() == []


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("http://127.0.0.1:8000/", "is this machine: nobody else could"),
        ("http://127.1.2.3/", "is this machine"),
        ("http://localhost/proof/", "is this machine"),
        ("http://LocalHost.:8000/", "is this machine"),
        ("http://proof.localhost/", "is this machine"),
        ("http://[::1]:8000/", "is this machine"),
        ("http://[::ffff:127.0.0.1]/", "is this machine"),
        ("http://0.0.0.0:8000/", "is this machine"),
        ("docs.invalid/proof", "is no address of a site, such as https://example.org"),
        ("file:///tmp/site/", "is no address of a site"),
        ("https://", "is no address of a site"),
        ("https://[", "is no address"),
    ],
)
def test_an_address_that_nobody_else_could_read_is_refused(
    ready: Checkout, named: str, said: str
) -> None:
    refused = ready.refuse("scripts/assemble", "stores/a", SITE_URL=named)
    assert refused.startswith(f"scripts/assemble: SITE_URL={named} {said}")
    assert ready.calls() == []
    assert published(ready) == "old\n"


@pytest.mark.parametrize("variables", [{}, {"SITE_URL": ""}])
def test_without_an_address_nothing_is_built(
    ready: Checkout, variables: dict[str, str]
) -> None:
    assert ready.refuse("scripts/assemble", "stores/a", **variables) == (
        "scripts/assemble: SITE_URL is not set: name the address at which the site is"
        " published, as in SITE_URL=https://example.org/proof/ scripts/assemble."
    )
    assert ready.calls() == []


def test_without_stores_it_says_what_it_takes(ready: Checkout) -> None:
    assert ready.refuse("scripts/assemble", SITE_URL=ADDRESS) == (
        "scripts/assemble: takes the stores that scripts/record made, as in"
        " scripts/assemble stores/3.1*."
    )


def test_it_executes_no_snippet() -> None:
    text = (Path(__file__).parents[2] / "scripts/assemble").read_text()
    assert "proof run" not in text
