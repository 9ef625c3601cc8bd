"""A new snippet with its page: what is created, and what prevents it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.pythons import only_this

from proof.authoring import scaffolding
from proof.authoring.scaffolding import next_steps, write
from proof.errors import ProofError
from proof.gate.check import check
from proof.gate.load import lint, load
from proof.lint import rules
from proof.project import Project
from proof.snippets.snippet import Snippet

_NAV = """\
nav:
  - Home: index.md
  - Await rules:
      - await-rules/one.md
"""
Files = dict[str, bytes]


@pytest.fixture
def site(project: Project) -> Project:
    """A checkout with a section."""
    (project.root / "mkdocs.yml").write_text(_NAV)
    (project.docs / "await-rules").mkdir()
    (project.docs / "await-rules/one.md").write_text("# One\n")
    (project.docs / "index.md").write_text("# Home\n")
    return project


def _files(project: Project) -> Files:
    """Everything in a checkout but the store: what is in it, folders too."""
    return {
        project.relative(path): path.read_bytes() if path.is_file() else b""
        for path in project.root.rglob("*")
        if project.store not in (path, *path.parents)
    }


def _make(project: Project, wanted: str) -> Files:
    before = _files(project)
    write(scaffolding.plan(project, wanted, only_this()))
    return {
        path: content
        for path, content in _files(project).items()
        if before.get(path) != content
    }


@pytest.mark.parametrize(
    "wanted",
    [
        "await-rules/what_is_so",
        "await_rules/what-is-so",
        "Await-Rules/what_is_so",
        "await_rules/what_is_so.py",
        "snippets/await_rules/what_is_so.py",
        "docs/await-rules/what-is-so.md",
    ],
)
def test_either_spelling_makes_the_same(site: Project, wanted: str) -> None:
    assert _make(site, wanted).keys() == {
        "snippets/await_rules",
        "snippets/await_rules/what_is_so.py",
        "docs/await-rules/what-is-so.md",
        "mkdocs.yml",
    }
    assert (site.root / "mkdocs.yml").read_text() == (
        _NAV + "      - await-rules/what-is-so.md\n"
    )


def test_what_is_created_passes_at_once(site: Project) -> None:
    _make(site, "await-rules/what_is_so")
    report = check(site, load(site))
    assert report.passed
    run, changed = report.batch.runs
    assert run.recorded.history
    assert len(run.recorded.history.lanes) == 3
    ((broken,),) = report.counter_proofs.values()
    assert broken.proof.claim.value == "it blocks instead of waiting"
    assert changed.snippet == broken.proof.snippet.name


def test_only_what_is_to_be_filled_in_is_left_to_do(site: Project) -> None:
    _make(site, "await-rules/what_is_so")
    problems = list(lint(load(site)))
    assert all(p.message.startswith("TODO is still") for p in problems)
    for file in (
        "snippets/await_rules/what_is_so.py",
        "docs/await-rules/what-is-so.md",
    ):
        path = site.root / file
        path.write_text(path.read_text().replace("TODO: ", ""))
    loaded = load(site)
    assert [*loaded.errors, *lint(loaded)] == []


def test_lines_are_as_long_as_pages_allow(site: Project) -> None:
    name = "it_is_" + "x" * 54
    made = _make(site, f"await-rules/{name}")
    text = made[f"snippets/await_rules/{name}.py"].decode()
    assert max(map(len, text.splitlines())) <= rules.MOST_COLUMNS


def test_the_page_shows_the_snippet_once_and_leads_on(site: Project) -> None:
    made = _make(site, "await-rules/what_is_so")
    page = made["docs/await-rules/what-is-so.md"].decode()
    assert page.count('print(show("await_rules/what_is_so.py"))') == 1
    assert page.count("legend(folded=True)") == 1
    assert "\n# What is so\n" in page
    assert page.splitlines()[-1].startswith("Next: [TODO")
    assert "](one.md)" in page


def test_without_a_neighbour_it_leads_home(site: Project) -> None:
    (site.docs / "await-rules/one.md").unlink()
    made = _make(site, "await-rules/what_is_so")
    assert b"](../index.md)" in made["docs/await-rules/what-is-so.md"]


def test_without_any_page_it_leads_nowhere(site: Project) -> None:
    (site.docs / "await-rules/one.md").unlink()
    (site.docs / "index.md").unlink()
    made = _make(site, "await-rules/what_is_so")
    assert b"Next:" not in made["docs/await-rules/what-is-so.md"]


def test_a_page_that_the_navigation_names_already_is_not_named_twice(
    site: Project,
) -> None:
    (site.root / "mkdocs.yml").write_text(_NAV.replace("one.md", "what-is-so.md"))
    assert "mkdocs.yml" not in _make(site, "await-rules/what_is_so")


def test_it_says_what_was_created_and_what_comes_next(site: Project) -> None:
    text = next_steps(
        site, scaffolding.plan(site, "await-rules/what_is_so", only_this())
    )
    for part in (
        "Created snippets/await_rules/what_is_so.py",
        "docs/await-rules/what-is-so.md",
        "under 'Await rules'",
        "proof run snippets/await_rules/what_is_so.py",
        "scripts/serve",
        "proof accept snippets/await_rules/what_is_so.py",
        "proof check",
    ):
        assert part in text
    assert max(map(len, text.splitlines())) <= 80


def test_a_line_that_was_there_is_not_said_to_be_created(site: Project) -> None:
    navigation = site.root / "mkdocs.yml"
    navigation.write_text(_NAV + "      - await-rules/what-is-so.md\n")
    plan = scaffolding.plan(site, "await-rules/what_is_so", only_this())
    assert "nav of mkdocs.yml" not in next_steps(site, plan)


_MISTAKES = {
    "no-section": ("what_is_so", "is not SECTION/NAME"),
    "too-deep": ("a/b/c", "is not SECTION/NAME"),
    "no-name": ("await-rules/", "is not SECTION/NAME"),
    "empty": ("", "is not SECTION/NAME"),
    "unknown-section": (
        "nowhere/x_is_so",
        "those in the nav of mkdocs.yml are await-rules",
    ),
    "misspelt-section": ("await-rule/x_is_so", "did you mean await-rules?"),
    "up-and-away": ("../x_is_so", "there is no section '..'"),
    "blank": ("await-rules/what is so", "use letters a to z"),
    "digit-first": ("await-rules/3_tasks", "begin with a letter"),
    "accent": ("await-rules/été", "use letters a to z"),
    "capital": ("await-rules/What_is_so", "small letters only (what_is_so)"),
    "underscore-first": ("await-rules/_what", "put each underscore"),
    "two-underscores": ("await-rules/what--is", "put each underscore"),
    "keyword": ("await-rules/await", "a keyword of Python"),
    "front-page": ("await-rules/index", "front page of its section"),
    "too-long": ("await-rules/" + "a" * 61, "at most 60"),
    "standard-module": ("await-rules/asyncio", "shadows the standard library"),
    "installed-module": ("await-rules/click", "shadows the installed module 'click'"),
}


@pytest.mark.parametrize(("wanted", "said"), _MISTAKES.values(), ids=_MISTAKES.keys())
def test_a_mistake_is_reported_and_nothing_created(
    site: Project, wanted: str, said: str
) -> None:
    before = _files(site)
    with pytest.raises(ProofError) as caught:
        scaffolding.plan(site, wanted, only_this())
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert _files(site) == before


def test_the_page_of_a_subject_goes_where_its_programs_are_shown(
    site: Project, add: Callable[..., Snippet]
) -> None:
    for name in ("one", "two", "three"):
        add(f"time_outs/{name}.py")
    block = '```python exec="on"\nfrom proof import show\nprint(show("{}"))\n```\n'
    more = "  - Wait:\n      - wait/a.md\n      - wait/long/b.md\n"
    (site.root / "mkdocs.yml").write_text(_NAV + more)
    (site.docs / "wait/long").mkdir(parents=True)
    shown = {"await-rules/one": ["one"], "wait/a": ["one", "two"], "wait/long/b": []}
    for page, names in shown.items():
        text = "".join(block.format(f"time_outs/{name}.py") for name in names)
        (site.docs / f"{page}.md").write_text(f"# Page\n\n{text}")
    for wanted in ("time_outs/what_is_so", "time-outs/another"):
        plan = scaffolding.plan(site, wanted, only_this())
        assert plan.section.title == "Wait"
        assert plan.snippet.parent == site.snippets / "time_outs"
        assert plan.page.parent == site.docs / "wait"


def test_a_subject_that_no_page_shows_has_no_section(
    site: Project, add: Callable[..., Snippet]
) -> None:
    add("time_outs/one.py")
    with pytest.raises(ProofError, match="no section 'time_outs'"):
        scaffolding.plan(site, "time_outs/what_is_so", only_this())


@pytest.mark.parametrize(
    "path",
    [
        "snippets/await_rules/what_is_so.py",
        "docs/await-rules/what-is-so.md",
        "docs/await-rules/what_is_so.md",
    ],
)
def test_what_exists_is_not_touched(site: Project, path: str) -> None:
    file = site.root / path
    file.parent.mkdir(exist_ok=True)
    file.write_text("mine")
    before = _files(site)
    with pytest.raises(ProofError, match=f"{path} exists already"):
        scaffolding.plan(site, "await-rules/what_is_so", only_this())
    assert _files(site) == before


def test_without_sections_that_is_said(project: Project) -> None:
    (project.root / "mkdocs.yml").write_text("nav:\n  - Home: index.md\n")
    with pytest.raises(ProofError, match="has no section with a folder"):
        scaffolding.plan(project, "sleep/what_is_so", only_this())


@pytest.mark.parametrize("failing", ["snippet", "page", "navigation"])
def test_what_cannot_be_written_whole_is_removed_again(
    site: Project, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    before = _files(site)
    plan = scaffolding.plan(site, "await-rules/what_is_so", only_this())

    def full(*_: object, **__: object) -> object:
        raise OSError(28, "No space left on device", "there")

    if failing == "navigation":
        monkeypatch.setattr(scaffolding, "replace_file", full)
    else:
        _fail_to_open(monkeypatch, getattr(plan, failing), full)
    with pytest.raises(ProofError, match=r"No space left .*; nothing was created"):
        write(plan)
    assert _files(site) == before


def _fail_to_open(
    monkeypatch: pytest.MonkeyPatch, path: Path, fail: Callable[..., object]
) -> None:
    really = Path.open

    def open_(self: Path, *words: str, **named: str) -> object:
        return fail() if self == path else really(self, *words, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", open_)


def test_what_somebody_else_creates_meanwhile_is_not_overwritten(site: Project) -> None:
    plan = scaffolding.plan(site, "await-rules/what_is_so", only_this())
    plan.page.write_text("mine")
    with pytest.raises(ProofError, match="File exists"):
        write(plan)
    assert plan.page.read_text() == "mine"
    assert not plan.snippet.exists()


def test_the_new_snippet_is_one(site: Project) -> None:
    _make(site, "await-rules/tasks_wait_side_by_side")
    snippet = Snippet.load(site, "await_rules/tasks_wait_side_by_side.py")
    assert snippet.sentence == "Tasks wait side by side."
    assert [claim.name for claim in snippet.claims] == ["Output", "Takes"]
