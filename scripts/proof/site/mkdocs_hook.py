"""The gate in MkDocs: runs what is stale before a page is rendered."""

import logging
from collections.abc import Sequence
from pathlib import Path

import click
from jinja2 import Environment
from markdown_exec import MarkdownConverter
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from proof.errors import ProofError
from proof.execution.job import Job
from proof.execution.observer import Observer
from proof.gate import check as gate
from proof.gate.load import Loaded, lint, load
from proof.gate.recall import Recall
from proof.gate.report import Report
from proof.gate.summary import not_run_lines, report_text
from proof.project import Project
from proof.runs.versions import spanned
from proof.site import runtime
from proof.site.background import Background
from proof.site.build import Build, begin, current
from proof.site.evidence.file import write_evidence
from proof.site.lightening import lighten
from proof.site.published_runs import write_runs
from proof.site.search import ADDRESS, Known, search_index
from proof.site.security_policy import apply_policy
from proof.site.serving import Memory, watch_closely, with_marks
from proof.site.sharing import Site, share
from proof.site.sharing.listing import Listed
from proof.site.style_sheet import combine
from proof.text import counted

_log = logging.getLogger("mkdocs.hooks.proof")
_FENCES = logging.getLogger("mkdocs.plugins.markdown_exec")


class _Log(Observer):
    """Says in the log why the build takes a while."""

    def planned(self, jobs: Sequence[Job]) -> None:
        if jobs:
            count = counted(len({job.snippet.name for job in jobs}), "snippet")
            versions = spanned(list({job.python.version for job in jobs}))
            _log.info("Executing %s on Python %s", count, versions)


class _FailedFences(logging.Handler):
    """Collects what markdown-exec only warns of: a code block that fails itself."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self.page = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{self.page}: {record.getMessage()}")


_failed_fences = _FailedFences()
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
    serving = _is_serving()
    _watch_fences()
    report = _report(_project(config), serving=serving)
    can_run = runtime.installed(_project(config))
    begin(Build(report, serving, config.use_directory_urls, can_run))
    if report.passed:
        return
    if not serving:
        raise PluginError(f"\n{report_text(report)}")
    _log.error("\n%s", report_text(report))


def on_files(files: Files, config: MkDocsConfig, **_: object) -> Files:
    """Make one style sheet of all."""
    combine(files, config)
    return files


def on_page_markdown(_markdown: str, /, page: Page, **_: object) -> None:
    """Note which page comes next: markdown-exec does not say whose block failed.

    It also numbers blocks over all pages, which would make each depend on the others.
    """
    _failed_fences.page = f"docs/{page.file.src_uri}"
    MarkdownConverter.counter = 0


def on_nav(nav: Navigation, **_: object) -> None:
    """Remember the order of the pages; each knows its title once it is rendered."""
    _pages[:] = nav.pages


def on_env(env: Environment, **_: object) -> Environment:
    """Stop the build where a page's own code block failed, unless serving.

    Raises:
        PluginError: A code block raised; markdown-exec's messages are repeated.
    """
    if _failed_fences.messages and not _is_serving():
        raise PluginError("\n".join(["", *_failed_fences.messages]))
    return env


def on_post_page(output: str, **_: object) -> str:
    """Let a browser stay where it is when a page changes."""
    return with_marks(output) if _is_serving() else output


def on_post_build(config: MkDocsConfig, **_: object) -> None:
    """Write the evidence, and other data, as files beside the pages."""
    site = Path(config.site_dir)
    write_evidence(current().evidence, site)
    files = {**current().data, ADDRESS: search_index(current(), site, _searched)}
    for address, text in files.items():
        file = site / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    if not current().is_serving:
        lighten(site)
        cards = _project(config).store / "cards"
        share(_site(config), current(), site, cards)
        # A server adds a script of its own to each page.
        apply_policy(site)
    if current().can_run:
        runtime.publish(_project(config), site)
        runs = site / "assets/run/runs"
        if current().is_serving:
            write_runs(current().evidence, runs, _memory.has_written)
        else:
            write_runs(current().evidence, runs)
    if current().is_serving:
        _memory.end()


def on_shutdown(**_: object) -> None:
    """End what is still being executed for pages that nobody looks at any more."""
    _background.stop()


def _part(page: Page) -> str:
    """The title of the tab that a page is in."""
    outermost = list(page.ancestors)[-1:]
    return (outermost[0].title or "") if outermost else ""


def _site(config: MkDocsConfig) -> Site:
    return Site(
        config.site_name,
        config.site_description or "",
        f"{(config.site_url or '/').rstrip('/')}/",
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


def _report(project: Project, *, serving: bool) -> Report:
    try:
        recall = _recall if serving else None
        loaded = load(project, recall=recall)
        errors = tuple(lint(loaded, recall))
        if serving and not _background.is_over():
            report = gate.look_up(project, loaded, errors, recall=recall)
            pending = len(report.pending)
            if pending:
                _log.info("Executing %s in the background", counted(pending, "snippet"))
            _background.begin(project, is_needed=pending > 0)
            return report
        return _executed(project, loaded, errors, serving=serving)
    except ProofError as error:
        raise PluginError(f"\n{error}") from None


def _executed(
    project: Project, loaded: Loaded, errors: Sequence[ProofError], *, serving: bool
) -> Report:
    report = gate.check(
        project,
        loaded,
        errors,
        # Somebody who builds again hopes for another outcome; somebody who writes
        # prose while a snippet fails does not want to wait for it at every save.
        is_stale=None if serving else gate.failed,
        observers=[_Log()],
        recall=_recall if serving else None,
    )
    if report.batch.runs:
        _log.info("Executed them in %.1f s", report.batch.wall)
    for line in not_run_lines(report):
        _log.info("%s", line)
    return report


def _project(config: MkDocsConfig) -> Project:
    return Project(Path(config.config_file_path).resolve().parent)


def _watch_fences() -> None:
    _failed_fences.messages.clear()
    # `-q` would drop the warnings before they are seen or counted.
    _FENCES.setLevel(logging.WARNING)
    if _failed_fences not in _FENCES.handlers:
        _FENCES.addHandler(_failed_fences)


def _is_serving() -> bool:
    # `on_startup` would say "build" under `mkdocs serve --clean`.
    context = click.get_current_context(silent=True)
    return context is not None and context.info_name == "serve"
