"""The message of a run, and how versions of Python word it."""

from collections.abc import Callable, Sequence

import pytest

from proof.checking.result import Result
from proof.checking.wording import Wording, wording, wordings
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet

MakeResult = Callable[..., Result]
TRACEBACK = [
    "Traceback (most recent call last):",
    '  File "snippets/a/one.py", line 9, in <module>',
    "RuntimeError: Event loop is closed",
]


@pytest.fixture
def result(
    parse: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
) -> MakeResult:
    """A result of what was written to stderr."""

    def make(
        stderr: Sequence[str], claims: str = "Stderr: anything", version: str = "3.14"
    ) -> Result:
        run = made(executed(["One"], stderr), python=f"CPython {version}.0")
        return Result(parse(claims=claims), run)

    return make


def test_it_is_the_exception_that_was_claimed(result: MakeResult) -> None:
    later = "sys:1: RuntimeWarning: coroutine 'fetch' was never awaited"
    one = result([*TRACEBACK, later], "Raises: RuntimeError: ...")
    assert wording(one) == "RuntimeError: Event loop is closed"


@pytest.mark.parametrize("place", ["", "sys:1: ", "snippets/a/one.py:11: "])
def test_it_is_the_warning_without_its_place(result: MakeResult, place: str) -> None:
    warning = "RuntimeWarning: coroutine 'save' was never awaited"
    assert wording(result([f"{place}{warning}", "  save()"])) == warning


def test_it_is_the_first_line_that_was_logged(result: MakeResult) -> None:
    logged = "Task exception was never retrieved"
    assert wording(result([logged, "future: ...", *TRACEBACK])) == logged


@pytest.mark.parametrize("claims", ["Stderr: anything", "Raises: nothing"])
def test_without_stderr_there_is_none(result: MakeResult, claims: str) -> None:
    assert wording(result([], claims)) == ""


def test_versions_that_say_the_same_are_one(result: MakeResult) -> None:
    said = {"3.14": "new", "3.11": "old", "3.13": "old", "3.12": "old"}
    results = [result([text], version=version) for version, text in said.items()]
    assert wordings(results) == (
        Wording("old", ("3.11", "3.12", "3.13")),
        Wording("new", ("3.14",)),
    )


def test_numbers_and_addresses_are_no_difference(result: MakeResult) -> None:
    said = {"3.13": "<Lock at 0x7f1> took 0.2 s", "3.14": "<Lock at 0x9ab> took 0.31 s"}
    results = [result([text], version=version) for version, text in said.items()]
    assert wordings(results) == (Wording(said["3.14"], ("3.13", "3.14")),)
