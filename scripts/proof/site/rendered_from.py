"""What a page is made of besides its own text: when it has to be rendered again."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from secrets import token_hex

from proof.checking.result import Result
from proof.gate.report import Report
from proof.lint.references import Reference
from proof.site.asking import Extent, extent
from proof.site.build import Build
from proof.site.evidence.places import Place, places_of
from proof.site.glossary import GLOSSARY, Term, terms


def rendered_from(build: Build) -> dict[str, str]:
    """A digest for each page of the runs and other pages that it is made of.

    Args:
        build: The build that the pages are rendered for.

    Returns:
        The digests, by the paths of the pages below `docs/`.
    """
    besides = Besides(build)
    return {
        page.source: _digest(besides.of(page.text, page.references))
        for page in build.report.pages
    }


class Besides:
    """What there is in a build for pages to be made of, besides their own texts.

    Args:
        build: The build.
    """

    def __init__(self, build: Build) -> None:
        self._build = build
        self._runs: dict[str, str] = {}

    def of(self, text: str, references: Sequence[Reference]) -> tuple[str, ...]:
        """What one page is made of; equal to another one if it would look the same.

        Args:
            text: The page.
            references: The snippets that it shows.
        """
        shown = dict.fromkeys(one.snippet for one in references)
        small = text.lower()
        return (
            repr((self._build.can_run, self._build.is_serving)),
            repr([w for w in self._terms if any(f in small for f in w.forms)]),
            self._everything(extent(text)),
            *(f"{self._runs_of(name)} {self._places.get(name)}" for name in shown),
        )

    @cached_property
    def _terms(self) -> tuple[Term, ...]:
        glossaries = (p for p in self._build.report.pages if p.source == GLOSSARY)
        return tuple(term for page in glossaries for term in terms(page.text))

    @cached_property
    def _places(self) -> Mapping[str, list[Place]]:
        return places_of(
            self._build.report.pages, has_directories=self._build.has_directories
        )

    def _everything(self, asked: Extent) -> str:
        match asked:
            case Extent.NOTHING:
                return ""
            case Extent.ALL_RUNS:
                return self._all_runs
            case Extent.ALL_PAGES:
                return self._all_runs + self._all_pages
        return token_hex()

    @cached_property
    def _all_runs(self) -> str:
        report = self._build.report
        broken = {error.path.removeprefix("snippets/") for error in report.errors}
        names = sorted({*report.results, *report.not_run, *broken})
        return repr([(name, self._runs_of(name)) for name in names])

    @cached_property
    def _all_pages(self) -> str:
        return repr(self._build.report.pages)

    def _runs_of(self, name: str) -> str:
        if name not in self._runs:
            self._runs[name] = repr(list(_runs(self._build.report, name)))
        return self._runs[name]


def _digest(parts: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _runs(report: Report, name: str) -> Iterator[object]:
    """What tells the runs of a snippet from those that it had before."""
    if name in report.results:
        broken = report.counter_proofs.get(name, ())
        found = [*report.all_of(name), *(one.result for one in broken)]
        yield [one and _identity(one) for one in found]
    yield [one.reason for one in report.absent.get(name, ())]
    if name in report.not_run:
        yield report.not_run[name].reason
    yield [str(one) for one in report.errors if one.path == f"snippets/{name}"]


def _identity(result: Result) -> object:
    run = result.run
    # Two may have been made in the same second; none takes as long as another.
    return run.version, run.made_at, run.recorded.wall, result.passed
