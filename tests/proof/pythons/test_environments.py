"""An environment for a Python: made once, made again when it must be, never half."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.packages import Packages
from tests.pythons import these_facts

from proof.errors import ProofError
from proof.project import Project
from proof.pythons import environments
from proof.pythons.environments import environment
from proof.pythons.probing import Facts
from proof.runs.interpreter import Interpreter
from proof.snippets.snippet import Snippet

# Says where the environment is that it has got, and when that was made.
_MAKE = """\
import json, pathlib, sys
from proof.project import Project
from proof.pythons.environments import environment
from proof.pythons.probing import probe
root, base = map(pathlib.Path, sys.argv[1:])
python = environment(Project(root), probe(base))
notes = python.executable.parents[1] / "proof.json"
print(json.dumps([str(python.executable), notes.stat().st_mtime_ns]))
"""


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Packages:
    """A folder in place of an index, in which everything is looked for."""
    made = Packages(tmp_path / "packages")
    for name, value in made.variables.items():
        monkeypatch.setenv(name, value)
    return made


@pytest.fixture
def base() -> Facts:
    """The interpreter behind the one that runs the tests."""
    return these_facts()


def _pin(project: Project, *pins: str) -> None:
    project.requirements.write_text("".join(pins))


def _prints(python: Interpreter, code: str) -> str:
    done = subprocess.run(
        [str(python.executable), "-I", "-c", code],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip() or done.stderr.strip().rpartition("\n")[2]


def _notes(python: Interpreter) -> Path:
    assert python.executable
    return python.executable.parents[1] / "proof.json"


def _never(*_: object) -> None:
    raise AssertionError


def test_it_holds_what_is_pinned_and_nothing_of_the_tooling(
    project: Project, packages: Packages, base: Facts
) -> None:
    _pin(project, packages.add("good", {"good.py": "print('good')"}))
    python = environment(project, base)
    assert python.executable
    assert project.store in python.executable.parents
    assert python.version == base.interpreter().version
    assert _prints(python, "import good") == "good"
    assert "No module named 'click'" in _prints(python, "import click")
    assert set(python.installed) == {"good"}
    assert python.providers["good"] == ("good",)
    assert python.lacking == frozenset()


def test_it_is_made_once(
    project: Project,
    packages: Packages,
    base: Facts,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _pin(project, packages.add("good", {"good.py": ""}))
    first = environment(project, base)
    monkeypatch.setattr(subprocess, "run", _never)
    assert environment(project, base) == first


def test_other_pins_make_it_again(
    project: Project, packages: Packages, base: Facts
) -> None:
    _pin(project, packages.add("good", {"good.py": ""}))
    environment(project, base)
    _pin(project, packages.add("better", {"better.py": ""}, version="2"))
    python = environment(project, base)
    assert python.installed.keys() == {"better"}
    assert "No module named 'good'" in _prints(python, "import good")


def test_another_build_of_the_python_makes_it_again(
    project: Project, base: Facts
) -> None:
    _pin(project)
    first = environment(project, base)
    (left := _notes(first).with_name("left")).touch()
    assert environment(project, replace(base, build="another")) == first
    assert not left.exists()


def test_another_python_of_the_version_has_one_of_its_own(
    project: Project, base: Facts, tmp_path: Path
) -> None:
    _pin(project)
    first = environment(project, base)
    link = tmp_path / "python"
    link.symlink_to(base.base)
    second = environment(project, replace(base, base=str(link)))
    assert first.executable != second.executable
    assert _notes(first).exists()


def _half_made(notes: Path) -> None:
    notes.unlink()


def _damaged(notes: Path) -> None:
    notes.write_bytes(notes.read_bytes()[:-9])


def _of_another_form(notes: Path) -> None:
    content = json.loads(notes.read_bytes())
    del content["facts"]["markers"]
    notes.write_text(json.dumps(content))


@pytest.mark.parametrize("spoil", [_half_made, _damaged, _of_another_form])
def test_what_was_interrupted_or_cannot_be_read_is_made_again(
    project: Project, base: Facts, spoil: Callable[[Path], None]
) -> None:
    _pin(project)
    python = environment(project, base)
    notes = _notes(python)
    notes.with_name("left").touch()
    spoil(notes)
    assert environment(project, base) == python
    assert not notes.with_name("left").exists()


def test_an_interrupted_one_counts_as_not_made(
    project: Project, base: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    _pin(project)
    with monkeypatch.context() as patch:
        patch.setattr(environments, "_compile_imports", interrupted)
        with pytest.raises(KeyboardInterrupt):
            environment(project, base)
    assert not list(project.store.glob("pythons/*/proof.json"))
    assert _notes(environment(project, base)).exists()


def test_two_who_need_it_at_once_make_it_once(
    project: Project, packages: Packages, base: Facts
) -> None:
    _pin(project, packages.add("good", {"good.py": ""}))
    command = [sys.executable, "-c", _MAKE, str(project.root), base.base]
    processes = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    said = {process.communicate(timeout=60)[0] for process in processes}
    assert [process.returncode for process in processes] == [0, 0]
    assert len(said) == 1


def test_a_pin_that_cannot_be_had_is_noted_and_others_are_installed(
    project: Project, packages: Packages, base: Facts
) -> None:
    other = packages.add("other", {"other.py": ""})
    spoilt = packages.add("spoilt", {"spoilt.py": ""})
    _pin(
        project,
        "# How it was made.\n",
        packages.add("good", {"good.py": ""}).replace(" ", " \\\n    ", 1),
        packages.add("Hope_less", {"hopeless.py": ""}, "cp27-cp27m-win32"),
        spoilt[:-5] + "beef\n",
        other.replace(" ", " ; python_version < '3' ", 1),
    )
    python = environment(project, base)
    assert python.installed.keys() == {"good"}
    assert python.lacking == {"hope-less", "spoilt"}
    # It is known without trying again.
    assert environment(project, base) == python


def test_pip_installs_what_uv_cannot(
    project: Project,
    packages: Packages,
    base: Facts,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _pin(project, packages.add("good", {"good.py": "print('good')"}))
    monkeypatch.delenv("UV_FIND_LINKS")
    python = environment(project, base)
    assert python.lacking == frozenset()
    assert _prints(python, "import good") == "good"


def test_without_uv_pip_installs(
    project: Project,
    packages: Packages,
    base: Facts,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _pin(project, packages.add("good", {"good.py": "print('good')"}))
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    # A link beside which there is no uv; pip is found by what is beside the real one.
    monkeypatch.setattr(
        "proof.pythons.packages.sys.executable", _beside_nothing(tmp_path)
    )
    assert _prints(environment(project, base), "import good") == "good"


def _beside_nothing(folder: Path) -> str:
    script = folder / "python"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    script.chmod(0o755)
    return str(script)


def test_a_project_without_pins_has_an_empty_one(project: Project, base: Facts) -> None:
    project.requirements.unlink()
    assert environment(project, base).installed == {}


def test_what_snippets_import_is_compiled(
    project: Project, packages: Packages, base: Facts, add: Callable[..., Snippet]
) -> None:
    _pin(project, packages.add("good", {"good.py": "", "idle.py": ""}))
    add("a/one.py", "import nowhere\nfrom good import (\n    x,\n)\nimport good")
    python = environment(project, base)
    compiled = _notes(python).parent.glob("lib/*/site-packages/__pycache__/*.pyc")
    assert [path.name.split(".")[0] for path in compiled] == ["good"]


@pytest.mark.parametrize(
    ("script", "why"),
    [
        pytest.param("echo one\necho it is broken\nexit 3", "it is broken", id="fails"),
        pytest.param("exit 4", "exit status 4", id="silently"),
        pytest.param("exit 0", "No such file or directory", id="makes-nothing"),
        pytest.param(
            'mkdir -p "$5/bin"; cp /bin/false "$5/bin/python"',
            "it does not start",
            id="makes-one-that-does-not-start",
        ),
    ],
)
def test_a_python_that_makes_none_is_named_in_a_sentence(
    project: Project, base: Facts, tmp_path: Path, script: str, why: str
) -> None:
    _pin(project)
    broken = tmp_path / "python"
    broken.write_text(f"#!/bin/sh\n{script}\n")
    broken.chmod(0o755)
    with pytest.raises(ProofError) as caught:
        environment(project, replace(base, base=str(broken)))
    message = str(caught.value)
    assert message.startswith(f"no environment can be made by {broken} in ")
    assert f"({why}); repair that Python, or name others" in message
    assert "\n" not in message


def test_a_python_that_has_vanished_is_named_in_a_sentence(
    project: Project, base: Facts
) -> None:
    with pytest.raises(ProofError, match=r"made by /gone .*\(No such file"):
        environment(project, replace(base, base="/gone"))


def test_a_store_that_cannot_be_written_is_said_in_a_sentence(
    project: Project, base: Facts
) -> None:
    project.store.write_text("a file")
    with pytest.raises(ProofError, match="no environment can be made"):
        environment(project, base)
