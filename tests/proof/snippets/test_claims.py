"""What claims mean: times, exit statuses, versions."""

import signal

import pytest

from proof.snippets.claims import Claim, parse_duration, parse_status


@pytest.mark.parametrize(
    ("value", "seconds", "tolerance"),
    [
        pytest.param("1.0 s", 1.0, 0.1, id="a-tenth"),
        pytest.param("0.2 s", 0.2, 0.05, id="at-least-50-ms"),
        pytest.param("0 s", 0.0, 0.05, id="nothing"),
        pytest.param("3 s ± 0.02 s", 3.0, 0.02, id="stated-and-smaller"),
        pytest.param("0.1 s ± 1 s", 0.1, 1.0, id="stated-and-larger"),
    ],
)
def test_a_time_has_a_tolerance(value: str, seconds: float, tolerance: float) -> None:
    duration = parse_duration(value)
    assert duration
    assert duration.seconds == seconds
    assert duration.tolerance == pytest.approx(tolerance)


@pytest.mark.parametrize("value", ["1", "s", "1s", "1,0 s", "1.0 s +- 0.1 s", "1. s"])
def test_not_everything_is_a_time(value: str) -> None:
    assert parse_duration(value) is None


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("0", 0),
        ("255", 255),
        ("SIGKILL", -signal.SIGKILL),
        ("SIGINT", -signal.SIGINT),
        ("256", None),
        ("KILL", None),
        ("9.0", None),
        ("", None),
    ],
)
def test_a_status_is_a_number_or_a_signal(value: str, status: int | None) -> None:
    assert parse_status(value) == status


@pytest.mark.parametrize(
    ("versions", "about"),
    [
        pytest.param("", ["3.11", "3.12", "3.13"], id="all"),
        pytest.param(">=3.12", ["3.12", "3.13"], id="from"),
        pytest.param("==3.12.*", ["3.12"], id="one"),
    ],
)
def test_a_claim_is_about_the_versions_in_brackets(
    versions: str, about: list[str]
) -> None:
    claim = Claim("Exits", "1", (), versions, 1)
    assert [v for v in ("3.11", "3.12", "3.13") if claim.is_about(v)] == about
