"""Takes out of built pages what only few readers ask for, and makes files of it.

While serving, pages keep it: then each is complete in itself. This works on the pages
as they are built, whatever built them.
"""

import base64
import hashlib
import re
from pathlib import Path
from typing import Final

from proof.files import write_file
from proof.site.outcome_pages import outcome_link, outcome_page

# All are written by `proof.rendering`, always in this form.
_REPLAY: Final = re.compile(
    r'<template class="proof-replay-data" data-search-exclude>(.*?)</template>',
    re.DOTALL,
)
_DOWNLOAD: Final = re.compile(
    r'href="data:text/x-python;base64,([^"]*)" download="([^"]*)"'
)
_OUTCOME: Final = re.compile(
    r'<div class="proof-break-outcome">\n(.*?)'
    r"</div><!-- outcome of a counter-proof -->",
    re.DOTALL,
)
_DIGITS: Final = 16


def lighten(site: Path) -> None:
    """Make files of replays, programs and outcomes in all pages of a site.

    The data of replays become `assets/replays/….json`, named after what is in them,
    programs `assets/programs/…/NAME.py`, and what came out of counter-proofs pages of
    its own, `assets/outcomes/….html`.

    Args:
        site: The folder of the site, which is changed.
    """
    for page in sorted(site.rglob("*.html")):
        text = page.read_text("utf-8")
        lighter = _lighter(text, site, "../" * (len(page.relative_to(site).parts) - 1))
        if lighter != text:
            page.write_text(lighter, "utf-8")


def _lighter(text: str, site: Path, root: str) -> str:
    def replay(found: re.Match[str]) -> str:
        # The text of an element, but JSON in which nothing needs to be escaped.
        address = f"assets/replays/{_digest(found[1].encode())}.json"
        _write(site / address, found[1].encode())
        return (
            f'<template class="proof-replay-data" data-from="{root}{address}">'
            "</template>"
        )

    def download(found: re.Match[str]) -> str:
        content, name = base64.b64decode(found[1]), found[2]
        address = f"assets/programs/{_digest(content)}/{name}"
        _write(site / address, content)
        return f'href="{root}{address}" download="{name}"'

    def outcome(found: re.Match[str]) -> str:
        # Named after what came out alone: each engine has styles of its own.
        address = f"assets/outcomes/{_digest(found[1].encode())}.html"
        _write(site / address, outcome_page(found[1], text, root).encode())
        return outcome_link(f"{root}{address}")

    without_replays = _REPLAY.sub(replay, text)
    return _OUTCOME.sub(outcome, _DOWNLOAD.sub(download, without_replays))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_DIGITS]


def _write(file: Path, content: bytes) -> None:
    if not file.exists():
        write_file(file, content)
