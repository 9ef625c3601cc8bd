"""The pages for contributors quote the tooling: what they quote is what it says."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from tests.pythons import made_up

from proof.authoring import scaffolding
from proof.checking.messages import failure_text
from proof.checking.result import check
from proof.gate.load import lint, load
from proof.project import Project
from proof.pythons.choice import Pythons
from proof.runs.run import Execution, Line, Run
from proof.runs.versions import SUPPORTED
from proof.snippets.snippet import Snippet

from .small_project import REPOSITORY

_CHECKOUT: Final = Project(REPOSITORY)
_TUTORIAL: Final = (REPOSITORY / "docs/about/your-first-snippet-page.md").read_text(
    "utf-8"
)
_EVERY_CLAIM: Final = (REPOSITORY / "docs/about/every-claim.md").read_text("utf-8")
_FINISHED: Final = Snippet.load(
    _CHECKOUT, "contribute/wait_leaves_the_others_running.py"
)
_WITH_AIOHTTP: Final = Pythons(
    (replace(made_up("3.15"), providers={"aiohttp": ("aiohttp",)}),)
)
_WANTED: Final = "choosing/wait_leaves_the_others_running"
_NAV: Final = "nav:\n  - Choose:\n      - choosing/index.md\n"
_TOOK: Final = 0.604


class _Checkout:
    """A tiny checkout in which nothing was done but `proof new`."""

    def __init__(self, root: Path) -> None:
        self.project = Project(root)
        (root / "snippets").mkdir()
        (root / "docs/choosing").mkdir(parents=True)
        (root / "docs/choosing/index.md").write_text("# Home\n")
        (root / "mkdocs.yml").write_text(_NAV)
        for file in ("requirements.txt", "requirements-snippets.txt"):
            (root / file).touch()
        self.plan = scaffolding.plan(self.project, _WANTED, _WITH_AIOHTTP)
        scaffolding.write(self.plan)

    def errors(self) -> list[str]:
        """What `proof check` reports before it executes anything."""
        loaded = load(self.project, _WITH_AIOHTTP)
        return [str(error) for error in (*loaded.errors, *lint(loaded))]

    def failure(self) -> str:
        """What is reported where only the program was replaced."""
        name = f"{_WANTED}.py"
        created = Snippet.load(self.project, name)
        content = "\n".join([*_FINISHED.code, *created.ending, ""]).encode()
        result = check(Snippet.parse(name, content), _run(name))
        return failure_text(result, on=SUPPORTED)

    def after(self, file: Path, old: str, new: str) -> list[str]:
        """What is reported because of one mistake; it is undone again."""
        text, before = file.read_text("utf-8"), self.errors()
        assert text.count(old) == 1
        file.write_text(text.replace(old, new), "utf-8")
        found = [error for error in self.errors() if error not in before]
        file.write_text(text, "utf-8")
        return found


@pytest.fixture
def checkout(tmp_path: Path) -> _Checkout:
    return _Checkout(tmp_path.resolve())


def _run(name: str) -> Run:
    """A run of the program that the tutorial shows."""
    lines = tuple(Line(text, "stdout", 0.1) for text in _FINISHED.claims[0].body)
    recorded = Execution(lines, 0, _TOOK, 0.7, 0.1, 1)
    control = Execution(lines, 0, None, 0.7, 0.1, 0)
    at = "2026-11-21T20:15:00Z"
    return Run(name, recorded, control, 1, at, "CPython 3.11.7", "Linux x86_64", at)


def _blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def _rows() -> Iterator[tuple[str, str]]:
    """The message in each row of the table of messages, and what to do about it."""
    for line in _TUTORIAL.splitlines():
        if row := re.fullmatch(r"\| `` ?(.+?) ?`` \| (.+) \|", line):
            yield row[1], row[2]


def test_the_tutorial_shows_what_proof_new_prints() -> None:
    assert f"proof new {_WANTED}\n" in _blocks(_TUTORIAL, "sh")
    plan = scaffolding.plan(_CHECKOUT, _WANTED, _WITH_AIOHTTP)
    text = scaffolding.next_steps(_CHECKOUT, plan)
    assert f"{text}\n" in _blocks(_TUTORIAL, "text")


def test_what_the_readme_begins_with_can_be_begun() -> None:
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    (wanted,) = re.findall(r"^proof new (\S+)", readme, re.MULTILINE)
    assert scaffolding.plan(_CHECKOUT, wanted, _WITH_AIOHTTP).section.title


def test_the_tutorial_shows_the_program_and_the_claims_that_it_ends_with() -> None:
    program, claims = _blocks(_TUTORIAL, "python")
    assert program.rstrip().split("\n") == list(_FINISHED.code)
    assert claims.split() == "\n".join(_FINISHED.ending).split()


def test_the_tutorial_shows_what_is_reported_of_the_old_claims(
    checkout: _Checkout,
) -> None:
    quoted = re.search(r'print\(f"""\n(.*?)"""\)', _TUTORIAL, re.DOTALL)
    assert quoted
    text = quoted[1].replace("{took:.3f}", f"{_TOOK:.3f}")
    assert f"```text\n{checkout.failure()}\n```\n" in text


def test_the_table_of_messages_has_those_of_common_mistakes(
    checkout: _Checkout,
) -> None:
    snippet, page = checkout.plan.snippet, checkout.plan.page
    main = "asyncio.run(main())"
    reported = [
        *checkout.failure().splitlines(),
        *checkout.errors(),
        *checkout.after(snippet, "# Output", "# Otput"),
        *checkout.after(snippet, 'running."""', 'running"""'),
        *checkout.after(snippet, main, main + "\n#" * 50),
        *checkout.after(snippet, "# TODO: put", "import aiohttp\n# TODO: put"),
        *checkout.after(page, 'print(show("', 'print(str("'),
        *checkout.after(page, '_running.py"))', '_running.py")'),
        *checkout.after(page, "others_running", "other_running"),
        *checkout.after(page, "## When it bites", "It took 0.7 s."),
    ]
    messages = {
        re.sub(r" \(on [^)]*\)$", "", line.split(": ", 1)[1])
        for line in reported
        if ": " in line
    }
    rows = dict(_rows())
    assert len(rows) == 11
    for row in rows:
        pattern = re.escape(row).replace("…", ".+")
        found = [message for message in messages if re.fullmatch(pattern, message)]
        assert found, f"{row!r} is none of {sorted(messages)}"


def test_claims_for_versions_are_those_of_the_snippet() -> None:
    name = "await_rules/only_an_await_that_suspends_costs_a_pass.py"
    ending = "\n".join(Snippet.load(_CHECKOUT, name).ending)
    ending = ending.partition("\n# Breaks:")[0].strip()
    assert f"{ending}\n" in _blocks(_EVERY_CLAIM, "text")


def test_the_message_about_an_unexpected_pass_is_quoted() -> None:
    content = b"# /// script\n# tool.proof.xfail = true\n# ///\n" + _FINISHED.content
    snippet = Snippet.parse(f"{_WANTED}.py", content)
    (difference,) = check(snippet, _run(snippet.name)).differences
    quotes = re.findall(r"(?:^> .*\n)+", _EVERY_CLAIM, re.MULTILINE)
    assert difference.message in [" ".join(q.replace("> ", "").split()) for q in quotes]
