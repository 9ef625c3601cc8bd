"""A file is replaced whole or not at all."""

import os
import stat
import time
from pathlib import Path

import pytest

from proof.files import remove_abandoned_parts, replace_file


def test_a_file_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_bytes(b"old")
    replace_file(file, b"new\r\n")
    assert file.read_bytes() == b"new\r\n"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_is_not_there_is_made(tmp_path: Path) -> None:
    replace_file(tmp_path / "a.py", b"new")
    assert (tmp_path / "a.py").read_bytes() == b"new"


def test_the_mode_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_bytes(b"old")
    file.chmod(0o754)
    replace_file(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o754


def test_a_link_is_followed(tmp_path: Path) -> None:
    file, link = tmp_path / "a.py", tmp_path / "link.py"
    file.write_bytes(b"old")
    link.symlink_to(file)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


def test_what_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(IsADirectoryError):
        replace_file(folder, b"new")
    assert list(tmp_path.iterdir()) == [folder]


def test_parts_that_a_killed_writer_left_are_removed(tmp_path: Path) -> None:
    old, young, other = (tmp_path / n for n in (".a.part", ".b.part", "c.json"))
    for file in (old, young, other):
        file.touch()
    for file in (old, other):
        os.utime(file, (0, time.time() - 3700))
    remove_abandoned_parts(tmp_path)
    assert {*tmp_path.iterdir()} == {young, other}


def test_in_a_folder_that_does_not_exist_nothing_is_abandoned(tmp_path: Path) -> None:
    remove_abandoned_parts(tmp_path / "nowhere")
