"""What makes a stored run stale, and what does not."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from tests.pythons import made_up

import proof
from proof.cache import key
from proof.cache.key import key_of, key_parts
from proof.runs.interpreter import Interpreter
from proof.snippets import dependencies
from proof.snippets.snippet import Snippet

_PACKAGE = Path(proof.__file__).parent


PYTHON: Final = made_up("3.13")


def _key(snippet: Snippet, python: Interpreter = PYTHON) -> str:
    return key_of(key_parts(snippet, python))


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the tooling's source whose changes count."""
    copy = tmp_path / "package"
    shutil.copytree(_PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(key, "_PACKAGE", copy)
    return copy


@pytest.mark.parametrize(
    ("module", "decides"),
    [
        ("execution/process.py", True),
        ("recording/historian.py", True),
        ("recorder/_proof_tasks.py", True),
        ("runs/run.py", True),
        # Holds the default timeout.
        ("snippets/metadata.py", True),
        ("snippets/claims.py", False),
        ("checking/differences.py", False),
        ("rendering/figure.py", False),
        ("cache/store.py", False),
        ("cli/main.py", False),
    ],
)
def test_a_change_of_the_tooling_counts_where_it_decides_about_runs(
    package: Path, parse: Callable[..., Snippet], module: str, decides: bool
) -> None:
    before = _key(parse())
    with (package / module).open("a") as file:
        file.write("# changed\n")
    key._digest_of_runner.cache_clear()
    assert (_key(parse()) != before) == decides


def test_all_that_executes_can_be_found(package: Path) -> None:
    for pattern in key._RUNNER:
        assert list(package.glob(pattern)), pattern


def test_an_edited_recorder_counts_at_once_and_an_edited_runner_when_it_is_loaded(
    package: Path, parse: Callable[..., Snippet]
) -> None:
    before = _key(parse())
    with (package / "execution/process.py").open("a") as file:
        file.write("# changed\n")
    assert _key(parse()) == before
    with (package / "recorder/_proof_tasks.py").open("a") as file:
        file.write("# changed\n")
    assert _key(parse()) != before


def test_a_new_file_of_the_recorder_counts(
    package: Path, parse: Callable[..., Snippet]
) -> None:
    before = _key(parse())
    (package / "recorder/_proof_more.py").write_text("")
    assert _key(parse()) != before


def test_sources_that_changed_places_count(
    package: Path, parse: Callable[..., Snippet]
) -> None:
    before = _key(parse())
    first, second = package / "execution/runner.py", package / "recording/trace.py"
    contents = first.read_text(), second.read_text()
    second.write_text(contents[0])
    first.write_text(contents[1])
    key._digest_of_runner.cache_clear()
    assert _key(parse()) != before


def test_the_same_snippet_has_the_same_key(parse: Callable[..., Snippet]) -> None:
    assert _key(parse()) == _key(parse())


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"code": 'print("Two")'}, id="code"),
        pytest.param({"code": 'print("One")  '}, id="a-blank"),
        pytest.param({"claims": "Output: anything"}, id="claims"),
        pytest.param({"metadata": "tool.proof.timeout = 3"}, id="needs"),
        pytest.param({"name": "section/it_does_too.py"}, id="name"),
        pytest.param({"name": "other/it_does.py"}, id="folder"),
    ],
)
def test_any_change_of_the_snippet_counts(
    parse: Callable[..., Snippet], other: dict[str, str]
) -> None:
    assert _key(parse(**other)) != _key(parse())


def test_line_ends_count_as_they_are_executed() -> None:
    text = b'"""One."""\n# Proof:\n# Output:\n'
    plain = Snippet.parse("a/b.py", text)
    other = Snippet.parse("a/b.py", text.replace(b"\n", b"\r\n"))
    assert plain.code == other.code
    assert _key(plain) != _key(other)


@pytest.mark.parametrize(
    "other",
    [
        replace(PYTHON, build="CPython 3.13.1 (another build)"),
        replace(PYTHON, build="PyPy 3.13.1 (made up)"),
        replace(PYTHON, system="Plan 9"),
    ],
    ids=["build", "implementation", "system"],
)
def test_another_interpreter_counts(
    parse: Callable[..., Snippet], other: Interpreter
) -> None:
    assert _key(parse(), other) != _key(parse())


def test_where_an_interpreter_is_does_not_count(parse: Callable[..., Snippet]) -> None:
    moved = replace(PYTHON, executable=None, folders=())
    assert _key(parse(), moved) == _key(parse())


def test_another_version_of_a_dependency_counts(
    parse: Callable[..., Snippet], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _key(parse())
    monkeypatch.setattr(dependencies, "versions", lambda *_: {"aiohttp": "9"})
    assert _key(parse()) != before


def test_the_place_of_the_checkout_does_not_count(
    parse: Callable[..., Snippet], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _key(parse())
    monkeypatch.chdir(tmp_path)
    assert _key(parse()) == before


def test_the_order_of_its_parts_does_not_count() -> None:
    assert key_of({"a": "1", "b": "2"}) == key_of({"b": "2", "a": "1"})
    assert key_of({"a": "1", "b": "2"}) != key_of({"a": "2", "b": "1"})
