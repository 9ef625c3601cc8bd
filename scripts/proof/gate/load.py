"""What can be said of a checkout without executing anything."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from proof.errors import ProofError
from proof.gate.plan import Plan, plan
from proof.gate.recall import Recall
from proof.lint import (
    blocks,
    exercises,
    line_numbers,
    references,
    rules,
    spelling,
    version_statements,
)
from proof.lint.pages import Page, read_pages
from proof.project import Project
from proof.pythons.choice import Pythons, choose
from proof.snippets import dependencies
from proof.snippets.pins import pinned
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
        plans: Those that can be executed here, and on which Pythons.
        unavailable: Those that cannot, for a reason that is nobody's fault.
        errors: What is wrong with the others, and with what pages ask for.
        pages: Every page, where all of the checkout was asked for.
        names: The names of all that were asked for, in order.
    """

    plans: tuple[Plan, ...] = ()
    unavailable: tuple[NotRun, ...] = ()
    errors: tuple[ProofError, ...] = ()
    pages: tuple[Page, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def snippets(self) -> tuple[Snippet, ...]:
        """The snippets that can be executed here."""
        return tuple(one.snippet for one in self.plans)

    @property
    def all_snippets(self) -> tuple[Snippet, ...]:
        """Those that can be executed here, and those that cannot."""
        return (*self.snippets, *(one.snippet for one in self.unavailable))


@dataclass
class _Loading:
    plans: list[Plan] = field(default_factory=list)
    unavailable: list[NotRun] = field(default_factory=list)
    errors: list[ProofError] = field(default_factory=list)


def load(
    project: Project,
    pythons: Pythons | None = None,
    *,
    recall: Recall | None = None,
) -> Loaded:
    """Read all snippets and pages of a checkout.

    Args:
        project: The checkout.
        pythons: Those on which snippets are to be run; see `choose` for the default.
        recall: What is left from checks before.

    Raises:
        ProofError: There is no Python to run them.
    """
    recall = recall or Recall()
    names = project.snippet_names()
    pages = tuple(_recalled(page, recall) for page in read_pages(project))
    asked = (reference for page in pages for reference in page.references)
    loading = _read(project, names, pythons or choose(project), recall)
    loading.errors += references.missing(asked, frozenset(names))
    return _loaded(loading, names, pages)


def load_snippets(
    project: Project, names: Sequence[str], pythons: Pythons | None = None
) -> Loaded:
    """Read some snippets, and no page; see `load`.

    Args:
        project: The checkout.
        names: Their paths below `snippets/`.
        pythons: See `load`.
    """
    loading = _read(project, names, pythons or choose(project), Recall())
    return _loaded(loading, names)


def load_draft(project: Project, name: str, pythons: Pythons) -> Plan:
    """Read a snippet that can be executed here, whether it claims something or not.

    Args:
        project: The checkout.
        name: Its path below `snippets/`.
        pythons: Those on which it is to be run.

    Raises:
        ProofError: It cannot be read, or not be executed here.
    """
    snippet = Snippet.load(project, name, draft=True)
    planned = plan(project, snippet, pythons)
    for error in _problems(project, planned, pythons):
        raise error
    if not planned.pythons:
        raise ProofError(planned.reason, snippet.path)
    return planned


def lint(loaded: Loaded, recall: Recall | None = None) -> Iterator[ProofError]:
    """What breaks a rule of style; it can be executed and shown all the same."""
    recall = recall or Recall()
    for snippet in loaded.all_snippets:
        yield from recall.made(
            ("style", snippet.name),
            (snippet,),
            partial(_listed, rules.snippet_errors, snippet),
        )
    everything = {snippet.name: snippet for snippet in loaded.all_snippets}
    if loaded.pages:
        asked = [r for page in loaded.pages for r in page.references]
        yield from references.unshown(asked, loaded.names)
        yield from exercises.exercise_errors(asked, everything)
    for page in loaded.pages:
        shown = [everything.get(one.snippet) for one in page.references]
        yield from recall.made(
            ("style of page", page.path),
            (page, shown),
            partial(_listed, _page_errors, page, everything),
        )


def _listed(
    rule: Callable[..., Iterable[ProofError]], *arguments: object
) -> tuple[ProofError, ...]:
    return tuple(rule(*arguments))


def _page_errors(page: Page, everything: Mapping[str, Snippet]) -> Iterator[ProofError]:
    yield from blocks.page_errors(page)
    yield from exercises.page_errors(page)
    yield from version_statements.version_errors(page, everything)
    yield from line_numbers.line_number_errors(page, everything)
    yield from rules.page_errors(page, everything)
    yield from spelling.page_errors(page)


def _recalled(page: Page, recall: Recall) -> Page:
    """The same page as before, where it was not changed: it has been scanned."""
    return recall.made(("page", page.path), (page.text,), lambda: page)


_Read = Plan | NotRun | tuple[ProofError, ...]


def _read(
    project: Project, names: Sequence[str], pythons: Pythons, recall: Recall
) -> _Loading:
    loading = _Loading()
    pythons = recall.the_same(pythons)
    folders: dict[str, set[str]] = {}
    for name in names:
        folders.setdefault(name.rpartition("/")[0], set()).add(name)
    for name in names:
        beside = folders[name.rpartition("/")[0]]
        try:
            sources = (_content(project, name), pythons, beside, pinned(project))
            read = recall.made(
                ("snippet", name),
                sources,
                partial(_read_one, project, name, pythons),
            )
        except ProofError as error:
            read = (error,)
        match read:
            case Plan():
                loading.plans.append(read)
            case NotRun():
                loading.unavailable.append(read)
            case errors:
                loading.errors += errors
    return loading


def _content(project: Project, name: str) -> bytes | None:
    try:
        return (project.snippets / name).read_bytes()
    except OSError:
        return None


def _read_one(project: Project, name: str, pythons: Pythons) -> _Read:
    """What is to be executed of a snippet; or why nothing is."""
    snippet = Snippet.load(project, name)
    planned = plan(project, snippet, pythons)
    if errors := tuple(_problems(project, planned, pythons)):
        return errors
    return planned if planned.pythons else NotRun(snippet, planned.reason)


def _problems(
    project: Project, planned: Plan, pythons: Pythons
) -> Iterator[ProofError]:
    """What is wrong with what a snippet imports and depends on, each thing once."""
    seen = set()
    for python in planned.pythons or pythons.interpreters:
        for error in dependencies.problems(project, planned.snippet, python):
            if str(error) not in seen:
                seen.add(str(error))
                yield error


def _loaded(
    loading: _Loading, names: Sequence[str], pages: tuple[Page, ...] = ()
) -> Loaded:
    return Loaded(
        tuple(loading.plans),
        tuple(loading.unavailable),
        tuple(loading.errors),
        pages,
        tuple(names),
    )
