"""Which files of a served site survive a build."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from proof.site.serving.folder import Folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "page").mkdir(parents=True)
    return site


@pytest.fixture
def folder(site: Path) -> Folder:
    """One in which two files have been built."""
    folder = Folder(shutil.rmtree)
    folder.begin(str(site))
    (site / "page").mkdir()
    (site / "page/index.html").write_text("a page")
    (site / "style.css").write_text("a style")
    folder.end()
    return folder


def _built(folder: Folder, site: Path, build: Callable[[], object]) -> list[str]:
    folder.begin(str(site))
    build()
    folder.end()
    return sorted(p.relative_to(site).as_posix() for p in site.rglob("*.*"))


def test_what_nobody_writes_again_is_removed(folder: Folder, site: Path) -> None:
    style = site / "style.css"
    assert _built(folder, site, lambda: style.write_text("a style")) == ["style.css"]


def test_what_is_kept_stays(folder: Folder, site: Path) -> None:
    page = str(site / "page/index.html")
    assert _built(folder, site, lambda: folder.keep(page)) == ["page/index.html"]


def test_a_copy_with_an_old_date_stays(folder: Folder, site: Path) -> None:
    original = site.parent / "style.css"
    shutil.copy2(site / "style.css", original)
    copy = lambda: shutil.copy2(original, site)  # noqa: E731
    assert _built(folder, site, copy) == ["style.css"]


def test_what_is_not_there_cannot_be_kept(folder: Folder, site: Path) -> None:
    folder.begin(str(site))
    assert not folder.keep(str(site / "other.html"))
