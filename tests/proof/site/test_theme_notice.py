"""The theme's notice of its end is in no terminal, however MkDocs is started."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[3]
MKDOCS = str(Path(sys.executable).with_name("mkdocs"))
NOTICE = "reaches end of life"


def _build(folder: Path, extra: str, *command: str) -> str:
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text("# A page\n")
    (folder / "mkdocs.yml").write_text(
        f"site_name: Tiny\ntheme:\n  name: material\n  font: false\n{extra}"
    )
    environment = {k: v for k, v in os.environ.items() if "MKDOCS_2" not in k}
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout


@pytest.mark.parametrize(
    "command", [(MKDOCS, "build"), (sys.executable, "-m", "mkdocs", "build")]
)
def test_no_notice_with_what_the_configuration_says(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    configuration = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    (line,) = re.findall(r"^  theme_notice: .*\n", configuration, re.MULTILINE)
    assert NOTICE not in _build(tmp_path, f"extra:\n{line}", *command)


def test_the_theme_prints_it_otherwise(tmp_path: Path) -> None:
    assert NOTICE in _build(tmp_path, "", MKDOCS, "build")
