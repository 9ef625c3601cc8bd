"""The folders of executions: made when needed, removed in the end, whatever happens."""

import errno
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from proof.errors import ProofError
from proof.execution.sandbox import Sandbox, batch_folder


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files of these tests."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_nothing_is_made_before_it_is_asked_for(tmp_path: Path) -> None:
    sandbox = Sandbox(tmp_path / "1")
    assert not list(tmp_path.iterdir())
    sandbox.make()
    assert sandbox.working.is_dir()
    assert sandbox.temporary.is_dir()
    assert sandbox.working.is_relative_to(sandbox.home)
    assert sandbox.temporary.is_relative_to(sandbox.home)
    assert not sandbox.trace.is_relative_to(sandbox.home)


def test_it_is_removed_with_all_that_is_in_it(tmp_path: Path) -> None:
    sandbox = Sandbox(tmp_path / "1")
    sandbox.make()
    deep = sandbox.working / "deep" / "er"
    deep.mkdir(parents=True)
    (deep / "file").write_text("x")
    deep.chmod(0)
    sandbox.remove()
    assert not list(tmp_path.iterdir())
    sandbox.remove()


def test_there_is_room_on_this_disk(tmp_path: Path) -> None:
    assert not Sandbox(tmp_path / "1").lack_of_room()


def test_a_disk_without_room_is_reported(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = os.statvfs_result((4096, 4096, 9999, 9, 9, 9999, 99, 99, 0, 255))
    monkeypatch.setattr(os, "statvfs", lambda _: free)
    assert Sandbox(temporary / "1").lack_of_room() == (
        "the disk on which it was executed is full; make room in "
        f"{temporary}, or name another folder with TMPDIR"
    )


def test_a_batch_has_a_folder_as_long_as_it_lasts(temporary: Path) -> None:
    with batch_folder() as folder:
        assert list(temporary.iterdir()) == [folder]
        (folder / "1").mkdir()
    assert not list(temporary.iterdir())


def test_batches_at_the_same_time_leave_each_other_alone(temporary: Path) -> None:
    with batch_folder() as one, batch_folder() as other:
        assert one != other
        assert sorted(temporary.iterdir()) == sorted([one, other])
    assert not list(temporary.iterdir())


KILLED = """
import os, signal, subprocess, sys, tempfile
tempfile.tempdir = {!r}
from proof.execution.sandbox import batch_folder
with batch_folder() as folder:
    (folder / "1").mkdir()
    environment = {{"HOME": str(folder / "1")}}
    print(subprocess.Popen(["sleep", "60"], env=environment, stdout=-3).pid)
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_the_next_batch_removes_what_a_killed_one_left(temporary: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED.format(str(temporary))],
        check=False,
        stdout=subprocess.PIPE,
    )
    assert done.returncode == -signal.SIGKILL
    (left,) = temporary.iterdir()
    running = psutil.Process(int(done.stdout))
    with batch_folder() as folder:
        assert not left.exists()
        assert folder.exists()
    psutil.wait_procs([running], timeout=10)
    assert not running.is_running() or running.status() == psutil.STATUS_ZOMBIE


@pytest.mark.parametrize(
    "name", ["proof-await-notes", "proof-await-12-short", "proof-reading", "other"]
)
def test_folders_of_others_stay(temporary: Path, name: str) -> None:
    (temporary / name).mkdir()
    with batch_folder():
        pass
    assert [folder.name for folder in temporary.iterdir()] == [name]


def test_a_link_to_a_folder_of_others_is_not_followed(
    temporary: Path, tmp_path: Path
) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    (temporary / "proof-await-12-abcdefgh").symlink_to(notes)
    with batch_folder():
        pass
    assert notes.exists()


def _begin_a_batch() -> None:
    with batch_folder():
        pass


def _no_room(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize(
    ("maker", "make"),
    [
        pytest.param((tempfile, "mkdtemp"), lambda _: _begin_a_batch(), id="batch"),
        pytest.param(
            (Path, "mkdir"), lambda folder: Sandbox(folder / "1").make(), id="execution"
        ),
    ],
)
def test_no_room_for_a_folder_is_said_in_a_sentence(
    temporary: Path,
    monkeypatch: pytest.MonkeyPatch,
    maker: tuple[object, str],
    make: Callable[[Path], None],
) -> None:
    monkeypatch.setattr(*maker, _no_room)
    with pytest.raises(ProofError) as caught:
        make(temporary)
    assert str(caught.value) == (
        f"no folder can be made in {temporary} to execute programs in (No space left "
        "on device); make room there, or name another folder with TMPDIR"
    )


def test_no_folder_for_temporary_files_at_all_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: ["/nowhere"])
    with pytest.raises(ProofError, match=r"No usable temporary directory .*make room"):
        _begin_a_batch()
