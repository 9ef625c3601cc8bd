"""The list of names is made from the documentation, and nothing in it leads nowhere."""

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from proof.lint.python_inventory import by_page, inventory, listing
from proof.lint.python_names import GENERATED, PythonNames

ENTRIES = """\
asyncio py:module 0 library/asyncio.html#module-$ -
asyncio.sleep py:function 1 library/asyncio-task.html#$ -
asyncio.FastChildWatcher py:class 1 library/asyncio-task.html#$ -
json.loads py:function 1 library/json.html#$ -
ValueError py:exception 1 library/exceptions.html#$ -
zipfile.BadZipFile py:exception 1 library/zipfile.html#$ -
coroutine function std:term -1 glossary.html#term-coroutine-function -
PyObject c:type 1 c-api/structures.html#c.$ -
library/json std:doc -1 library/json.html JSON
whatsnew/changelog std:doc -1 whatsnew/changelog.html Changelog
"""
PAGES = {
    "library/asyncio.html": '<section id="module-asyncio">',
    "library/asyncio-task.html": '<section id="sleeping"><dt id="asyncio.sleep">',
    "library/exceptions.html": '<dt id="ValueError">',
    "library/json.html": '<section id="module-json">',
    "glossary.html": '<dt id="term-coroutine-function">',
    "c-api/structures.html": "",
    "index.html": "",
}

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a documentation; its pages can be replaced."""

    def write(**replaced: str) -> Path:
        head = "# Sphinx inventory version 2\n# Project: Python\n# Version: 3.11\n# z\n"
        body = zlib.compress(ENTRIES.encode())
        (tmp_path / "objects.inv").write_bytes(head.encode() + body)
        for page, text in {**PAGES, **replaced}.items():
            (tmp_path / page).parent.mkdir(exist_ok=True)
            (tmp_path / page).write_text(text)
        return tmp_path

    return write


def test_what_the_site_can_need_is_listed(write: Write) -> None:
    folder = write()
    version, entries = inventory(folder)
    pages = by_page(folder, entries)
    assert version == "3.11"
    assert pages == {
        "library/asyncio.html": {"asyncio #module-asyncio"},
        "library/asyncio-task.html": {"asyncio.sleep", "#sleeping"},
        "library/exceptions.html": {"ValueError"},
        "library/json.html": set(),
        "index.html": set(),
        "glossary.html": {"#term-coroutine-function"},
    }


def test_the_list_is_read_as_it_was_written(write: Write) -> None:
    folder = write()
    text = listing("3.11", by_page(folder, inventory(folder)[1]))
    names = PythonNames.read(text)
    assert names.places == {
        "asyncio": "library/asyncio.html#module-asyncio",
        "asyncio.sleep": "library/asyncio-task.html#asyncio.sleep",
        "ValueError": "library/exceptions.html#ValueError",
    }
    assert names.knows("https://docs.python.org/3/library/json.html")


def test_an_anchor_that_is_not_there_ends_it(write: Write) -> None:
    folder = write(**{"library/asyncio-task.html": "<p>"})
    with pytest.raises(SystemExit, match=r"asyncio-task\.html has no asyncio\.sleep"):
        by_page(folder, inventory(folder)[1])


def test_the_list_that_is_kept_is_in_order() -> None:
    lines = GENERATED.read_text("utf-8").splitlines()
    pages = [line for line in lines if line and line[0] not in "# "]
    assert pages == sorted(pages)
    assert lines[0].startswith("# Names of Python 3.11's documentation")
