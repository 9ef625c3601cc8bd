"""The requirement files hold what pyproject.toml asks for, and fit one environment."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from tests.pythons import made_up

from proof.project import Project
from proof.runs.versions import SUPPORTED
from proof.snippets.pins import fitting, pinned

REPOSITORY = Path(__file__).resolve().parents[2]
TOOLS = REPOSITORY / "requirements.txt"
SNIPPETS = REPOSITORY / "requirements-snippets.txt"
UV = REPOSITORY / "requirements-uv.txt"
ZENSICAL = REPOSITORY / "requirements-zensical.txt"
CONFIGURATION = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
GROUPS = CONFIGURATION["dependency-groups"]
FILES = {
    TOOLS: [
        *CONFIGURATION["project"]["dependencies"],
        *GROUPS["build"],
        *GROUPS["check"],
        *GROUPS["test"],
    ],
    SNIPPETS: GROUPS["snippets"],
    UV: GROUPS["uv"],
    ZENSICAL: GROUPS["zensical"],
}


def _versions(file: Path) -> dict[str, set[str]]:
    versions: dict[str, set[str]] = {}
    for name, version in re.findall(r"(?m)^([\w.-]+)==(\S+)", file.read_text("utf-8")):
        versions.setdefault(canonicalize_name(name), set()).add(version)
    return versions


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_all_that_is_asked_for_is_pinned(file: Path) -> None:
    pins = _versions(file)
    for requirement in map(Requirement, FILES[file]):
        found = pins.get(canonicalize_name(requirement.name), set())
        assert any(requirement.specifier.contains(v) for v in found), requirement


@pytest.mark.parametrize("file", [SNIPPETS, ZENSICAL], ids=lambda file: file.name)
def test_a_package_in_two_files_is_the_same_in_both(file: Path) -> None:
    tools, others = _versions(TOOLS), _versions(file)
    shared = tools.keys() & others.keys()
    assert shared
    assert {name for name in shared if not tools[name] >= others[name]} == set()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_file_names_an_index(file: Path) -> None:
    assert "--index" not in file.read_text("utf-8")
    assert "://" not in file.read_text("utf-8")


def test_a_package_of_snippets_is_for_the_pythons_that_the_group_names() -> None:
    pins = pinned(Project(REPOSITORY))
    for requirement in map(Requirement, GROUPS["snippets"]):
        for python in map(made_up, SUPPORTED):
            markers = dict(python.markers)
            applies = not requirement.marker or requirement.marker.evaluate(markers)
            found = [pin.applies(python) for pin in fitting(requirement, pins)]
            assert any(found) == applies, (requirement, python.version)
