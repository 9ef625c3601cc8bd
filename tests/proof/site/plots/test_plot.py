"""A plot: drawn the same each time, in the site's colours, with its numbers."""

import csv
import io
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from xml.etree import ElementTree as ET

import html5lib
import pytest
from tests.pythons import this_python

from proof.cache.store import Store
from proof.errors import ProofError
from proof.project import Project
from proof.runs.run import Execution, Run
from proof.site.build import Build, current
from proof.site.plots import plot
from proof.site.plots.chart import Chart, drawn
from proof.site.plots.figure import Plot, data_of, plot_figure
from proof.site.plots.points import Series
from proof.snippets.snippet import Snippet

IDLE = Series("idle", ((0.1, 1.0), (0.1, 3.0), (10, 0.5)))
BUSY = Series("<busy>", ((0.1, 20.0), (10, 30.0)))
LOG = Chart("How late", "asked, in ms", "late, in ms", (IDLE, BUSY), "log")
LINEAR = Chart("In order", "begun", "woken", (IDLE,))


def _svg(chart: Chart, width: int = 330, identifier: str = "one") -> ET.Element:
    # Pages are HTML, which knows this prefix by itself.
    opening = '<svg xmlns:xlink="http://www.w3.org/1999/xlink">'
    content = drawn(chart, width, identifier)["content"]
    return ET.fromstring(f"{opening}{content}</svg>")


@pytest.mark.parametrize("chart", [LOG, LINEAR])
def test_it_is_drawn_the_same_each_time(chart: Chart) -> None:
    first = drawn(chart, 330, "one")
    assert first == drawn(chart, 330, "one")
    assert first["box"] == "0 0 330 250"


def test_its_colours_are_words_of_the_palette() -> None:
    content = str(drawn(LOG, 330, "one")["content"])
    assert set(re.findall(r"#[0-9a-f]{6}\b", content)) == set()
    assert {"var(--proof-running)", "var(--proof-ink)"} <= set(
        re.findall(r"var\([\w-]+\)", content)
    )


def test_its_labels_are_text_in_the_font_of_the_page() -> None:
    texts = list(_svg(LOG).iter("text"))
    assert {"0.1", "10", "asked, in ms", "late, in ms", "idle", "<busy>"} <= {
        one.text for one in texts
    }
    assert [one for one in texts if "font-family" in one.get("style", "")] == []
    sizes = [
        re.findall(r"font-size: ([\d.]+)px", one.get("style", "")) for one in texts
    ]
    assert all(float(size) >= 12 for (size,) in sizes)


def test_two_charts_of_a_page_share_no_id() -> None:
    first, second = (
        [element.get("id") for element in _svg(LOG, identifier=name).iter()]
        for name in ("one", "two")
    )
    assert set(first) & set(second) == {None}
    ids = [name for name in first if name]
    assert len(set(ids)) == len(ids)


def test_it_has_no_style_of_its_own_for_all_of_a_page() -> None:
    assert "<style" not in str(drawn(LOG, 330, "one")["content"])


def test_its_figure_says_the_same_in_words_and_as_a_table() -> None:
    html = plot_figure(Plot("late", LOG, ("a/one.py",), "../data/late.csv"))
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    words = next(one for one in tree.iter() if str(one.tag).endswith("desc"))
    assert words.text == (
        "Late, in ms, by asked, in ms. Idle: 3 values from 0.5 to 3. "
        "<busy>: 2 values from 20 to 30."
    )
    cells = [cell.text for cell in tree.findall(".//tbody//td")]
    assert cells == ["1 to 3, median 2", "20", "0.5", "30"]
    assert [link.get("href") for link in tree.iter("a")] == [
        "#proof-a--one",
        "../data/late.csv",
    ]


def test_its_data_hold_every_point() -> None:
    rows = list(csv.reader(io.StringIO(data_of(LOG))))
    assert rows[0] == ["series", "asked, in ms", "late, in ms"]
    assert rows[1:3] == [["idle", "0.1", "1"], ["idle", "0.1", "3"]]
    assert len(rows) == 6


@pytest.fixture
def run_of(
    project: Project,
    add: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
    begin: Callable[..., Build],
) -> Callable[..., None]:
    """Put a run of a snippet into the store, with what it printed."""

    def make(
        *lines: str, claimed: Sequence[str] = (), control: Sequence[str] = ()
    ) -> None:
        claims = ["Output:", *(f"    {line}" for line in claimed or lines)]
        snippet = add("a/one.py", claims="\n".join(claims))
        without = executed(control) if control else None
        run = made(executed(lines), without, snippet=snippet.name)
        Store(project).save(snippet, this_python(), run)
        begin()

    return make


def test_a_page_draws_what_a_run_printed(run_of: Callable[..., None]) -> None:
    run_of("round late", "1 0.5 ms", "2 1.5 ms")
    series = {"naive": ("a/one.py", 1)}
    html = plot("b/page.md", series, title="How late?", across="round", up="late")
    assert 'href="../../assets/data/how-late.csv"' in html
    data = current().data["assets/data/how-late.csv"]
    assert data == "series,round,late\nnaive,1,0.5\nnaive,2,1.5\n"


def test_what_was_measured_without_the_recorder_is_drawn(
    run_of: Callable[..., None],
) -> None:
    run_of("1 0.5 ms", claimed=["1 ... ms"], control=["1 0.25 ms"])
    plot("b/page.md", {"naive": "a/one.py"}, title="x", across="y", up="z")
    assert current().data["assets/data/x.csv"].endswith("\nnaive,1,0.25\n")


def test_a_program_without_such_lines_is_an_error(run_of: Callable[..., None]) -> None:
    run_of("One")
    with pytest.raises(ProofError, match="no line that begins with a number"):
        plot("b/page.md", {"it": "a/one.py"}, title="x", across="y", up="z")
    assert current().data == {}


def test_nothing_else_of_the_package_loads_matplotlib() -> None:
    code = "import sys, proof; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
