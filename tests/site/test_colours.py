"""A colour means one thing: that of a lane, or of a link, is none of a state."""

import re
from itertools import combinations

import pytest
from tests.conftest import REPOSITORY

COLOUR = re.compile(r"--proof-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)")
GROUNDS = {"paper", "surface", "rule"}
# Of 100 between black and white.
APART = 9.0


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_no_lane_could_be_taken_for_a_state_or_for_another_lane(scheme: int) -> None:
    others = _words(scheme)
    lanes = {
        name: colour
        for name, colour in _colours("replay.css", scheme).items()
        if name.startswith("lane-")
    }
    assert len(lanes) == 6
    pairs = [*combinations(lanes, 2), *((one, two) for one in lanes for two in others)]
    every = lanes | others
    near = [pair for pair in pairs if _distance(*(every[n] for n in pair)) < APART]
    assert near == []


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_what_can_be_pressed_could_not_be_taken_for_a_state(scheme: int) -> None:
    others = _words(scheme)
    act = others.pop("act")
    assert [name for name in others if _distance(act, others[name]) < APART] == []


def test_what_is_nearly_the_same_is_not_far_apart() -> None:
    assert _distance("#000000", "#ffffff") == pytest.approx(100, abs=0.1)
    assert _distance("#b6adf3", "#b9abf0") < 1


def _words(scheme: int) -> dict[str, str]:
    """The colours of the palette that mean something, by name."""
    palette = _colours("palette.css", scheme)
    return {name: palette[name] for name in palette.keys() - GROUNDS}


def _colours(file: str, scheme: int) -> dict[str, str]:
    style = (REPOSITORY / "docs/assets" / file).read_text("utf-8")
    return {name: both[scheme] for name, *both in COLOUR.findall(style)}


def _distance(one: str, other: str) -> float:
    """How different two colours look: in OKLab, times 100."""
    pairs = zip(_oklab(one), _oklab(other), strict=True)
    return float(100 * sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def _oklab(colour: str) -> tuple[float, ...]:
    red, green, blue = (_linear(int(colour[n : n + 2], 16) / 255) for n in (1, 3, 5))
    cones = (
        (0.41222147 * red + 0.53633254 * green + 0.05144599 * blue) ** (1 / 3),
        (0.21190350 * red + 0.68069955 * green + 0.10739696 * blue) ** (1 / 3),
        (0.08830246 * red + 0.28171884 * green + 0.62997870 * blue) ** (1 / 3),
    )
    rows = (
        (0.21045426, 0.79361779, -0.00407205),
        (1.97799850, -2.42859221, 0.45059371),
        (0.02590404, 0.78277177, -0.80867577),
    )
    return tuple(sum(a * b for a, b in zip(row, cones, strict=True)) for row in rows)


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
