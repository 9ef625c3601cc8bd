"""The tooling read as text: its modules, and who imports whom."""

import sys
from pathlib import Path

import pytest

from proof.tooling import Module, depths, modules, reached

SOURCES = {
    "__init__.py": "from proof.page import show",
    "errors.py": '"""What reaches\na person.\n\nMore of it."""\nraise SystemExit',
    "runs.py": '"""Runs."""\nimport json\nfrom proof.errors import ProofError',
    "page.py": '"""Calls."""\nfrom proof import runs, timeline\nimport proof.errors',
    "timeline/__init__.py": '"""Pictures."""\nfrom proof.timeline.svg import svg',
    "timeline/svg.py": '"""Shapes."""\nfrom proof.runs import Run',
    "recorder/_proof_trace.py": '"""The trace."""\nimport mmap',
    "recorder/sitecustomize.py": '"""Arms it."""\nimport _proof_trace',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A package as small as can be; executing a part of it would end the tests."""
    for path, source in SOURCES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(source)
    return tmp_path


def test_every_module_is_found_by_name(folder: Path) -> None:
    assert set(modules(folder)) == {
        "errors",
        "runs",
        "page",
        "timeline",
        "timeline.svg",
        "recorder._proof_trace",
        "recorder.sitecustomize",
    }


def test_first_sentence_is_read(folder: Path) -> None:
    assert modules(folder)["errors"].sentence == "What reaches a person."


def test_own_imports_are_read_in_every_spelling(folder: Path) -> None:
    found = modules(folder)
    assert found["errors"].imports == ()
    assert found["runs"].imports == ("errors",)
    assert found["page"].imports == ("errors", "runs", "timeline")
    assert found["timeline"].imports == ("timeline.svg",)
    assert found["recorder.sitecustomize"].imports == ("recorder._proof_trace",)


def test_packages_within_are_told(folder: Path) -> None:
    found = modules(folder)
    assert [found[n].package for n in ("page", "timeline", "timeline.svg")] == [
        "",
        "",
        "timeline",
    ]
    assert found["timeline"].family == found["timeline.svg"].family == "timeline"


def test_depth_is_the_longest_way(folder: Path) -> None:
    depth = depths(modules(folder))
    assert [depth[n] for n in ("errors", "runs", "timeline.svg", "page")] == [
        0,
        1,
        2,
        4,
    ]


def test_a_circle_is_told() -> None:
    found = {name: Module(name, "", (other,)) for name, other in ("ab", "ba")}
    with pytest.raises(ValueError, match="a > b > a: it imports itself"):
        depths(found)


def test_what_is_needed_is_reached(folder: Path) -> None:
    assert reached(["timeline"], modules(folder)) == {
        "timeline",
        "timeline.svg",
        "runs",
        "errors",
    }


def test_every_module_of_ours_says_what_it_is_about() -> None:
    silent = [name for name, one in modules().items() if not one.sentence]
    assert silent == []


def test_nothing_is_executed(folder: Path) -> None:
    modules(folder)
    assert "_proof_trace" not in sys.modules
