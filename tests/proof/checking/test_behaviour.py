"""What counts where versions of Python are compared, and what does not."""

from collections.abc import Callable, Sequence

import pytest

from proof.checking.behaviour import alike, behaviour, counted_lines, differing
from proof.checking.result import Result
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet

Compare = Callable[..., bool]


@pytest.fixture
def results(
    parse: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
) -> Callable[..., list[Result]]:
    """Results of one snippet, of which each version prints something of its own."""

    def make(
        claims: str, *printed: Sequence[str], stream: str = "stdout", **named: int
    ) -> list[Result]:
        snippet = parse(claims=claims)
        versions = ("3.15.2", "3.14.10", "3.13.0", "3.12.1", "3.11.7")
        return [
            Result(
                snippet,
                made(executed(**{stream: lines}, **named), python=f"CPython {version}"),
            )
            for version, lines in zip(versions, printed, strict=False)
        ]

    return make


@pytest.fixture
def same(results: Callable[..., list[Result]]) -> Compare:
    """Whether two versions that print something count as the same."""

    def compare(claims: str, *printed: Sequence[str], **named: str) -> bool:
        one, other = results(claims, *printed, **named)
        return behaviour(one) == behaviour(other)

    return compare


@pytest.mark.parametrize(
    ("claims", "one", "other"),
    [
        ("Output:\n    took ... s", ["took 0.1 s"], ["took 12.3 s"]),
        ("Output:\n    ... ms ... ms", [" 9.5 ms  10.2 ms"], ["10.5 ms   1.2 ms"]),
        ("Output:\n    <T at ...>", ["<T at 0x7fa>"], ["<T at 0x12bc>"]),
        ("Output: anything", ["a", "b"], ["c"]),
        ("Output:\n    a\n    ...", ["a", "x", "y"], ["a", "z"]),
        ("Output:\n    beat\n    ...", ["beat"] * 3, ["beat"] * 5),
        ("Unordered output:\n    a\n    b", ["a", "b"], ["b", "a"]),
        ("Output:\n    a  ", ["a"], ["a  "]),
    ],
)
def test_what_a_claim_leaves_open_does_not_count(
    same: Compare, claims: str, one: list[str], other: list[str]
) -> None:
    assert same(claims, one, other)


@pytest.mark.parametrize(
    ("claims", "one", "other"),
    [
        ("Output [<3.15]:\n    2\nOutput [>=3.15]:\n    3", ["3"], ["2"]),
        ("Output:\n    it says ...", ["it says no"], ["it says yes"]),
        ("Output:\n    a\n    b", ["a", "b"], ["b", "a"]),
        ("Output:\n    ...\n    a", ["x", "a"], ["x"]),
    ],
)
def test_what_a_claim_says_counts(
    same: Compare, claims: str, one: list[str], other: list[str]
) -> None:
    assert not same(claims, one, other)


def test_of_a_traceback_only_the_exception_counts(same: Compare) -> None:
    old = [
        "Traceback (most recent call last):",
        '  File "<python>/asyncio/runners.py", line 190, in run',
        "    return runner.run(main)",
        "ValueError: no",
    ]
    new = [old[0], old[1].replace("190", "195"), old[2], "           ~~~~^^^^", old[3]]
    claims = "Raises: ValueError: no"
    assert same(claims, old, new, stream="stderr")
    assert not same(claims, old, [*new[:-1], "ValueError: yes"], stream="stderr")


def test_where_cpython_has_its_lines_does_not_count(same: Compare) -> None:
    line = "defined at <python>/asyncio/tasks.py:{}>"
    printed = [line.format(100)], [line.format(111)]
    assert same("Stderr: anything", *printed, stream="stderr")
    assert same("Output:\n    ok", *printed)


def test_how_it_ends_and_the_times_that_are_claimed_count(
    results: Callable[..., list[Result]],
) -> None:
    fine, other = results("Output:\n    a", ["a"], ["a"])
    (failed,) = results("Output:\n    a", ["a"], status=1)
    assert behaviour(fine) == behaviour(other) != behaviour(failed)
    claims = "Takes [<3.15]: 1.0 s\nTakes [>=3.15]: 2.0 s"
    newest, older = results(claims, [], [])
    assert behaviour(newest) != behaviour(older)


def test_groups_are_in_the_order_of_their_newest_version(
    results: Callable[..., list[Result]],
) -> None:
    claims = "Output [<3.14]:\n    a\nOutput [>=3.14]:\n    b"
    found = results(claims, ["b"], ["b"], ["a"], ["a"], ["b"])
    groups = [[one.run.version for one in group] for group in alike(found)]
    assert groups == [["3.15", "3.14", "3.11"], ["3.13", "3.12"]]


def test_the_lines_that_the_other_lacks_are_found(
    results: Callable[..., list[Result]],
) -> None:
    (open_in_part,) = results("Output:\n    a\n    b ...", ["a", "b 1"])
    assert counted_lines(open_in_part) == ["a", "b #"]
    one, other = results("Output:\n    x", ["a", "b", "c"], ["a", "c", "d"])
    assert differing(one, one) == frozenset()
    assert differing(one, other) == {1}
    assert differing(other, one) == {2}
