"""The set-up with the real venv, pip and uv, from packages made on the spot."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from tests.packages import METADATA, WHEEL, Packages

REPOSITORY: Final = Path(__file__).resolve().parents[2]
UV: Final = Path(sys.executable).with_name("uv")
PROJECT: Final = """\
[build-system]
requires = ["backend"]
build-backend = "backend"
[project]
name = "project"
version = "1"
requires-python = ">=3.11"
[dependency-groups]
"""
BACKEND: Final = f"""\
import sys, zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    with zipfile.ZipFile(folder + "/project-1-py3-none-any.whl", "w") as wheel:
        about = "project-1.dist-info/"
        wheel.writestr(about + "WHEEL", {WHEEL.format(tag="py3-none-any")!r})
        metadata = {METADATA.format(name="project", version="1")!r}
        wheel.writestr(about + "METADATA", metadata)
        wheel.writestr(about + "RECORD", "")
        commands = "[console_scripts]\\nproof = backend:main\\n"
        wheel.writestr(about + "entry_points.txt", commands)
    return "project-1-py3-none-any.whl"

def main():
    print("proof", *sys.argv[1:])
"""


@pytest.fixture
def packages(tmp_path: Path) -> Packages:
    return Packages(tmp_path / "packages")


@pytest.fixture
def checkout(tmp_path: Path, packages: Packages) -> Path:
    """Return a checkout whose requirements can be had."""
    root = tmp_path / "checkout"
    (root / "scripts").mkdir(parents=True)
    shutil.copy(REPOSITORY / "scripts/_setup.sh", root / "scripts")
    (root / "scripts/try").write_text('. "$(dirname "$0")/_setup.sh"\nset_up\n')
    (root / "pyproject.toml").write_text(PROJECT)
    uv = packages.add("uv", {"uv-1.data/scripts/uv": UV.read_bytes()})
    tools = [packages.add_command("mkdocs"), packages.add_command("pytest")]
    tools.append(packages.add("backend", {"backend.py": BACKEND}))
    (root / "requirements-uv.txt").write_text(uv)
    (root / "requirements.txt").write_text("".join(tools))
    return root


@pytest.mark.skipif(not UV.exists(), reason="uv could not be installed here")
def test_it_installs_what_is_pinned_and_prepares_the_pythons(
    checkout: Path, packages: Packages
) -> None:
    def set_up() -> str:
        done = subprocess.run(
            ["sh", checkout / "scripts/try"],
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(checkout.parent),
                "PYTHON": sys.executable,
                **packages.variables,
            },
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        return done.stderr

    assert len(set_up().splitlines()) == 1
    for command in ("mkdocs", "pytest", "proof"):
        assert (checkout / ".venv/bin" / command).is_file()
    log = (checkout / ".proof/set-up.log").read_text()
    assert log.splitlines()[-1] == "proof pythons"
    assert set_up() == ""
