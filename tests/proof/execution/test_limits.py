"""What programs may use at most."""

import os
import resource
import subprocess
import sys

import pytest

from proof.execution import limits
from proof.execution.limits import LIMITED, most_at_once, most_starting, usable_cores


@pytest.mark.parametrize(
    ("files", "cores", "most"),
    [
        pytest.param(1024, 2, 32, id="few-cores"),
        pytest.param(1024, 100, 492, id="few-files"),
        pytest.param(1_048_576, 4, 64, id="files-without-end"),
        pytest.param(20, 4, 1, id="hardly-any-files"),
    ],
)
def test_as_many_run_at_once_as_files_and_cores_allow(
    monkeypatch: pytest.MonkeyPatch, files: int, cores: int, most: int
) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (files, files))
    monkeypatch.setattr(limits, "usable_cores", lambda: cores)
    assert most_at_once() == most


def test_a_program_has_no_cores_and_files_and_memory_with_an_end() -> None:
    done = subprocess.run(
        ["sh", "-c", LIMITED, "sh", "sh", "-c", "ulimit -c; ulimit -f; ulimit -v"],
        check=True,
        capture_output=True,
        text=True,
    )
    cores, file, memory = done.stdout.split()
    assert (cores, int(file) * 512) == ("0", 1024**3)
    assert memory in (str(2 * 1024**2), "unlimited")


@pytest.mark.parametrize(("cores", "most"), [(1, 1), (2, 2), (3, 3), (64, 3)])
def test_no_more_than_three_are_starting_at_once(
    monkeypatch: pytest.MonkeyPatch, cores: int, most: int
) -> None:
    monkeypatch.setattr(limits, "usable_cores", lambda: cores)
    assert most_starting() == most


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not say it")
def test_cores_that_it_must_not_use_do_not_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {3, 5})
    assert usable_cores() == 2


@pytest.mark.parametrize(("count", "cores"), [(4, 4), (None, 1)])
def test_elsewhere_all_cores_count(
    monkeypatch: pytest.MonkeyPatch, count: int | None, cores: int
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(os, "cpu_count", lambda: count)
    assert usable_cores() == cores
