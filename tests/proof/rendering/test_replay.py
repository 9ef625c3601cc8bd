"""The data of a replay says what the run did, and nothing of it is taken for HTML."""

import json
from html.parser import HTMLParser
from typing import Any

from proof.rendering.replay import replay_element
from proof.runs.history import History, Lane, Span
from proof.runs.run import Line

AXIS = ((0.0, 0.0), (1.0025, 1.0))


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


def test_lane_is_told_with_its_spans() -> None:
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
        "axis": [[0, 0], [1.0025, 1]],
        "lanes": [
            {
                "label": "main",
                "kind": "task",
                "end": "done",
                "endedAt": 1.002,
                "exception": "",
                "cancels": [],
                "spans": [
                    ["running", 0, 0.0002, 13],
                    ["suspended", 0.0002, 1.0021, 14, "until 1.000 s", 1],
                ],
            }
        ],
        "idle": [],
        "lines": [],
    }


def test_what_ended_otherwise_is_told() -> None:
    failed = Lane(
        "task", "x", 0.0, "", (), "failed", 0.5, exception="ValueError", cancels=(0.4,)
    )
    pending = Lane("task", "y", 0.0, "", (), "pending")
    told = data_of(replay_element(History((failed, pending), 1.0), (), AXIS))["lanes"]
    assert [(one["end"], one["endedAt"]) for one in told] == [
        ("failed", 0.5),
        ("pending", None),
    ]
    assert (told[0]["exception"], told[0]["cancels"]) == ("ValueError", [0.4])


def test_span_of_many_steps_says_how_many() -> None:
    history = History((lane(Span("running", 0, 0.1, steps=57)),), 1.0)
    (told,) = data_of(replay_element(history, (), AXIS))["lanes"]
    assert told["spans"] == [["running", 0, 0.1, None, None, None, 57]]


def test_line_knows_who_wrote_it_and_where() -> None:
    lines = (
        Line("before", "stdout", -0.02),
        Line("One", "stdout", 0.0002, lane="main", source_line=8),
        Line("of a lane that is not drawn", "stderr", 0.5, lane="other"),
    )
    told = data_of(replay_element(History((lane(),), 1.0), lines, AXIS))["lines"]
    assert told == [[-0.02, 0], [0.0002, 1, 0, 8], [0.5, 2]]


def test_only_drawn_lanes_are_told() -> None:
    lanes = (lane(label="a"), lane(label="b"), lane(label="c"))
    lines = (Line("x", "stdout", 0.1, lane="c"),)
    element = replay_element(History(lanes, 1.0), lines, AXIS, (lanes[0], lanes[2]))
    told = data_of(element)
    assert [one["label"] for one in told["lanes"]] == ["a", "c"]
    assert told["lines"] == [[0.1, 0, 1]]


def test_nothing_is_told_without_lanes() -> None:
    assert replay_element(History((), 1.0), (), AXIS) == ""


def test_idle_stretches_between_merged_steps_are_left_out() -> None:
    beats = lane(
        Span("running", 0.1, 0.3, steps=20), Span("suspended", 0.3, 0.9, steps=1)
    )
    history = History((beats,), 1.0, idle=((0.15, 0.16), (0.2, 0.21), (0.4, 0.8)))
    assert data_of(replay_element(history, (), AXIS))["idle"] == [[0.4, 0.8]]


def test_texts_stay_texts() -> None:
    label = "</template></script><img src=x onerror=alert(1)>&lt;é\ud800"
    history = History(
        (lane(Span("suspended", 0, 1, 1, f"for {label}"), label=label),), 1.0
    )
    element = replay_element(history, (), AXIS)
    assert element.isascii()
    (told,) = data_of(element)["lanes"]
    readable = label.replace("\ud800", "\N{REPLACEMENT CHARACTER}")
    assert told["label"] == readable
    assert told["spans"][0][4] == f"for {readable}"


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
    assert len(replay_element(History(lanes, 1.0), lines, AXIS)) < 4_000
