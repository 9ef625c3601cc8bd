"""How long after a save a page shows what was saved."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Final

from projects import page, program, with_proof, write

_TIMES: Final = 5
_POLL: Final = 0.02
_PATIENCE: Final = 300.0
_SLEEP: Final = 0.5


def measure(root: Path, pages: int, environment: Mapping[str, str]) -> dict[str, float]:
    """Seconds from a save until a request shows it, each the median of several.

    Args:
        root: A folder for the project.
        pages: How many pages it has.
        environment: The variables of the server.

    Returns:
        Of prose, of styles, and of a program beyond the time that it takes.
    """
    with_proof(root, pages, sleep=_SLEEP)
    # All are executed, and what is compiled once has been.
    mkdocs = str(Path(sys.executable).with_name("mkdocs"))
    subprocess.run([mkdocs, "build", "-q"], cwd=root, env=environment, check=True)
    with _serving(root, mkdocs, environment) as address:
        _until(f"{address}page-0/", "Page 0")
        return {
            "prose": median(_prose(root, address)),
            "style": median(_style(root, address)),
            "snippet": median(_snippet(root, address)) - _SLEEP,
        }


def _prose(root: Path, address: str) -> Iterator[float]:
    text = (root / page(1)).read_text("utf-8")
    for number in range(_TIMES):
        write(root, page(1), f"{text}\nSaved for time {number}.\n")
        yield _until(f"{address}page-1/", f"Saved for time {number}.")


def _style(root: Path, address: str) -> Iterator[float]:
    for number in range(_TIMES):
        write(root, "docs/assets/site.css", f"b {{ margin: {number}px }}\n")
        yield _until(f"{address}assets/site.css", f"margin: {number}px")


def _snippet(root: Path, address: str) -> Iterator[float]:
    text = (root / program(2)).read_text("utf-8")
    for number in range(_TIMES):
        write(root, program(2), text.replace("Two", f"Two_{number}"))
        # In the output; the code alone would not say that it was executed.
        yield _until(f"{address}page-2/", f">Two_{number}<")


def _until(address: str, text: str) -> float:
    began = time.monotonic()
    while text not in _read(address):
        if time.monotonic() - began > _PATIENCE:
            sys.exit(f"{address} never shows {text!r}")
        time.sleep(_POLL)
    return time.monotonic() - began


def _read(address: str) -> str:
    try:
        # Always one of the server that was started here.
        with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310
            return str(answer.read(), "utf-8")
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


@contextmanager
def _serving(root: Path, mkdocs: str, environment: Mapping[str, str]) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        host, port = probe.getsockname()
    process = subprocess.Popen(
        [mkdocs, "serve", "-q", "-a", f"{host}:{port}"],
        cwd=root,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://{host}:{port}/"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()
