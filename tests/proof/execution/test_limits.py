"""What programs may use at most."""

import os
import resource
import subprocess

import pytest

from proof.execution.limits import LIMITED, most_at_once


@pytest.mark.parametrize(
    ("files", "cores", "most"),
    [
        pytest.param(1024, 2, 32, id="few-cores"),
        pytest.param(1024, 100, 492, id="few-files"),
        pytest.param(1_048_576, 4, 64, id="files-without-end"),
        pytest.param(20, 4, 1, id="hardly-any-files"),
        pytest.param(1024, None, 16, id="nobody-knows-the-cores"),
    ],
)
def test_as_many_run_at_once_as_files_and_cores_allow(
    monkeypatch: pytest.MonkeyPatch, files: int, cores: int | None, most: int
) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (files, files))
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
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
