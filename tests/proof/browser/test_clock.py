"""Waiting is the host's, and counts as no work."""

import time

import pytest

from proof.browser.clock import Clock


class Host:
    """Waits in no time, and says how long it was asked to."""

    def __init__(self) -> None:
        self.asked: list[float] = []
        self.now = 100.0

    def wait(self, seconds: float) -> None:
        self.asked.append(seconds)
        self.now += seconds


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Host:
    host = Host()
    # What is replaced is put back in its place.
    monkeypatch.setattr(time, "sleep", time.sleep)
    monkeypatch.setattr(time, "process_time", lambda: host.now)
    monkeypatch.setattr(time, "monotonic", lambda: host.now)
    Clock(host).install()
    return host


def test_a_sleep_is_the_hosts(host: Host) -> None:
    time.sleep(0.5)
    time.sleep(2)
    assert host.asked == [0.5, 2]


@pytest.mark.parametrize("delay", [-1, float("nan"), float("inf"), "1", None])
def test_what_is_refused_is_refused_as_ever(host: Host, delay: object) -> None:
    with pytest.raises((ValueError, TypeError, OverflowError)):
        time.sleep(delay)  # type: ignore[arg-type]
    assert host.asked == []


def test_it_looks_like_what_it_replaces(host: Host) -> None:
    assert time.sleep.__name__ == "sleep"
    time.sleep(0)
    assert host.asked == []


def test_waiting_is_no_work(host: Host) -> None:
    before = time.process_time()
    time.sleep(3)
    assert time.process_time() == before
    host.now += 1
    assert time.process_time() == before + 1
