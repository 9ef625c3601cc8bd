"""How a failure is reported."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from proof.checking.differences import Difference
from proof.checking.messages import (
    accepting_command,
    difference_sentence,
    failure_text,
    failure_texts,
    next_command,
)
from proof.checking.result import Result, check
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet

_DIFFERENCES = (
    Difference("recorded", 7, "stdout is not as claimed", ("--- x", "-One", "+Two")),
    Difference("control", 0, "it was stopped"),
)


@pytest.fixture
def failure(
    parse: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
) -> Result:
    return Result(parse(), made(executed()), _DIFFERENCES)


def test_a_difference_begins_with_file_and_line(failure: Result) -> None:
    assert difference_sentence(failure, _DIFFERENCES[0]) == (
        "snippets/section/it_does.py:7: stdout is not as claimed (on 3.11)"
    )


def test_without_a_line_it_begins_with_the_file(failure: Result) -> None:
    assert difference_sentence(failure, _DIFFERENCES[1]) == (
        "snippets/section/it_does.py: it was stopped (on 3.11, without the recorder)"
    )


def test_a_failure_shows_every_difference_and_what_to_run_next(
    failure: Result,
) -> None:
    lines = failure_text(failure).split("\n")
    assert lines[0].endswith("stdout is not as claimed (on 3.11)")
    assert lines[1:4] == ["    --- x", "    -One", "    +Two"]
    assert lines[4].endswith("it was stopped (on 3.11, without the recorder)")
    assert lines[5:] == [
        "    run next: proof run snippets/section/it_does.py",
        "    if what it does now is right: proof accept snippets/section/it_does.py",
    ]
    assert failure_text(failure, advice=False).split("\n") == lines[:5]


def test_pythons_that_differ_in_how_long_it_took_fail_alike(
    failure: Result, made: Callable[..., Run], executed: Callable[..., Execution]
) -> None:
    def failed(python: str, message: str) -> Result:
        run = made(executed(), python=f"CPython {python}")
        return Result(failure.snippet, run, (Difference("recorded", 7, message),))

    found = [
        failed("3.15.2", "it took 0.616 s where 0.3 s ± 0.05 s is claimed"),
        failed("3.14.10", "it took 0.602 s where 0.3 s ± 0.05 s is claimed"),
        failed("3.13.0", "it took 0.602 s where 0.2 s ± 0.05 s is claimed"),
    ]
    newer, older = failure_texts(found)
    assert "it took 0.616 s where 0.3 s ± 0.05 s is claimed (on 3.14 and 3.15)" in newer
    assert "(on 3.13)" in older


def test_what_was_cut_short_cannot_be_accepted(
    failure: Result, executed: Callable[..., Execution], made: Callable[..., Run]
) -> None:
    cut = executed(problems=["it was stopped"])
    for run in (made(cut, executed()), made(executed(), cut)):
        text = failure_text(replace(failure, run=run))
        assert "run next: proof run" in text
        assert "proof accept" not in text


def test_what_to_run_next_can_be_typed_as_it_is(
    failure: Result, parse: Callable[..., Snippet]
) -> None:
    odd = Result(parse(name="a b/it's (one).py"), failure.run, _DIFFERENCES)
    quoted = "'snippets/a b/it'\"'\"'s (one).py'"
    assert next_command(odd) == f"proof run {quoted}"
    assert accepting_command(odd) == f"proof accept {quoted}"


def test_what_is_expected_to_fail_cannot_be_accepted(
    parse: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
) -> None:
    snippet = parse(metadata="tool.proof.xfail = true")
    text = failure_text(check(snippet, made(executed(["One"]))))
    assert "proof run" in text
    assert "proof accept" not in text
