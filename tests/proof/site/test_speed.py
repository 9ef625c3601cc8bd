"""What was measured is shown as it was measured."""

import json
from pathlib import Path

import pytest

from proof.errors import ProofError
from proof.site.speed import STORED, speed, speed_measured

FIGURES = [
    {"part": "cold", "what": "all", "value": 4.806, "unit": "s", "aim": ""},
    {
        "part": "cold",
        "what": "ratio",
        "value": 5.25,
        "unit": "times",
        "aim": "at least 5",
    },
    {"part": "growing", "what": "each", "value": 0.0894, "unit": "s", "aim": ""},
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Stored figures."""
    file = tmp_path / "benchmark.json"
    kept = {"made_at": "2026-11-28T05:00+00:00", "machine": "Linux, 2 processors"}
    content = {**kept, "python": "CPython 3.11.7", "figures": FIGURES}
    file.write_text(json.dumps(content), "utf-8")
    return file


def test_a_part_is_a_table_of_its_figures(file: Path) -> None:
    assert speed("cold", file).splitlines()[2:] == [
        "| all | 4.81 s |  |",
        "| ratio | 5.25 times | at least 5 times |",
    ]
    assert speed("growing", file).splitlines()[2:] == ["| each | 89 ms |  |"]


@pytest.mark.parametrize(
    ("value", "aim", "shown"),
    [
        (1.2, "at most 1.2", "at most 1.2 times"),
        (1.21, "at most 1.2", "at most 1.2 times: **missed**"),
        (5.0, "at least 5", "at least 5 times"),
        (4.99, "at least 5", "at least 5 times: **missed**"),
    ],
)
def test_an_aim_that_is_missed_says_so(
    tmp_path: Path, value: float, aim: str, shown: str
) -> None:
    figure = {"part": "cold", "what": "x", "value": value, "unit": "times", "aim": aim}
    file = tmp_path / "some.json"
    file.write_text(json.dumps({"figures": [figure]}))
    assert speed("cold", file).splitlines()[-1].endswith(f" | {shown} |")


def test_it_says_when_and_on_what(file: Path) -> None:
    assert speed_measured(file) == "2026-11-28, CPython 3.11.7 on Linux, 2 processors"


def test_what_was_not_measured_is_named(file: Path, tmp_path: Path) -> None:
    with pytest.raises(ProofError, match="'slow'"):
        speed("slow", file)
    with pytest.raises(ProofError, match=r"`scripts/benchmark --json .*none"):
        speed("cold", tmp_path / "none.json")


def test_what_is_published_has_all_parts() -> None:
    kept = json.loads(STORED.read_text("utf-8"))
    parts = {one["part"] for one in kept["figures"]}
    assert parts == {"cold", "unchanged", "growing", "saving"}
