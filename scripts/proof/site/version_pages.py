"""What a page can call to show versions of Python beside each other."""

from collections.abc import Iterator, Mapping

from proof.errors import ProofError
from proof.lint.version_statements import Statement, not_run
from proof.rendering.figure import note
from proof.rendering.markup import Html, breakable, with_code
from proof.rendering.version_changes import Change, changes
from proof.rendering.version_table import (
    Row,
    part_of_output,
    version_table,
    whole_output,
)
from proof.site.build import Build, box, current


def versions(
    page: str, *names: str, lines: Mapping[str, int | str] | None = None
) -> str:
    """A table of what programs do on each version of Python.

    Args:
        page: Path below `docs/` of the page that asks: links lead from there.
        names: Paths of snippets below `snippets/`: a row each, with all that it
            prints and what it raises.
        lines: A row each for parts of what the only snippet prints: what to call the
            row (what is between backticks in it is code), and the number of the line,
            counted from 1, or how the line begins.

    Returns:
        Finished HTML for a block with `html="on"`.

    Raises:
        ProofError: There is no such snippet, it failed or was not run (unless
            serving), or no version prints such a line.
    """
    try:
        build = current()
        rows = [row for name in names for row in _rows(build, name, lines, page)]
    except ProofError as error:
        return box(error)
    return version_table(rows, "What each version of Python does")


def what_changed(page: str, version: str) -> str:
    """Every snippet that behaves differently on a version than on the one before.

    Args:
        page: Path below `docs/` of the page that asks: links lead from there.
        version: The newer one, such as `3.14`.

    Returns:
        Finished HTML for a block with `html="on"`.
    """
    build = current()
    parts = [
        _change(build, change, page)
        for name in build.report.results
        for change in changes(build.report.all_of(name))
        if change.version == version
    ]
    if parts:
        return Html("\n").join(parts)
    return note(f"Nothing that was run here differs between {version} and before")


def unrun_statements(page: str) -> str:
    """What pages say of versions that nobody ran here, each with its source.

    Args:
        page: Path below `docs/` of the page that asks: links lead from there.

    Returns:
        Finished HTML for a block with `html="on"`: a list, by page.
    """
    build = current()
    root = build.root_from(page)
    item = Html('<li><a href="{}">{}</a>: {}{}</li>')
    items = [
        item.format(
            root + build.address(one.page.source),
            one.page.title,
            with_code(one.sentence),
            Html().join(map(_source_link, one.sources)),
        )
        for one in _unrun(build)
    ]
    return Html("<ul>\n{}</ul>\n").format(Html("\n").join(items))


def _unrun(build: Build) -> Iterator[Statement]:
    """Statements without a run; a sentence that names several versions once."""
    snippets = {one.snippet.name: one.snippet for one in build.evidence.snippets}
    seen = set()
    for page in build.report.pages:
        for one in not_run(page, snippets):
            if (page.source, one.sentence) not in seen:
                seen.add((page.source, one.sentence))
                yield one


def _source_link(address: str) -> Html:
    link = Html(' (<a href="{}">{}</a>)')
    return link.format(address, address.removeprefix("https://").partition("/")[0])


def _rows(
    build: Build, name: str, lines: Mapping[str, int | str] | None, page: str
) -> Iterator[Row]:
    results, absent = build.results_of(name), build.absent_of(name)
    if lines is None:
        cells = {one.run.version: whole_output(one.run) for one in results}
        yield Row(_head(build, name, page), cells, absent)
        return
    for head, wanted in lines.items():
        parts = {one.run.version: part_of_output(one.run, wanted) for one in results}
        if results and not any(part is not None for part in parts.values()):
            raise ProofError(
                f"no version prints a line {wanted!r}; name one that is printed, or "
                "its number",
                f"snippets/{name}",
            )
        yield Row(with_code(head), {v: part or [] for v, part in parts.items()}, absent)


def _head(build: Build, name: str, page: str) -> Html:
    """What a program claims, with a link to its figure, and its file."""
    file = Html('<span class="proof-nothing">{}</span>').format(breakable(name))
    return Html("{}<br>{}").format(build.link_to(name, "", page), file)


def _change(build: Build, change: Change, page: str) -> Html:
    """A program and what it prints on one version only, in one block of HTML."""
    return Html(
        '<div class="proof-change"><span>{} on {} (&minus;) and on {} (+)</span>{}'
        "</div>"
    ).format(
        _head(build, change.new.snippet.name, page),
        change.old.run.version,
        change.version,
        change.diff,
    )
