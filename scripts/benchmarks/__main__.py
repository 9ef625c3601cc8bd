"""Measures how fast sites are built, each ratio side by side in one run."""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import projects
import saving

_MKDOCS: Final = str(Path(sys.executable).with_name("mkdocs"))
_COLD: Final = 24
_PAGES: Final = (40, 200)


def main() -> None:
    """Print the figures, and write them as JSON where asked to."""
    parser = argparse.ArgumentParser(prog="scripts/benchmark", description=__doc__)
    parser.add_argument("--json", type=Path, help="a file to write the figures to")
    parser.add_argument(
        "--snippets",
        type=int,
        nargs="+",
        default=[10, 100],
        help="numbers of snippets whose builds are compared (default: 10 100)",
    )
    options = parser.parse_args()
    # One Python, as a block that markdown-exec executes has only one.
    environment = {
        "PROOF_PYTHONS": sys.executable,
        # The theme's notice says nothing here.
        "NO_MKDOCS_2_WARNING": "1",
        **os.environ,
    }
    with tempfile.TemporaryDirectory() as folder:
        figures = _figures(Path(folder), environment, options.snippets)
    for name, value in figures.items():
        print(f"{name:58} {value:8.2f}")
    if options.json:
        machine = f"{platform.platform()}, {os.cpu_count()} processors"
        made = {"made_at": datetime.now(UTC).isoformat(timespec="minutes")}
        content = {**made, "machine": machine, "figures": figures}
        options.json.write_text(json.dumps(content, indent=2) + "\n", "utf-8")


def _figures(
    root: Path, environment: Mapping[str, str], numbers: Sequence[int]
) -> dict[str, float]:
    figures = {}
    proof = projects.with_proof(root / "cold", _COLD, sleep=1)
    other = projects.with_markdown_exec(root / "other", _COLD, sleep=1)
    cold, executed = _built(proof, environment), _built(other, environment)
    figures[f"{_COLD} one-second programs, seconds"] = cold
    figures["  the same by markdown-exec, times as long"] = executed / cold
    for number in numbers:
        many = projects.with_proof(root / f"many-{number}", number, sleep=0)
        same = projects.plain(root / f"plain-{number}", number)
        first = _built(many, environment)
        again, plain = _built(many, environment), _built(same, environment)
        figures[f"{number} short programs executed, seconds each"] = (
            first - again
        ) / number
        figures[f"{number} programs unchanged, seconds"] = again
        figures[f"  times as long as {number} pages of plain Markdown"] = again / plain
    for pages in _PAGES:
        found = saving.measure(root / f"saving-{pages}", pages, environment)
        for name, value in found.items():
            what = "beyond its own time, " if name == "snippet" else ""
            figures[f"{name} saved among {pages} pages, {what}seconds"] = value
    return figures


def _built(root: Path, environment: Mapping[str, str]) -> float:
    began = time.monotonic()
    subprocess.run([_MKDOCS, "build", "-q"], cwd=root, env=environment, check=True)
    return time.monotonic() - began


main()
