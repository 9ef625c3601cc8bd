"""Zensical builds the same site as MkDocs, from the same configuration and store."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest
from tests.conftest import HOSTING, REPOSITORY
from tests.measuring import unmeasured
from tests.once import once

from proof.gate.report import Report

pytest.importorskip("zensical", reason="scripts/test installs Zensical where it can")

# What the theme of each engine brings along, and what only Zensical's own search and
# redirects read.
THEME = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
OF_ONE_ENGINE = {"search.json", "redirect.json", "objects.inv"}

ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
# Where Zensical's link to the content leads; MkDocs' leads to the first heading.
SKIP = re.compile(r'<a id="__skip"[^>]*></a>|<a href="[^"]*" class="md-skip">')
MAKERS = {"https://squidfunk.github.io/mkdocs-material/", "https://zensical.org/"}
SCRIPT = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
HEAD = re.compile(r'<title>.*?</title>|<meta (?:name="desc|name="twi|prop)[^>]*>')
CONTROL = re.compile(r"<(button|dialog|input|select|textarea)\b")
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Told:
    """What a page says to readers and to programs.

    The text is that of its content: around it, the themes use other words.
    """

    head: list[str]
    anchors: list[str]
    links: list[str]
    controls: list[str]
    text: list[str]

    @classmethod
    def by(cls, site: Path, address: str) -> "Told":
        """Read one."""
        whole = (site / address).read_text("utf-8")
        html = SCRIPT.sub("", SKIP.sub("", whole))
        article = ARTICLE.search(html)
        content = article[0] if article else ""
        links = re.findall(r'<a\b[^>]*\shref="([^"]*)"', html)
        here = f"https://site.invalid/{address.removesuffix('index.html')}"
        found = (urljoin(here, unescape(one)) for one in links)
        return cls(
            [unescape(one) for one in HEAD.findall(whole)],
            re.findall(r'\sid="([^"]*)"', content),
            [one for one in found if one not in MAKERS],
            CONTROL.findall(html),
            unescape(TAG.sub(" ", content)).split(),
        )


def build(folder: Path) -> None:
    """Build the real site with Zensical."""
    done = subprocess.run(
        [sys.executable, "-m", "proof.site.zensical", "build", str(folder)],
        cwd=REPOSITORY,
        env={k: v for k, v in unmeasured().items() if not k.startswith(HOSTING)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"Zensical failed:\n{done.stdout}", pytrace=False)


@pytest.fixture(scope="module")
def other(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site as Zensical builds it."""
    return once(tmp_path_factory, "zensical", partial(build))


def files_of(site: Path) -> Iterator[str]:
    """Every file of a site but those of its theme."""
    for file in site.rglob("*"):
        name = file.relative_to(site).as_posix()
        if file.is_file() and not name.startswith(THEME) and name not in OF_ONE_ENGINE:
            yield name


def test_same_files_are_published(site: Path, other: Path) -> None:
    assert set(files_of(site)) == set(files_of(other))


def test_pages_say_the_same(site: Path, other: Path) -> None:
    pages = [name for name in files_of(site) if name.endswith(".html")]
    assert len(pages) > 50
    different = {
        name: field
        for name in pages
        for field, value in vars(Told.by(site, name)).items()
        if value != vars(Told.by(other, name))[field]
    }
    assert different == {}


def test_other_files_are_the_same(site: Path, other: Path) -> None:
    compared = [
        name
        for name in files_of(site)
        if not name.endswith((".html", ".gz")) and name != "sitemap.xml"
    ]
    different = {
        name
        for name in compared
        if (site / name).read_bytes() != (other / name).read_bytes()
    }
    assert different == set()


def test_sitemaps_name_the_same_addresses(site: Path, other: Path) -> None:
    one, two = (
        set(re.findall(r"<loc>(.*?)</loc>", (each / "sitemap.xml").read_text("utf-8")))
        for each in (site, other)
    )
    assert one == two
