"""What was made before is made again only where something that it is from changed."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from proof.cache import derived
from proof.cache.derived import Derived
from proof.project import Project


@dataclass(frozen=True)
class Source:
    name: str


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def making(content: bytes, made: list[bytes]) -> Callable[[], bytes]:
    def make() -> bytes:
        made.append(content)
        return content

    return make


def test_the_same_sources_are_made_once(project: Project) -> None:
    made: list[bytes] = []
    sources = (Source("one"), b"\0", None, 1.5)
    assert Derived(project).kept(sources, making(b"first", made)) == b"first"
    assert Derived(project).kept(sources, making(b"second", made)) == b"first"
    assert made == [b"first"]


@pytest.mark.parametrize(
    "other", [(Source("two"), "a"), (Source("one"), "b"), (Source("one"),), ()]
)
def test_other_sources_are_made_by_themselves(
    project: Project, other: tuple[object, ...]
) -> None:
    Derived(project).kept((Source("one"), "a"), lambda: b"first")
    assert Derived(project).kept(other, lambda: b"second") == b"second"


def test_other_tooling_makes_it_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    Derived(project).kept(("one",), lambda: b"first")
    monkeypatch.setattr(derived, "_made_by", lambda: ("changed",))
    assert Derived(project).kept(("one",), lambda: b"second") == b"second"


def test_a_disk_that_takes_nothing_costs_only_time(project: Project) -> None:
    project.store.write_text("no folder")
    kept = Derived(project)
    assert kept.kept(("one",), lambda: b"first") == b"first"
    assert kept.kept(("one",), lambda: b"second") == b"second"


def test_what_nobody_asked_for_in_a_week_is_removed(project: Project) -> None:
    kept = Derived(project)
    for name in ("long ago", "asked for again", "just now"):
        kept.kept((name,), name.encode)
    folder = project.store / derived.FOLDER
    for file in folder.iterdir():
        if file.read_bytes() != b"just now":
            os.utime(file, (0, time.time() - 8 * 24 * 3600))
    kept.kept(("asked for again",), lambda: b"made again")
    kept.prune()
    left = {file.read_bytes() for file in folder.iterdir()}
    assert left == {b"asked for again", b"just now"}
