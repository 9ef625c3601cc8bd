"""A tiny checkout in which a page shows what a contributor is told."""

from collections.abc import Callable

import pytest

from proof.authoring.rehearsal import rehearsal
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet

_WANTED = "await-rules/what_is_so"
_CODE = '"""What is so."""\n\nprint("One")'


def test_it_says_what_proof_new_says() -> None:
    with rehearsal(_WANTED) as new:
        assert new.made.startswith("Created snippets/await_rules/what_is_so.py\n")
        assert "under 'Await rules'" in new.made


def test_only_what_is_to_be_filled_in_is_told() -> None:
    with rehearsal(_WANTED) as new:
        told = new.problems()
    assert len(told) == 2
    assert all("TODO is still" in one for one in told)


def test_nothing_is_left_of_it() -> None:
    with rehearsal(_WANTED) as new:
        assert new.plan.snippet.is_file()
    assert not new.project.root.exists()


def test_other_code_is_held_against_the_claims_as_made(
    executed: Callable[..., Execution], made: Callable[..., Run]
) -> None:
    with rehearsal(_WANTED) as new:
        text = new.plan.snippet.read_text("utf-8")
        told = new.edited(_CODE, made(executed(["One"], took=0.3))).splitlines()
        claims = text.replace(text.split("# Proof:")[0], f"{_CODE}\n\n\n")
        snippet = Snippet.parse("await_rules/what_is_so.py", claims.encode())
        line = snippet.claims[0].line
        assert text == new.plan.snippet.read_text("utf-8")
    path = "snippets/await_rules/what_is_so.py"
    assert told[0] == f"{path}:{line}: stdout is not as claimed"
    assert "    -one begins" in told
    assert "    +One" in told
    assert told[-1].endswith(f"proof accept {path}")


def test_a_mistake_is_told_and_undone() -> None:
    with rehearsal(_WANTED) as new:
        before = new.problems()
        told = new.mistaken(new.plan.page, "what_is_so", "what_is_not_so")
        assert new.problems() == before
    assert told.startswith("docs/await-rules/what-is-so.md:13: show() asks for")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("no such text", "x", "'no such text' is 0 times in what_is_so.py"),
        ("import asyncio", "import asyncio  # so", "nothing is said of"),
    ],
)
def test_a_mistake_that_is_none_is_an_error(old: str, new: str, reason: str) -> None:
    with rehearsal(_WANTED) as made, pytest.raises(ValueError, match=reason):
        made.mistaken(made.plan.snippet, old, new)
