"""Why a snippet cannot be published, and what an expected failure needs."""

from collections.abc import Callable
from dataclasses import replace

from proof.checking.result import check
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet

Parse = Callable[..., Snippet]
Executed = Callable[..., Execution]
Made = Callable[..., Run]

_XFAIL = "tool.proof.xfail = true"


def test_what_does_as_claimed_passes(
    parse: Parse, executed: Executed, made: Made
) -> None:
    result = check(parse(), made(executed(["One"])))
    assert result.passed
    assert not result.missed_only_times


def test_what_differs_fails(parse: Parse, executed: Executed, made: Made) -> None:
    result = check(parse(), made(executed(["Two"])))
    assert not result.passed
    assert result.expected == ()


def test_only_a_missed_time_deserves_another_try(
    parse: Parse, executed: Executed, made: Made
) -> None:
    snippet = parse(claims="Output:\n    One\nTakes: 1 s")
    late, other = executed(["One"], took=2.0), executed(["Two"], took=2.0)
    assert check(snippet, made(late)).missed_only_times
    assert not check(snippet, made(other)).missed_only_times
    assert check(snippet, made(other)).missed_a_time
    assert not check(snippet, made(executed(["Two"], took=1.0))).missed_a_time


def test_an_expected_failure_that_fails_passes(
    parse: Parse, executed: Executed, made: Made
) -> None:
    result = check(parse(metadata=_XFAIL), made(executed(["Two"])))
    assert result.passed
    assert [one.message for one in result.expected] == ["stdout is not as claimed"]


def test_an_expected_failure_that_passes_fails(
    parse: Parse, executed: Executed, made: Made
) -> None:
    snippet = parse(metadata=_XFAIL)
    result = check(snippet, made(executed(["One"])))
    (found,) = result.differences
    assert found.message.startswith("it was expected to fail and passed; ")
    assert snippet.content.decode().split("\n")[found.line - 1] == "# Output:"
    assert result.expected == ()


def test_a_missed_time_may_be_expected_and_one_that_is_kept_is_not_tried_again(
    parse: Parse, executed: Executed, made: Made
) -> None:
    snippet = parse(claims="Takes: 1 s", metadata=_XFAIL)
    assert check(snippet, made(executed(took=2.0))).passed
    assert not check(snippet, made(executed(took=1.0))).missed_only_times


def test_an_execution_that_was_cut_short_is_never_expected(
    parse: Parse, executed: Executed, made: Made
) -> None:
    good, stopped = executed(["Two"]), executed(problems=["it was stopped"])
    for run in (made(stopped, good), made(good, stopped)):
        (found,) = check(parse(metadata=_XFAIL), run).differences
        assert found.message == "it was stopped"


def test_it_is_the_recorded_execution_that_must_fail(
    parse: Parse, executed: Executed, made: Made
) -> None:
    run = made(executed(["One"]), executed(["Two"]))
    (found,) = check(parse(metadata=_XFAIL), run).differences
    assert found.message.startswith("it was expected to fail")


def test_a_timeout_deserves_another_try_if_nothing_else_is_wrong(
    parse: Parse, executed: Executed, made: Made
) -> None:
    stopped = replace(executed(problems=["it was stopped"]), timed_out=True)
    more = replace(stopped, problems=("it was stopped", "it left something"))
    other = executed(problems=["it left something"])
    for metadata in ("", _XFAIL):
        snippet = parse(metadata=metadata)
        assert check(snippet, made(stopped)).missed_only_times
        assert not check(snippet, made(more)).missed_only_times
        assert not check(snippet, made(other)).missed_only_times
