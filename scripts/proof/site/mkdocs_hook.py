"""The gate in MkDocs: runs what is stale before a page is rendered."""

import logging
from collections.abc import Sequence
from pathlib import Path

import click
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from proof.execution.observer import Observer
from proof.gate import check as gate
from proof.gate.summary import report_text
from proof.project import Project
from proof.site import page
from proof.site.evidence import collect
from proof.site.evidence.file import write_evidence
from proof.snippets.snippet import Snippet
from proof.text import counted

_log = logging.getLogger("mkdocs.hooks.proof")
_FENCES = logging.getLogger("mkdocs.plugins.markdown_exec")


class _Log(Observer):
    """Says in the log why the build takes a while."""

    def planned(self, snippets: Sequence[Snippet]) -> None:
        if snippets:
            count = counted(len(snippets), "snippet")
            _log.info("Executing %s, with and without recorder", count)


class _FailedFences(logging.Handler):
    """Collects what markdown-exec only warns of: a code block that fails itself."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self.page = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{self.page}: {record.getMessage()}")


_failed_fences = _FailedFences()


def on_pre_build(config: MkDocsConfig, **_: object) -> None:
    """Execute what is stale; unless serving, stop the build where a claim fails.

    Raises:
        PluginError: Claims failed, or snippets or pages are malformed; all are named.
    """
    serving = _is_serving()
    project = Project(Path(config.config_file_path).resolve().parent)
    page.begin(page.Build(project, serving))
    _watch_fences()
    verdict = gate.check(
        project,
        gate.load(project),
        # Somebody who builds again hopes for another outcome; somebody who writes
        # prose while a snippet fails does not want to wait for it at every save.
        is_stale=None if serving else gate.failed,
        observer=_Log(),
    )
    if verdict.batch.runs:
        _log.info("Executed them in %.1f s", verdict.batch.wall)
    if verdict.is_open:
        return
    if not serving:
        raise PluginError(f"\n{report_text(verdict)}")
    _log.error("\n%s", report_text(verdict))


def on_page_markdown(_markdown: str, /, page: Page, **_: object) -> None:
    """Note which page comes next: markdown-exec does not say whose block failed."""
    _failed_fences.page = f"docs/{page.file.src_uri}"


def on_env(env: Environment, **_: object) -> Environment:
    """Stop the build where a page's own code block failed, unless serving.

    Raises:
        PluginError: A code block raised; markdown-exec's messages are repeated.
    """
    if _failed_fences.messages and not _is_serving():
        raise PluginError("\n".join(["", *_failed_fences.messages]))
    return env


def on_post_build(config: MkDocsConfig, **_: object) -> None:
    """Write the evidence as a file beside the pages."""
    project = Project(Path(config.config_file_path).resolve().parent)
    write_evidence(collect(project), Path(config.site_dir))


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
