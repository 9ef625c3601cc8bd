"""No spelling of a build publishes a failed claim."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from .small_project import CLAIM_LINE, GOODBYE, HELLO, MKDOCS, SmallProject

SPELLINGS = {
    "mkdocs build": (MKDOCS, "build"),
    "mkdocs build -q": (MKDOCS, "build", "-q"),
    "mkdocs -q build": (MKDOCS, "-q", "build"),
    "mkdocs build -q --strict": (MKDOCS, "build", "-q", "--strict"),
    "mkdocs build --strict": (MKDOCS, "build", "--strict"),
    "mkdocs build --dirty": (MKDOCS, "build", "--dirty"),
    "python -m mkdocs build": (sys.executable, "-m", "mkdocs", "build"),
    "scripts/build": ("scripts/build",),
}
FEW = ("mkdocs build -q --strict", "scripts/build")
RAISING_FENCE = '\n```python exec="on"\nprint(1 / 0)\n```\n'
EXECUTING = re.compile(r"Executing (\d+) snippet")

every_spelling = pytest.mark.parametrize(
    "command", SPELLINGS.values(), ids=SPELLINGS.keys()
)
# Where the spelling cannot matter: the first and the most different.
some_spellings = pytest.mark.parametrize(
    "command", [SPELLINGS[few] for few in FEW], ids=FEW
)


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    project = SmallProject.create(tmp_path_factory.mktemp("small"))
    project.add_scripts()
    built = project.build()
    assert built.status == 0, built.output
    return project


@pytest.fixture
def small(built_once: SmallProject, tmp_path: Path) -> SmallProject:
    """A project that was built before, with that site and its runs."""
    return built_once.copy(tmp_path / "small project")


@every_spelling
def test_broken_claims_stop_the_build(
    small: SmallProject, command: tuple[str, ...]
) -> None:
    small.break_claim(HELLO)
    small.break_claim(GOODBYE)
    before = small.published()
    built = small.build(*command)
    assert built.status == 1, built.output
    for path in (HELLO, GOODBYE):
        assert f"{path}:{CLAIM_LINE}: " in built.output
        assert re.search(
            rf"^ +-something else\n +\+{Path(path).stem}$", built.output, re.MULTILINE
        )
    assert "Traceback" not in built.output
    assert small.published() == before


@every_spelling
def test_fence_that_raises_stops_the_build(
    small: SmallProject, command: tuple[str, ...]
) -> None:
    page = small.root / "docs/index.md"
    small.write("docs/index.md", page.read_text() + RAISING_FENCE)
    built = small.build(*command)
    assert built.status == 1, built.output
    assert "ZeroDivisionError" in built.output
    assert "division by zero" not in small.published().get("index.html", b"").decode()


def test_fence_that_raises_is_reported_with_its_page(small: SmallProject) -> None:
    page = small.root / "docs/goodbye.md"
    small.write("docs/goodbye.md", page.read_text() + RAISING_FENCE)
    assert "goodbye.md" in small.build().output


@some_spellings
def test_build_without_errors_succeeds(
    small: SmallProject, command: tuple[str, ...]
) -> None:
    shutil.rmtree(small.root / "site")
    built = small.build(*command)
    assert built.status == 0, built.output
    assert b"proof-output" in small.published()["index.html"]


def test_scripts_build_keeps_the_old_site_if_a_fence_raises(
    small: SmallProject,
) -> None:
    before = small.published()
    page = small.root / "docs/index.md"
    small.write("docs/index.md", page.read_text() + RAISING_FENCE)
    assert small.build("scripts/build").status == 1
    assert small.published() == before


def test_scripts_build_fails_if_a_link_is_broken(small: SmallProject) -> None:
    page = small.root / "docs/index.md"
    small.write("docs/index.md", f"{page.read_text()}\n[There](nowhere.md)\n")
    before = small.published()
    built = small.build("scripts/build")
    assert (built.status, small.published()) == (1, before)
    assert "nowhere.md" in built.output


@some_spellings
def test_page_that_shows_a_missing_file_is_one_sentence(
    small: SmallProject, command: tuple[str, ...]
) -> None:
    small.replace("docs/index.md", "greetings/hello.py", "greetings/helo.py")
    before = small.published()
    built = small.build(*command)
    assert built.status == 1, built.output
    errors = [line for line in built.output.splitlines() if "helo.py" in line]
    assert len(errors) == 1, built.output
    assert errors[0].startswith("docs/index.md:5: ")
    assert "Traceback" not in built.output
    assert small.published() == before


def test_all_errors_are_reported_at_once(small: SmallProject) -> None:
    small.break_claim(HELLO)
    small.write(GOODBYE, 'print("goodbye")\n')
    small.replace("docs/goodbye.md", "greetings/goodbye.py", "greetings/later.py")
    built = small.build()
    assert built.status == 1
    for place in (f"{HELLO}:{CLAIM_LINE}", GOODBYE, "docs/goodbye.md:5"):
        assert f"\n{place}: " in built.output or f"\n{place}:" in built.output, place


def break_every_rule(small: SmallProject) -> list[str]:
    """Break each style rule once, and return the errors to be reported."""
    small.replace(HELLO, "A program says hello.", "it says hello")
    small.write("snippets/greetings/unseen.py", (small.root / GOODBYE).read_text())
    small.replace(GOODBYE, '("goodbye")', f'("goodbye")  # {"so " * 20}long\n' * 61)
    small.replace(GOODBYE, "#     goodbye", "#     ...")
    page = (small.root / "docs/index.md").read_text()
    small.write("docs/index.md", f"{page}\nIt took 1.003 s.\n\nTODO\n")
    return [
        f"{HELLO}:1: its first line is not a sentence",
        f"{GOODBYE}:61: it has ",
        f"{GOODBYE}:3: at most 72 columns fit into a page",
        "snippets/greetings/unseen.py:1: no page shows it",
        'docs/index.md:10: "1.003 s" looks measured',
        "docs/index.md:12: TODO is still in line 12",
    ]


@some_spellings
def test_every_broken_rule_stops_the_build(
    small: SmallProject, command: tuple[str, ...]
) -> None:
    before = small.published()
    errors = break_every_rule(small)
    built = small.build(*command)
    assert built.status == 1, built.output
    assert [line for line in errors if f"\n{line}" not in built.output] == []
    assert "Traceback" not in built.output
    assert small.published() == before


def test_broken_rules_are_reported_while_serving_and_stop_nothing(
    small: SmallProject,
) -> None:
    errors = break_every_rule(small)
    with small.serving() as server:
        # At first the page says that its snippet is being executed.
        page = server.page_when(lambda page: '<figure class="proof"' in page)
        assert "1.003 s" in page
    log = server.log.read_text()
    assert [line for line in errors if f"\n{line}" not in log] == []


def test_example_that_should_fail_and_does_not_stops_the_build(
    small: SmallProject,
) -> None:
    needs = "# /// script\n# [tool.proof]\n# xfail = true\n# ///\n"
    small.write(HELLO, needs + (small.root / HELLO).read_text())
    built = small.build()
    assert built.status == 1, built.output
    place = f"{HELLO}:{CLAIM_LINE + 4}"
    assert f"\n{place}: it was expected to fail and passed" in built.output
    small.break_claim(HELLO)
    built = small.build()
    assert built.status == 0, built.output
    assert b"Fails on purpose" in small.published()["index.html"]


def test_fixed_claim_is_published_again(small: SmallProject) -> None:
    small.break_claim(HELLO)
    assert small.build().status == 1
    small.fix_claim(HELLO)
    assert small.build().status == 0


def test_second_build_executes_nothing(small: SmallProject) -> None:
    before = small.stored_runs()
    assert len(before) == 2
    built = small.build()
    assert (built.status, EXECUTING.findall(built.output)) == (0, [])
    assert small.stored_runs() == before


def test_prose_executes_nothing(small: SmallProject) -> None:
    before = small.stored_runs()
    small.replace("docs/index.md", "Prose.", "Other prose.")
    built = small.build()
    assert (built.status, EXECUTING.findall(built.output)) == (0, [])
    assert small.stored_runs() == before
    assert b"Other prose." in small.published()["index.html"]


def test_changed_snippet_is_executed_and_no_other(small: SmallProject) -> None:
    before = small.stored_runs()
    small.replace(HELLO, 'print("hello")', 'print("hel" + "lo")')
    built = small.build()
    assert (built.status, EXECUTING.findall(built.output)) == (0, ["1"])
    assert len(before.items() & small.stored_runs().items()) == 1
