"""What a program did until it was stopped is known, though nobody can ask it."""

import json

import pytest

from proof.browser import reader_run, telling
from proof.browser.host import Chunk
from proof.browser.recorded import Recorded
from proof.browser.telling import Telling

PROGRAM = "import asyncio\nasync def spin():\n    while True: pass\n"
BEFORE = (
    b'[100.0,"armed",99.9]\n',
    b'[100.5,"loop_started",1]\n',
    b'[100.5,"task_created",1,"Task-1","spin",2,null]\n',
    b'[100.6,"scheduled",1]\n',
)
STEP = b'[100.7,"step_begins",1,1]\n'


class Host:
    """Keeps what it is told, in words."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.told: list[str] = []
        self.is_all = True
        self.outcome = ""

    def wait(self, seconds: float) -> None:
        self.heard.append(f"waits {seconds}")

    def received(self) -> list[Chunk]:
        return [("stdout", 100.8, b"One\n")]

    def began(self, at: float) -> None:
        self.heard.append(f"began {at}")

    def recorded(self, lines: str, _at: float, is_all: bool, /) -> None:
        self.heard.append(f"{lines.count(chr(10))} more")
        self.told.append(lines)
        self.is_all = is_all

    def exceeded(self, why: str, _at: float) -> None:
        self.heard.append(f"stops: {why}")

    def finish(self, outcome: str) -> None:
        self.outcome = outcome


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Its last is the time."""
    now = [100.0]
    monkeypatch.setattr(telling, "monotonic", lambda: now[-1])
    return now


@pytest.fixture
def host() -> Host:
    return Host()


@pytest.fixture
def told(host: Host, clock: list[float]) -> Telling:
    assert clock
    return Telling(host, Recorded("try/x.py", PROGRAM, [], 99.0))


def test_all_is_told_before_the_program_goes_on(told: Telling, host: Host) -> None:
    for line in (*BEFORE, STEP):
        told.append(line, False)
    assert host.heard == ["1 more", "began 100.5", "4 more"]
    assert "".join(host.told).encode() == b"".join((*BEFORE, STEP))
    assert host.is_all


def test_all_is_told_before_it_waits(told: Telling, host: Host) -> None:
    told.append(BEFORE[-1], False)
    told.wait(2)
    assert host.heard == ["1 more", "waits 2"]


def test_of_a_busy_program_a_part_is_told_and_that_is_said(
    told: Telling, host: Host, clock: list[float]
) -> None:
    for _ in range(1000):
        told.append(STEP, False)
    assert len(host.told) < 500
    assert not host.is_all
    clock.append(clock[-1] + 1)
    told.append(STEP, False)
    assert "".join(host.told).count("\n") == 1001
    assert host.is_all


def test_what_begins_after_a_wait_is_told(told: Telling, host: Host) -> None:
    for _ in range(1000):
        told.append(STEP, False)
    told.wait(0.001)
    assert host.is_all
    told.append(STEP, False)
    assert "".join(host.told).count("\n") == 1001


def test_another_interpreter_draws_it(host: Host) -> None:
    trace = b"".join((*BEFORE, STEP)).decode()
    reader_run.draw(host, "try/x.py", PROGRAM, trace, 99.0, 103.0)
    outcome = json.loads(host.outcome)
    assert outcome["status"] is None
    assert outcome["took"] == 2.5
    assert outcome["holder"] == "spin"
    assert outcome["claims"] == []
    assert "holds the loop" in outcome["html"]
    assert "never ended" in outcome["html"]
    assert 'data-at="0.300">One' in outcome["html"]


def test_who_only_waits_holds_nothing(host: Host) -> None:
    ended = '[100.7,"suspended",1,3,"future",null,[],0]\n'
    trace = f"{b''.join((*BEFORE, STEP)).decode()}{ended}"
    reader_run.draw(host, "try/x.py", PROGRAM, trace, 99.0, 103.0)
    outcome = json.loads(host.outcome)
    assert outcome["holder"] == ""
    assert "holds the loop" not in outcome["html"]
