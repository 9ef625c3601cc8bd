"""What a page is made of besides its own text: when it has to be rendered again."""

import hashlib
from collections.abc import Iterator
from typing import Final

import proof
from proof.checking.result import Result
from proof.gate.report import Report
from proof.lint.fences import fences
from proof.lint.pages import Page
from proof.lint.references import CALLS, calls_in
from proof.site.build import Build
from proof.site.evidence.places import places_of
from proof.site.glossary import GLOSSARY, terms

# Calls that show no run.
_OF_NO_RUN: Final = frozenset({"legend", "limits", "lookup", "packages"})
_OF_ALL_RUNS: Final = frozenset(proof.__all__) - frozenset(CALLS) - _OF_NO_RUN


def rendered_from(build: Build) -> dict[str, str]:
    """A digest for each page of the runs and other pages that it is made of.

    Args:
        build: The build that the pages are rendered for.

    Returns:
        The digests, by the paths of the pages below `docs/`.
    """
    report = build.report
    runs = {name: repr(list(_runs(report, name))) for name in _names(report)}
    places = places_of(report.pages, has_directories=build.has_directories)
    titles = [(page.source, page.title) for page in report.pages]
    everything = repr((runs, titles))
    words = [terms(page.text) for page in report.pages if page.source == GLOSSARY]
    always = repr((words, build.can_run, build.is_serving))

    def digest(page: Page) -> str:
        shown = dict.fromkeys(one.snippet for one in page.references)
        made_of = [everything] if _asks_for_all(page) else []
        made_of += [repr((runs.get(name), places.get(name))) for name in shown]
        return hashlib.sha256("\n".join([always, *made_of]).encode()).hexdigest()[:16]

    return {page.source: digest(page) for page in report.pages}


def _asks_for_all(page: Page) -> bool:
    return any(
        True
        for fence in fences(page.text.splitlines())
        if fence.is_executed
        for _ in calls_in(fence.code, _OF_ALL_RUNS)
    )


def _names(report: Report) -> set[str]:
    broken = {error.path.removeprefix("snippets/") for error in report.errors}
    return {*report.results, *report.not_run, *broken}


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
