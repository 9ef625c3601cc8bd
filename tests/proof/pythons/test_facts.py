"""What an interpreter says of itself, on every supported Python that there is."""

import sys
import sysconfig
from pathlib import Path

import pytest
from packaging.markers import default_environment
from tests.pythons import pythons_here, these_facts

from proof.pythons.probing import probe
from proof.runs.interpreter import Interpreter
from proof.runs.versions import SUPPORTED


@pytest.fixture(params=SUPPORTED)
def python(request: pytest.FixtureRequest) -> Interpreter:
    """Each of them; the test is skipped where the machine has none."""
    found = pythons_here().get(request.param)
    if found is None:
        pytest.skip(f"there is no Python {request.param} on this machine")
    assert found.version == request.param
    return found


def test_it_is_what_it_was_found_for(python: Interpreter) -> None:
    assert python.name.startswith(f"CPython {python.version}.")
    assert python.build.startswith(f"CPython {python.version}.")
    assert python.markers["python_version"] == python.minor == python.version
    assert not python.free_threaded
    assert python.executable
    assert python.executable.is_absolute()


def test_its_library_is_known(python: Interpreter) -> None:
    assert {"asyncio", "sys", "os", "sitecustomize"} - python.modules == {
        "sitecustomize"
    }
    (library,) = (path for path, name in python.folders if name == "<python>")
    assert Path(library, "asyncio/__init__.py").is_file()


def test_it_says_of_markers_what_packaging_would_say_in_it(
    python: Interpreter,
) -> None:
    here = {str(k): str(v) for k, v in default_environment().items()}
    assert python.markers.keys() == here.keys()
    own = ("python", "implementation")
    same = {name for name in here if not name.startswith(own)}
    assert {n: python.markers[n] for n in same} == {n: here[n] for n in same}


def test_of_this_one_all_is_as_it_is() -> None:
    facts = these_facts()
    assert facts.markers == default_environment()
    assert facts.executable == sys.executable
    assert facts.modules == sys.stdlib_module_names
    assert (sysconfig.get_paths()["purelib"], "<packages>") in facts.folders
    python = facts.interpreter()
    assert "click" in python.installed
    assert python.providers["yaml"] == ("PyYAML",)
    assert any(one.startswith("click") for one in python.installed["mkdocs"].requires)


def test_an_environment_is_known_by_its_own_path() -> None:
    facts = these_facts()
    assert Path(facts.base).is_file()
    in_environment = sys.prefix != sys.base_prefix
    assert (facts.base != facts.executable) == in_environment


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("exit 1", id="fails"),
        pytest.param("echo '{}'", id="says-nothing-of-itself"),
        pytest.param("echo Python 3.13", id="says-something-else"),
        pytest.param("printf '\\377'", id="says-no-text"),
    ],
)
def test_what_does_not_start_as_python_says_nothing(
    tmp_path: Path, script: str
) -> None:
    file = tmp_path / "python"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    assert probe(file) is None


def test_what_is_not_there_or_no_program_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("text")
    for name in ("text", "nothing", "."):
        assert probe(tmp_path / name) is None


def test_one_that_does_not_answer_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("proof.pythons.probing._PATIENCE", 0.05)
    file = tmp_path / "python"
    file.write_text("#!/bin/sh\nexec sleep 60\n")
    file.chmod(0o755)
    assert probe(file) is None
