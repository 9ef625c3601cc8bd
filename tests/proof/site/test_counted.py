"""Tables of what programs counted, and of what to write: rows with addresses."""

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

import html5lib
import pytest
from tests.pythons import this_python

from proof import ProofError, choices, counted
from proof.cache.store import Store
from proof.project import Project
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet

Print = Callable[[str, Sequence[str]], None]
_PAGE = "rules/page.md"


@pytest.fixture
def prints(
    project: Project,
    add: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
) -> Print:
    """Add a snippet, shown on a page, with a run that printed these lines."""

    def keep(name: str, lines: Sequence[str]) -> None:
        claims = "\n".join(["Output:", *(f"    {line}" for line in lines)])
        snippet = add(name, claims=claims)
        run = made(executed(list(lines)), snippet=snippet.name)
        Store(project).save(snippet, this_python(), run)

    return keep


def _table(html: str) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    (found,) = parser.parseFragment(html)
    assert isinstance(found, Element)
    return found


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _with_id(table: Element, identifier: str) -> Element:
    (found,) = [one for one in table.iter() if one.get("id") == identifier]
    return found


def _links(element: Element) -> list[str | None]:
    return [one.get("href") for one in element.iter("a")]


def test_each_line_is_a_row_with_an_address(
    begin: Callable[..., object], prints: Print
) -> None:
    prints("a/one.py", ["Queue.get()  empty      2", "sleep(0)              1"])
    begin()
    table = _table(counted(_PAGE, "a/one.py"))
    row = _with_id(table, "await-queue-get-empty")
    assert _text(row).startswith("Queue.get() empty")
    assert "2" in [_text(cell) for cell in row.iter("td")]
    assert _links(row) == ["#await-queue-get-empty"]
    assert _text(_with_id(table, "await-sleep-0")).startswith("sleep(0)")


def test_the_heading_of_its_rows_leads_to_the_program(
    begin: Callable[..., object], prints: Print
) -> None:
    prints("a/one.py", ["sleep(0)  1"])
    begin()
    table = _table(counted(_PAGE, "a/one.py"))
    (heading,) = [one for one in table.iter("th") if one.get("colspan")]
    assert _links(heading) == ["../../a/one.py/#proof-a--one"]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["a line"], "line 1 of what it prints, 'a line', is not what was counted"),
        (["get()  full  2", "get  full  0"], "two rows would have the address"),
    ],
)
def test_what_is_no_table_is_refused(
    begin: Callable[..., object], prints: Print, lines: list[str], message: str
) -> None:
    prints("a/one.py", lines)
    begin()
    with pytest.raises(ProofError, match=message):
        counted(_PAGE, "a/one.py")
    begin(is_serving=True)
    assert "proof-problem" in counted(_PAGE, "a/one.py")


def test_a_choice_says_what_to_write_and_leads_to_its_proof(
    begin: Callable[..., object], prints: Print
) -> None:
    prints("a/one.py", ["x"])
    begin()
    row = ("one `result`", "await one()\nawait two()", "a/one.py")
    table = _table(choices(_PAGE, row, heads=("You want", "Write")))
    found = _with_id(table, "for-one-result")
    assert [_text(one) for one in found.iter("code")][:3] == [
        "result",
        "await one()",
        "await two()",
    ]
    assert _links(found) == ["../../a/one.py/#proof-a--one"]
    heads = [one for one in table.iter("th") if one.get("scope") == "col"]
    assert [_text(one) for one in heads] == ["You want", "Write"]


def test_in_brief_what_to_write_is_the_link(
    begin: Callable[..., object], prints: Print
) -> None:
    prints("a/one.py", ["x"])
    begin()
    row = ("one result", "await one()", "a/one.py")
    table = _table(choices(_PAGE, row, heads=("You want", "Write"), brief=True))
    (link,) = table.iter("a")
    assert _text(link) == "await one()"


def test_what_is_wanted_twice_is_refused(
    begin: Callable[..., object], prints: Print
) -> None:
    prints("a/one.py", ["x"])
    begin()
    rows = [(f"one{sign}", "await one()", "a/one.py") for sign in ".!"]
    with pytest.raises(ProofError, match="two rows say 'one!'"):
        choices(_PAGE, *rows, heads=("You want", "Write"))
