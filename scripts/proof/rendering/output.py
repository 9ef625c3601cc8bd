"""What a program printed, line by line, with arrival times."""

from collections.abc import Collection, Iterator, Sequence

from proof.rendering.markup import Html
from proof.runs.run import Line


def output_block(
    lines: Sequence[Line], identifier: str, marked: Collection[int] = ()
) -> Html:
    """The output of a run as HTML.

    Args:
        lines: What was printed.
        identifier: What its id begins with; unique in its page.
        marked: Indices of the lines that other versions of Python do not print.
    """
    if lines:
        # Each line is a block of its own: copied from the page, all would be doubled.
        inside = Html('<pre data-copy="{}"><code>{}</code></pre>').format(
            Html("&#10;").join(line.text for line in lines),
            Html().join(_lines(lines, marked)),
        )
    else:
        inside = silent("printed nothing")
    # Not at the `pre`: the theme gives those other ids, made of the next one around.
    return Html(
        '<div class="proof-output" id="{}-output" role="group"'
        ' aria-label="Output and arrival times">{}</div>\n'
    ).format(identifier, inside)


def silent(words: str) -> Html:
    """Why there is nothing to see in the place of an output or a timeline."""
    return Html('<p class="proof-silent">{}</p>').format(words)


def arrival(line: Line) -> str:
    """When a line arrived, in seconds: as a number, or before the loop started."""
    return f"{line.at:.3f}" if line.at >= 0 else "before"


def _lines(lines: Sequence[Line], marked: Collection[int]) -> Iterator[Html]:
    before = "stdout"
    for index, line in enumerate(lines):
        classes = ["proof-line"]
        if line.stream == "stderr":
            classes.append("proof-stderr")
        if line.stream != before:
            classes.append("proof-stream-change")
        if index in marked:
            classes.append("proof-line-differs")
        before = line.stream
        yield Html('<span class="{}" data-at="{}">{}\n</span>').format(
            " ".join(classes), arrival(line), line.text
        )
