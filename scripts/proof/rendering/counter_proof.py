"""What breaks a snippet: a change, which claim it broke, and what came out instead."""

import json
from collections.abc import Iterator, Sequence

from proof.checking.result import Result
from proof.rendering import timeline
from proof.rendering.comparison import compared_part, timeline_block
from proof.rendering.diff_block import diff_block
from proof.rendering.differences_box import difference_list, differences_box
from proof.rendering.markup import Html, identifier_of, with_code
from proof.rendering.output import output_block
from proof.snippets.counter_proofs import CounterProof

_WHOLE = Html(
    '<details class="proof-break" data-search-exclude><summary>'
    '<span class="proof-break-head">Break it:</span> {}</summary>\n{}</details>\n'
)
# Hidden until docs/assets/run/mount.js is there: without scripts it could do nothing.
_BUTTON = Html(
    '<p class="proof-break-bar"><button type="button" class="proof-button '
    'proof-break-try" data-edits="{}" hidden>Change it so, and run it</button></p>\n'
)
# Up to here two axes look the same: then the timeline in the figure serves for both.
_ALIKE = 1.1


def counter_proof_box(
    proof: CounterProof,
    broken: Result | None,
    original: Result,
    *,
    can_run: bool = False,
) -> Html:
    """A counter-proof, folded, as HTML.

    Args:
        proof: The change.
        broken: What came of it; None where it was not run yet.
        original: What came of the snippet as it is.
        can_run: Whether readers can run it in their browser.
    """
    # The theme makes the id of a `pre` of the next one around.
    change = Html('<div id="{}-change">{}</div>\n').format(
        identifier_of(proof.snippet.name), diff_block(_diff(proof))
    )
    parts = [change, _BUTTON.format(_edits(proof)) if can_run else ""]
    if broken is None:
        parts.append(Html('<p class="proof-note">It was not run yet.</p>\n'))
    elif broken.passed:
        parts += _outcome(broken, original)
    else:
        parts.append(differences_box(broken))
    return _WHOLE.format(with_code(proof.claim.value), Html().join(parts))


def outcome_block(content: Html) -> Html:
    """What came out, with two ends that `proof.site.lightening` finds.

    Args:
        content: Output and timelines.
    """
    return Html(
        '<div class="proof-break-outcome">\n'
        "{}</div><!-- outcome of a counter-proof -->\n"
    ).format(content)


def _diff(proof: CounterProof) -> Iterator[str]:
    for number, edit in enumerate(proof.edits):
        if number:
            yield "⋮"
        kept = _kept(edit.removed, edit.added)
        yield from (f" {line}" for line in edit.removed[:kept])
        yield from (f"-{line}" for line in edit.removed[kept:])
        yield from (f"+{line}" for line in edit.added[kept:])


def _kept(removed: Sequence[str], added: Sequence[str]) -> int:
    """How many lines at the beginning of a change stay."""
    pairs = zip(removed, added, strict=False)
    return next(
        (n for n, (old, new) in enumerate(pairs) if old != new),
        min(len(removed), len(added)),
    )


def _edits(proof: CounterProof) -> str:
    """The change for a script: of each part its line, what goes and what comes."""
    return json.dumps(
        [[edit.line, len(edit.removed), list(edit.added)] for edit in proof.edits]
    )


def _outcome(broken: Result, original: Result) -> Iterator[Html]:
    identifier = identifier_of(broken.snippet.name)
    yield Html(
        '<div class="proof-expected"><p>Then a claim fails:</p>{}</div>\n'
    ).format(difference_list(broken, broken.expected or broken.differences))
    timelines = Html().join(_timelines(broken, original, identifier))
    output = output_block(broken.run.lines, identifier)
    yield outcome_block(Html().join([output, timelines]))


def _timelines(broken: Result, original: Result, identifier: str) -> Iterator[Html]:
    pairs = [("as it is", original), ("changed", broken)]
    histories = [
        history
        for _, one in pairs
        if (history := one.run.recorded.history) and history.lanes
    ]
    if len(histories) < len(pairs):
        return
    scale = timeline.scale_of(*histories)
    is_above = scale <= _ALIKE * timeline.scale_of(histories[0])
    for name, (label, one) in zip(("as-is", "changed"), pairs, strict=True):
        if is_above and one is original:
            continue
        block = timeline_block(
            one.snippet,
            one.run,
            f"{identifier}-{name}",
            scale=scale,
            # The table of the run as it is stands in the figure already.
            facts=one is broken,
        )
        yield compared_part(label, block, one.run)
