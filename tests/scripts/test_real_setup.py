"""The set-up with the real venv, pip and uv, from packages made on the spot."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

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
WHEEL: Final = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n"
METADATA: Final = "Metadata-Version: 2.1\nName: {name}\nVersion: 1\n"
BACKEND: Final = f"""\
import zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    with zipfile.ZipFile(folder + "/project-1-py3-none-any.whl", "w") as wheel:
        about = "project-1.dist-info/"
        wheel.writestr(about + "WHEEL", {WHEEL.format(tag="py3-none-any")!r})
        wheel.writestr(about + "METADATA", {METADATA.format(name="project")!r})
        wheel.writestr(about + "RECORD", "")
        commands = "[console_scripts]\\nproof = backend:main\\n"
        wheel.writestr(about + "entry_points.txt", commands)
    return "project-1-py3-none-any.whl"
"""


class Packages:
    """A folder of wheels in place of an index."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()

    def add(
        self, name: str, files: Mapping[str, str | bytes], tag: str = "py3-none-any"
    ) -> str:
        """Make a package, and return the line that pins it."""
        path = self.folder / f"{name}-1-{tag}.whl"
        about = {"WHEEL": WHEEL, "METADATA": METADATA, "RECORD": ""}
        with zipfile.ZipFile(path, "w") as wheel:
            for file, content in files.items():
                entry = zipfile.ZipInfo(file)
                entry.external_attr = 0o100755 << 16
                wheel.writestr(entry, content)
            for file, text in about.items():
                wheel.writestr(
                    f"{name}-1.dist-info/{file}", text.format(name=name, tag=tag)
                )
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        return f"{name}==1 --hash=sha256:{digest}\n"

    def add_command(self, name: str) -> str:
        """Make a package that is nothing but a command."""
        return self.add(name, {f"{name}-1.data/scripts/{name}": "#!/bin/sh\n"})


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a checkout; its requirements can be had from `tmp_path / "packages"`."""
    root = tmp_path / "checkout"
    (root / "scripts").mkdir(parents=True)
    shutil.copy(REPOSITORY / "scripts/_setup.sh", root / "scripts")
    (root / "scripts/try").write_text('. "$(dirname "$0")/_setup.sh"\nset_up\n')
    (root / "pyproject.toml").write_text(PROJECT)
    (root / "snippets/section").mkdir(parents=True)
    (root / "snippets/section/it_works.py").write_text("import good\n")
    packages = Packages(tmp_path / "packages")
    tools = [packages.add_command("mkdocs"), packages.add_command("pytest")]
    lines = {
        "uv": packages.add("uv", {"uv-1.data/scripts/uv": UV.read_bytes()}),
        "tools": "".join([*tools, packages.add("backend", {"backend.py": BACKEND})]),
        "snippets": packages.add("good", {"good.py": ""})
        + packages.add("hopeless", {"hopeless.py": ""}, "cp27-cp27m-win32")
        + packages.add("elsewhere", {}).replace(
            " ", " ; python_version < '3' \\\n    "
        ),
    }
    (root / "requirements-uv.txt").write_text(lines["uv"])
    (root / "requirements.txt").write_text(lines["tools"])
    (root / "requirements-snippets.txt").write_text(lines["snippets"])
    return root


def _set_up(checkout: Path) -> subprocess.CompletedProcess[str]:
    packages = str(checkout.with_name("packages"))
    return subprocess.run(
        ["sh", checkout / "scripts/try"],
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(checkout.parent),
            "PYTHON": sys.executable,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": packages,
            "UV_OFFLINE": "1",
            "UV_FIND_LINKS": packages,
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.mark.skipif(not UV.exists(), reason="uv could not be installed here")
def test_a_package_without_a_build_does_not_stop_the_set_up(checkout: Path) -> None:
    done = _set_up(checkout)
    assert done.returncode == 0, done.stderr
    assert [line.split(" (")[0] for line in done.stderr.splitlines()[1:]] == [
        "Not to be had here, so that snippets which need it are not run: hopeless"
    ]
    environment = checkout / ".venv"
    for command in ("mkdocs", "pytest", "proof"):
        assert (environment / "bin" / command).is_file()
    assert (environment / "proof-not-installed").read_text() == "hopeless\n"
    (packages,) = environment.glob("lib/python3*/site-packages")
    assert list(packages.glob("__pycache__/good.*.pyc"))
    assert not list(packages.glob("elsewhere*"))
    assert _set_up(checkout).stderr == ""
