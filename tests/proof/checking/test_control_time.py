"""A control against a claimed time: whole processes are compared."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from proof.checking.control_time import missed_time
from proof.runs.run import Execution
from proof.snippets.claims import parse_duration

Executed = Callable[..., Execution]
Check = Callable[..., str]


@pytest.fixture
def check(executed: Executed) -> Check:
    """Check a control beside a recorded execution that took 1 s of 1.1 s."""

    def make(
        control_wall: float,
        *,
        claim: str = "1 s",
        took: float = 1.0,
        control_waited: float = 0.0,
        **of_recorded: float,
    ) -> str:
        duration = parse_duration(claim)
        assert duration
        recorded = replace(executed(took=took), **of_recorded)  # type: ignore[arg-type]
        control = replace(
            executed(), took=None, wall=control_wall, waited=control_waited
        )
        return missed_time(duration, recorded, control)

    return make


@pytest.mark.parametrize("wall", [1.01, 1.1, 1.19])
def test_a_process_that_is_as_long_within_the_tolerance_holds(
    check: Check, wall: float
) -> None:
    assert check(wall) == ""


@pytest.mark.parametrize("wall", [0.3, 0.99, 1.21, 2.1])
def test_a_process_that_is_shorter_or_longer_does_not(
    check: Check, wall: float
) -> None:
    assert check(wall) == (
        f"the whole process took {wall:.3f} s, and 1.100 s with the recorder, of which "
        "1.000 s count, where 1 s ± 0.1 s is claimed"
    )


def test_a_stated_tolerance_counts(check: Check) -> None:
    assert check(1.13, claim="1 s ± 0.02 s")
    assert check(1.13, claim="1 s ± 0.04 s") == ""


def test_waiting_for_a_processor_is_no_fault_of_the_control(check: Check) -> None:
    assert check(1.5)
    assert check(1.5, control_waited=0.35) == ""
    assert check(0.8)
    assert check(0.8, waited=0.25) == ""


def test_what_the_recorder_spends_on_itself_is_none_either(check: Check) -> None:
    assert check(0.95)
    assert check(0.95, recorder_setup=0.06) == ""


def test_a_time_that_the_recorded_execution_missed_is_reported_once(
    check: Check,
) -> None:
    assert check(2.6, took=2.5) == ""
