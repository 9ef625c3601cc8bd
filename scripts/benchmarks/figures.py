"""What was measured, as it is printed and kept."""

import json
import os
import platform
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One thing that was measured.

    Attributes:
        part: Which part of the page shows it: `cold`, `unchanged`, `growing`, `saving`.
        what: What was measured, in words.
        value: How much.
        unit: `s`, or `times` for what was measured side by side.
        aim: What it is to be, in words; empty where nothing is asked of it.
    """

    part: str
    what: str
    value: float
    unit: str = "s"
    aim: str = ""

    def __str__(self) -> str:
        """A line for a terminal."""
        aim = f"  ({self.aim})" if self.aim else ""
        return f"{self.what:58} {self.value:8.2f} {self.unit}{aim}"


def keep(figures: Iterable[Figure], file: Path) -> None:
    """Write them as JSON, with when and on what they were measured."""
    machine = f"{platform.system()}, {os.cpu_count()} processors"
    content = {
        "made_at": datetime.now(UTC).isoformat(timespec="minutes"),
        "machine": machine,
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "figures": [asdict(one) for one in figures],
    }
    file.write_text(json.dumps(content, indent=2) + "\n", "utf-8")
