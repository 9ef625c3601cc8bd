"""Words for where a long step stands, as far as that is known."""

from collections.abc import Sequence

from proof.rendering.timeline.wording import exactly
from proof.runs.history import Place, Span
from proof.text import listed

_NOTABLE = 0.05
"""Of a span, what a line must have taken to be named."""

_MOST = 3
_MOST_LINES = 4


def lines_words(lines: Sequence[int]) -> str:
    """Lines, in words: `line 4`, `lines 4 and 5`, `lines 4 to 9`."""
    if len(lines) == 1:
        return f"line {lines[0]}"
    if len(lines) > _MOST_LINES or lines[-1] - lines[0] + 1 == len(lines) > 2:
        return f"lines {lines[0]} to {lines[-1]}"
    return f"lines {listed([str(line) for line in lines], most=_MOST_LINES)}"


def where(span: Span) -> str:
    """In which lines a span was, as in a table; empty if nothing is known."""
    return _known(span) or somewhere(span) or (f"line {span.line}" if span.line else "")


def where_held(span: Span) -> str:
    """The same of a step that holds the loop, as the end of a sentence."""
    known = _known(span)
    return f"in {known}" if known else somewhere(span)


def somewhere(span: Span, printed: int | None = None) -> str:
    """Words for a step that holds the loop, where only its beginning is known.

    Args:
        span: The step.
        printed: The line in which it has printed something, if it has.
    """
    line = printed or span.line
    is_unknown = span.state == "holding" and not span.places
    return f"somewhere after line {line}" if is_unknown and line else ""


def place_at(span: Span, at: float) -> Place | None:
    """Where a step stands after a moment, if that is known."""
    return next((place for place in span.places if place.begin <= at < place.end), None)


def _known(span: Span) -> str:
    """The lines in which it was for longest, in order of time."""
    taken: dict[tuple[int, ...], float] = {}
    for place in span.places:
        taken[place.lines] = taken.get(place.lines, 0.0) + place.end - place.begin
    least = (span.end - span.begin) * _NOTABLE
    longest = sorted(taken, key=lambda lines: -taken[lines])[:_MOST]
    kept = [one for one in taken if one in longest and taken[one] >= least]
    if len(kept) < 2:
        return "".join(map(lines_words, kept))
    return listed([f"{lines_words(one)} ({exactly(taken[one])})" for one in kept])
