"""What the scripts of a replay work out by themselves, and how large they are."""

import gzip
import re
from collections.abc import Callable
from typing import Final

import pytest
from playwright.sync_api import Page

from .replay_site import REPOSITORY

RUN: Final = """{
  "took": 1, "clock": { "factor": 1, "decimals": 3, "unit": "s" }, "place": [1.5, 97],
  "axis": [[0, 0], [0.25, 0.5], [1, 1]],
  "lanes": [
    {"label": "a", "spans": [["holding", 0, 0.25, 3], ["overdue", 0.5, 0.75, 4]]},
    {"label": "t", "spans": [["running", 0.1, 0.5]]},
    {"label": "h", "spans": [["holding", 0, 1, 1, [[0.1, 5], [0.5, 7, 8]]]]}
  ],
  "lines": [[0.2, 0, 0, 7], [1.5, 1]],
  "moments": [
    [0, 0, " starts."], [0.1, 1, " runs f."], [0.2, 0, " prints."], [0.25, "Idle."],
    [0.5, 0, " waits for ", 1, "."], [1, "It is over."], [1.5, "“at” is printed."]
  ]
}"""

ONLY_FOR_ONE: Final = {"one.js", "view.js", "stage.js"}
ONLY_FOR_SEVERAL: Final = {"together.js", "pictures.js"}
"""Scripts that are loaded to replay one run, or several on one axis."""


@pytest.fixture
def model(open_replays: Callable[..., Page], replays: str) -> Callable[[str], object]:
    """Evaluates an expression with the functions of model.js and a `run`."""
    page = open_replays()

    def evaluate(expression: str) -> object:
        return page.evaluate(
            f"""async () => {{
              const model = await import("{replays}assets/replay/model.js");
              const run = model.readRun({RUN});
              return {expression};
            }}"""
        )

    return evaluate


def test_axis_is_read_both_ways(model: Callable[[str], object]) -> None:
    there = "[-1, 0, 0.125, 0.25, 0.625, 1, 2].map(t => model.fractionAt(run, t))"
    assert model(there) == [0, 0, 0.25, 0.5, 0.75, 1, 1]
    back = "[0, 0.25, 0.5, 0.75, 1].map(f => model.timeAt(run, f))"
    assert model(back) == [0, 0.125, 0.25, 0.625, 1]


def test_time_is_written_as_in_the_picture(model: Callable[[str], object]) -> None:
    assert model("[-1, 0.1234].map(t => model.clock(run, t))") == ["0.000 s", "0.123 s"]
    fine = '{ clock: { factor: 1000, decimals: 3, unit: "ms" } }'
    assert model(f"model.clock({fine}, 0.0003)") == "0.300 ms"


def test_moment_of_a_time_is_the_last_one_before(
    model: Callable[[str], object],
) -> None:
    assert model("run.end") == 1.5
    assert model("[-1, 0, 0.24, 9].map(t => model.momentAt(run, t))") == [0, 0, 2, 6]


def test_numbers_in_a_sentence_are_lanes(model: Callable[[str], object]) -> None:
    assert model("run.moments[4].sentence") == [
        {"name": "a", "lane": 0},
        " waits for ",
        {"name": "t", "lane": 1},
        ".",
    ]
    assert model("run.moments[6].sentence") == ["“at” is printed."]


def test_state_is_that_after_a_moment(model: Callable[[str], object]) -> None:
    states = """run.moments.map((_, moment) =>
      model.stateAt(run, moment).slice(0, 2)
        .map(lane => lane && [lane.state, lane.line]))"""
    assert model(states) == [
        [["holding", 3], None],
        [["holding", 3], ["running", None]],
        [["holding", 7], ["running", None]],
        [None, ["running", None]],
        [["overdue", 4], None],
        [None, None],
        [None, None],
    ]


def test_a_long_step_is_where_it_is_known_to_stand(
    model: Callable[[str], object],
) -> None:
    lines = "run.moments.map((_, m) => model.stateAt(run, m)[2]?.lines ?? null)"
    assert model(lines) == [[1], [5], [5], [5], [7, 8], None, None]


PACE: Final = """(async (ats) => {
  const { readOn, readSince, readingTimes } =
    await import("ADDRESSassets/replay/pace.js");
  const run = { moments: ats.map(at => ({ at })) };
  const times = readingTimes(run);
  return { times, readOn: (...where) => readOn(run, times, ...where),
    since: (...where) => readSince(run, times, ...where) };
})"""


@pytest.fixture
def paced(open_replays: Callable[..., Page], replays: str) -> Callable[..., object]:
    """Evaluates an expression about the `pace` of events at some times."""
    page, pace = open_replays(), PACE.replace("ADDRESS", replays)
    return lambda ats, expression: page.evaluate(
        f"async ats => {{ const pace = await {pace}(ats); return {expression}; }}", ats
    )


def test_each_event_is_seen_and_a_longer_wait_longer(
    paced: Callable[..., object],
) -> None:
    times = paced([0, 0, 1, 3], "pace.times")
    assert times == pytest.approx([0.5, 0.5 + 0.35, 1.2])
    assert paced([0, 0], "pace.times") == [0.5]
    assert paced([0], "pace.times") == []


def test_a_long_run_does_not_take_a_reader_long(paced: Callable[..., object]) -> None:
    whole = "pace.times.reduce((a, b) => a + b)"
    assert paced([n / 10 for n in range(2000)], whole) == pytest.approx(45)


def test_reading_passes_every_event(paced: Callable[..., object]) -> None:
    read = "[pace.readOn(0, 0.4), pace.readOn(0, 0.6), pace.readOn(1, 9)]"
    assert paced([0, 0, 2], read) == [
        {"moment": 0, "seconds": 0.4, "time": 0},
        {"moment": 1, "seconds": pytest.approx(0.1), "time": pytest.approx(2 / 12)},
        {"moment": 2, "seconds": pytest.approx(7.8), "time": 2},
    ]
    assert paced([0, 0, 2], "[pace.since(0, 0), pace.since(1, 1)]") == [0, 0.6]


def test_runs_on_one_axis_are_told_in_one_order_of_time(
    open_replays: Callable[..., Page], replays: str
) -> None:
    joined = open_replays().evaluate(
        f"""async () => {{
          const {{ together }} = await import("{replays}assets/replay/together.js");
          const run = (unit, end, ...moments) =>
            ({{ clock: unit, place: [1, 98], axis: [[0, 0], [0.1, 0.9], [end, 1]],
               moments: moments.map((at) => ({{ at, sentence: [`at ${{at}}`] }})) }});
          return together([run("ms", 1, 0, 1), run("s", 3, 0, 0.5, 3)], ["a", "b"]);
        }}"""
    )
    of_a, of_b = {"program": "a"}, {"program": "b"}
    assert joined == {
        "moments": [
            {"at": 0, "sentence": [of_a, "at 0", " ", of_b, "at 0"]},
            {"at": 0.5, "sentence": [of_b, "at 0.5"]},
            {"at": 1, "sentence": [of_a, "at 1"]},
            {"at": 3, "sentence": [of_b, "at 3"]},
        ],
        "clock": "s",
        "place": [1, 98],
        "axis": [[0, 0], [3, 1]],
        "end": 3,
    }


def test_scripts_are_small_and_request_only_their_data() -> None:
    scripts = sorted((REPOSITORY / "docs/assets/replay").glob("*.js"))
    sizes = {one.name: len(gzip.compress(one.read_bytes(), 9)) for one in scripts}
    assert sizes.keys() >= ONLY_FOR_ONE | ONLY_FOR_SEVERAL
    for others in (ONLY_FOR_ONE, ONLY_FOR_SEVERAL):
        assert sum(sizes[name] for name in sizes.keys() - others) < 15_000
    # This one comes before any click.
    assert sizes["replay.js"] < 2_000
    for script in (*scripts, REPOSITORY / "docs/assets/callouts.js"):
        text = script.read_text("utf-8").replace("await fetch(dataset.from)", "")
        assert not re.search(
            r"innerHTML|insertAdjacent|eval|fetch|https?://(?!www\.w3)", text
        )
