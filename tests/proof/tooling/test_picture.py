"""The picture of the tooling, and the table below it."""

from xml.etree.ElementTree import Element

import html5lib
import pytest

from proof.tooling import Module, modules
from proof.tooling.picture import tooling_picture
from proof.tooling.stages import STAGES, Placed, placed, recorder
from proof.tooling.table import tooling_table

SVG = "{http://www.w3.org/2000/svg}"
NARROW, WIDE = 356, 690


@pytest.fixture(scope="module")
def pictures() -> list[Element]:
    """Both of them."""
    found = modules()
    html = tooling_picture(placed(found), recorder(found))
    parser = html5lib.HTMLParser(strict=True)
    (wrapper,) = parser.parseFragment(html)
    assert isinstance(wrapper, Element)
    return list(wrapper)


def test_there_is_one_for_narrow_and_one_for_wide_windows(
    pictures: list[Element],
) -> None:
    assert [p.get("viewBox", "").split()[2] for p in pictures] == [
        str(NARROW),
        str(WIDE),
    ]
    ids = [e.get("id") for p in pictures for e in p.iter() if e.get("id")]
    assert len(ids) == len(set(ids)) == 4


def test_every_module_is_named_once_and_tells_its_imports(
    pictures: list[Element],
) -> None:
    found = modules()
    for picture in pictures:
        titles = {
            _text(chip, "text"): _text(chip, "title")
            for chip in picture.iter(f"{SVG}g")
            if "proof-module" in chip.get("class", "")
        }
        # A package is named by the frame around its modules.
        assert len(titles) >= len({n for n in found if "." not in n}) - 1
        assert "Imports " in titles["figure"]
        assert "Imported by page." in titles["figure"]
        assert found["figure"].sentence in titles["figure"]
        assert "Imports " not in titles["_proof_trace"]


def test_nothing_sticks_out_or_overlaps(pictures: list[Element]) -> None:
    for picture in pictures:
        _, _, wide, high = map(float, picture.get("viewBox", "").split())
        boxes = [
            tuple(float(rect.get(n, 0)) for n in ("x", "y", "width", "height"))
            for chip in picture.iter(f"{SVG}g")
            if "proof-module" in chip.get("class", "")
            for rect in chip.iter(f"{SVG}rect")
        ]
        assert all(x > 0 and x + w < wide and y + h < high for x, y, w, h in boxes)
        for n, (x, y, w, h) in enumerate(boxes):
            for a, b, c, d in boxes[n + 1 :]:
                assert x + w < a or a + c < x or y + h < b or b + d < y


def test_it_can_be_heard(pictures: list[Element]) -> None:
    for picture in pictures:
        title, text = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")
        assert title is not None
        assert text is not None
        assert picture.get("aria-labelledby") == title.get("id")
        assert picture.get("aria-describedby") == text.get("id")
        told = text.text or ""
        for stage in STAGES:
            assert f"{stage.name}: {stage.told}" in told
        assert "Hands on a Snippet." in told
        assert "in the child: _proof_trace" in told


def test_hostile_words_are_escaped() -> None:
    hostile = Module("a", "<script>&", ())
    stage = Placed(1, STAGES[0], (hostile,), {}, {})
    html = tooling_picture([stage], []) + tooling_table([stage], [])
    assert "<script>" not in html
    assert "&lt;script&gt;&amp;" in html


def test_table_tells_of_every_module_in_its_words() -> None:
    found = modules()
    html = tooling_table(placed(found), recorder(found))
    (wrapper,) = html5lib.parseFragment(html, namespaceHTMLElements=False)
    rows = {
        "".join(cells[0].itertext()): "".join(cells[1].itertext())
        for row in wrapper.iter("tr")
        if len(cells := row.findall("td")) == 2
    }
    assert rows == {name: one.sentence for name, one in found.items()}


def _text(element: Element, name: str) -> str:
    found = element.find(f"{SVG}{name}")
    assert found is not None
    return found.text or ""
