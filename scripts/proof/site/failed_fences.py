"""Blocks of pages that fail themselves: markdown-exec only warns of them."""

import logging
import threading

_LOG = logging.getLogger("mkdocs.plugins.markdown_exec")


class _Rendered(threading.local):
    """The page that a thread renders: markdown-exec does not say whose block failed."""

    source: str = ""


class FailedFences(logging.Handler):
    """Collects what is wrong with the blocks of pages.

    Attributes:
        messages: What markdown-exec said, each after the path of the page.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self._rendered = _Rendered()

    def emit(self, record: logging.LogRecord) -> None:
        """Collect one."""
        self.messages.append(f"{self._rendered.source}: {record.getMessage()}")

    def renders(self, source: str) -> None:
        """Note which page this thread renders from now on.

        Args:
            source: Its path below `docs/`.
        """
        self._rendered.source = f"docs/{source}"

    def watch(self) -> None:
        """Forget what was collected, and collect from now on."""
        self.messages.clear()
        # A quiet build would drop the warnings before they are seen or counted.
        _LOG.setLevel(logging.WARNING)
        if self not in _LOG.handlers:
            _LOG.addHandler(self)


FAILED_FENCES = FailedFences()
"""Those of the build that goes on."""
