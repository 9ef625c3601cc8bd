"""Modules of a zip file are compiled into it."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from proof.browser.compilation import add_compiled

PROGRAM = (
    "import {name}, linecache; "
    "print({name}.__file__, {name}.value.__code__.co_filename); "
    "print(linecache.getline({name}.value.__code__.co_filename, 1, vars({name})))"
)


def test_what_was_imported_is_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "modules.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("imported_of_zip.py", "def value(): return 1\n")
        file.writestr("left_in_zip.py", "def value(): return 2\n")
    monkeypatch.syspath_prepend(str(archive))
    __import__("imported_of_zip")
    try:
        add_compiled(str(archive))
    finally:
        del sys.modules["imported_of_zip"]
    kept = f"{archive}/imported_of_zip.py"
    assert imported("imported_of_zip", archive) == [
        f"{kept}c {kept}",
        "def value(): return 1",
    ]
    assert imported("left_in_zip", archive)[0].split()[0].endswith(".py")


def imported(name: str, archive: Path) -> list[str]:
    """Where another interpreter has a module from, and the first line of it."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(name=name)],
        env={"PYTHONPATH": str(archive)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()[:2]
