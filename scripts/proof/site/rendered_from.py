"""What a page is made of besides its own text: when it has to be rendered again."""

import hashlib
from collections.abc import Iterator
from secrets import token_hex

from proof.checking.result import Result
from proof.gate.report import Report
from proof.lint.pages import Page
from proof.site.asking import Extent, extent
from proof.site.build import Build
from proof.site.evidence.places import places_of
from proof.site.glossary import GLOSSARY, terms


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
    words = [terms(page.text) for page in report.pages if page.source == GLOSSARY]
    always = repr((words, build.can_run, build.is_serving))
    besides = {
        Extent.NOTHING: "",
        Extent.ALL_RUNS: repr(runs),
        Extent.ALL_PAGES: repr((runs, report.pages)),
        Extent.ANYTHING: token_hex(),
    }

    def digest(page: Page) -> str:
        shown = dict.fromkeys(one.snippet for one in page.references)
        made_of = [repr((runs.get(name), places.get(name))) for name in shown]
        text = "\n".join([always, besides[extent(page.text)], *made_of])
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    return {page.source: digest(page) for page in report.pages}


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
