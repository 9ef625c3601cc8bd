"""A run against the claims of its snippet."""

import signal
import traceback
from collections.abc import Callable

import pytest

from proof.checking.differences import Difference, differences
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet

Parse = Callable[..., Snippet]
Executed = Callable[..., Execution]
Made = Callable[..., Run]
Check = Callable[..., list[Difference]]


@pytest.fixture
def check(parse: Parse, executed: Executed, made: Made) -> Check:
    """Hold one made-up outcome of both executions against claims."""

    def hold(
        claims: str,
        *printed: list[str],
        python: str = "CPython 3.11.7",
        **outcome: float,
    ) -> list[Difference]:
        run = made(executed(*printed, **outcome), python=python)
        return list(differences(parse(claims=claims), run))

    return hold


def _messages(found: list[Difference]) -> list[str]:
    return [difference.message for difference in found]


def _printed_by(error: BaseException) -> list[str]:
    """What the interpreter prints when an exception is not caught."""
    return "".join(traceback.format_exception(error)).rstrip("\n").split("\n")


def _raised(act: Callable[[], object]) -> list[str]:
    try:
        act()
    except BaseException as error:  # noqa: BLE001 (every kind is tried)
        return _printed_by(error)
    raise AssertionError


def _plain() -> None:
    raise ValueError("no such thing")


def _of_a_cause() -> None:
    try:
        _plain()
    except ValueError as error:
        raise KeyError("second") from error


def _while_handling() -> None:
    try:
        _of_a_cause()
    except KeyError:
        raise TypeError("third")  # noqa: B904 (how it is chained is the point)


def _group() -> None:
    nested = ExceptionGroup("inner", [KeyError("k")])
    raise ExceptionGroup("outer", [ValueError("v"), nested])


def _group_of_a_cause() -> None:
    try:
        _plain()
    except ValueError as error:
        raise ExceptionGroup("outer", [TypeError("t")]) from error


def _of_a_group() -> None:
    try:
        _group()
    except ExceptionGroup as error:
        raise TypeError("after a group") from error


def _without_message() -> None:
    raise ValueError


_TRACEBACKS = {
    "plain": (_plain, "ValueError: no such thing"),
    "without-message": (_without_message, "ValueError"),
    "of-a-cause": (_of_a_cause, "KeyError: 'second'"),
    "while-handling": (_while_handling, "TypeError: third"),
    "group": (_group, "ExceptionGroup: outer (2 sub-exceptions)"),
    "group-of-a-cause": (
        _group_of_a_cause,
        "ExceptionGroup: outer (1 sub-exception)",
    ),
    "of-a-group": (_of_a_group, "TypeError: after a group"),
}
_every_traceback = pytest.mark.parametrize(
    ("act", "exception"), _TRACEBACKS.values(), ids=_TRACEBACKS.keys()
)


@_every_traceback
def test_a_claimed_exception_takes_its_traceback_out_of_stderr(
    check: Check, act: Callable[[], object], exception: str
) -> None:
    claims = f"Raises: {exception}\nStderr:\n    before\n    after"
    stderr = ["before", *_raised(act), "after"]
    assert check(claims, [], stderr, status=1) == []


@_every_traceback
def test_another_exception_than_claimed_is_shown_as_a_diff(
    check: Check, act: Callable[[], object], exception: str
) -> None:
    (found,) = check("Raises: OSError: broken", [], _raised(act), status=1)
    assert found.message == "it raised something else"
    assert "-OSError: broken" in found.diff
    assert f"+{exception}" in found.diff


def test_the_first_of_a_chain_is_not_what_was_raised(check: Check) -> None:
    claims = "Raises: ValueError: no such thing"
    (found,) = check(claims, [], _raised(_of_a_cause), status=1)
    assert "+KeyError: 'second'" in found.diff


def test_a_wildcard_matches_a_message(check: Check) -> None:
    assert check("Raises: ValueError: no ...", [], _raised(_plain), status=1) == []


@pytest.mark.parametrize(
    "code", ["x = = 1", "def f(:", "async def f():\n yield from x"]
)
def test_a_syntax_error_has_no_traceback_but_a_place(check: Check, code: str) -> None:
    with pytest.raises(SyntaxError) as caught:
        compile(code, "broken.py", "exec")
    stderr = traceback.format_exception_only(caught.value)
    lines = "".join(stderr).rstrip("\n").split("\n")
    assert lines[0].startswith('  File "broken.py"')
    assert check("Raises: SyntaxError: ...", [], lines, status=1) == []


def test_an_interrupted_program_dies_of_the_signal(check: Check) -> None:
    stderr = ["Traceback (most recent call last):", "  File ...", "KeyboardInterrupt"]
    claims = "Raises: KeyboardInterrupt"
    assert check(claims, [], stderr, status=-signal.SIGINT) == []
    assert _messages(check(claims, [], stderr, status=1)) == [
        "it ended with exit status 1 where signal SIGINT was expected"
    ]


def test_a_status_of_its_own_goes_before_that_of_an_exception(check: Check) -> None:
    claims = "Raises: ValueError: ...\nExits: 3"
    assert check(claims, [], _raised(_plain), status=3) == []
    assert len(check(claims, [], _raised(_plain), status=1)) == 1


def test_an_exception_that_does_not_come_is_a_failure(check: Check) -> None:
    found = check("Raises: ValueError: no such thing", status=0)
    assert _messages(found) == [
        "it did not raise ValueError: no such thing",
        "it ended with exit status 0 where exit status 1 was expected",
    ]
    assert found[0].line == 7


def test_an_exception_that_is_caught_and_printed_is_a_failure(check: Check) -> None:
    found = check("Raises: ValueError: ...", [], _raised(_plain), status=0)
    assert _messages(found) == [
        "it ended with exit status 0 where exit status 1 was expected"
    ]


def test_an_exception_that_is_not_claimed_is_one_difference(
    parse: Parse, executed: Executed, made: Made
) -> None:
    stderr = [
        "before",
        "Traceback (most recent call last):",
        '  File "snippets/section/it_does.py", line 9, in <module>',
        '  File "snippets/section/it_does.py", line 4, in work',
        '  File "<python>/queue.py", line 12, in get',
        "ValueError: no",
    ]
    run = made(executed([], stderr, status=1))
    snippet = parse(claims="Output:\nStderr:\n    before")
    (found,) = differences(snippet, run)
    assert (found.line, found.message) == (
        4,
        "ValueError: no ended it with exit status 1, and no exception is claimed",
    )
    assert found.diff[3:] == tuple(f"+{line}" for line in stderr[1:])


@pytest.mark.parametrize(
    ("claims", "status"), [("Output:\nExits: 1", 1), ("Output:", 0), ("Output:", 3)]
)
def test_a_traceback_that_did_not_end_it_is_output(
    check: Check, claims: str, status: int
) -> None:
    messages = _messages(check(claims, [], _raised(_plain), status=status))
    assert messages[-1] == "stderr is not empty, and nothing is claimed about it"


def test_the_claimed_one_of_several_tracebacks_is_taken_out(check: Check) -> None:
    stderr = ["In a thread:", *_raised(_plain), *_raised(_without_message)]
    claims = "Raises: ValueError: no ...\nStderr:\n    In a thread:\n    ..."
    assert check(claims, [], stderr, status=1) == []
    (found,) = check("Raises: ValueError: no ...", [], stderr, status=1)
    assert "+In a thread:" in found.diff
    assert "+ValueError: no such thing" not in found.diff


def test_raising_nothing_is_a_claim_too(check: Check) -> None:
    claims = "Raises [<3.12]: ValueError: ...\nRaises [>=3.12]: nothing"
    assert check(claims, python="3.12.1") == []
    assert check(claims, [], _raised(_plain), status=1) == []
    (found,) = check(claims, [], _raised(_plain), status=1, python="3.12.1")
    assert found.message.endswith("and no exception is claimed")
    assert len(check(claims)) == 2


@pytest.mark.parametrize(
    ("claims", "status", "ended"),
    [
        ("Exits: 3", 3, None),
        ("Exits: 0", 0, None),
        ("Exits: SIGKILL", -signal.SIGKILL, None),
        ("Exits: 3", 0, "exit status 0 where exit status 3"),
        ("Exits: SIGKILL", 9, "exit status 9 where signal SIGKILL"),
        ("Output:", 3, "exit status 3 where exit status 0"),
        ("Output:", -signal.SIGSEGV, "signal SIGSEGV where exit status 0"),
    ],
)
def test_the_exit_status_is_as_claimed_or_zero(
    check: Check, claims: str, status: int, ended: str | None
) -> None:
    expected = [f"it ended with {ended} was expected"] if ended else []
    assert _messages(check(claims, status=status)) == expected


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_stream_that_is_not_claimed_must_stay_empty(
    check: Check, stream: str
) -> None:
    printed = ([], ["x"]) if stream == "stderr" else (["x"], [])
    (found,) = check("Exits: 0", *printed)
    assert found.message == f"{stream} is not empty, and nothing is claimed about it"
    assert (found.line, found.diff[-1]) == (0, "+x")


def test_a_stream_claimed_to_be_empty_must_be(check: Check) -> None:
    assert check("Output:", []) == []
    (found,) = check("Output:", ["x"])
    assert found.message == "stdout is not as claimed"


@pytest.mark.parametrize("claim", ["Output", "Unordered output", "Stderr"])
def test_anything_leaves_a_stream_open(check: Check, claim: str) -> None:
    printed = ([], ["b", "a"]) if claim == "Stderr" else (["b", "a"], [])
    assert check(f"{claim}: anything", *printed) == []
    assert check(f"{claim}: anything") == []


def test_streams_are_not_mixed_up(check: Check) -> None:
    claims = "Output:\n    a\nStderr:\n    b"
    assert check(claims, ["a"], ["b"]) == []
    assert _messages(check(claims, ["b"], ["a"])) == [
        "stdout is not as claimed",
        "stderr is not as claimed",
    ]


def test_a_diff_names_file_and_line_and_execution(check: Check) -> None:
    (found,) = check("Exits: 0\nOutput:\n    One", ["Two"])
    assert found.line == 8
    assert found.diff[0] == "--- snippets/section/it_does.py:8 (claimed)"
    assert found.diff[1] == "+++ recorded execution (seen)"
    assert {"-One", "+Two"} <= set(found.diff)


def test_unordered_output_shows_what_is_missing(check: Check) -> None:
    claims = "Unordered output:\n    a\n    b\n    c"
    assert check(claims, ["c", "a", "b"]) == []
    (found,) = check(claims, ["c", "x", "b"])
    assert [x for x in found.diff[3:] if x[0] != " "] == ["-a", "+x"]


@pytest.mark.parametrize(
    ("claim", "took", "is_met"),
    [
        ("1.0 s", 1.0, True),
        ("1.0 s", 1.099, True),
        ("1.0 s", 0.901, True),
        ("1.0 s", 1.101, False),
        ("1.0 s", 0.899, False),
        ("0.0 s", 0.049, True),
        ("0.0 s", 0.051, False),
        ("1.0 s ± 0.5 s", 1.5, True),
        ("1.0 s ± 0.5 s", 0.5, True),
        ("1.0 s ± 0.02 s", 1.019, True),
        ("1.0 s ± 0.02 s", 1.021, False),
        ("1.0 s ± 0.02 s", 0.979, False),
    ],
)
def test_a_time_may_miss_by_its_tolerance_both_ways(
    check: Check, claim: str, took: float, is_met: bool
) -> None:
    found = check(f"Takes: {claim}", took=took)
    assert [d.is_timing for d in found] == ([] if is_met else [True])


def test_a_missed_time_is_reported_with_all_three_numbers(check: Check) -> None:
    (found,) = check("Output:\nTakes: 1.0 s ± 0.02 s", took=2.0)
    assert found.message == "it took 2.000 s where 1 s ± 0.02 s is claimed"
    assert found.line == 8


def test_what_is_no_time_is_not_the_machines_fault(check: Check) -> None:
    found = check("Takes: 1.0 s", ["x"], took=2.0)
    assert [d.is_timing for d in found] == [False, True]


def test_without_a_claim_any_time_will_do(check: Check) -> None:
    assert check("Output:", took=1000.0) == []


def test_what_was_cut_short_is_reported_alone(
    parse: Parse, executed: Executed, made: Made
) -> None:
    run = made(executed(["x"], status=-9, took=9.0, problems=["it was stopped"]))
    found = differences(parse(claims="Takes: 1 s"), run)
    assert _messages(list(found)) == ["it was stopped"]
    assert not found[0].is_timing


def test_claims_of_other_versions_are_not_checked(check: Check) -> None:
    claims = "Output [<3.12]:\n    old\nOutput [>=3.12]:\n    new"
    assert check(claims, ["old"]) == []
    assert check(claims, ["new"], python="3.13.0") == []
    (found,) = check(claims, ["old"], python="3.13.0")
    assert found.line == 9


@pytest.mark.parametrize("which", ["recorded", "control"])
def test_both_executions_must_do_as_claimed(
    which: str, parse: Parse, executed: Executed, made: Made
) -> None:
    good, bad = executed(["One"]), executed(["Two"])
    run = made(bad, good) if which == "recorded" else made(good, bad)
    (found,) = differences(parse(), run)
    assert found.execution == which
    assert found.diff[1] == f"+++ {which} execution (seen)"


def test_times_are_claimed_of_both_executions(
    parse: Parse, executed: Executed, made: Made
) -> None:
    snippet = parse(claims="Takes: 1 s")
    run = made(executed(took=1.0), executed(took=2.0))
    (found,) = differences(snippet, run)
    assert (found.execution, found.is_timing) == ("control", True)
    assert snippet.content.decode().split("\n")[found.line - 1] == "# Takes: 1 s"


def test_a_control_that_was_cut_short_is_not_checked_for_its_time(
    parse: Parse, executed: Executed, made: Made
) -> None:
    run = made(executed(took=1.0), executed(took=2.0, problems=["it was stopped"]))
    found = differences(parse(claims="Takes: 1 s"), run)
    assert _messages(list(found)) == ["it was stopped"]


def test_what_both_show_is_reported_once(check: Check) -> None:
    found = check("Output:\n    One", ["Two"])
    assert [d.execution for d in found] == ["recorded"]


def test_a_control_that_fails_otherwise_is_reported_too(
    parse: Parse, executed: Executed, made: Made
) -> None:
    run = made(executed(["Two"]), executed(["One"], status=3))
    found = differences(parse(), run)
    assert [d.execution for d in found] == ["recorded", "control"]


@pytest.mark.parametrize(
    ("claim", "blocks", "differs"),
    [
        pytest.param("0.5 s", 0.53, False, id="within-a-tenth"),
        pytest.param("0.5 s", 0.6, True, id="too-long"),
        pytest.param("0.5 s", 0.4, True, id="too-short"),
        pytest.param("0 s", 0.049, False, id="nothing-to-speak-of"),
        pytest.param("0 s ± 0.01 s", 0.02, True, id="more-than-stated"),
    ],
)
def test_the_longest_step_must_be_as_claimed(
    parse: Parse,
    executed: Executed,
    made: Made,
    claim: str,
    blocks: float,
    differs: bool,
) -> None:
    run = made(executed(blocks=blocks), executed())
    found = differences(parse(claims=f"Output:\nBlocks: {claim}"), run)
    assert [(d.execution, d.is_timing) for d in found] == [("recorded", True)] * differs


def test_a_missed_longest_step_is_reported_in_figures(
    parse: Parse, executed: Executed, made: Made
) -> None:
    run = made(executed(blocks=1.25), executed())
    (found,) = differences(parse(claims="Blocks: 0.5 s ± 0.1 s"), run)
    assert found.message == (
        "its longest step took 1.250 s where 0.5 s ± 0.1 s is claimed"
    )


def test_nothing_is_said_of_steps_where_nothing_is_claimed_of_them(
    parse: Parse, executed: Executed, made: Made
) -> None:
    run = made(executed(blocks=9.0), executed())
    assert differences(parse(claims="Output:"), run) == ()
