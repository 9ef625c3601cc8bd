"""The build that pages are rendered for: what their calls look up."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from proof.cache.derived import Derived
from proof.checking.messages import failure_text
from proof.checking.result import Result
from proof.errors import ProofError
from proof.gate.check import look_up
from proof.gate.load import NotRun, load
from proof.gate.report import Report
from proof.project import Project
from proof.rendering.figure import problem_box
from proof.rendering.markup import Html
from proof.site.evidence import Evidence
from proof.site.evidence.places import addresses, page_address


@dataclass(frozen=True)
class Build:
    """One build of the site.

    Attributes:
        report: What the gate found.
        is_serving: Whether somebody is writing: then failures are shown in the page
            instead of stopping the build.
        can_run: Whether readers can run programs: the runtime for that is installed.
        data: What pages offer for download, by address below the site's root; filled
            while they are rendered.
        has_directories: Whether a page's address is a folder (`use_directory_urls`).
        derived: What builds before have made, if it may be used.
    """

    report: Report
    is_serving: bool = False
    has_directories: bool = True
    can_run: bool = False
    derived: Derived | None = None
    data: dict[str, str] = field(default_factory=dict)

    @cached_property
    def evidence(self) -> Evidence:
        """All the runs behind the site."""
        return Evidence.of(self.report, has_directories=self.has_directories)

    def address(self, page: str) -> str:
        """Where a page is below the root of the built site; see `page_address`."""
        return page_address(page, has_directories=self.has_directories)

    def root_from(self, page: str) -> str:
        """The site's root as seen from a page below `docs/`, ending with a slash."""
        return "../" * self.address(page).count("/")

    def kept(self, sources: tuple[object, ...], make: Callable[[], bytes]) -> bytes:
        """What a build before made from the same sources; see `Derived.kept`."""
        return self.derived.kept(sources, make) if self.derived else make()

    def find(self, name: str) -> Result | NotRun:
        """The result of a snippet, or why there is none.

        Args:
            name: Path of the snippet below `snippets/`.

        Raises:
            ProofError: There is no such snippet, or it is malformed; or, unless
                serving, it failed or was not run as it is now.
        """
        result = self.report.results.get(name)
        if result and self.is_serving:
            return result
        if result:
            for one in self.report.all_of(name):
                if not one.passed:
                    raise ProofError(failure_text(one))
            return result
        not_run = self.report.not_run.get(name)
        if not_run and (self.is_serving or not not_run.is_pending):
            return not_run
        if not_run:
            path = not_run.snippet.path
            raise ProofError(f"{not_run.reason}; type `proof run {path}`", path)
        path = f"snippets/{name}"
        for error in self.report.errors:
            if error.path == path:
                raise error
        raise ProofError(f"there is no {path}; create it, or fix the name")

    def results_of(self, name: str) -> tuple[Result, ...]:
        """The results of a snippet on each version that ran it; raises like `find`."""
        self.find(name)
        return self.report.all_of(name) if name in self.report.results else ()

    def lacking(self, name: str) -> list[str]:
        """Versions of a snippet that this machine lacks, or that were not run yet."""
        absent = self.report.absent.get(name, ())
        return [one.version for one in absent if one.is_lack]

    def absent_of(self, name: str) -> dict[str, str]:
        """Why other versions did not run a snippet, by version."""
        return {one.version: one.reason for one in self.report.absent.get(name, ())}

    def link_to(self, name: str, text: Html | str, page: str) -> Html | str:
        """A link to the figure of a snippet; the text alone where no page shows it.

        Args:
            name: Path of the snippet below `snippets/`; it has to be one that is found.
            text: What the link says; where it is empty, what the snippet proves.
            page: Path below `docs/` of the page that asks.
        """
        shown = next(s for s in self.evidence.snippets if s.snippet.name == name)
        text = text or shown.snippet.sentence
        if places := addresses(shown):
            link = Html('<a href="{}">{}</a>')
            return link.format(self.root_from(page) + places[0], text)
        return text


class _Current:
    """A page's call can carry nothing but a name, so its build is kept here.

    Not in a context variable: an engine may execute the blocks in other threads.
    """

    build: Build | None = None


def box(error: ProofError) -> str:
    """What a page shows instead of what it asked for, while serving; a build stops.

    Raises:
        ProofError: The error itself, unless serving.
    """
    if current().is_serving:
        return problem_box(str(error))
    raise error


def begin(build: Build) -> None:
    """Set the build for which pages are rendered from now on."""
    _Current.build = build


def current() -> Build:
    """The build that was begun; without one, what the store has of this checkout.

    Raises:
        ProofError: The working directory is in no checkout.
    """
    if _Current.build is None:
        project = Project.locate()
        _Current.build = Build(look_up(project, load(project)))
    return _Current.build
