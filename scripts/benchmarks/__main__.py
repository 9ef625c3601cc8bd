"""Measures how fast sites are built, each ratio side by side in one run."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import projects
import saving
from figures import Figure, keep

_MKDOCS: Final = Path(sys.executable).with_name("mkdocs")
_COLD: Final = 24
_PAGES: Final = (40, 200)
_AIMS: Final = {"prose": "at most 1", "style": "at most 1", "snippet": "at most 1.5"}


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
        "PROOF_PYTHONS": "{}.{}".format(*sys.version_info),
        # The theme's notice says nothing here.
        "NO_MKDOCS_2_WARNING": "1",
        **os.environ,
    }
    measured = []
    with tempfile.TemporaryDirectory() as folder:
        for figure in _figures(Path(folder), environment, options.snippets):
            print(figure, flush=True)
            measured.append(figure)
    if options.json:
        keep(measured, options.json)


def _figures(
    root: Path, environment: Mapping[str, str], numbers: Sequence[int]
) -> Iterator[Figure]:
    # What is compiled once has been.
    _built(projects.with_proof(root / "first", 1, sleep=0), environment)
    yield from _cold(root, environment)
    for number in numbers:
        yield from _of_many(root, environment, number)
    for pages in _PAGES:
        found = saving.measure(root / f"saving-{pages}", pages, environment)
        for name, value in found.items():
            beyond = ", beyond its own time" if name == "snippet" else ""
            what = f"{name} saved among {pages} pages{beyond}"
            yield Figure("saving", what, value, aim=_AIMS[name])


def _cold(root: Path, environment: Mapping[str, str]) -> Iterator[Figure]:
    proof = projects.with_proof(root / "cold", _COLD, sleep=1)
    _set_up(proof, environment)
    other = projects.with_markdown_exec(root / "other", _COLD, sleep=1)
    ours, theirs = _built(proof, environment), _built(other, environment)
    what = f"{_COLD} one-second programs, executed twice each and recorded"
    yield Figure("cold", what, ours)
    yield Figure("cold", "the same as blocks of markdown-exec, once each", theirs)
    yield Figure("cold", "how many times as long", theirs / ours, "times", "at least 5")


def _of_many(
    root: Path, environment: Mapping[str, str], number: int
) -> Iterator[Figure]:
    many = projects.with_proof(root / f"many-{number}", number, sleep=0)
    same = projects.plain(root / f"plain-{number}", number)
    _set_up(many, environment)
    first = _built(many, environment)
    again, plain = _built(many, environment), _built(same, environment)
    pages = f"{number} pages with a program each"
    yield Figure("unchanged", pages, again)
    yield Figure("unchanged", "the same as plain Markdown", plain)
    yield Figure(
        "unchanged", "how many times as long", again / plain, "times", "at most 1.2"
    )
    yield Figure(
        "growing", f"each of {number} short programs", (first - again) / number
    )
    yield Figure("growing", f"each of {number} pages with a program", again / number)
    yield Figure("growing", f"each of {number} plain pages", plain / number)


def _set_up(root: Path, environment: Mapping[str, str]) -> None:
    """Make the environment in which programs find what they import, as it is once."""
    command = [str(_MKDOCS.with_name("proof")), "pythons"]
    subprocess.run(
        command, cwd=root, env=environment, check=True, stdout=subprocess.DEVNULL
    )


def _built(root: Path, environment: Mapping[str, str]) -> float:
    began = time.monotonic()
    subprocess.run([_MKDOCS, "build", "-q"], cwd=root, env=environment, check=True)
    return time.monotonic() - began


main()
