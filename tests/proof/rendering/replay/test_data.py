"""The data of a replay holds what the run did, and nothing of it is taken for HTML."""

import json
from html.parser import HTMLParser
from typing import Any

from proof.rendering.replay import replay_element
from proof.rendering.timeline.axis import Axis
from proof.rendering.timeline.folding import Row, folded
from proof.runs.history import History, Lane, Span
from proof.runs.run import Line

AXIS = Axis("seconds", ((0.0, 0.0), (1.0025, 1.0)), ())
FINE = Axis("seconds", ((0.0, 0.0), (0.0005, 1.0)), ())


class Reader(HTMLParser):
    """Collects the elements and the text that HTML consists of."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def data_of(element: str) -> dict[str, Any]:
    reader = Reader()
    reader.feed(element)
    assert reader.elements == ["template"]
    found = json.loads(reader.text)
    assert isinstance(found, dict)
    return found


def lane(*spans: Span, label: str = "main") -> Lane:
    return Lane("task", label, 0.0, "", spans, "done", 1.0020004)


def test_data_of_a_run() -> None:
    history = History(
        (
            lane(
                Span("running", -0.0000004, 0.0002, 13),
                Span("suspended", 0.0002, 1.0021, 14, "until 1.000 s", 1.0000004),
            ),
        ),
        1.0025,
    )
    assert data_of(replay_element(history, (), AXIS)) == {
        "took": 1.0025,
        "clock": {"factor": 1, "decimals": 3, "unit": "s"},
        "place": [1.5, 97],
        "axis": [[0, 0], [1.0025, 1]],
        "lanes": [
            {
                "label": "main",
                "spans": [
                    ["running", 0, 0.0002, 13],
                    ["suspended", 0.0002, 1.0021, 14],
                ],
            }
        ],
        "lines": [],
        "moments": [
            [0, 0, " starts at line 13."],
            [0.0002, 0, " is suspended at line 14 until 1.000 s."],
            [1.002, 0, " is done."],
            [1.0025, "The run is over after 1.002 s."],
        ],
    }


def test_times_are_in_the_unit_of_the_picture() -> None:
    history = History((lane(Span("running", 0, 0.0003)),), 0.0003)
    data = data_of(replay_element(history, (), FINE))
    assert data["clock"] == {"factor": 1000, "decimals": 3, "unit": "ms"}
    assert [0.0003, "The run is over after 0.300 ms."] in data["moments"]


def test_line_has_the_lane_that_wrote_it_and_where() -> None:
    lines = (
        Line("before", "stdout", -0.02),
        Line("One", "stdout", 0.0002, lane="main", source_line=8),
        Line("of a lane that is not drawn", "stderr", 0.5, lane="other"),
    )
    found = data_of(replay_element(History((lane(),), 1.0), lines, AXIS))["lines"]
    assert found == [[-0.02, 0], [0.0002, 1, 0, 8], [0.5, 2]]


def test_only_drawn_lanes_are_in_it() -> None:
    lanes = (lane(label="a"), lane(label="b"), lane(label="c"))
    lines = (Line("x", "stdout", 0.1, lane="c"),)
    rows = [Row(lanes[0], lanes[:1]), Row(lanes[2], lanes[2:])]
    element = replay_element(History(lanes, 1.0), lines, AXIS, rows)
    found = data_of(element)
    assert [one["label"] for one in found["lanes"]] == ["a", "c"]
    assert found["lines"] == [[0.1, 0, 1]]


def test_tasks_that_share_a_row_are_one_lane_and_keep_their_names() -> None:
    lanes = tuple(
        lane(Span("running", n / 100, n / 100 + 0.001, 7), label=f"nap {n}")
        for n in range(20)
    )
    history = History(lanes, 1.0)
    lines = (Line("x", "stdout", 0.1, lane="nap 6"),)
    found = data_of(replay_element(history, lines, AXIS, folded(history).rows))
    (row,) = found["lanes"]
    assert row["label"] == "nap \xd720"
    assert row["spans"][0] == ["running", 0, 0.001, 7]
    assert found["lines"] == [[0.1, 0, 0]]
    assert "nap 19" in found["moments"][-3] + found["moments"][-2]
    assert not any(
        isinstance(piece, int) for one in found["moments"] for piece in one[1:]
    )


def test_there_is_none_without_lanes() -> None:
    assert replay_element(History((), 1.0), (), AXIS) == ""


def test_texts_stay_texts() -> None:
    label = "</template></script><img src=x onerror=alert(1)>&lt;é\ud800"
    history = History(
        (lane(Span("suspended", 0, 1, 1, f"for {label}"), label=label),), 1.0
    )
    element = replay_element(history, (), AXIS)
    assert element.isascii()
    (found,) = data_of(element)["lanes"]
    assert found["label"] == label.replace("\ud800", "[U+D800]")


def test_data_of_an_ordinary_run_is_small() -> None:
    spans = (
        Span("ready", 0.000078, 0.000213, 6),
        Span("running", 0.000213, 0.000293, 6),
        Span("suspended", 0.000293, 1.001758, 9, "until 1.000 s", 1.000276),
        Span("ready", 1.001758, 1.001834, 9),
        Span("running", 1.001834, 1.001944, 9),
    )
    lanes = tuple(lane(*spans, label=f"count {number}") for number in range(10))
    lines = tuple(Line("One", "stdout", 0.0002, "count 1", 8) for _ in range(20))
    assert len(replay_element(History(lanes, 1.0), lines, AXIS)) < 5_000
