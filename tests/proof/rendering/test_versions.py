"""Versions of Python beside each other: in a figure, in a table, as changes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

import html5lib
import pytest

from proof.checking.result import Result
from proof.rendering.figure import Besides, snippet_figure
from proof.rendering.markup import Html
from proof.rendering.version_changes import changes
from proof.rendering.version_table import (
    Row,
    part_of_output,
    version_table,
    whole_output,
)
from proof.runs.history import History, Lane, Span
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet

MakeResults = Callable[..., list[Result]]
CLAIMS = "Output [<3.14]:\n    old\n    both\nOutput [>=3.14]:\n    both\n    new"
OLD, NEW = ["old", "both"], ["both", "new"]
LANE = Lane("task", "main", 0.0, "", (Span("running", 0.0, 0.1),), "done", 0.1)


@pytest.fixture
def results(
    parse: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
) -> MakeResults:
    """Results of one snippet by version, with a timeline each."""

    def make(printed: dict[str, Sequence[str]], claims: str = CLAIMS) -> list[Result]:
        snippet = parse(claims=claims)
        history = History((LANE,), 0.5)
        return [
            Result(
                snippet,
                made(
                    replace(executed(lines), history=history), python=f"CPython {v}.0"
                ),
            )
            for v, lines in printed.items()
        ]

    return make


def element(html: str) -> Element:
    """The one element of some HTML; whatever is not valid in it is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    (found,) = parser.parseFragment(html)
    assert isinstance(found, Element)
    return found


def having(root: Element, name: str) -> list[Element]:
    return [one for one in root.iter() if name in one.get("class", "").split()]


def text(root: Element) -> str:
    return " ".join("".join(root.itertext()).split())


def test_one_figure_is_enough_where_all_do_the_same(results: MakeResults) -> None:
    same = results({"3.15": NEW, "3.14": NEW, "3.13": NEW})
    figure = element(snippet_figure(same, besides=Besides(missing=("3.12", "3.11"))))
    assert having(figure, "proof-versions") == []
    (caption,) = having(figure, "proof-provenance")
    assert "CPython 3.15.0 on Linux x86_64 · the same on 3.13 and 3.14 ·" in text(
        caption
    )
    assert "not run here on 3.11 and 3.12" in text(caption)


def test_where_they_differ_one_can_be_chosen(results: MakeResults) -> None:
    found = results({"3.15": NEW, "3.14": NEW, "3.13": OLD, "3.12": OLD})
    figure = element(snippet_figure(found))
    buttons = [one for one in figure.iter() if one.get("type") == "radio"]
    labels = {one.get("for"): text(one) for one in figure.iter("label")}
    assert [labels[one.attrib["id"]] for one in buttons] == [
        "3.14 and 3.15",
        "3.12 and 3.13",
    ]
    assert [one.get("checked") is not None for one in buttons] == [True, False]
    assert len({one.get("name") for one in buttons}) == 1
    newest, oldest = having(figure, "proof-version")
    assert "CPython 3.15.0" in text(newest)
    assert "the same on 3.14" in text(newest)
    assert "CPython 3.13.0" in text(oldest)
    assert [text(one) for one in having(newest, "proof-line-differs")] == ["new"]
    assert [text(one) for one in having(oldest, "proof-line-differs")] == ["old"]
    for panel in (newest, oldest):
        assert len(having(panel, "proof-timeline")) == 1
        assert len(having(panel, "proof-replay-data")) == 1


def test_no_id_is_there_twice(results: MakeResults) -> None:
    found = results({"3.15": NEW, "3.14": OLD, "3.13": OLD})
    ids = [one.get("id") for one in element(snippet_figure(found)).iter()]
    named = [one for one in ids if one]
    assert len(named) == len(set(named))


def row(**cells: Sequence[str]) -> Row:
    by_version = {f"3.{name[1:]}": lines for name, lines in cells.items()}
    return Row(Html("a row"), by_version, {"3.15": "not run on 3.15: no build"})


def test_equal_neighbours_share_a_cell() -> None:
    table = element(version_table([row(v11=["a"], v12=["a"], v13=["b"], v14=[])], "T"))
    cells = list(table.iter("td"))[1:]
    assert [(text(c), c.get("colspan"), c.get("data-versions")) for c in cells] == [
        ("a", "2", "3.11 and 3.12"),
        ("b", None, "3.13"),
        ("nothing", None, "3.14"),
        ("not run: no build", None, "3.15"),
    ]
    spans = (int(cell.get("colspan", "1")) for cell in cells)
    heads = [text(head) for head in table.iter("th")]
    assert heads == ["3.11", "3.12", "3.13", "3.14", "3.15", "a row"]
    assert sum(spans) == 5


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (1, ["head: yes"]),
        (9, None),
        ("head", ["yes"]),
        ("list", ["one", "two"]),
        ("absent", None),
    ],
)
def test_a_row_can_be_part_of_what_is_printed(
    executed: Callable[..., Execution],
    made: Callable[..., Run],
    wanted: int | str,
    found: list[str] | None,
) -> None:
    printed = ["head: yes", "list", "    one", "    two", "end"]
    assert part_of_output(made(executed(printed)), wanted) == found


def test_a_cell_has_what_is_printed_and_how_it_ends(
    executed: Callable[..., Execution], made: Callable[..., Run]
) -> None:
    raised = ["Traceback (most recent call last):", '  File "x"', "ValueError: no"]
    assert whole_output(made(executed(["a"], raised, status=1))) == [
        "a",
        "ValueError: no",
    ]
    assert whole_output(made(executed(status=3))) == ["exit status 3"]
    assert whole_output(made(executed(status=-9))) == ["ended by SIGKILL"]


def test_what_is_printed_is_text(
    executed: Callable[..., Execution], made: Callable[..., Run]
) -> None:
    lines = whole_output(made(executed(["<b>&"])))
    table = element(version_table([row(v11=lines)], "<T>"))
    assert text(next(table.iter("code"))) == "<b>&"


def test_changes_are_from_version_to_version(results: MakeResults) -> None:
    found = results({"3.15": NEW, "3.14": NEW, "3.13": OLD, "3.12": OLD})
    (change,) = changes(tuple(reversed(found)))
    assert (change.version, change.old.run.version) == ("3.14", "3.13")
    lines = [text(one) for one in element(change.diff).iter("span")]
    assert lines == ["- old", "+ new"]
