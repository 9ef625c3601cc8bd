"""What a page can call to show what programs counted, on every version of Python."""

import re
from collections.abc import Iterator

from proof.errors import ProofError
from proof.rendering.markup import Html, row_identifier
from proof.rendering.version_table import Heading, Row, version_table
from proof.runs.run import Run
from proof.site.build import Build, box, current

_COLUMNS = re.compile(r"\s{2,}")


def counted(page: str, *names: str) -> str:
    """A table with a row for each line that programs print, by version of Python.

    A line is what was counted, optionally in which state, and the count, with two or
    more blanks in between. Each row has an address of its own, made of the first two.

    Args:
        page: Path below `docs/` of the page that asks: links lead from there.
        names: Paths of snippets below `snippets/`; each has a heading in the table,
            which links to its figure.

    Returns:
        Finished HTML for a block with `html="on"`.

    Raises:
        ProofError: There is no such snippet, it failed or was not run (unless
            serving), or a line is not like that or there twice.
    """
    try:
        build = current()
        rows = [row for name in names for row in _rows(build, name, page)]
        _no_address_twice(rows)
    except ProofError as error:
        return box(error)
    return version_table(rows, "What was counted on each version of Python")


def _rows(build: Build, name: str, page: str) -> Iterator[Row | Heading]:
    results, absent = build.results_of(name), build.absent_of(name)
    yield Heading(Html("{}").format(build.link_to(name, "", page)))
    counts = {one.run.version: _counts(one.run, name) for one in results}
    for what in dict.fromkeys(what for each in counts.values() for what in each):
        cells = {
            version: [each.get(what, "not there")] for version, each in counts.items()
        }
        identifier = row_identifier("await", *what)
        yield Row(_head(what, identifier), cells, absent, identifier)


def _counts(run: Run, name: str) -> dict[tuple[str, ...], str]:
    """What was counted, with its state, and the count of each line."""
    counts = {}
    for number, line in enumerate(run.recorded.printed("stdout"), 1):
        *what, count = _COLUMNS.split(line)
        if len(what) not in (1, 2):
            raise ProofError(
                f"line {number} of what it prints, {line!r}, is not what was counted, "
                "its state and a count, with two or more blanks in between; print it "
                "like that",
                f"snippets/{name}",
            )
        counts[tuple(what)] = count
    return counts


def _head(what: tuple[str, ...], identifier: str) -> Html:
    thing, *state = what
    link = Html('<a class="proof-row-link" href="#{}">{}</a>')
    code = link.format(identifier, Html("<code>{}</code>").format(thing))
    return Html(" ").join([code, *state])


def _no_address_twice(rows: list[Row | Heading]) -> None:
    seen = set()
    for row in rows:
        if isinstance(row, Row):
            if row.identifier in seen:
                raise ProofError(
                    f"two rows would have the address #{row.identifier}; give one of "
                    "them another state"
                )
            seen.add(row.identifier)
