"""The site needs no other host, and reveals nothing of the machine that built it."""

import gzip
import json
import os
import re
import socket
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import html5lib
import pytest

from proof.gate.report import Report
from proof.project import Project
from proof.site.search import ADDRESS
from proof.snippets.exercises import exercise_of

from .conftest import Document

LOADING = ("src", "srcset", "poster", "data", "background", "manifest", "ping")
LOADING_LINKS = {
    *("dns-prefetch", "icon", "manifest", "modulepreload", "preconnect", "prefetch"),
    *("preload", "stylesheet"),
}
IN_STYLE = re.compile(
    r"""(?:\burl\(|@import\s(?!\s*url))\s*["']?\s*([^"')\s;]+)""", re.IGNORECASE
)
BINARY = {".png", ".woff", ".woff2", ".wasm", ".zip"}


def test_page_loads_nothing_from_another_host(document: Document) -> None:
    loaded = list(_loaded(document))
    assert any(address.endswith(".css") for address in loaded)
    assert any(address.endswith(".js") for address in loaded)
    assert [address for address in loaded if _is_foreign(address)] == []


def test_styles_load_nothing_from_another_host(site: Path) -> None:
    sheets = list(site.rglob("*.css"))
    assert any(sheet.name == "site.css" for sheet in sheets)
    foreign = [
        f"{sheet.name}: {address}"
        for sheet in sheets
        for address in IN_STYLE.findall(sheet.read_text("utf-8"))
        if _is_foreign(address)
    ]
    assert foreign == []


@pytest.mark.parametrize(
    ("style", "found"),
    [
        ("a { background: url('https://x.invalid/a.png') }", "https://x.invalid/a.png"),
        ('@import "//x.invalid/a.css";', "//x.invalid/a.css"),
        ("@import url(http://x.invalid/a.css);", "http://x.invalid/a.css"),
    ],
)
def test_foreign_hosts_in_styles_are_found(style: str, found: str) -> None:
    assert [a for a in IN_STYLE.findall(style) if _is_foreign(a)] == [found]


@pytest.mark.parametrize(
    ("html", "loaded"),
    [
        ('<a href="https://x.invalid/">', []),
        ('<a href="https://x.invalid/" ping="https://y.invalid/">', ["y.invalid"]),
        ('<img src="//x.invalid/a.png">', ["x.invalid"]),
        ('<link rel="preconnect" href="https://x.invalid/">', ["x.invalid"]),
        ('<link rel="canonical" href="https://x.invalid/">', []),
        ("<p style=\"background: url('//x.invalid/a.png')\">", ["x.invalid"]),
    ],
)
def test_requests_are_distinguished_from_links(html: str, loaded: list[str]) -> None:
    root = html5lib.parse(html, namespaceHTMLElements=False)
    found = _loaded(Document("", html, root))
    assert [urlsplit(address).netloc for address in found] == loaded


def test_nothing_reveals_the_machine(site: Path, project: Project) -> None:
    revealing = re.compile("|".join(map(_whole, _machine_words(project.root))))
    texts = dict(_texts(site))
    assert {"index.html", ADDRESS, "sitemap.xml.gz"} <= set(texts)
    found = {
        f"{name}: {text[max(match.start() - 60, 0) : match.end() + 30]!r}"
        for name, text in texts.items()
        for match in revealing.finditer(text)
    }
    assert found == set()


def test_search_index_holds_each_output_and_no_markup(
    site: Path, report: Report
) -> None:
    """What the search finds is the text alone: no markup, no column of times."""
    index = json.loads((site / ADDRESS).read_text("utf-8"))
    text = "\n".join(" ".join(place[2:]) for place in index["places"])
    known = set(re.findall(r"\w+", text))
    # What comes of an exercise, and its solution, is for who asks for it.
    left_out = {
        name
        for one in report.results
        if (exercise := exercise_of(one))
        for name in (one, exercise)
    }
    printed = {
        name: result.run.lines
        for name, result in report.results.items()
        if name not in left_out
    }
    missing = [
        f"{name}: {line.text}"
        for name, lines in printed.items()
        for line in lines
        if not known.issuperset(re.findall(r"\w+", line.text))
    ]
    assert sum(map(len, printed.values())) > 100
    assert missing == []
    assert "data-at" not in text
    assert 'class="proof' not in text


def _loaded(document: Document) -> Iterator[str]:
    for element in document.elements():
        yield from (element.attrib[name] for name in LOADING if name in element.attrib)
        relations = element.get("rel", "").split()
        if element.tag == "link" and LOADING_LINKS.intersection(relations):
            yield element.attrib["href"]
        yield from IN_STYLE.findall(element.get("style", ""))
        if element.tag == "style":
            yield from IN_STYLE.findall(element.text or "")


def _is_foreign(address: str) -> bool:
    return bool(urlsplit(address).netloc)


def _machine_words(root: Path) -> set[str]:
    paths = {
        root,
        Path.home(),
        Path(sys.prefix),
        Path(sys.base_prefix),
        Path(sysconfig.get_path("stdlib")),
        Path(sysconfig.get_path("purelib")),
        Path(tempfile.gettempdir()),
    }
    spelled = {str(path) for path in paths} | {os.path.realpath(path) for path in paths}
    # A base of /usr reveals nothing, and is in the first line of every script.
    words = {f"{path}/" for path in spelled if Path(path).parts != ("/", "usr")}
    # A short one is a word like any other: "vm" is a class of Pygments, too.
    if len(socket.gethostname()) > 5:
        words.add(socket.gethostname())
    return words


def _whole(word: str) -> str:
    end = "" if word.endswith("/") else r"(?![\w-])"
    return rf"(?<![\w.-]){re.escape(word)}{end}"


def _texts(site: Path) -> Iterator[tuple[str, str]]:
    for file in site.rglob("*"):
        if file.is_file() and file.suffix not in BINARY:
            content = file.read_bytes()
            if file.suffix == ".gz":
                content = gzip.decompress(content)
            yield file.relative_to(site).as_posix(), content.decode("utf-8")
