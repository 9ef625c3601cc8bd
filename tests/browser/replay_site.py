"""A site of a few pages whose replays are known to the microsecond."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

from tests.measuring import unmeasured

from proof.checking.result import Result
from proof.project import Project
from proof.rendering.comparison import comparison_figure
from proof.rendering.figure import snippet_figure
from proof.runs.history import History, Lane, Span
from proof.runs.run import Execution, Line, Run
from proof.snippets.snippet import Snippet

REPOSITORY: Final = Path(__file__).resolve().parents[2]
ADDRESS: Final = "http://replays.invalid/"
QUESTION: Final = "What is printed `first`?"
HOSTILE: Final = "</template><img src=x onerror=alert(1)>"
CONFIGURATION: Final = """\
site_name: Replays
theme:
  name: material
  variant: classic
  custom_dir: docs/.overrides
  font: false
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: {icon: material/weather-sunny, name: Light}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {icon: material/weather-night, name: Dark}
  features:
    [content.code.copy, navigation.instant, navigation.top]
plugins: []
extra_css:
  - assets/palette.css
  - assets/theme.css
  - assets/proof.css
  - assets/timeline.css
  - assets/replay.css
  - assets/callouts.css
  - assets/predict.css
  - assets/versions.css
  - assets/search.css
extra_javascript:
  - path: assets/site.js
    type: module
"""


@dataclass(frozen=True)
class Sample:
    """A program that is not run, and a made-up run of it.

    Attributes:
        name: Of its file.
        code: Its lines, from the first.
        history: What it did.
        lines: What it printed.
    """

    name: str
    code: str
    history: History
    lines: tuple[Line, ...]


NAPS: Final = Sample(
    "naps",
    '''\
"""Two naps end together."""

import asyncio


async def nap() -> None:
    """Sleep between two words."""
    print("One")
    await asyncio.sleep(0.6)
    print("Two")


async def main() -> None:
    """Take two naps."""
    await asyncio.gather(nap(), nap())


asyncio.run(main())


# Proof:
# Output: anything
''',
    History(
        (
            Lane(
                "task",
                "main",
                0.0,
                "",
                (
                    Span("running", 0.0, 0.001, 13),
                    Span("suspended", 0.001, 0.605, 15, "for nap 1 and nap 2"),
                    Span("running", 0.605, 0.606, 15),
                ),
                "done",
                0.606,
            ),
            *(
                Lane(
                    "task",
                    f"nap {number}",
                    0.0005,
                    "main",
                    (
                        Span("ready", 0.0005, 0.001 * number, 6),
                        Span("running", 0.001 * number, 0.001 * (number + 1), 6),
                        Span(
                            "suspended",
                            0.001 * (number + 1),
                            0.6 + 0.001 * number,
                            9,
                            "until 0.600 s",
                            0.6,
                        ),
                        Span(
                            "running", 0.6 + 0.001 * number, 0.601 + 0.001 * number, 9
                        ),
                    ),
                    "done",
                    0.601 + 0.001 * number,
                )
                for number in (1, 2)
            ),
        ),
        0.607,
        6,
        ((0.003, 0.6),),
    ),
    (
        Line("One", "stdout", 0.0012, "nap 1", 8),
        Line("One", "stdout", 0.0022, "nap 2", 8),
        Line("Two", "stdout", 0.6015, "nap 1", 10),
        Line("Two", "stdout", 0.6025, "nap 2", 10),
    ),
)
QUICK: Final = Sample(
    "quick",
    '''\
"""A task that ends at once."""

import asyncio


async def quick() -> None:
    """Do one thing."""
    print("done")


async def main() -> None:
    """Wait for it."""
    await asyncio.create_task(quick())


asyncio.run(main())


# Proof:
# Output: anything
''',
    History(
        (
            Lane(
                "task",
                "main",
                0.0,
                "",
                (
                    Span("running", 0.0, 0.0001, 11),
                    Span("suspended", 0.0001, 0.0003, 13, f"for {HOSTILE}"),
                    Span("running", 0.0003, 0.0004, 13),
                ),
                "done",
                0.0004,
            ),
            Lane(
                "task",
                HOSTILE,
                0.00005,
                "main",
                (
                    Span("ready", 0.00005, 0.0001, 6),
                    Span("running", 0.0001, 0.0003, 6),
                ),
                "done",
                0.0003,
            ),
        ),
        0.0005,
        3,
    ),
    (Line("done", "stdout", 0.0002, HOSTILE, 8),),
)


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder, and prints nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@contextmanager
def serving(built: Path, folder: Path) -> Iterator[str]:
    """Serve a copy of what `build` made, and give its address."""
    shutil.copytree(built / "site", folder, dirs_exist_ok=True)
    handler = partial(Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        address = f"http://127.0.0.1:{server.server_port}/"
        # The theme follows a link without a page load only where the site map names
        # the port.
        sitemap = folder / "sitemap.xml"
        sitemap.write_text(sitemap.read_text("utf-8").replace(ADDRESS, address))
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield address
        finally:
            server.shutdown()
            thread.join()


def build(root: Path) -> None:
    """Build it as `site` below a folder."""
    for folder in ("assets", ".overrides"):
        shutil.copytree(REPOSITORY / "docs" / folder, root / "docs" / folder)
    (root / "mkdocs.yml").write_text(f"site_url: {ADDRESS}\n{CONFIGURATION}")
    figures = [_figure(root, sample) for sample in (NAPS, QUICK)]
    _write(root, "index.md", "# Both\n\nTwo of them.\n\n" + "\n\n".join(figures))
    _write(root, "other.md", f"# Other\n\nThe first again.\n\n{figures[0]}")
    guess = _figure(root, NAPS, predict=QUESTION)
    versions = _figure_of_versions(root)
    _write(root, "versions.md", f"# Versions\n\nTwo of them.\n\n{versions}")
    _write(
        root,
        "guess.md",
        f"# Guess\n\nThe first, hidden.\n\n{guess}\n\nThis tells it.\n\n"
        "Now the next:\n\n<figure></figure>",
    )
    compared = _comparison(root, NAPS, QUICK)
    _write(
        root,
        "guess-then-compare.md",
        f"# Both told\n\nThe first, hidden.\n\n{guess}\n\nBoth:\n\n{compared}",
    )
    _write(root, "compared.md", f"# Compared\n\nOn one axis.\n\n{compared}")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=root,
        env={**unmeasured(), "NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )


def _write(root: Path, name: str, text: str) -> None:
    (root / "docs" / name).write_text(text + "\n\nThe end.\n", encoding="utf-8")


def _figure(root: Path, sample: Sample, predict: str = "") -> str:
    return snippet_figure([_result(root, sample)], predict=predict)


def _comparison(root: Path, *samples: Sample) -> str:
    results = [_result(root, sample) for sample in samples]
    return comparison_figure([(one.snippet, one.run) for one in results])


def _figure_of_versions(root: Path) -> str:
    """The first program, as if its last line were another word on an older Python."""
    claims = "# Output [<3.13]:\n#     ...\n#     Too\n# Output [>=3.13]:\n#     ..."
    code = NAPS.code.replace("# Output: anything", f"{claims}\n#     Two")
    *before, last = NAPS.lines
    other = (*before, replace(last, text="Too"))
    newer = replace(NAPS, name="versions", code=code)
    results = [
        _result(root, newer, "CPython 3.15.2"),
        _result(root, replace(newer, lines=other), "CPython 3.12.1"),
    ]
    return snippet_figure(results)


def _result(root: Path, sample: Sample, python: str = "CPython 3.11.7") -> Result:
    file = root / "snippets/samples" / f"{sample.name}.py"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(sample.code)
    snippet = Snippet.load(Project(root), f"samples/{file.name}")
    history = sample.history
    execution = Execution(
        sample.lines, 0, history.took, history.took, 0.0, 1, history=history
    )
    run = Run(
        snippet.name,
        execution,
        execution,
        1,
        "2026-11-21T12:00:00+00:00",
        python,
        "Linux x86_64",
        "2026-11-21T12:00:00.000000Z",
    )
    return Result(snippet, run)
