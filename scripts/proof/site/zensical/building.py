"""Builds the site with Zensical, if every claim holds."""

import gzip
import logging
import re
import shutil
from html import unescape
from pathlib import Path
from typing import Final

import zensical

from proof.cache.derived import Derived
from proof.errors import ProofError
from proof.gate.summary import report_text
from proof.project import Project
from proof.site import runtime
from proof.site.build import Build, begin
from proof.site.evidence.places import page_address
from proof.site.failed_fences import FAILED_FENCES
from proof.site.finishing import add_data, prepare
from proof.site.gate_step import report_for_build
from proof.site.rendered_from import rendered_from
from proof.site.search import search_index
from proof.site.search.front_matter import searched
from proof.site.sharing import Site
from proof.site.sharing.listing import Listed
from proof.site.zensical.configuration import Configuration
from proof.site.zensical.conversion import restored
from proof.site.zensical.stage import Stage

_LOG: Final = logging.getLogger("proof")
# Written by docs/.overrides/main.html, whatever engine reads that.
_TITLE: Final = re.compile(r'<meta property="og:title" content="([^"]*)">')


def build(project: Project, folder: Path) -> None:
    """Build the site, strictly.

    Args:
        project: The checkout.
        folder: Where the site is put; it must not be there. What is needed while it is
            built is beside it.

    Raises:
        ProofError: Claims failed, snippets or pages are malformed, a block of a page
            failed, or Zensical found something wrong.
    """
    configuration = Configuration.read(project)
    report = report_for_build(project, _LOG)
    for error in configuration.errors():
        raise error
    if not report.passed:
        raise ProofError(f"\n{report_text(report)}")
    can_run = runtime.installed(project)
    made = Build(report, can_run=can_run, derived=Derived(project))
    begin(made)
    stage = Stage(project, folder.with_name(f"{folder.name}-stage"))
    stage.fill(configuration, rendered_from(made))
    render(stage, is_strict=True)
    add_data(project, made, search_index(made, stage.site), stage.site)
    prepare(made, _site(configuration, made, stage.site), stage.site)
    _compress_sitemap(stage.site)
    stage.site.rename(folder)
    shutil.rmtree(stage.folder)


def render(stage: Stage, *, is_strict: bool) -> None:
    """Let Zensical build what is on a stage.

    Args:
        stage: It is filled.
        is_strict: Whether what is wrong with a page stops the build.

    Raises:
        ProofError: A block of a page failed, or Zensical found something wrong.
    """
    FAILED_FENCES.watch()
    try:
        options = {"clean": is_strict, "strict": is_strict}
        zensical.build(str(stage.configuration), options)
    except RuntimeError as error:
        raise ProofError(f"Zensical did not build the site: {error}") from None
    for page in stage.site.rglob("*.html"):
        text = page.read_text("utf-8")
        page.write_text(restored(text), "utf-8")
    if FAILED_FENCES.messages and is_strict:
        raise ProofError("\n".join(["", *FAILED_FENCES.messages]))


def _site(configuration: Configuration, made: Build, folder: Path) -> Site:
    settings = configuration.settings
    described = {page.source: searched(page).description for page in made.report.pages}
    return Site.of(
        settings["site_name"],
        settings.get("site_description"),
        settings.get("site_url"),
        [
            Listed(
                page.source,
                _title(folder / page_address(page.source) / "index.html"),
                described.get(page.source, ""),
                page.part,
            )
            for page in configuration.pages
        ],
    )


def _title(page: Path) -> str:
    match = _TITLE.search(page.read_text("utf-8"))
    return unescape(match[1]) if match else ""


def _compress_sitemap(site: Path) -> None:
    content = (site / "sitemap.xml").read_bytes()
    (site / "sitemap.xml.gz").write_bytes(gzip.compress(content, mtime=0))
