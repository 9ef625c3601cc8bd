"""A figure shows the snippet as in its file, and what its run printed."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from proof.gate.report import Report
from proof.lint.pages import read_pages
from proof.lint.references import FIGURES
from proof.project import Project
from proof.runs.run import Run
from proof.snippets.exercises import as_given
from proof.snippets.snippet import Snippet

from .conftest import Document

every_snippet = pytest.mark.parametrize(
    "name", Project(Path(__file__).resolve().parents[2]).snippet_names()
)


@pytest.fixture
def figures(name: str, figures_of: dict[str, list[ET.Element]]) -> list[ET.Element]:
    """The figures of a snippet; there is one at least."""
    return figures_of[name]


@pytest.fixture
def snippet(name: str, project: Project) -> Snippet:
    return Snippet.load(project, name)


@every_snippet
def test_download_is_the_file(
    figures: list[ET.Element], snippet: Snippet, project: Project, site: Path
) -> None:
    for figure in figures:
        (link,) = (a for a in figure.iter("a") if "download" in a.attrib)
        # From the page it goes up to the root of the site.
        content = (site / re.sub(r"^(\.\./)*", "", link.attrib["href"])).read_bytes()
        is_exercise = figure.find("details[@class='proof-now']") is not None
        file = (project.snippets / snippet.name).read_bytes()
        assert content == (as_given(snippet).content if is_exercise else file)
        assert link.attrib["download"] == Path(snippet.name).name


@every_snippet
def test_code_is_that_of_the_file(
    figures: list[ET.Element], snippet: Snippet, project: Project
) -> None:
    file = (project.snippets / snippet.name).read_text("utf-8")
    for figure in figures:
        code = _text(figure, "div[@class='proof-source highlight']/pre/code").strip()
        assert code in file
        before, after = file.split(code)
        rest = [line for line in (before + after).splitlines() if line]
        assert "# Proof:" in rest or not after.strip()
        assert all(line.startswith("#") for line in rest)


def test_claims_are_seen_only_by_who_writes_them_or_has_to_meet_them(
    documents: dict[str, Document],
) -> None:
    seen = {
        document.address.partition("/")[0]
        for document in documents.values()
        for figure in document.with_class("proof")
        if figure.find("details[@class='proof-now']") is None
        for code in figure.findall("div[@class='proof-source highlight']")
        if "# Proof:" in "".join(code.itertext())
    }
    assert seen == {"about"}


@every_snippet
def test_output_is_what_the_run_printed(
    figures: list[ET.Element], name: str, report: Report
) -> None:
    runs = {result.run.version: result.run for result in report.all_of(name)}
    for figure in figures:
        outputs = figure.findall(".//div[@class='proof-output']")
        # Several where versions differ: each is that of the newest it is about.
        labels = ["".join(e.itertext()) for e in figure.iter("label")]
        shown = [label.split()[-1] for label in labels] or [next(iter(runs))]
        assert len(outputs) == len(shown)
        assert shown[0] == next(iter(runs))
        for version, output in zip(shown, outputs, strict=True):
            lines = [e for e in output.iter("span") if "data-at" in e.attrib]
            printed = [("".join(e.itertext()), e.attrib["data-at"]) for e in lines]
            assert printed == list(_printed(runs[version]))


def test_page_has_the_figures_it_shows(document: Document, project: Project) -> None:
    stem = document.address.rstrip("/")
    source = next(
        (p for p in (f"{stem}.md", f"{stem}/index.md".lstrip("/"))
         if (project.docs / p).is_file()),
        "none: the 404 page",
    )  # fmt: skip
    called = [
        reference.snippet
        for page in read_pages(project)
        for reference in page.references
        if reference.call in FIGURES and page.source == source
    ]
    shown = (e.get("data-snippet") for e in document.elements("figure"))
    assert [name for name in shown if name] == called


def test_nothing_failed_in_a_page(document: Document) -> None:
    assert document.with_class("proof-failed") == []
    assert document.with_class("proof-problem") == []


def _text(element: ET.Element, path: str) -> str:
    (found,) = element.findall(path)
    return "".join(found.itertext())


def _printed(run: Run) -> Iterator[tuple[str, str]]:
    for line in run.lines:
        yield f"{line.text}\n", "before" if line.at < 0 else f"{line.at:.3f}"
