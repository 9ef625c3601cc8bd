"""A list of snippets: a table in a terminal, a line for each in a pipe."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from proof.cli.status import State, Status
from proof.runs.versions import spanned
from proof.text import counted

_STYLES: dict[State, str] = {
    "passed": "green",
    "failed": "bold red",
    "stale": "yellow",
    "not run": "cyan",
    "unavailable": "dim",
    "invalid": "bold red",
}


def plain_lines(statuses: Sequence[Status]) -> Iterator[str]:
    """Path, state, seconds, claims, sentence and versions of each, between tabs."""
    for one in statuses:
        took = "-" if one.took is None else f"{one.took:.3f}"
        claims = ", ".join(one.claims) or "-"
        versions = ", ".join(f"{v} {state}" for v, state in one.versions.items()) or "-"
        yield f"{one.path}\t{one.state}\t{took}\t{claims}\t{one.sentence}\t{versions}"


def print_table(statuses: Sequence[Status], console: Console) -> None:
    """Show the same to somebody who sits before it, and how many are in which state.

    Args:
        statuses: What to show.
        console: Where to show it.
    """
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("State", no_wrap=True)
    table.add_column("Took", justify="right", no_wrap=True)
    table.add_column("Snippet, what it proves and claims", overflow="fold")
    for one in statuses:
        took = "" if one.took is None else f"{one.took:.3f} s"
        claims = f" ({', '.join(one.claims)})" if one.claims else ""
        # Every command takes the shorter path as well.
        name = one.path.removeprefix("snippets/")
        what = Text.assemble(name, "\n", (one.sentence, "dim"), (claims, "dim italic"))
        table.add_row(Text(_state(one), _STYLES[one.state]), took, what)
    console.print(table)
    counts = Counter(one.state for one in statuses)
    summary = ", ".join(
        f"{counts[state]} {state}" for state in _STYLES if counts[state]
    )
    count = counted(len(statuses), "snippet")
    console.print(f"{count}: {summary}." if summary else f"{count}.", highlight=False)


def _state(one: Status) -> str:
    if one.is_same_everywhere:
        return one.state
    return f"{one.state} on {spanned(one.where)}"
