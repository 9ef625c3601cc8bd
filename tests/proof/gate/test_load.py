"""What is read of a checkout, and what is wrong with it before anything is executed."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.pythons import only_this, this_python

from proof.errors import ProofError
from proof.gate.load import lint, load, load_draft, load_snippets
from proof.project import Project
from proof.pythons.choice import Pythons
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]


def _spoil(project: Project, name: str) -> None:
    path = project.snippets / name
    path.parent.mkdir(exist_ok=True)
    path.write_text('"""It claims nothing."""\n')


def _ask_for_nothing(project: Project) -> None:
    (project.docs / "index.md").write_text(
        '```python exec="on"\nshow("no/where.py")\n```\n'
    )


def test_loading_collects_all_that_is_wrong(project: Project, add: Add) -> None:
    add("a/good.py")
    add("a/unnamed.py", "import click")
    _spoil(project, "a/spoilt.py")
    _ask_for_nothing(project)
    found = load(project)
    assert [snippet.name for snippet in found.snippets] == ["a/good.py"]
    assert sorted(error.path for error in found.errors) == [
        "docs/index.md",
        "snippets/a/spoilt.py",
        "snippets/a/unnamed.py",
    ]


def test_loading_of_some_reads_nothing_else(project: Project, add: Add) -> None:
    add("a/good.py")
    add("a/other.py")
    _spoil(project, "a/spoilt.py")
    _ask_for_nothing(project)
    found = load_snippets(project, ["a/good.py"])
    assert [snippet.name for snippet in found.snippets] == ["a/good.py"]
    assert found.errors == ()


def test_loading_of_something_missing_says_so(project: Project) -> None:
    (error,) = load_snippets(project, ["a/nowhere.py"]).errors
    assert error.path == "snippets/a/nowhere.py"


def _break_rules(project: Project, add: Add) -> None:
    add("a/drafted.py", "print('One')  # TODO: and what else?")
    (project.docs / "b.md").write_text("It took 1.003 s.\n")
    (project.docs / "a/drafted.py.md").unlink()


def test_what_breaks_a_rule_of_style_is_executed_all_the_same(
    project: Project, add: Add
) -> None:
    _break_rules(project, add)
    found = load(project)
    assert [snippet.name for snippet in found.snippets] == ["a/drafted.py"]
    assert found.errors == ()
    assert [(e.path, e.line, e.message.split(";")[0]) for e in lint(found)] == [
        ("snippets/a/drafted.py", 3, "TODO is still in line 3"),
        ("snippets/a/drafted.py", 1, "no page shows it"),
        (
            "docs/b.md",
            1,
            '"1.003 s" looks measured, and no program of this page has it',
        ),
    ]


def test_of_a_snippet_that_is_named_only_its_own_rules_count(
    project: Project, add: Add
) -> None:
    _break_rules(project, add)
    (error,) = lint(load_snippets(project, ["a/drafted.py"]))
    assert error.message.startswith("TODO")


def test_rules_of_style_hold_for_what_is_unavailable_too(
    project: Project, add: Add
) -> None:
    add("a/later.py", "print('One')  # TODO", metadata='requires-python = ">=3.39"')
    (error,) = lint(load(project))
    assert error.message.startswith("TODO is still in line")


def test_each_page_is_read_once(
    project: Project, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[str] = []
    read_text = Path.read_text

    def counted(path: Path, *args: str, **named: str) -> str:
        reads.append(path.name)
        return read_text(path, *args, **named)

    add("a/one.py")
    monkeypatch.setattr(Path, "read_text", counted)
    list(lint(load(project)))
    assert reads.count("one.py.md") == 1


def test_a_snippet_for_another_python_is_not_executed(
    project: Project, add: Add
) -> None:
    add("a/later.py", metadata='requires-python = ">=3.39"')
    found = load(project)
    assert (found.snippets, found.errors) == ((), ())
    (one,) = found.unavailable
    assert one.snippet.name == "a/later.py"
    assert re.fullmatch(r"not run on 3\.\d+: it needs Python >=3\.39", one.reason)


def test_a_release_candidate_is_python_enough(project: Project, add: Add) -> None:
    add("a/any.py", metadata='requires-python = ">=3.15"')
    candidate = replace(this_python(), name="CPython 3.15.0rc1")
    found = load(project, Pythons((candidate,)))
    assert len(found.plans) == 1
    assert found.unavailable == ()


def test_a_draft_that_is_finished_is_read_like_any_snippet(
    project: Project, add: Add
) -> None:
    snippet = add("a/b.py")
    plan = load_draft(project, "a/b.py", only_this())
    assert plan.snippet == snippet
    assert plan.pythons == only_this().interpreters


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('"""It."""\nimport click\n', "snippets/a/b.py:2: it imports 'click'"),
        (
            '# /// script\n# requires-python = ">=3.98"\n# ///\n"""It."""\n',
            "it needs Python >=3.98",
        ),
        ('"""It."""\n# Proof:\n# Otput:\n', "snippets/a/b.py:3: unknown claim"),
    ],
)
def test_a_draft_must_be_executable_here(
    project: Project, content: str, message: str
) -> None:
    (project.snippets / "a").mkdir()
    (project.snippets / "a/b.py").write_text(content)
    with pytest.raises(ProofError) as caught:
        load_draft(project, "a/b.py", only_this())
    assert message in str(caught.value)
