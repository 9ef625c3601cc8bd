"""Why a snippet would be executed again, or was."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.pythons import made_up, this_python

from proof.cache.key import key_parts
from proof.cache.staleness import changes, why
from proof.cache.store import Store
from proof.gate import check as gate
from proof.gate.load import load
from proof.project import Project
from proof.pythons.choice import Pythons
from proof.runs.run import Execution, Run
from proof.snippets import dependencies
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]
MakeExecution = Callable[..., Execution]


def _run(project: Project, *, fresh: bool = False) -> None:
    is_stale = gate.always if fresh else gate.failed
    gate.check(project, load(project), is_stale=is_stale)


def _why(project: Project) -> list[str]:
    return list(why(project, Snippet.load(project, "a/b.py"), this_python()))


def test_one_that_was_never_run_would_be(project: Project, add: Add) -> None:
    add("a/b.py")
    assert _why(project) == [
        f"snippets/a/b.py on {this_python().version}: would be executed, because no "
        "run of it is stored"
    ]


def test_one_of_a_merged_python_is_not_executed_here(
    project: Project, add: Add, made: Callable[..., Run], executed: MakeExecution
) -> None:
    snippet = add("a/b.py")
    elsewhere = replace(made_up("3.13"), executable=None)
    first, second = why(project, snippet, elsewhere)
    assert first == (
        "snippets/a/b.py on 3.13: would not be executed, because runs of another "
        "machine are merged for 3.13; its run was not made as it is now there"
    )
    assert second == "  `proof merge --own` goes back to the Pythons of this machine"
    Store(project).save(snippet, elsewhere, made(executed(["Two"])))
    first, _ = why(project, snippet, elsewhere)
    assert first.endswith("its run was made at 2026-11-21 20:15:00 UTC there")


def test_one_that_has_not_changed_would_not_be(project: Project, add: Add) -> None:
    add("a/b.py")
    _run(project)
    first, second = _why(project)
    assert ": would not be executed again, because nothing has changed" in first
    assert first.endswith(" UTC")
    assert second.endswith("because no run of it was stored")


def test_one_whose_file_has_changed_would_be_and_then_was(
    project: Project, add: Add
) -> None:
    add("a/b.py")
    _run(project)
    add("a/b.py", "print('One')")
    first, second = _why(project)
    assert "would be executed again, because of what has changed since 20" in first
    assert second == "  - its file has changed"
    _run(project)
    first, second, third = _why(project)
    assert "would not be executed again" in first
    assert "because of what had changed since 20" in second
    assert third == "  - its file has changed"


def test_one_that_was_executed_all_the_same_says_so(project: Project, add: Add) -> None:
    add("a/b.py")
    _run(project)
    _run(project, fresh=True)
    assert "although nothing had changed since 20" in _why(project)[1]


def test_one_that_is_not_as_claimed_would_be(project: Project, add: Add) -> None:
    add("a/b.py", "print('Two')")
    _run(project)
    assert _why(project)[0].endswith("failed")


def test_other_surroundings_are_named(
    project: Project, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    snippet = add("a/b.py")
    before = replace(this_python(), system="Linux-6")
    monkeypatch.setattr(dependencies, "versions", lambda *_: {"aiohttp": "3.13.0"})
    gate.check(project, load(project, Pythons((before,))))
    monkeypatch.setattr(dependencies, "versions", lambda *_: {"aiohttp": "3.13.1"})
    assert list(why(project, snippet, replace(before, system="Linux-7")))[1:] == [
        "  - the platform is Linux-7, and was Linux-6",
        "  - aiohttp is 3.13.1, and was 3.13.0",
    ]


def test_what_another_version_did_is_no_earlier_run(project: Project, add: Add) -> None:
    snippet = add("a/b.py")
    _run(project)
    (said,) = why(project, snippet, made_up("3.99"))
    assert said == (
        "snippets/a/b.py on 3.99: would be executed, because no run of it is stored"
    )


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"\xff\xfe", b'{"parts": {}, "run": {"made_at": "x"}}']
)
def test_a_damaged_entry_is_as_good_as_none(
    project: Project, add: Add, content: bytes
) -> None:
    add("a/b.py")
    _run(project)
    (file,) = (project.store / "runs").iterdir()
    file.write_bytes(content)
    assert "would be executed" in _why(project)[0]


def test_a_run_in_a_form_that_is_no_longer_read_says_so(
    project: Project, add: Add
) -> None:
    add("a/b.py")
    _run(project)
    (file,) = (project.store / "runs").iterdir()
    entry = json.loads(file.read_bytes())
    del entry["run"]["recorded"]
    file.write_text(json.dumps(entry))
    assert _why(project)[1] == "  - the stored run cannot be read"


_3_11 = "CPython 3.11.7 (main, Dec  8 2023) \n[GCC 12.2.0]"
_PARTS = {
    "snippet": ("a", "b", ["its file has changed"]),
    "recorder": ("a", "b", ["the recorder has changed (scripts/proof/recorder)"]),
    "runner": (
        "a",
        "b",
        ["the tooling that executes snippets has changed (scripts/proof)"],
    ),
    "path": ("a.py", "b.py", ["the path is b.py, and was a.py"]),
    "interpreter": (
        _3_11,
        "CPython 3.13.1 (main) \n[GCC 12.2.0]",
        ["the interpreter is CPython 3.13.1, and was CPython 3.11.7"],
    ),
    "dependencies": (
        json.dumps({"aiohttp": "1", "idna": "2", "old": "3"}),
        json.dumps({"aiohttp": "2", "idna": "2", "new": "4"}),
        [
            "aiohttp is 2, and was 1",
            "it depends on new 4 now, and did not",
            "it does not depend on old any more (3)",
        ],
    ),
}


@pytest.mark.parametrize("name", _PARTS)
def test_each_part_has_plain_words(name: str) -> None:
    before, after, said = _PARTS[name]
    assert list(changes({name: before}, {name: after})) == said
    assert list(changes({name: before}, {name: before})) == []


def test_another_build_of_the_same_version_differs() -> None:
    (said,) = changes(
        {"interpreter": _3_11}, {"interpreter": _3_11.replace("GCC 12", "GCC 13")}
    )
    assert "[GCC 13.2.0], and was CPython 3.11.7" in said
    assert "\n" not in said


@pytest.mark.parametrize("damaged", ["", "1", "{", '["a"]', '{"a": 1'])
def test_dependencies_that_cannot_be_read_have_changed(damaged: str) -> None:
    parts = {"dependencies": damaged}, {"dependencies": "{}"}
    assert list(changes(*parts)) == ["what it depends on has changed"]


def test_parts_that_only_one_has_are_named() -> None:
    said = list(changes({"old": "1"}, {"new": "1"}))
    assert said == [
        "what a run depends on is counted otherwise: new",
        "what a run depends on is counted otherwise: old",
    ]


def test_all_that_a_key_is_made_of_has_words(project: Project) -> None:
    (project.snippets / "a.py").write_text('"""It."""\n# Proof:\n# Output:\n')
    parts = key_parts(Snippet.load(project, "a.py"), this_python())
    assert parts.keys() == {*_PARTS, "platform"}
