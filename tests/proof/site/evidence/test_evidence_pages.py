"""What pages show of the evidence: a table and a picture."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from tests.pythons import this_python

from proof.cache.store import Store
from proof.checking.result import Result
from proof.gate.load import NotRun
from proof.project import Project
from proof.runs.run import Execution, Run
from proof.site.build import Build
from proof.site.evidence import Entry, Evidence, Unrun
from proof.site.evidence.batch_picture import batch_picture
from proof.site.evidence.batch_scene import Concurrency
from proof.site.evidence.places import Place
from proof.site.evidence.table import evidence_table, fields_table
from proof.site.page import (
    every_snippet,
    evidence_fields,
    totals,
    whole_build,
)
from proof.snippets.snippet import Snippet

Parse = Callable[..., Snippet]
MakeEntry = Callable[..., Entry]
FIRST, SECOND, THIRD = (f"2026-11-2{day}T10:00:00.000000Z" for day in "012")


@pytest.fixture
def entry(
    parse: Parse, executed: Callable[..., Execution], made: Callable[..., Run]
) -> MakeEntry:
    """Make up a snippet with a run; both executions take a second from `began` on."""

    def make(
        name: str = "a/one.py",
        *parts: str,
        began: float = 0.0,
        places: Sequence[Place] = (),
        batch: str = FIRST,
        tries: int = 1,
        **named: str,
    ) -> Entry:
        execution = replace(executed(took=0.9), began=began, wall=1.0, starting=0.25)
        run = made(execution, snippet=name, tries=tries)
        snippet = parse(*parts, name=name, **named)
        return Entry(Result(snippet, replace(run, batch=batch)), tuple(places))

    return make


def _tree(html: str) -> ET.Element:
    well_formed = (
        html.replace("<wbr>", "")
        .replace("&nbsp;", "\u00a0")
        .replace("data-search-exclude", "")
    )
    return ET.fromstring(f"<x>{well_formed}</x>")


def _text(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_a_row_shows_all_of_a_snippet(entry: MakeEntry) -> None:
    claims = "Output:\n    One\nTakes: 1.0 s"
    place = Place("b/shown.md", "Shown", has_figure=True, address="b/shown/")
    made = entry(claims=claims, places=[place], tries=2)
    table = _tree(evidence_table(Evidence((made,)), "../../"))
    (row,) = table.findall(".//tbody/tr")
    assert [_text(cell) for cell in row] == [
        "a/one It does as claimed.",
        "Output, Takes",
        "0.900 s",
        "1.000 s / 1.000 s",
        "0.050 s / 0.050 s",
        "2",
        "CPython 3.11.7",
        "2026-11-21 20:15:00",
    ]
    (link,) = row.iter("a")
    assert link.get("href") == "../../b/shown/#proof-a--one"
    heads = [_text(head) for head in table.findall(".//thead/tr/th")]
    assert [cell.get("data-label") for cell in row[1:]] == heads[1:]


def test_a_snippet_on_no_page_has_a_row_without_link(entry: MakeEntry) -> None:
    table = _tree(evidence_table(Evidence((entry(),)), ""))
    assert list(table.iter("a")) == []


def test_what_was_not_run_is_named(entry: MakeEntry) -> None:
    not_run = NotRun(entry("a/new.py").snippet, "not run on <3.15>")
    table = evidence_table(Evidence((entry(),), (Unrun(not_run),)), "")
    assert "<code>a/new.py</code>: not run on &lt;3.15&gt;" in table
    assert "Without a run" not in evidence_table(Evidence((entry(),)), "")


def test_a_comparison_is_linked_as_a_page(entry: MakeEntry) -> None:
    made = entry(
        places=[Place("b/compared.md", "", has_figure=False, address="b/compared/")]
    )
    assert 'href="b/compared/"' in evidence_table(Evidence((made,)), "")


def test_what_is_said_is_escaped(entry: MakeEntry) -> None:
    made = entry()
    sentence = "a < b & <script>"
    snippet = replace(made.snippet, sentence=sentence)
    odd = replace(made, result=replace(made.result, snippet=snippet))
    html = evidence_table(Evidence((odd,)), "")
    assert "a &lt; b &amp; &lt;script&gt;" in html


def test_every_field_of_the_file_is_explained() -> None:
    table = _tree(fields_table("../../"))
    names = [_text(head) for head in table.iter("th")]
    assert names.index("in totals") < names.index("in each of snippets")
    assert {"took", "control_wall", "sentence"} <= set(names)
    assert next(table.iter("a")).get("href") == "../../evidence.json"


@pytest.mark.parametrize(
    ("spans", "most"),
    [
        ([], 0),
        ([(0.0, 1.0)], 1),
        ([(0.0, 1.0), (1.0, 2.0)], 1),
        ([(0.0, 2.0), (1.0, 3.0), (1.5, 1.75)], 3),
    ],
)
def test_what_was_there_at_once_is_counted(
    spans: list[tuple[float, float]], most: int
) -> None:
    counts = Concurrency.of(spans)
    assert counts.most == most
    assert not spans or counts.steps[-1][1] == 0


def test_the_picture_has_a_row_for_each_in_the_order_of_their_beginnings(
    entry: MakeEntry,
) -> None:
    entries = (entry("a/late.py", began=2.0), entry("a/early.py", began=0.5))
    picture = _tree(batch_picture(Evidence(entries), "it"))
    titles = [_text(title) for title in picture.iter("title")][1:]
    assert titles == [
        "a/early.py: 0.50 to 1.50 s; control 0.50 to 1.50 s",
        "a/late.py: 2.00 to 3.00 s; control 2.00 to 3.00 s",
    ]
    (svg,) = picture.findall("./div/svg")
    named = {element.get("id") for element in picture.iter()}
    assert {svg.get("aria-labelledby"), svg.get("aria-describedby")} <= named


def test_bars_lie_where_their_time_is(entry: MakeEntry) -> None:
    entries = (entry("a/one.py"), entry("a/two.py", began=3.0))
    rows = _tree(batch_picture(Evidence(entries), "it"))
    recorded = [path.get("d") or "" for path in rows.findall(".//g/path[@class='r']")]
    begins = [re.match(r"M(\d+) [\d.]+h(\d+)", d) for d in recorded]
    assert [match and match.groups() for match in begins] == [
        ("0", "250"),
        ("750", "250"),
    ]


def test_the_picture_is_described_in_words(entry: MakeEntry) -> None:
    entries = (
        entry("a/one.py"),
        entry("a/two.py", began=0.5),
        entry("a/three.py", began=3.0, metadata="tool.proof.alone = true"),
    )
    picture = batch_picture(Evidence(entries), "it")
    assert "All of it took 4.0 s." in picture
    assert "At most 4 interpreters ran at once, 2 of them starting." in picture
    assert "2 programs ran side by side." in picture
    assert "From 3.0 s on, 1 program ran one by one." in picture
    assert "Not in the picture" not in picture


def test_only_one_batch_is_drawn_and_the_others_are_counted(entry: MakeEntry) -> None:
    entries = (
        *(entry(f"a/n{n}.py", batch=SECOND) for n in range(3)),
        entry("a/older.py", batch=FIRST),
        *(entry(f"a/newer{n}.py", batch=THIRD) for n in range(2)),
    )
    picture = batch_picture(Evidence(entries), "it")
    assert "older.py" not in picture
    assert (
        "Not in the picture: 3 programs, which were executed at other times, "
        "1 earlier and 2 later."
    ) in picture


def test_the_picture_of_many_is_small(entry: MakeEntry) -> None:
    name = "in_practice/a_name_as_long_as_they_are_in_{:03}.py"
    entries = tuple(entry(name.format(n), began=n / 7) for n in range(70))
    assert len(batch_picture(Evidence(entries), "it").encode()) < 30_000


def test_without_runs_there_is_no_picture() -> None:
    assert batch_picture(Evidence(()), "it") == ""


def test_pages_ask_for_all_of_it(
    project: Project,
    add: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
    begin: Callable[..., Build],
) -> None:
    snippet = add("a/one.py")
    Store(project).save(
        snippet, this_python(), made(executed(["One"]), snippet=snippet.name)
    )
    begin()
    assert str(totals()).startswith("1 program, 1 claim and ")
    assert "<code>took</code>" in evidence_fields("evidence/x.md")
    assert 'id="snippet-a--one"' in every_snippet("evidence/x.md")
    assert "a/one.py: 0.00" in whole_build()
    # Read once a build.
    snippet = add("a/two.py")
    Store(project).save(
        snippet, this_python(), made(executed(["One"]), snippet=snippet.name)
    )
    assert totals().snippets == 1
    begin()
    assert totals().snippets == 2
