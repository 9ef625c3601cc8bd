"""An exercise shows what is asked, and keeps back what a reader should find."""

import base64
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree as ET

import html5lib
import pytest
from tests.pythons import this_python

from proof import ProofError
from proof.cache.store import Store
from proof.project import Project
from proof.runs.run import Execution, Run
from proof.site import build
from proof.site.build import Build
from proof.site.page import exercise
from proof.snippets.snippet import Snippet

NAME = "a/it_adds_up.py"
SOLVED = "a/it_adds_up_solved.py"
FAILS = "tool.proof.xfail = true"

Drawn = Callable[..., ET.Element]


@pytest.fixture
def keep(
    project: Project,
    add: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
) -> Callable[[str], None]:
    """Keep runs of an exercise that prints something, and of its solution."""

    def keep(printed: str) -> None:
        for snippet, line in (
            (add(NAME, 'print("Two")', metadata=FAILS), printed),
            (add(SOLVED), "One"),
        ):
            run = made(executed([line]), snippet=snippet.name)
            Store(project).save(snippet, this_python(), run)

    return keep


@pytest.fixture
def drawn(keep: Callable[[str], None], begin: Callable[..., Build]) -> Drawn:
    """The exercise as a page has it."""

    def drawn(*, can_run: bool = False) -> ET.Element:
        keep("Two")
        build.begin(replace(begin(), can_run=can_run))
        html = exercise(NAME, task="Let `it` add <up>.", hint="Look at `print`.")
        parser = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True)
        section = parser.parseFragment(html).find("section")
        assert isinstance(section, ET.Element)
        return section

    return drawn


def _read(element: ET.Element | None) -> str:
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def test_it_says_what_is_to_be_done(drawn: Drawn) -> None:
    section = drawn()
    assert _read(section.find("p[@class='proof-task']")) == "Let it add <up>."
    hint = section.find("details[@class='proof-hint']")
    assert _read(hint) == "HintLook at print."
    assert [code.text for code in section.findall("p/code")][:1] == ["it"]


def test_program_is_shown_with_its_claims_and_no_word_of_failing(drawn: Drawn) -> None:
    figure = drawn().find("figure")
    assert figure is not None
    source = figure.find("div[@class='proof-source highlight']")
    assert "# Proof: # Output: # One" in _read(source)
    (link,) = (one for one in figure.iter("a") if "download" in one.attrib)
    content = base64.b64decode(link.attrib["href"].partition(",")[2])
    assert content.startswith(b"# An exercise: ")
    assert b"xfail" not in content


def test_what_comes_of_it_and_the_solution_are_folded(drawn: Drawn) -> None:
    section = drawn()
    now = section.find("figure/details[@class='proof-now']")
    solution = section.find("details[@class='proof-solution']")
    for block, printed in ((now, "Two"), (solution, "One")):
        assert block is not None
        assert "open" not in block.attrib
        (output,) = block.findall(".//div[@class='proof-output']")
        assert _read(output) == printed
    assert "+Two" in _read(now)
    assert solution is not None
    figure = solution.find("figure")
    assert figure is not None
    assert figure.get("data-snippet") == SOLVED


def test_it_can_be_solved_here_only_where_programs_can_be_run(drawn: Drawn) -> None:
    assert list(drawn().iter("button")) == []
    (button,) = drawn(can_run=True).iter("button")
    assert _read(button) == "Solve it here"
    # Until a script is there that listens to it.
    assert "hidden" in button.attrib


def test_how_to_solve_it_elsewhere_is_always_said(drawn: Drawn) -> None:
    how = _read(drawn().find("p[@class='proof-exercise-how']"))
    assert "python it_adds_up.py or uv run it_adds_up.py" in how


def test_a_build_stops_at_an_exercise_that_does_as_it_claims(
    keep: Callable[[str], None], begin: Callable[..., Build]
) -> None:
    keep("One")
    begin()
    with pytest.raises(ProofError, match="it was expected to fail and passed"):
        exercise(NAME, task="Do.", hint="?")


def test_serving_shows_an_exercise_that_was_not_run_yet(
    add: Callable[..., Snippet], begin: Callable[..., Build]
) -> None:
    add(NAME, metadata=FAILS)
    add(SOLVED)
    begin(is_serving=True)
    html = exercise(NAME, task="Do.", hint="?")
    assert html.count("ot run yet as it is now.") == 2


def test_serving_says_what_is_missing(
    add: Callable[..., Snippet], begin: Callable[..., Build]
) -> None:
    add(NAME, metadata=FAILS)
    begin(is_serving=True)
    html = exercise(NAME, task="Do.", hint="?")
    assert f"there is no snippets/{SOLVED}" in html
