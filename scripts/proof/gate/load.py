"""What can be said of a checkout without executing anything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from proof.errors import ProofError
from proof.lint import blocks, references, rules, spelling
from proof.lint.pages import Page, read_pages
from proof.project import Project
from proof.snippets import dependencies
from proof.snippets.snippet import Snippet


@dataclass(frozen=True)
class NotRun:
    """A snippet without a run.

    Attributes:
        snippet: The snippet.
        reason: Why, as a sentence without its full stop: `not run on 3.15: …`.
        is_pending: Whether it can be run here, and only was not yet as it is now.
    """

    snippet: Snippet
    reason: str
    is_pending: bool = False


@dataclass(frozen=True)
class Loaded:
    """Snippets and pages, read and not yet executed.

    Attributes:
        snippets: Those that can be executed here.
        unavailable: Those that cannot, for a reason that is nobody's fault.
        errors: What is wrong with the others, and with what pages ask for.
        pages: Every page, where all of the checkout was asked for.
        names: The names of all that were asked for, in order.
    """

    snippets: tuple[Snippet, ...] = ()
    unavailable: tuple[NotRun, ...] = ()
    errors: tuple[ProofError, ...] = ()
    pages: tuple[Page, ...] = ()
    names: tuple[str, ...] = ()


@dataclass
class _Loading:
    snippets: list[Snippet] = field(default_factory=list)
    unavailable: list[NotRun] = field(default_factory=list)
    errors: list[ProofError] = field(default_factory=list)


def load(project: Project) -> Loaded:
    """Read all snippets and pages of a checkout."""
    names, pages = project.snippet_names(), read_pages(project)
    asked = (reference for page in pages for reference in page.references)
    loading = _read(project, names)
    loading.errors += references.missing(asked, frozenset(names))
    return _loaded(loading, names, pages)


def load_snippets(project: Project, names: Sequence[str]) -> Loaded:
    """Read some snippets, and no page.

    Args:
        project: The checkout.
        names: Their paths below `snippets/`.
    """
    return _loaded(_read(project, names), names)


def load_draft(project: Project, name: str) -> Snippet:
    """Read a snippet that can be executed here, whether it claims something or not.

    Args:
        project: The checkout.
        name: Its path below `snippets/`.

    Raises:
        ProofError: It cannot be read, or not be executed here.
    """
    snippet = Snippet.load(project, name, draft=True)
    for error in dependencies.problems(project, snippet):
        raise error
    if reason := dependencies.unavailable(project, snippet):
        raise ProofError(reason, snippet.path)
    return snippet


def lint(loaded: Loaded) -> Iterator[ProofError]:
    """What breaks a rule of style; it can be executed and shown all the same."""
    for snippet in (*loaded.snippets, *(one.snippet for one in loaded.unavailable)):
        yield from rules.snippet_errors(snippet)
    if loaded.pages:
        asked = [r for page in loaded.pages for r in page.references]
        yield from references.unshown(asked, loaded.names)
    for page in loaded.pages:
        yield from blocks.page_errors(page)
        yield from rules.page_errors(page)
        yield from spelling.page_errors(page)


def _read(project: Project, names: Sequence[str]) -> _Loading:
    loading = _Loading()
    for name in names:
        try:
            snippet = Snippet.load(project, name)
        except ProofError as error:
            loading.errors.append(error)
            continue
        errors = list(dependencies.problems(project, snippet))
        reason = dependencies.unavailable(project, snippet)
        if errors:
            loading.errors += errors
        elif reason:
            loading.unavailable.append(NotRun(snippet, reason))
        else:
            loading.snippets.append(snippet)
    return loading


def _loaded(
    loading: _Loading, names: Sequence[str], pages: tuple[Page, ...] = ()
) -> Loaded:
    return Loaded(
        tuple(loading.snippets),
        tuple(loading.unavailable),
        tuple(loading.errors),
        pages,
        tuple(names),
    )
