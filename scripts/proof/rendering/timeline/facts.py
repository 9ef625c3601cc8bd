"""What a timeline shows, in words: a sentence for all of it, some for each lane."""

from collections.abc import Callable, Iterator, Sequence

from proof.rendering.markup import one_line
from proof.rendering.timeline.folding import Row
from proof.rendering.timeline.wording import Clock, exactly
from proof.rendering.where import where_held
from proof.runs.history import History, Lane, Span
from proof.runs.run import Line
from proof.text import counted, listed

_MOST = 3


def title(history: History, name: str, clock: Clock) -> str:
    """One sentence that names a picture."""
    tasks = sum(lane.kind == "task" for lane in history.lanes) + history.tasks_left_out
    threads = sum(lane.kind == "thread" for lane in history.lanes)
    who = counted(tasks, "task") + (
        f" and {counted(threads, 'helper thread')}" if threads else ""
    )
    return f"Who ran when in {one_line(name)}: {who} in {clock.moment(history.took)}."


def description(history: History, clock: Clock) -> str:
    """What there is to be seen in a picture, in a few sentences."""
    sentences = [
        *_sentences(history.lanes, _holding_words),
        *_sentences(history.lanes, _overdue_words),
        *(
            f"{lane.label} {_end_words(lane, clock)}."
            for lane in history.lanes
            if lane.end != "done"
        ),
    ]
    if not any(lane.holds_the_loop for lane in history.lanes):
        sentences.insert(0, "Nobody held the loop.")
    if len(sentences) > 8:
        sentences = [*sentences[:8], f"And {len(sentences) - 8} more such facts."]
    return one_line(" ".join(sentences))


def row_words(row: Row, lines: Sequence[Line], clock: Clock) -> str:
    """What the lane of a row did, or some of those that it stands for."""
    if row.number == 1:
        return lane_words(row.lane, lines, clock)
    some = (
        lane_words(lane, [line for line in lines if line.lane == lane.label], clock)
        for lane in (row.members[0], row.members[-1])
    )
    return " ".join((f"{one_line(row.lane.label)}: {several(row)}.", *some))


def several(row: Row) -> str:
    """For whom a row stands that stands for several, as the rest of a sentence."""
    did = "tasks that did the same" if row.is_alike else "tasks"
    drawn = row.drawn
    names = listed([one_line(lane.label) for lane in drawn])
    return f"{row.number:,} {did}; {'those drawn are ' if drawn else ''}{names}"


def lane_words(lane: Lane, lines: Sequence[Line], clock: Clock) -> str:
    """What one lane did, in sentences."""
    sentences = [
        _beginning(lane, clock),
        _running_words(lane),
        _holding_words(lane),
        _overdue_words(lane),
        *_waiting_words(lane),
        _printed_words(lines, clock),
        _cancel_words(lane, clock),
        _end_words(lane, clock) if lane.kind == "task" else "",
    ]
    words = ". ".join(words[0].upper() + words[1:] for words in sentences if words)
    return one_line(f"{lane.label}: {words}.")


def state_words(span: Span, lane: Lane) -> str:
    """What a lane does in a span, as in a table."""
    waits = one_line(span.waits_for)
    if lane.kind != "task":
        return f"runs {waits}" if waits else "runs"
    if span.steps > 1:
        return f"{counted(span.steps, 'short step')}, and pauses between them"
    words = {
        "ready": "ready, waits for its turn",
        "running": "running",
        "holding": "holds the loop",
        "suspended": "suspended",
        "overdue": "overdue",
        "unrecorded": "not recorded",
    }[span.state]
    if waits and span.state == "suspended":
        words = f"{words} {waits}"
    if waits and span.state == "overdue":
        words = f"{words}, was suspended {waits}"
    return words


def _sentences(lanes: Sequence[Lane], words: Callable[[Lane], str]) -> Iterator[str]:
    for lane in lanes:
        if sentence := words(lane):
            yield f"{lane.label} {sentence}."


def _beginning(lane: Lane, clock: Clock) -> str:
    if lane.kind != "task":
        return ""
    by = f" by {lane.created_by}" if lane.created_by else ""
    return f"created at {clock.moment(lane.created_at)}{by}"


def _running_words(lane: Lane) -> str:
    running = [span for span in lane.spans if span.state in {"running", "holding"}]
    # After the limit of what is recorded, nobody counted.
    is_cut = any(span.state == "unrecorded" for span in lane.spans)
    if not running:
        return "" if is_cut else "never ran"
    seconds = exactly(sum(span.end - span.begin for span in running))
    if lane.kind != "task":
        names = list(dict.fromkeys(span.waits_for for span in running))
        ran = f"ran {listed([name for name in names if name] or ['something'])}"
        return f"{ran} for {seconds}"
    steps = sum(span.steps for span in running)
    pauses = " with the pauses between them" if steps > len(running) else ""
    more = "at least " if is_cut else ""
    return f"ran {more}{counted(steps, 'step')} in {seconds}{pauses}"


def _holding_words(lane: Lane) -> str:
    spans = [span for span in lane.spans if span.state == "holding"]
    if not spans:
        return ""
    longest = max(spans, key=_seconds)
    often = f" {len(spans)} times, at most" if len(spans) > 1 else ""
    held = f"held the loop{often} for {exactly(_seconds(longest))}"
    return ", ".join(filter(None, (held, where_held(longest))))


def _overdue_words(lane: Lane) -> str:
    spans = [span for span in lane.spans if span.state == "overdue"]
    if not spans:
        return ""
    longest = max(spans, key=_seconds)
    late = f"{exactly(_seconds(longest))} late"
    if len(spans) > 1:
        return f"was late {len(spans)} times, at most {late}"
    return f"was {late}"


def _waiting_words(lane: Lane) -> Iterator[str]:
    if lane.kind != "task":
        return
    ready = sum(_seconds(span) for span in lane.spans if span.state == "ready")
    if ready >= 0.005:
        yield f"was ready, but had to wait for its turn, for {exactly(ready)}"
    spans = [span for span in lane.spans if span.state == "suspended"]
    longest = sorted(sorted(spans, key=_seconds)[-_MOST:], key=lambda span: span.begin)
    waits = [f"{one.waits_for} ({exactly(_seconds(one))})".strip() for one in longest]
    if waits:
        more = f" and {len(spans) - _MOST} times more" if len(spans) > _MOST else ""
        yield f"was suspended {'; '.join(waits)}{more}"


def _printed_words(lines: Sequence[Line], clock: Clock) -> str:
    if not lines:
        return ""
    printed = [
        f"{_quoted(line.text)} at {clock.moment(line.at)}" for line in lines[:_MOST]
    ]
    return f"printed {listed(printed, more=len(lines) - len(printed))}"


def _quoted(text: str) -> str:
    return f"“{text[:30].rstrip()}…”" if len(text) > 31 else f"“{text}”"


def _cancel_words(lane: Lane, clock: Clock) -> str:
    if not lane.cancels:
        return ""
    moments = [clock.moment(at) for at in lane.cancels]
    return f"its cancellation was requested at {listed(moments)}"


def _end_words(lane: Lane, clock: Clock) -> str:
    if lane.ended_at is None:
        return "never ended"
    if lane.end == "failed":
        how = f"failed with {lane.exception}" if lane.exception else "failed"
    else:
        how = {"done": "was done", "cancelled": "was cancelled"}.get(lane.end, "ended")
    return f"{how} at {clock.moment(lane.ended_at)}"


def _seconds(span: Span) -> float:
    return span.end - span.begin
