"""Addresses in HTML survive that Zensical takes them for those of the page's file."""

import posixpath
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urljoin

import pytest
from markdown import Markdown
from markdown.preprocessors import Preprocessor

from proof.site.converted import converted_by
from proof.site.evidence.places import page_address
from proof.site.failed_fences import FAILED_FENCES
from proof.site.zensical.conversion import from_source, restored


class _Context(Preprocessor):
    """What Zensical registers, to say which page it is."""

    def __init__(self, md: Markdown, path: str, root: Path) -> None:
        super().__init__(md)
        self.page = SimpleNamespace(path=path)
        self.config = {"root_dir": str(root), "docs_dir": "docs"}

    def run(self, lines: list[str]) -> list[str]:
        """Change nothing."""
        return lines


def converter(source: str, root: Path) -> Markdown:
    md = Markdown(extensions=["proof.site.zensical.conversion", "toc", "md_in_html"])
    md.preprocessors.register(_Context(md, source, root), "rendering_context", 0)
    return md


@pytest.mark.parametrize(
    "source", ["far/below/index.md", "far/below/a.md", "far/below/a/index.md"]
)
@pytest.mark.parametrize(
    "written", ["../../feed.xml", "../x/#y", "x/y.png", "./", "../", "..", "x?q=1#z"]
)
def test_an_address_leads_to_the_same_from_the_file(source: str, written: str) -> None:
    changed = from_source(f'<a href="{written}">', source).split('"')[1]
    site = "https://site.invalid/"
    # A page of a folder of its own is one level deeper than its file.
    meant = urljoin(f"{site}{page_address(source)}", written)
    found = urljoin(f"{site}{posixpath.dirname(source)}/./", changed)
    assert found.rstrip("/") == meant.rstrip("/")


@pytest.mark.parametrize(
    "html",
    [
        '<a href="#x">',
        '<a href="/x/">',
        '<a href="https://example.org/x">',
        '<a href="data:text/plain,x">',
        '<a href="mailto:x@example.org">',
        '<a data-href="../x/">',
        '<use href="">',
    ],
)
def test_other_addresses_are_left_alone(html: str) -> None:
    assert from_source(html, "a/b.md") == html


def test_each_piece_is_changed_once_whatever_is_converted_with_it(
    tmp_path: Path,
) -> None:
    md = converter("a/b.md", tmp_path)
    html = md.convert('<p><a href="../c/">x</a></p>\n\n# One\n\n# Two\n')
    assert '<a href="c/">' in html


def test_what_the_search_leaves_out_comes_back(tmp_path: Path) -> None:
    md = converter("a/b.md", tmp_path)
    html = md.convert("<p data-search-exclude>x</p>")
    assert " data-search-exclude" not in html
    assert restored(html) == "<p data-search-exclude>x</p>"


def test_the_page_of_a_failing_block_is_known(tmp_path: Path) -> None:
    converter("a/b.md", tmp_path).convert("x")
    assert FAILED_FENCES._rendered.source == "docs/a/b.md"


def test_a_block_of_a_page_has_no_page_of_its_own(tmp_path: Path) -> None:
    md = converter("a/b.md", tmp_path)
    page = converted_by(md)
    assert page
    assert (page.source, page.docs) == ("a/b.md", tmp_path / "docs")
    md._original_md = md  # type: ignore[attr-defined]
    assert converted_by(md) is None
    assert converted_by(Markdown()) is None
