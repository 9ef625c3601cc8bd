"""Programs do in the browser what CPython does on this machine."""

import json
import os
import re
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page
from tests.proof.recorder.interpreters import Interpreter, Python
from tests.pythons import pythons_here
from tests.runtime import NEEDS_RUNTIME

from proof.checking.behaviour import Behaviour, behaviour
from proof.checking.result import Result
from proof.execution.runner import MOST_TRIES
from proof.gate.report import Report
from proof.recording.redaction import MachinePaths
from proof.rendering.editing import why_not
from proof.rendering.run_view import run_view

from .conftest import OpenPage
from .reader_pool import PYTHON, Ran, execute

PROGRAMS: Final = Path(__file__).parents[1] / "proof/recorder/programs"
ALL_TOGETHER: Final = 1_200_000
# Each needs an interpreter of its own, which is a second of a processor. Unless all are
# asked for, a part of them is executed, every so many. On a busy machine many are late,
# and tried again one by one:
# READER_RUNS=all pytest -s tests/browser/test_reader_programs.py
ALL: Final = os.environ.get("READER_RUNS") == "all"
EVERY: Final = 1 if ALL else 16
MISSED_TIME: Final = re.compile(
    r"(?:Takes|Blocks): .* (\S+) s where (\S+) s ± (\S+) s is claimed"
)
# Seconds that the other tests, which run beside this one, may cost a program here.
OTHERS: Final = 0 if ALL else 0.1

REPLAY: Final = re.compile(
    r'<template class="proof-replay-data"[^>]*>(.*?)</template>', re.DOTALL
)
LANE: Final = re.compile(r"(?P<name>.*?)(?: \d+| \u00d7(?P<tasks>\d+))?", re.DOTALL)
# What a browser has not, by what is raised where a program asks for it.
LACKING: Final = re.compile(
    r"^(?:RuntimeError: can't start new thread"
    r"|OSError: \[Errno \d+\] Not supported"
    r"|AttributeError: module 'socket' has no attribute .*"
    r"|NotImplementedError(?:: This Python build lacks multiprocessing.*)?)$",
    re.MULTILINE,
)
# What docs/try-it.md names as different.
SELECTOR: Final = re.compile(r"^.*Using selector: \w+\n", re.MULTILINE)
SUDDEN_END: Final = re.compile(r"terminated with exit\((\d+)\)")
NAMED_SELECTOR: Final = re.compile(r"\b(?:Epoll|Kqueue|Poll|Select)Selector\b")
# Which type of C is named has changed within 3.14.
OUT_OF_RANGE: Final = re.compile(r"timestamp out of range for .*")
# Where asyncio's lines are, what a traceback underlines at the end of an interpreter,
# and what it calls a place that is no line differs between releases.
OWN_FRAME: Final = re.compile(
    r'^([ |]*)File "<python>/([^"]*)", line \d+(.*)\n(?:\1 +.*\n)*', re.MULTILINE
)
OWN_LINE: Final = re.compile(r"(<python>/[\w./]+):\d+")
UNDERLINE: Final = re.compile(r"^[ |]*[~^]+\n", re.MULTILINE)
NOWHERE: Final = re.compile(r"^(?:<sys>:0|sys:1): ", re.MULTILINE)
ADDRESS: Final = re.compile(r"0x[0-9a-f]+")
MEASURED: Final = re.compile(r"\d+\.\d{3} seconds")

pytestmark = [
    pytest.mark.timing,
    NEEDS_RUNTIME,
]


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    page = open_page("404.html").page
    page.set_default_timeout(ALL_TOGETHER)
    return page


def test_snippets_meet_their_claims_and_behave_as_on_this_machine(
    page: Page, report: Report
) -> None:
    can_run = [
        result
        for result in report.results.values()
        if not why_not(result.snippet, result.run) and not result.expected
    ]
    can_run = can_run[::EVERY]
    longest_first = sorted(can_run, key=lambda one: -one.run.took)
    ran = execute(
        page, {one.snippet.name: one.snippet.content.decode() for one in longest_first}
    )
    for _ in range(MOST_TRIES):
        late = {name: one.source for name, one in ran.items() if _is_only_late(one)}
        print(f"{len(ran)} executed, late are {sorted(late)}")
        ran |= execute(page, late, at_once=1)
    failed = {
        name: one.failed or [why for why in one.missed if _is_missed(why)]
        for name, one in ran.items()
    }
    assert {name: why for name, why in failed.items() if why} == {}
    assert len(ran) == len(can_run)
    assert all(one.outcome and one.outcome["claims"] for one in ran.values())
    here = {name: _here(report, name) for name in ran}
    pairs = {
        name: (_behaviour(replace(one, run=ran[name].run)), _behaviour(one))
        for name, one in here.items()
        if one
    }
    assert {name: pair for name, pair in pairs.items() if pair[0] != pair[1]} == {}
    drawn = {
        name: (_drawn(html), _drawn(str(run_view(one.snippet, one.run, "here"))))
        for name, one in here.items()
        if one and one.run.version == PYTHON
        if (outcome := ran[name].outcome) and (html := outcome["html"])
    }
    assert {name: pair for name, pair in drawn.items() if pair[0] != pair[1]} == {}


def _behaviour(result: Result) -> Behaviour:
    """What a program did, without what is said to be otherwise."""
    found = behaviour(result)
    stdout = "\n".join(found.stdout)
    for pattern, by in ((NAMED_SELECTOR, "Selector"), (OUT_OF_RANGE, "")):
        stdout = pattern.sub(by, stdout)
    return replace(found, stdout=tuple(stdout.split("\n")))


def _drawn(html: str) -> dict[str, tuple[int, int]]:
    """How many tasks of each name a replay shows, and how many lines they print.

    Which of them did the same, and are one row, is a matter of a clock's ticks.
    """
    found = REPLAY.search(html)
    data = json.loads(found[1]) if found else {"lanes": [], "lines": []}
    lanes = [LANE.fullmatch(lane["label"]) for lane in data["lanes"]]
    named = [(lane["name"], int(lane["tasks"] or 1)) for lane in lanes if lane]
    printed = Counter(
        named[line[2]][0]
        for line in data["lines"]
        if len(line) > 2 and line[2] is not None
    )
    tasks: Counter[str] = Counter()
    for name, number in named:
        tasks[name] += number
    return {name: (number, printed[name]) for name, number in tasks.items()}


def _is_only_late(ran: Ran) -> bool:
    return bool(ran.missed) and all(map(MISSED_TIME.fullmatch, ran.missed))


def _is_missed(claim: str) -> bool:
    """Whether a claim that does not hold would hold beside no other tests, neither."""
    time = MISSED_TIME.fullmatch(claim)
    if time is None:
        return True
    seconds, claimed, tolerance = map(float, time.groups())
    return not 0 < seconds - claimed - tolerance <= OTHERS


def _here(report: Report, name: str) -> Result | None:
    """What the same Python did here; else one of which the same is claimed."""
    results = report.all_of(name)
    claims = results[0].snippet.claims_about(PYTHON)
    same = (one for one in results if one.run.version == PYTHON)
    alike = (
        one for one in results if one.snippet.claims_about(one.run.version) == claims
    )
    return next(same, None) or next(alike, None)


def test_programs_end_as_on_this_machine(page: Page, tmp_path: Path) -> None:
    if PYTHON not in pythons_here():
        pytest.skip(f"there is no Python {PYTHON} on this machine")
    files = sorted(PROGRAMS.glob("*.py"))[::EVERY]
    sources = {file.name: file.read_text("utf-8") for file in files}
    ran = execute(page, sources)
    able = {name: one for name, one in ran.items() if not _lacks(one)}
    assert len(able) >= len(files) * 3 // 4
    assert len(able) >= 64 or not ALL
    here = _ended_here(tmp_path / "first", able)
    there = {name: _ended_there(one) for name, one in able.items()}
    differing = {name: sources[name] for name in able if here[name] != there[name]}
    # What is ready at the same moment on a busy machine, another time is not.
    again = execute(page, differing, at_once=1)
    here = _ended_here(tmp_path / "second", again)
    there = {name: _ended_there(one) for name, one in again.items()}
    other = {name: (here[name], there[name]) for name in again}
    in_another_order = {
        name
        for name, (one, two) in other.items()
        if one != two and one.whatever_the_order == two.whatever_the_order
    }
    assert {
        name: (one, two)
        for name, (one, two) in other.items()
        if one != two and name not in in_another_order
    } == {}
    # Reports about what a program leaves undone at its end.
    assert len(in_another_order) <= 1


@dataclass(frozen=True)
class Ended:
    """How a program ended, and what it wrote."""

    status: object
    stdout: str
    stderr: str

    @property
    def whatever_the_order(self) -> tuple[object, ...]:
        return self.status, self.stdout, sorted(self.stderr.splitlines())


def _lacks(ran: Ran) -> bool:
    return bool(LACKING.search(_text(ran, "stderr")))


def _text(ran: Ran, stream: str) -> str:
    return b"".join(part for name, _, part in ran.chunks if name == stream).decode()


def _ended_there(ran: Ran) -> Ended:
    sudden = SUDDEN_END.search(ran.failed)
    status = ran.outcome["status"] if ran.outcome else ran.failed
    printed = ran.run.recorded.printed
    return Ended(
        int(sudden[1]) if sudden else status,
        _compared(printed("stdout")),
        _compared(printed("stderr")),
    )


def _ended_here(folder: Path, programs: Mapping[str, Ran]) -> dict[str, Ended]:
    """How programs end where CPython executes them on this machine."""
    found = pythons_here()[PYTHON]
    assert found.executable
    python = Python(found.executable, (3, 14))
    names = {Path(path): name for path, name in found.folders}

    def ended(ran: Ran) -> Ended:
        place = folder / ran.name.removesuffix(".py")
        place.mkdir(parents=True)
        paths = MachinePaths({place / "program.py": f"snippets/{ran.name}", **names})
        outcome = Interpreter(python, place).plain(ran.source)
        stdout, stderr = (
            _compared(paths.replace(content.decode()).splitlines())
            for content in (outcome.stdout, outcome.stderr)
        )
        return Ended(outcome.status, stdout, stderr)

    with ThreadPoolExecutor(2) as pool:
        return dict(zip(programs, pool.map(ended, programs.values()), strict=True))


def _compared(lines: list[str]) -> str:
    """Text without what differs from one run, or one release, to the next."""
    text = "".join(f"{line}\n" for line in lines)
    for pattern, by in (
        (SELECTOR, ""),
        (OWN_FRAME, r'\1File "<python>/\2"\3\n'),
        (OWN_LINE, r"\1"),
        (UNDERLINE, ""),
        (NOWHERE, ""),
        (ADDRESS, "0x…"),
        (MEASURED, "… seconds"),
    ):
        text = pattern.sub(by, text)
    return text
