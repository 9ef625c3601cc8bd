"""Paths as somebody types them, and the snippets found there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from proof.errors import ProofError
from proof.project import Project
from proof.snippets.selection import names_of
from proof.snippets.snippet import Snippet


@pytest.fixture(autouse=True)
def _three(
    project: Project, add: Callable[..., Snippet], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a/one.py", "a/two.py", "b/three.py"):
        add(name)
    (project.snippets / "b/link.py").symlink_to("/nowhere")
    monkeypatch.chdir(project.snippets / "a")


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("one.py", ["a/one.py"]),
        ("one", ["a/one.py"]),
        ("a/two.py", ["a/two.py"]),
        ("snippets/b/three", ["b/three.py"]),
        ("../b/three.py", ["b/three.py"]),
        (".", ["a/one.py", "a/two.py"]),
        ("../a/", ["a/one.py", "a/two.py"]),
        ("../b/..", ["a/one.py", "a/two.py", "b/link.py", "b/three.py"]),
        ("b/link.py", ["b/link.py"]),
    ],
)
def test_a_path_can_be_typed_in_many_ways(
    project: Project, path: str, names: list[str]
) -> None:
    assert names_of(project, [Path(path)]) == names


def test_what_is_named_twice_is_wanted_once(project: Project) -> None:
    paths = [Path("two.py"), Path("../a")]
    assert names_of(project, paths) == ["a/two.py", "a/one.py"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nowhere.py", "there is no snippet at nowhere.py"),
        ("/etc", "there is no snippet at /etc"),
        ("docs/a.md", "docs/a.md is not a snippet; `proof check` without a path"),
    ],
)
def test_another_path_is_an_error(project: Project, path: str, message: str) -> None:
    with pytest.raises(ProofError, match=message):
        names_of(project, [Path(path)])
