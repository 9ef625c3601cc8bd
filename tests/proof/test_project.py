"""A checkout is found from anywhere in it, and knows its snippets."""

from pathlib import Path

import pytest

from proof.errors import ProofError
from proof.project import Project


def _write(path: Path, text: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.mark.parametrize("below", [".", "docs", "snippets/deep/down"])
def test_is_found_from_any_folder_inside(project: Project, below: str) -> None:
    folder = project.root / below
    folder.mkdir(parents=True, exist_ok=True)
    assert Project.locate(folder) == project


def test_is_found_from_the_working_directory(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.docs)
    assert Project.locate() == project


def test_mkdocs_yml_without_snippets_is_no_checkout(tmp_path: Path) -> None:
    _write(tmp_path / "mkdocs.yml")
    with pytest.raises(ProofError, match=r"no mkdocs\.yml beside a snippets folder"):
        Project.locate(tmp_path)


def test_a_checkout_inside_another_is_the_one_that_counts(project: Project) -> None:
    inner = project.root / "docs/inner"
    _write(inner / "mkdocs.yml")
    (inner / "snippets").mkdir()
    assert Project.locate(inner / "snippets").root == inner


def test_names_snippets_in_order_with_their_folders(project: Project) -> None:
    for name in ("sleep/b.py", "await/z.py", "sleep/a.py", "top.py"):
        _write(project.snippets / name)
    assert project.snippet_names() == (
        "await/z.py",
        "sleep/a.py",
        "sleep/b.py",
        "top.py",
    )


@pytest.mark.parametrize(
    "name",
    ["a/__pycache__/b.py", ".venv/b.py", "a/.hidden.py", "ruff.toml", "a/notes.md"],
)
def test_does_not_take_everything_for_a_snippet(project: Project, name: str) -> None:
    _write(project.snippets / name)
    assert project.snippet_names() == ()


def test_names_files_as_a_person_there_would(project: Project) -> None:
    assert project.relative(project.docs / "a/b.md") == "docs/a/b.md"
    assert project.relative(project.root.parent / "x.md") == "../x.md"
