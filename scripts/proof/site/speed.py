"""How fast sites are built, as `scripts/benchmark` measured it."""

import json
from pathlib import Path
from typing import Any, Final

from proof.errors import ProofError

STORED: Final = Path(__file__).resolve().parents[3] / "docs/about/benchmark.json"
"""What was measured last."""
# Seconds that are shown as milliseconds.
_SHORT: Final = 0.2


def speed(part: str, file: Path = STORED) -> str:
    """List what was measured, and what it is to be.

    Args:
        part: Which figures: `cold`, `unchanged`, `growing` or `saving`.
        file: What `scripts/benchmark --json` wrote.

    Returns:
        A Markdown table for a block without `html="on"`.

    Raises:
        ProofError: Nothing was measured.
    """
    rows = [one for one in _kept(file)["figures"] if one["part"] == part]
    if not rows:
        raise ProofError(f"no figure belongs to {part!r}; name another part", file.name)
    head = ["| What | Measured | Aim |", "| --- | ---: | --- |"]
    return "\n".join([*head, *map(_row, rows)])


def speed_measured(file: Path = STORED) -> str:
    """Say when and on what it was measured, as words without a full stop.

    Args:
        file: What `scripts/benchmark --json` wrote.
    """
    kept = _kept(file)
    return f"{kept['made_at'][:10]}, {kept['python']} on {kept['machine']}"


def _row(figure: dict[str, Any]) -> str:
    value, unit = figure["value"], figure["unit"]
    shown = (
        f"{value * 1000:.0f} ms"
        if unit == "s" and value < _SHORT
        else f"{value:.2f} {unit}"
    )
    return f"| {figure['what']} | {shown} | {_aim(figure)} |"


def _aim(figure: dict[str, Any]) -> str:
    """What the figure is to be, and whether it is not."""
    aim: str = figure["aim"]
    if not aim:
        return ""
    way, bound = aim.rsplit(" ", 1)
    value, limit = figure["value"], float(bound)
    is_missed = value > limit if way == "at most" else value < limit
    words = f"{aim} {figure['unit']}"
    return f"{words}: **missed**" if is_missed else words


def _kept(file: Path) -> dict[str, Any]:
    try:
        kept: dict[str, Any] = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        message = f"there is no {file.name}; type `scripts/benchmark --json {file}`"
        raise ProofError(message) from None
    return kept
