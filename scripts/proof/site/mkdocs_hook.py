"""The gate in MkDocs: runs what is stale before a page is rendered."""

import logging
from pathlib import Path

import click
from jinja2 import Environment
from markdown_exec import MarkdownConverter
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from proof.cache.derived import Derived
from proof.errors import ProofError
from proof.gate.recall import Recall
from proof.gate.summary import report_text
from proof.project import Project
from proof.site import runtime
from proof.site.background import Background
from proof.site.build import Build, begin, current
from proof.site.failed_fences import FAILED_FENCES
from proof.site.finishing import add_data, prepare
from proof.site.gate_step import report_for_build
from proof.site.search import Known, search_index
from proof.site.serving import Memory, watch_closely, with_marks
from proof.site.sharing import Site
from proof.site.sharing.listing import Listed
from proof.site.style_sheet import ADDRESS as STYLE_SHEET
from proof.site.style_sheet import combined

_log = logging.getLogger("mkdocs.hooks.proof")


_searched: Known = {}
_recall = Recall()
_memory = Memory()
_background = Background()
_pages: list[Page] = []


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> None:
    """Build again when what the first build did not wait for has been executed."""
    _background.done_file(_project(config)).touch()
    server.watch(str(_background.done_file(_project(config))))
    watch_closely(server)


def on_config(config: MkDocsConfig, **_: object) -> MkDocsConfig:
    """Let a server leave as it is what did not change."""
    if _is_serving():
        _memory.begin(config)
    return config


def on_pre_build(config: MkDocsConfig, **_: object) -> None:
    """Execute what is stale; unless serving, stop the build where a claim fails.

    Serving, the first build waits for nothing: what was not run yet says so, and is
    executed in the background.

    Raises:
        PluginError: Claims failed, or snippets or pages are malformed; all are named.
    """
    serving, project = _is_serving(), _project(config)
    FAILED_FENCES.watch()
    try:
        report = report_for_build(
            project,
            _log,
            _recall if serving else None,
            _background if serving else None,
        )
    except ProofError as error:
        raise PluginError(f"\n{error}") from None
    can_run = runtime.installed(project)
    has_directories = config.use_directory_urls
    begin(Build(report, serving, has_directories, can_run, Derived(project)))
    if report.passed:
        return
    if not serving:
        raise PluginError(f"\n{report_text(report)}")
    _log.error("\n%s", report_text(report))


def on_files(files: Files, config: MkDocsConfig, **_: object) -> Files:
    """Put one style sheet in the place of those that the configuration names."""
    # That of mkdocstrings is no file of ours: the few pages that need it link to it.
    found = [files.get_file_from_path(name) for name in config.extra_css]
    own = [file for file in found if file]
    for file in own:
        files.remove(file)
    text = combined([file.content_string for file in own])
    files.append(File.generated(config, STYLE_SHEET, content=text))
    config.extra_css = [STYLE_SHEET]
    return files


def on_page_markdown(_markdown: str, /, page: Page, **_: object) -> None:
    """Note which page comes next: markdown-exec does not say whose block failed.

    It also numbers blocks over all pages, which would make each depend on the others.
    """
    FAILED_FENCES.renders(page.file.src_uri)
    MarkdownConverter.counter = 0


def on_nav(nav: Navigation, **_: object) -> None:
    """Remember the order of the pages; each knows its title once it is rendered."""
    _pages[:] = nav.pages


def on_env(env: Environment, **_: object) -> Environment:
    """Stop the build where a page's own code block failed, unless serving.

    Raises:
        PluginError: A code block raised; markdown-exec's messages are repeated.
    """
    if FAILED_FENCES.messages and not _is_serving():
        raise PluginError("\n".join(["", *FAILED_FENCES.messages]))
    return env


def on_post_page(output: str, **_: object) -> str:
    """Let a browser stay where it is when a page changes."""
    return with_marks(output) if _is_serving() else output


def on_post_build(config: MkDocsConfig, **_: object) -> None:
    """Write the evidence, and other data, as files beside the pages."""
    site = Path(config.site_dir)
    index = search_index(current(), site, _searched)
    if current().is_serving:
        add_data(_project(config), current(), index, site, _memory.has_written)
        _memory.end()
        return
    add_data(_project(config), current(), index, site)
    prepare(current(), _site(config), site)


def on_shutdown(**_: object) -> None:
    """End what is still being executed for pages that nobody looks at any more."""
    _background.stop()


def _part(page: Page) -> str:
    """The title of the tab that a page is in."""
    outermost = list(page.ancestors)[-1:]
    return (outermost[0].title or "") if outermost else ""


def _site(config: MkDocsConfig) -> Site:
    return Site.of(
        config.site_name,
        config.site_description,
        config.site_url,
        [
            Listed(
                page.file.src_uri,
                str(page.title),
                page.meta.get("description", ""),
                _part(page),
            )
            for page in _pages
        ],
    )


def _project(config: MkDocsConfig) -> Project:
    return Project(Path(config.config_file_path).resolve().parent)


def _is_serving() -> bool:
    # `on_startup` would say "build" under `mkdocs serve --clean`.
    context = click.get_current_context(silent=True)
    return context is not None and context.info_name == "serve"
