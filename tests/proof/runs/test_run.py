"""What came of executing a snippet, as pages ask for it."""

from collections.abc import Callable

import pytest
from tests.pythons import control_of

from proof.runs.run import Execution, Run


@pytest.mark.parametrize(
    ("python", "version"),
    [
        ("CPython 3.11.7", "3.11"),
        ("CPython 3.14.0rc1", "3.14"),
        ("PyPy 3.10.14", "3.10"),
    ],
)
def test_the_version_is_as_claims_name_it(
    executed: Callable[..., Execution],
    made: Callable[..., Run],
    python: str,
    version: str,
) -> None:
    assert made(executed(), python=python).version == version


def test_what_a_page_gets_is_of_the_recorded_execution(
    executed: Callable[..., Execution], made: Callable[..., Run]
) -> None:
    recorded, control = executed(["a"], took=1.0, status=1), executed(["b"], took=2.0)
    run = made(recorded, control)
    assert (run.took, control_of(run).took, run.status) == (1.0, None, 1)
    assert [line.text for line in run.lines] == ["a"]


def test_streams_are_separate(executed: Callable[..., Execution]) -> None:
    execution = executed(["a", "b"], ["c"])
    assert execution.printed("stdout") == ["a", "b"]
    assert execution.printed("stderr") == ["c"]
