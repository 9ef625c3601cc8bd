"""What only few readers ask for is taken out of pages, and nothing of it is lost."""

import base64
import json
import re
from pathlib import Path

import html5lib
import pytest

from proof.files import write_file
from proof.rendering.counter_proof import outcome_block
from proof.rendering.figure import head
from proof.rendering.markup import Html
from proof.rendering.replay import replay_element
from proof.rendering.timeline.axis import axis_of
from proof.runs.history import History, Lane, Span
from proof.site.lightening import lighten
from proof.snippets.snippet import Snippet

SOURCE = (
    b'"""It waits: \xc3\xa4 <b>."""\nimport asyncio\n\n\n# Proof:\n# Output:\n#     1\n'
)
RUNS = Lane("task", "</template>", 0, "", spans=(Span("running", 0, 1),), end="done")
HISTORY = History((RUNS,), 1.0)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page two folders deep with a program and the data of its replay."""
    page = tmp_path / "learn/sleep/index.html"
    page.parent.mkdir(parents=True)
    html = f"{head(Snippet.parse('a/one.py', SOURCE), None)}{replay()}"
    page.write_text(html, "utf-8")
    lighten(tmp_path)
    return page


def replay() -> str:
    return replay_element(HISTORY, (), axis_of(HISTORY))


def test_a_program_is_a_file_with_its_own_name(page: Path) -> None:
    text = page.read_text("utf-8")
    assert "base64" not in text
    (address,) = re.findall(r'href="([^"]*/one\.py)" download="one\.py"', text)
    assert (page.parent / address).read_bytes() == SOURCE


def test_the_data_of_a_replay_are_what_the_page_had(page: Path) -> None:
    (address,) = re.findall(r'data-from="([^"]*)"></template>', page.read_text("utf-8"))
    before = replay().split(">", 1)[1].removesuffix("</template>\n")
    found = (page.parent / address).read_text("utf-8")
    assert json.loads(found) == json.loads(before)
    assert json.loads(found)["lanes"][0]["label"] == "</template>"


def test_an_outcome_is_a_page_that_looks_the_same(tmp_path: Path) -> None:
    shown = '<div id="x-output"><div>Two</div></div>\n'
    page = tmp_path / "learn/sleep/index.html"
    write_file(
        page,
        b'<link rel="stylesheet" href="../../assets/site.css">'
        b'<body data-x="1"><details>'
        + outcome_block(Html(shown)).encode()
        + b"</details>",
    )
    lighten(tmp_path)
    text = page.read_text("utf-8")
    assert "Two" not in text
    (address,) = re.findall(r'<a href="([^"]*)">What came out', text)
    file = page.parent / address
    outcome = file.read_text("utf-8")
    assert shown in outcome
    assert 'data-x="1"' in outcome
    html5lib.HTMLParser(strict=True).parse(outcome)
    (style,) = re.findall(r'<link rel="stylesheet" href="([^"]*)"', outcome)
    assert (file.parent / style).resolve() == tmp_path / "assets/site.css"


def test_a_page_without_either_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("<p>text</p>", "utf-8")
    lighten(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["index.html"]


def test_the_same_program_on_two_pages_is_one_file(tmp_path: Path) -> None:
    link = base64.b64encode(SOURCE).decode()
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(
            f'<a href="data:text/x-python;base64,{link}" download="one.py">', "utf-8"
        )
    lighten(tmp_path)
    assert len(list(tmp_path.rglob("one.py"))) == 1
