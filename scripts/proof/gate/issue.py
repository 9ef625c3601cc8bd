"""Writes an issue about snippets that began to fail on a Python still to come.

A program of its own that imports nothing but the standard library: it is run where
issues can be opened, and nothing is to be installed there. It is called with a folder
of stores, each with a report (see `report_file.py`), a file with the open issues as
JSON, and a folder for `title.txt` and `body.md`; nothing is written where there is
nothing to say.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

# What GitHub takes, in characters, with some room for the first lines.
_MOST: Final = 60_000
_MOST_OF_ONE: Final = 4_000

_OPENING: Final = """\
These snippets do on {python} ({platform}) what they do not claim, and pass on \
Python {newest}. Either {version} changes asyncio, and the claims need a bracket for \
it, or it has a bug, or the recorder does not know it yet.

As long as this issue is open, no other is opened about them. \
`proof run --python {version} PATH` runs one of them.
"""


@dataclass(frozen=True)
class Outcome:
    """A snippet on one Python; see `report_file.py`."""

    path: str
    python: str
    platform: str
    text: str

    @property
    def version(self) -> str:
        """The version of the Python, such as `3.16` or `3.15t`."""
        name = self.python.split()[-1]
        return ".".join(name.split(".")[:2]) + ("t" if name.endswith("t") else "")

    @property
    def mark(self) -> str:
        """What says in the text of an issue that it is about this; nobody sees it."""
        return f"<!-- fails on {self.version}: {self.path} -->"


@dataclass(frozen=True)
class Issue:
    """The issue to open."""

    title: str
    body: str


def issue(reports: Sequence[Any], open_issues: Iterable[Any]) -> Issue | None:
    """The issue that is to be opened about what began to fail; None if none is.

    It is about the oldest Python that is newer than all supported ones, and about what
    passed on the newest of these. What an open issue is about is left out.

    Args:
        reports: Decoded reports, of the Python still to come and of supported ones.
        open_issues: What `gh issue list --json body` says of the open ones.
    """
    outcomes = [Outcome(**one) for report in reports for one in report["runs"]]
    newest = max((v for r in reports for v in r["supported"]), key=_order, default="")
    known = "".join(str(one["body"]) for one in open_issues)
    of_newest = [one for one in outcomes if one.version == newest]
    fine = {one.path for one in of_newest if not one.text}
    fine -= {one.path for one in of_newest if one.text}
    new = [
        one
        for one in outcomes
        if one.text
        and _is_to_come(one.version, newest)
        and one.path in fine
        and one.mark not in known
    ]
    if not new:
        return None
    version = min((one.version for one in new), key=_order)
    of_version = {one.path: one for one in new if one.version == version}
    return _issue([of_version[path] for path in sorted(of_version)], newest)


def _is_to_come(version: str, newest: str) -> bool:
    return not version.endswith("t") and _order(version) > _order(newest)


def _order(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))


def _issue(failures: Sequence[Outcome], newest: str) -> Issue:
    one = failures[0]
    what = one.path if len(failures) == 1 else f"{len(failures)} snippets"
    verb = "fails" if len(failures) == 1 else "fail"
    opening = _OPENING.format(
        python=one.python, platform=one.platform, newest=newest, version=one.version
    )
    return Issue(f"{what} {verb} on {one.python}", "\n".join(_body(opening, failures)))


def _body(opening: str, failures: Sequence[Outcome]) -> Iterator[str]:
    yield opening
    room = _MOST
    for number, one in enumerate(failures):
        section = _section(one)
        room -= len(section)
        if room < 0:
            # Without their marks: they come with the next issue.
            yield f"{len(failures) - number} more fail; the log of the build has them."
            return
        yield section


def _section(outcome: Outcome) -> str:
    text = outcome.text
    if len(text) > _MOST_OF_ONE:
        text = f"{text[:_MOST_OF_ONE]}\n(cut off here)"
    # Longer than any in the text, which therefore cannot end it.
    ticks = [len(found) for found in re.findall("`+", text)]
    fence = "`" * max([3, *(length + 1 for length in ticks)])
    return f"{outcome.mark}\n\n{fence}text\n{text}\n{fence}\n"


def main(words: Sequence[str]) -> str:
    """Read reports and open issues, write the issue; a sentence about that.

    Args:
        words: The folder of the stores, the file with the open issues, and the folder
            for the issue.
    """
    stores, open_issues, folder = map(Path, words)
    found = issue(
        [json.loads(file.read_bytes()) for file in stores.glob("*/report.json")],
        json.loads(open_issues.read_bytes()),
    )
    if found is None:
        return "Nothing began to fail."
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "title.txt").write_text(f"{found.title}\n", "utf-8")
    (folder / "body.md").write_text(found.body, "utf-8")
    return f"{found.title}: {folder / 'body.md'} says more."


if __name__ == "__main__":
    print(main(sys.argv[1:]))
