"""`mkdocs serve` shows what is wrong and stays alive."""

import signal
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from .small_project import CLAIM_LINE, HELLO, SNIPPET, Server, SmallProject

PLAIN = '<figure class="proof"'
FAILED = '<figure class="proof proof-failed"'
PROBLEM = '<div class="proof-problem"'


@pytest.fixture
def small(tmp_path: Path) -> SmallProject:
    return SmallProject.create(tmp_path)


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    """One that is served meanwhile; each test undoes what it has edited."""
    return SmallProject.create(tmp_path_factory.mktemp("edited"))


@pytest.fixture(scope="module")
def server(edited: SmallProject) -> Iterator[Server]:
    with edited.serving() as server:
        yield server


def interrupt(server: Server) -> int:
    """End it as Ctrl+C does, and return its status; nothing may be left of it."""
    children = psutil.Process(server.process.pid).children(recursive=True)
    server.process.send_signal(signal.SIGINT)
    status = server.process.wait(timeout=15)
    left = psutil.wait_procs(children, timeout=5)[1]
    assert left == []
    return status


@pytest.mark.parametrize("options", [(), ("--clean",)], ids=repr)
def test_broken_claim_is_shown_in_its_page_until_it_is_fixed(
    small: SmallProject, options: tuple[str, ...]
) -> None:
    small.break_claim(HELLO)
    with small.serving(*options) as server:
        page = server.page_when(lambda page: FAILED in page)
        assert f"{HELLO}:{CLAIM_LINE}: " in page
        assert '<span class="proof-diff-minus">-something else' in page
        assert '<span class="proof-diff-plus">+hello' in page
        assert PLAIN in server.page_when(bool, "goodbye/")
        small.fix_claim(HELLO)
        server.page_when(lambda page: PLAIN in page)
        assert interrupt(server) == 0
    assert "Traceback" not in server.log.read_text()


def test_page_recovers_when_the_claim_is_fixed(
    edited: SmallProject, server: Server
) -> None:
    server.page_when(lambda page: PLAIN in page)
    for _ in range(2):
        edited.break_claim(HELLO)
        server.page_when(lambda page: FAILED in page)
        edited.fix_claim(HELLO)
        server.page_when(lambda page: PLAIN in page)


WHOLE = SNIPPET.format("hello")
HALF_WRITTEN = {
    "a misspelt claim": (
        WHOLE.replace("# Output:", "# Otput:"),
        f"{HELLO}:{CLAIM_LINE}: ",
    ),
    "no docstring": (
        WHOLE.split("\n\n", 1)[1],
        f"{HELLO}:1: it has no docstring",
    ),
    "an empty file": ("", f"{HELLO}:1: it claims nothing"),
}


def test_half_written_snippet_is_a_sentence_in_its_page(small: SmallProject) -> None:
    with small.serving() as server:
        server.page_when(lambda page: PLAIN in page)
        for what, (text, sentence) in HALF_WRITTEN.items():
            small.write(HELLO, text)
            page = server.page_when(lambda page: PROBLEM in page)
            assert sentence in page, what
            small.write(HELLO, WHOLE)
            server.page_when(lambda page: PLAIN in page)
        assert interrupt(server) == 0
    assert "Traceback" not in server.log.read_text()


def test_snippet_with_an_error_in_its_code_is_shown_with_it(
    edited: SmallProject, server: Server
) -> None:
    server.page_when(lambda page: PLAIN in page)
    edited.replace(HELLO, 'print("hello")', 'print("hello"')
    page = server.page_when(lambda page: FAILED in page)
    assert ":3: &#39;(&#39; was never closed, so nothing was executed" in page
    edited.replace(HELLO, 'print("hello"', 'print("hello")')
    server.page_when(lambda page: PLAIN in page)


def test_fence_that_raises_leaves_the_server_alive(
    edited: SmallProject, server: Server
) -> None:
    server.page_when(lambda page: PLAIN in page)
    edited.replace("docs/index.md", "Prose.", '```python exec="on"\n1 / 0\n```')
    server.page_when(lambda page: "ZeroDivisionError" in page)
    edited.replace("docs/index.md", '```python exec="on"\n1 / 0\n```', "Prose.")
    server.page_when(lambda page: "ZeroDivisionError" not in page)


def test_interrupt_during_an_execution_leaves_nothing_running(
    small: SmallProject,
) -> None:
    started = small.root / "started"
    small.write(
        HELLO,
        '"""A program waits."""\n\n'
        "import pathlib, time\n"
        f"pathlib.Path({str(started)!r}).write_text('')\n"
        "time.sleep(60)\n\n"
        "# Proof:\n# Output: anything\n",
    )
    with small.serving() as server:
        children = _children_when_started(server, started)
        server.process.send_signal(signal.SIGINT)
        server.process.wait(timeout=15)
        assert psutil.wait_procs(children, timeout=5)[1] == []


def _children_when_started(server: Server, started: Path) -> list[psutil.Process]:
    server.wait_for(started.exists)
    children = psutil.Process(server.process.pid).children(recursive=True)
    assert children
    return children
