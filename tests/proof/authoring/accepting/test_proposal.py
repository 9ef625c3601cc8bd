"""What a snippet would have to claim for what it did to be right."""

import signal
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from proof.authoring.accepting.by_version import combined
from proof.authoring.accepting.claims_writing import Changes, with_changes
from proof.authoring.accepting.proposal import changes_to_match
from proof.authoring.accepting.times import changes_of_times
from proof.checking.differences import differences
from proof.errors import ProofError
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet

Parse = Callable[..., Snippet]
Executed = Callable[..., Execution]
Made = Callable[..., Run]
Propose = Callable[..., list[str]]

_TRACEBACK = (
    "Traceback (most recent call last):",
    '  File "snippets/a/b.py", line 3, in <module>',
)


def _block(content: bytes) -> list[str]:
    """The claims, without comment signs."""
    lines = content.decode().splitlines()
    block = lines[lines.index("# Proof:") + 1 :]
    return [line.removeprefix("# ").removeprefix("#") for line in block]


def _changes(snippet: Snippet, run: Run) -> Changes:
    """What to change where it was run on one version only."""
    return combined(snippet, {run.version: changes_to_match(snippet, run)})


@pytest.fixture
def propose(parse: Parse, executed: Executed, made: Made) -> Propose:
    """The claims of a snippet after they were changed to match what it did."""

    def change(
        claims: str, *printed: list[str], python: str = "3.11.7", **outcome: Any
    ) -> list[str]:
        snippet = parse(claims=claims)
        run = made(executed(*printed, **outcome), python=python)
        changes = _changes(snippet, run)
        content = with_changes(snippet.content, snippet.claims, changes)
        new = Snippet.parse(snippet.name, content)
        wrong = [d for d in differences(new, run) if not d.is_timing]
        assert wrong == []
        return _block(content)

    return change


_CASES: dict[str, tuple[str, tuple[list[str], ...], dict[str, Any], str]] = {
    "as-claimed": ("Output:\n    One", (["One"],), {}, "Output:\n    One"),
    "other-output": ("Output:\n    One", (["Two"],), {}, "Output:\n    Two"),
    "no-output-now": ("Output:\n    One\nTakes: 0.5 s", ([],), {}, "Takes: 0.5 s"),
    "nothing-at-all": ("Output:\n    One", ([],), {}, "Output:"),
    "nothing-was-claimed-and-is-so": ("Output:", ([],), {}, "Output:"),
    "unclaimed-output": (
        "Takes: 0.5 s",
        (["One"],),
        {},
        "Output:\n    One\nTakes: 0.5 s",
    ),
    "anything-stays": ("Output: anything", (["Two"],), {}, "Output: anything"),
    "anything-stays-although-nothing-is-printed": (
        "Output: anything",
        ([],),
        {},
        "Output: anything",
    ),
    "unclaimed-stderr": (
        "Output:\n    One",
        (["One"], ["e"]),
        {},
        "Output:\n    One\nStderr:\n    e",
    ),
    "no-stderr-now": (
        "Output:\n    One\nStderr:\n    e",
        (["One"],),
        {},
        "Output:\n    One",
    ),
    "unordered-that-holds": (
        "Unordered output:\n    a\n    b",
        (["b", "a"],),
        {},
        "Unordered output:\n    a\n    b",
    ),
    "unordered-that-does-not": (
        "Unordered output:\n    a\n    b",
        (["c", "a"],),
        {},
        "Unordered output:\n    a\n    c",
    ),
    "only-this-version": (
        "Output [<3.12]:\n    a\nOutput [>=3.12]:\n    b",
        (["c"],),
        {},
        "Output [<3.12]:\n    c\nOutput [>=3.12]:\n    b",
    ),
    "nothing-in-this-version": (
        "Stderr [<3.12]:\n    a\nStderr [>=3.12]:\n    b",
        ([],),
        {},
        "Stderr [<3.12]:\nStderr [>=3.12]:\n    b",
    ),
    "an-exception": (
        "Output:",
        ([], [*_TRACEBACK, "ValueError: no..."]),
        {"status": 1},
        "Output:\nRaises: ValueError: no\\...",
    ),
    "another-exception": (
        "Raises: KeyError: 'x'",
        ([], [*_TRACEBACK, "ValueError: no"]),
        {"status": 1},
        "Raises: ValueError: no",
    ),
    "a-wildcard-in-an-exception-stays": (
        "Output:\n    One\nRaises: ValueError: ...",
        ([], [*_TRACEBACK, "ValueError: no"]),
        {"status": 1},
        "Raises: ValueError: ...",
    ),
    "no-exception-now": (
        "Output:\n    One\nRaises: ValueError: no",
        (["One"],),
        {},
        "Output:\n    One",
    ),
    "no-exception-in-this-version": (
        "Raises [<3.12]: ValueError: no\nRaises [>=3.12]: nothing",
        ([],),
        {},
        "Raises [<3.12]: nothing\nRaises [>=3.12]: nothing",
    ),
    "an-exception-in-this-version": (
        "Raises [<3.12]: nothing\nRaises [>=3.12]: KeyError",
        ([], [*_TRACEBACK, "ValueError: no"]),
        {"status": 1},
        "Raises [<3.12]: ValueError: no\nRaises [>=3.12]: KeyError",
    ),
    "text-beside-an-exception": (
        "Output:",
        ([], ["before", *_TRACEBACK, "ValueError: no"]),
        {"status": 1},
        "Output:\nStderr:\n    before\nRaises: ValueError: no",
    ),
    "a-traceback-that-is-survived-is-output": (
        "Output:",
        ([], [*_TRACEBACK, "ValueError: no"]),
        {},
        "Output:\nStderr:\n    Traceback (most recent call last):\n"
        '      File "snippets/a/b.py", line 3, in <module>\n    ValueError: no',
    ),
    "an-exception-of-a-local-class": (
        "Output:",
        ([], [*_TRACEBACK, "main.<locals>.Odd: no"]),
        {"status": 1},
        "Output:\nRaises: main.<locals>.Odd: no",
    ),
    "an-exception-that-no-claim-can-name": (
        "Output:",
        ([], [*_TRACEBACK, "very odd: no"]),
        {"status": 1},
        "Output:\nStderr:\n    Traceback (most recent call last):\n"
        '      File "snippets/a/b.py", line 3, in <module>\n'
        "    very odd: no\nExits: 1",
    ),
    "an-interrupt": (
        "Output:",
        ([], [*_TRACEBACK, "KeyboardInterrupt"]),
        {"status": -signal.SIGINT},
        "Output:\nRaises: KeyboardInterrupt",
    ),
    "a-status": ("Output:", ([],), {"status": 3}, "Output:\nExits: 3"),
    "another-status": ("Exits: 4", ([],), {"status": 3}, "Exits: 3"),
    "a-signal": ("Exits: 4", ([],), {"status": -9}, "Exits: SIGKILL"),
    "no-status-now": ("Output:\nExits: 4", ([],), {}, "Output:"),
    "no-status-in-this-version": (
        "Exits [<3.12]: 4\nExits [>=3.12]: 5",
        ([],),
        {},
        "Exits [<3.12]: 0\nExits [>=3.12]: 5",
    ),
    "a-status-of-its-own-beside-an-exception": (
        "Raises: KeyError\nExits: 3",
        ([], [*_TRACEBACK, "ValueError: no"]),
        {"status": 3},
        "Raises: ValueError: no\nExits: 3",
    ),
    "times-are-left-alone": (
        "Output:\n    One\nTakes: 9 s\nBlocks: 8 s",
        (["Two"],),
        {"blocks": 1.0},
        "Output:\n    Two\nTakes: 9 s\nBlocks: 8 s",
    ),
}


@pytest.mark.parametrize(
    ("claims", "printed", "outcome", "expected"), _CASES.values(), ids=_CASES.keys()
)
def test_claims_follow_what_was_done(
    propose: Propose,
    claims: str,
    printed: tuple[list[str], ...],
    outcome: dict[str, Any],
    expected: str,
) -> None:
    assert propose(claims, *printed, **outcome) == expected.split("\n")


def test_the_version_that_ran_decides(propose: Propose) -> None:
    claims = "Output [<3.12]:\n    a\nOutput [>=3.12]:\n    b"
    after = propose(claims, ["c"], python="CPython 3.13.0")
    assert after == ["Output [<3.12]:", "    a", "Output [>=3.12]:", "    c"]


def test_what_does_as_it_claims_is_not_changed(
    parse: Parse, executed: Executed, made: Made
) -> None:
    changes = _changes(parse(), made(executed(["One  ", ""])))
    assert (dict(changes.updates), list(changes.added)) == ({}, [])


def test_a_snippet_without_claims_gets_some(
    parse: Parse, executed: Executed, made: Made
) -> None:
    snippet = replace(parse(), claims=())
    changes = _changes(snippet, made(executed(["One"], ["e"])))
    assert [claim.name for claim in changes.added] == ["Output", "Stderr"]
    assert [c.name for c in _changes(snippet, made(executed())).added] == ["Output"]


def test_a_signal_without_a_name_cannot_be_claimed(
    parse: Parse, executed: Executed, made: Made
) -> None:
    run = made(executed(["One"], status=-40))
    with pytest.raises(ProofError, match="signal 40, which has no name"):
        changes_to_match(parse(), run)


@pytest.mark.parametrize(
    ("claim", "took", "expected"),
    [
        ("Takes: 1.0 s", 0.3034, "Takes: 0.3 s"),
        ("Takes: 1.0 s", 0.352, "Takes: 0.35 s"),
        ("Takes: 1.0 s", 1.253, "Takes: 1.25 s"),
        ("Takes: 1.0 s", 2.02, "Takes: 2.0 s"),
        ("Takes: 1.0 s", 0.002, "Takes: 0.0 s"),
        ("Takes: 1.0 s", 12.34, "Takes: 12.3 s"),
        ("Takes: 1.0 s ± 0.02 s", 0.352, "Takes: 0.35 s ± 0.02 s"),
        ("Takes: 1.0 s ± 0.5 s", 2.52, "Takes: 2.5 s ± 0.5 s"),
        ("Takes: 1.0 s ± 0.002 s", 0.0123, "Takes: 0.012 s ± 0.002 s"),
    ],
)
def test_a_missed_time_is_rounded(
    parse: Parse,
    executed: Executed,
    made: Made,
    *,
    claim: str,
    took: float,
    expected: str,
) -> None:
    snippet = parse(claims=claim)
    run = made(executed(took=took))
    changes = changes_of_times(snippet, [run])[run.version]
    content = with_changes(snippet.content, snippet.claims, changes)
    assert _block(content) == [expected]
    assert differences(Snippet.parse("a/b.py", content), run) == ()


def test_a_time_that_is_met_stays(parse: Parse, executed: Executed, made: Made) -> None:
    run = made(executed(took=1.04, blocks=0.31), executed(took=0.96))
    snippet = parse(claims="Takes: 1.0 s\nBlocks: 0.3 s")
    assert dict(changes_of_times(snippet, [run])[run.version].updates) == {}


def test_the_longest_step_is_that_of_the_recorded_execution(
    parse: Parse, executed: Executed, made: Made
) -> None:
    run = made(executed(took=1.0, blocks=0.5021), executed(took=1.0))
    snippet = parse(claims="Takes: 1.0 s\nBlocks: 0.3 s")
    (update,) = changes_of_times(snippet, [run])[run.version].updates.values()
    assert update
    assert (update.name, update.value) == ("Blocks", "0.5 s")


def test_times_of_other_versions_stay(
    parse: Parse, executed: Executed, made: Made
) -> None:
    run = made(executed(took=0.5), python="CPython 3.13.1")
    snippet = parse(claims="Takes [<3.13]: 1.0 s\nTakes [>=3.13]: 2.0 s")
    ((old, new),) = changes_of_times(snippet, [run])[run.version].updates.items()
    assert new
    assert (old.versions, new.versions, new.value) == (">=3.13", ">=3.13", "0.5 s")
