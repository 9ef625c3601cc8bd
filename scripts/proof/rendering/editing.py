"""The button with which a reader changes and runs a program, in the browser."""

import re

from proof.rendering.markup import Html
from proof.runs.run import Run
from proof.snippets.snippet import Snippet

# Hidden until docs/assets/run/mount.js is there: without scripts it could do nothing.
_BUTTON = Html(
    '<button type="button" class="proof-edit"{} hidden>Edit and run</button>'
)

_ASKED_FOR = {
    "threads": re.compile(
        r"\bthreading\.(?:Thread|Timer)\(|\bto_thread\(|\brun_in_executor\(|ThreadPoolExecutor\("
    ),
    "other processes": re.compile(r"\bProcessPoolExecutor\(|\bmultiprocessing\b"),
    "signals": re.compile(r"\bsignal\.\w|\badd_signal_handler\b"),
    "sockets": re.compile(r"\bopen_connection\(|\bstart_server\(|\bsocket\.\w"),
    "subprocesses": re.compile(r"\bcreate_subprocess_\w+\(|\bsubprocess\.\w"),
}

PLACE = Html(
    '<p class="proof-edit-status" role="status"></p><div class="proof-edit-place">'
    "</div>\n"
)
"""Where the editor comes, and what there is to say about it."""


def edit_button(snippet: Snippet, run: Run) -> Html:
    """The button; of a program that cannot be run there it knows the reason."""
    reason = why_not(snippet, run)
    return _BUTTON.format(Html(' data-needs="{}"').format(reason) if reason else "")


def why_not(snippet: Snippet, run: Run) -> str:
    """Why Python in a browser cannot run a program, in a sentence; empty if it can.

    It is known from what the program needed where it was run, and from what its code
    asks the system for.
    """
    history = run.recorded.history
    if snippet.metadata.dependencies:
        names = " and ".join(snippet.metadata.dependencies)
        return _sentence(f"{names} and a network")
    if history and any(lane.kind == "thread" for lane in history.lanes):
        return _sentence("threads")
    if run.status < 0:
        return _sentence("signals")
    code = "\n".join(snippet.code)
    lacking = (what for what, asked in _ASKED_FOR.items() if asked.search(code))
    return next(map(_sentence, lacking), "")


def _sentence(what: str) -> str:
    return (
        f"This program needs {what}, which Python in a browser has not: download "
        "it and run it on your machine."
    )
