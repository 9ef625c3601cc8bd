"""A message as a browser takes it: elements, not strings."""

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

import html5lib
import pytest

from proof.checking.differences import Difference
from proof.checking.result import Result
from proof.rendering.message import Message, Program, message_box
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet

MakeResult = Callable[..., Result]
NAMES = ("messages/a_lock.py", "messages/a_lock_works.py")


@pytest.fixture
def result(
    parse: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
) -> MakeResult:
    def make(
        name: str = NAMES[0],
        version: str = "3.14",
        stderr: Sequence[str] = ("gone",),
        differences: tuple[Difference, ...] = (),
    ) -> Result:
        run = made(executed(["One"], stderr), python=f"CPython {version}.0")
        snippet = parse(name=name, claims="Output: anything\nStderr: anything")
        return Result(snippet, run, differences)

    return make


@pytest.fixture
def box(result: MakeResult) -> Callable[..., Element]:
    """The one element of a message; whatever is not valid in it is an error."""

    def make(*gets: Result, **named: object) -> Element:
        works = Program([result(NAMES[1], stderr=())])
        shown = Message(Program(gets or [result()]), works, **named)  # type: ignore[arg-type]
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        (found,) = parser.parseFragment(message_box(shown))
        assert isinstance(found, Element)
        return found

    return make


def _pairs(root: Element) -> list[tuple[str, str]]:
    text = ("".join(one.itertext()) for one in root.iter() if one.tag in ("dt", "dd"))
    return list(zip(text, text, strict=True))


def test_each_wording_stands_beside_its_versions(
    box: Callable[..., Element], result: MakeResult
) -> None:
    said = {"3.14": ["is <new>"], "3.13": ["is old"], "3.12": ["is old"], "3.11": []}
    root = box(*(result(version=v, stderr=text) for v, text in said.items()))
    assert _pairs(root) == [
        ("3.11", "no message"),
        ("3.12 and 3.13", "is old"),
        ("3.14", "is <new>"),
    ]


def test_why_a_version_was_not_run_is_said(box: Callable[..., Element]) -> None:
    reasons = {v: f"not run on {v}: it needs Python >=3.14" for v in ("3.13", "3.12")}
    assert _pairs(box(reasons=reasons))[1:] == [
        ("3.12 and 3.13", "not run: it needs Python >=3.14")
    ]


def test_both_programs_are_there_and_the_one_that_works_is_open(
    box: Callable[..., Element],
) -> None:
    gets, works = box().iter("details")
    assert "open" not in gets.attrib
    assert "open" in works.attrib
    figures = [one.find("figure") for one in (gets, works)]
    assert [one.get("data-snippet") for one in figures if one is not None] == [*NAMES]


def test_a_program_has_its_output_and_no_timeline(box: Callable[..., Element]) -> None:
    classes = " ".join(one.get("class", "") for one in box().iter())
    assert classes.count("proof-output") == 2
    assert "proof-timeline" not in classes


def test_what_failed_says_so(box: Callable[..., Element], result: MakeResult) -> None:
    failed = result(differences=(Difference("recorded", 1, "stdout is another"),))
    figure = next(box(failed).iter("figure"))
    assert "proof-failed" in figure.get("class", "")
    assert "stdout is another" in "".join(figure.itertext())
