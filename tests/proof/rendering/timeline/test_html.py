"""What a browser and a screen reader get."""

import re
from collections import Counter
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from proof.rendering import timeline
from proof.rendering.timeline.folding import MOST_DRAWN
from proof.rendering.timeline.table import MOST_ROWS
from proof.runs.history import History
from proof.runs.run import Line

from .made import (
    ALL,
    BLOCKING,
    ENDS,
    OVERDUE,
    OVERDUE_LINES,
    THREE_COUNTS,
    TURNS,
    all_of,
    beats,
    crowd,
    drawn,
    hello,
    history,
    lane,
    lanes_of,
    line,
    main,
    parsed,
    tag,
    words_of,
)

STYLE = Path(__file__).resolve().parents[4] / "docs/assets/timeline.css"
PALETTE = STYLE.with_name("palette.css")


def _ids(element: Element) -> list[str]:
    return [found.get("id", "") for found in element.iter() if found.get("id")]


def _text(element: Element) -> str:
    return "".join(element.itertext())


def _one(element: Element, name: str) -> Element:
    (found,) = (one for one in element.iter() if tag(one) == name)
    return found


@pytest.mark.parametrize(("run", "lines"), ALL.values(), ids=ALL)
def test_it_is_valid_and_small(run: History, lines: list[Line]) -> None:
    html = timeline.draw(run, lines, "proof-some-snippet-of-a-usual-name", "x.py")
    parsed(html)
    assert len(html.encode()) < 15_000


def test_a_large_one_is_bounded() -> None:
    workers = [f"worker {n}" for n in range(60)]
    lines = hello(*workers, at=[n / 500 for n in range(60)])
    assert len(timeline.draw(crowd(60), lines, "x", "x.py").encode()) < 60_000
    assert len(timeline.draw(beats(5000), (), "x", "x.py").encode()) < 10_000


def test_where_there_is_no_lane_nothing_is_drawn() -> None:
    assert timeline.draw(history(), [line("x", 0.1)], "x", "x.py") == ""


def test_ids_are_unique_in_a_page() -> None:
    drawings = [
        timeline.draw(run, lines, f"figure-{n}", "x.py")
        for n, (run, lines) in enumerate(ALL.values())
    ]
    ids = _ids(parsed(timeline.legend() + "".join(drawings)))
    assert [one for one, often in Counter(ids).items() if often > 1] == []


def test_all_that_is_referred_to_is_there() -> None:
    picture = drawn(OVERDUE, OVERDUE_LINES)
    ids = set(_ids(picture))
    referred = set()
    for one in picture.iter():
        for name in ("aria-labelledby", "aria-describedby"):
            referred |= set(one.get(name, "").split())
        if "url(#" in one.get("fill", ""):
            referred.add(one.get("fill", "")[5:-1])
    assert referred
    assert referred <= ids


def test_whatever_a_program_says_is_text() -> None:
    evil = '<script>alert("x")</script>\x00\u202e&'
    run = history(
        main(1.0, f"for {evil}"),
        lane(evil, ("holding", 0, 1.0), end="failed", exception=evil, cancels=[0.5]),
    )
    html = timeline.draw(run, [line(evil, 0.1, evil)], 'x"y', evil)
    assert "<script" not in html
    assert "\x00" not in html
    assert "\u202e" not in html
    parsed(html)
    assert any("<script>" in words for words in words_of(parsed(html)))


def test_it_has_a_title_and_says_what_there_is_to_see() -> None:
    picture = drawn(OVERDUE)
    svg = next(one for one in picture.iter() if tag(one) == "svg")
    assert svg.get("data-axis") == "seconds"
    assert svg.get("width") == "100%"
    assert svg.get("viewBox") is None
    title = next(one for one in svg if tag(one) == "title")
    assert title.text == "Who ran when in x.py: 4 tasks in 0.701 s."
    assert _one(picture, "desc").text == (
        "rude held the loop for 0.600 s, in line 13. a was 0.300 s late. "
        "b was 0.300 s late."
    )


def test_it_says_how_what_did_not_end_well_ended() -> None:
    said = _one(drawn(ENDS), "desc").text or ""
    assert said == (
        "Nobody held the loop. fails failed with ValueError at 0.300 s. "
        "stopped was cancelled at 0.500 s. never never ended."
    )


def test_each_lane_is_one_stop_with_words() -> None:
    picture = drawn(OVERDUE, OVERDUE_LINES)
    stops = [one for one in picture.iter() if one.get("tabindex")]
    assert stops == lanes_of(picture)
    ids = {one.get("id"): _text(one) for one in picture.iter()}
    words = [ids[stop.get("aria-labelledby")] for stop in stops]
    assert words[2] == (
        "rude: Created at 0.000 s by main. Ran 2 steps in 0.600 s. Held the loop for "
        "0.600 s, in line 13. Was suspended until 0.100 s (0.100 s). Printed “Word 0” "
        "at 0.100 s and “Word 1” at 0.700 s. Was done at 0.700 s."
    )
    assert "Was 0.300 s late." in words[1]


def test_where_recording_ended_nobody_says_how_many_steps_there_were() -> None:
    cut = history(
        lane("polls", ("running", 0.0, 0.1), ("unrecorded", 0.1, 0.5), end="pending"),
        lane("later", ("unrecorded", 0.1, 0.5), end="pending"),
    )
    picture = drawn(cut)
    text = _text(picture)
    assert "Ran at least 1 step" in text
    assert "ever ran" not in text


def test_no_parent_of_a_stop_hides_it() -> None:
    svg = next(one for one in drawn(OVERDUE).iter() if tag(one) == "svg")
    assert svg.get("role") == "group"
    assert all(one.get("role") == "img" for one in lanes_of(svg))


def test_words_of_each_lane_are_shown_while_it_has_the_focus() -> None:
    style = STYLE.read_text("utf-8")
    for lane_number in range(MOST_DRAWN):
        rule = (
            f'[data-lane="{lane_number}"]:focus) ol.proof-words > '
            f"li:nth-child({lane_number + 1})"
        )
        assert rule in style


def test_no_colour_is_written_down_outside_the_palette() -> None:
    style, palette = STYLE.read_text("utf-8"), PALETTE.read_text("utf-8")
    html = timeline.draw(ENDS, (), "x", "x.py") + timeline.legend()
    assert not re.search(r"#[0-9a-f]{3}|(rgb|hsl)a?\(", style + html)
    assert "style=" not in html.replace('style="top:', "")
    used = {part.split(")")[0].split(",")[0] for part in style.split("var(")[1:]}
    others = {"--proof-pad", "--proof-sans", "--proof-mono"}
    assert all(f"{name}:" in palette for name in used - others)


def test_the_table_shows_the_same() -> None:
    table = _one(drawn(OVERDUE), "table")
    bodies = [one for one in table.iter() if tag(one) == "tbody"]
    rows = [[_text(cell) for cell in row] for row in bodies[2]]
    assert rows == [
        ["rude", "ready, waits for its turn, line 11", "0.000 s", "0.100 ms"],
        ["running, line 11", "0.000 s", "0.100 ms"],
        ["suspended until 0.100 s, line 12", "0.000 s", "0.100 s"],
        ["holds the loop, line 13", "0.100 s", "0.600 s"],
        ["done", "0.700 s", ""],
    ]
    header = bodies[2][0][0]
    assert header.get("rowspan") == "5"
    assert header.get("scope") == "rowgroup"


def test_long_names_may_be_broken_in_the_table() -> None:
    run = history(lane(f"a_long_name<{'x' * 30}", ("running", 0, 1)))
    html = timeline.draw(run, (), "x", "x.py")
    parts = html.partition('rowspan="2">')[2].partition("</th>")[0].split("<wbr>")
    assert parts == ["a_", "long_", f"name&lt;{'x' * 9}", "x" * 14, "x" * 7]


def test_the_table_shows_how_tasks_ended() -> None:
    said = [_text(cell) for cell in drawn(ENDS).iter() if tag(cell) == "td"]
    assert {"failed: ValueError", "cancelled", "never ended"} <= set(said)
    assert "cancellation requested" in said


def test_the_table_is_bounded_and_says_what_it_leaves_out() -> None:
    table = _one(drawn(beats(5000)), "table")
    rows = [one for one in table.iter() if tag(one) == "tr"]
    assert len(rows) <= MOST_ROWS + 4
    assert "and 9,940 shorter spans" in _text(table)
    assert "and 48 more tasks" in _text(_one(drawn(crowd(60)), "table"))


def test_what_lies_within_milliseconds_is_written_in_milliseconds() -> None:
    picture = drawn(TURNS)
    assert "Each column is one step; all took 1.000 ms" in words_of(picture)
    said = [_text(cell) for cell in picture.iter() if tag(cell) == "td"]
    assert "0.200 ms" in said


def test_the_legend_shows_every_state_once() -> None:
    legend = parsed(timeline.legend())
    states = [state for one in legend.iter() if (state := one.get("data-state"))]
    plain = ["running", "holding", "ready", "overdue"]
    assert states == [*plain, "unrecorded", "many", "thread"]
    assert len(all_of(legend, "proof-life")) == 1
    marks = {one.get("data-mark") for one in legend.iter() if one.get("data-mark")}
    assert marks == {
        *("done", "failed", "cancelled", "pending", "cancel"),
        *("printed", "stderr"),
    }


def test_figures_are_exact_under_the_pointer() -> None:
    titles = [_text(one) for one in drawn(BLOCKING).iter() if tag(one) == "title"]
    assert "holds the loop, 1.000 s to 2.000 s: 1.000 s" in titles
    assert "suspended until 1.000 s, 0.000 s to 1.000 s: 1.000 s" in [
        _text(one) for one in drawn(THREE_COUNTS).iter() if tag(one) == "title"
    ]
