"""Whatever a trace says, a history can be made of it, and adds up."""

import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proof.recording import events as e
from proof.recording.historian import build_history
from proof.recording.trace import Trace, read_trace
from proof.runs.history import Lane

from .generated import KINDS, ZERO, Possible, any_event, as_line, line, possible


def _lanes(execution: Possible, events: list[e.Event]) -> list[Lane]:
    history = build_history(Trace(tuple(events)), ZERO, execution.end)
    return [lane for lane in history.lanes if lane.kind == "task"]


def _is_gapless(lane: Lane) -> bool:
    return all(a.begin < a.end == b.begin for a, b in pairwise(lane.spans))


@given(possible())
def test_spans_have_no_gaps_and_fill_a_tasks_life(execution: Possible) -> None:
    took = execution.end - ZERO
    for lane in _lanes(execution, execution.events):
        end = took if lane.ended_at is None else lane.ended_at
        assert _is_gapless(lane)
        if lane.spans:
            assert lane.spans[0].begin == lane.created_at
            assert lane.spans[-1].end == end
        else:
            assert lane.created_at == end


@given(possible())
def test_overdue_is_what_is_due(execution: Possible) -> None:
    for lane in _lanes(execution, execution.events):
        for span, following in pairwise(lane.spans):
            assert (span.state, following.state) != ("overdue", "suspended")
        for span in lane.spans:
            is_due = span.due is not None and span.due <= span.begin + 1e-6
            assert is_due or span.state != "overdue"


@given(possible())
def test_steps_are_counted(execution: Possible) -> None:
    history = build_history(Trace(tuple(execution.events)), ZERO, execution.end)
    assert history.steps == execution.steps


@given(possible())
def test_a_task_runs_for_as_long_as_it_did(execution: Possible) -> None:
    for lane in _lanes(execution, execution.events):
        steps = [s for s in lane.spans if s.state in ("running", "holding")]
        ran = execution.ran.get(lane.number, 0.0)
        assert sum(s.end - s.begin for s in steps) == pytest.approx(ran)


@given(possible(), st.integers(0, 100))
def test_a_trace_that_is_cut_off_has_no_gaps(execution: Possible, keep: int) -> None:
    for lane in _lanes(execution, execution.events[:keep]):
        assert _is_gapless(lane)


@given(possible(), st.data())
def test_no_order_of_events_is_too_much(
    execution: Possible, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(execution.events))
    for events in (shuffled, shuffled[::2], [*execution.events, *shuffled]):
        for lane in _lanes(execution, events):
            assert all(span.begin < span.end for span in lane.spans)


@given(st.lists(any_event(), max_size=30), st.booleans())
def test_no_events_are_too_much(events: list[e.Event], is_damaged: bool) -> None:
    history = build_history(Trace(tuple(events), is_damaged), 0.0, 10.0)
    if is_damaged:
        assert history.lanes == ()


def _read(content: bytes) -> Trace:
    with tempfile.NamedTemporaryFile() as file:
        file.write(content)
        file.flush()
        return read_trace(Path(file.name))


@given(st.lists(any_event(), max_size=10))
def test_events_are_read_as_they_were_written(events: list[e.Event]) -> None:
    trace = _read(b"".join(map(as_line, events)) + bytes(10))
    assert trace == Trace(tuple(events))


@given(st.binary(max_size=200))
def test_any_bytes_can_be_read(content: bytes) -> None:
    assert isinstance(_read(content), Trace)


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


@given(_JSON, st.sampled_from(KINDS), st.lists(_JSON, max_size=6))
def test_any_members_can_be_read(
    at: object, kind: type[e.Event], members: list[object]
) -> None:
    trace = _read(line(kind, at, members))
    assert trace.is_damaged == (not trace.events)


@given(st.lists(any_event(), min_size=1, max_size=5), st.data())
def test_a_damaged_file_can_be_read(events: list[e.Event], data: st.DataObject) -> None:
    content = bytearray(b"".join(map(as_line, events)))
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    trace = _read(bytes(content))
    assert len(trace.events) <= content.count(b"\n") + 1
