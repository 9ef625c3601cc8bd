"""Histories made up for tests, in the words of the recorder."""

from collections.abc import Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

import html5lib

from proof.rendering import timeline
from proof.runs.history import End, History, Kind, Lane, Place, Span, State
from proof.runs.run import Line

Spent = tuple[State, float, float]


def spans(*spent: Spent, **also: object) -> tuple[Span, ...]:
    """Spans from states and times."""
    return tuple(replace(Span(*one), **also) for one in spent)  # type: ignore[arg-type]


def lane(
    label: str,
    *spent: Spent | Span,
    kind: Kind = "task",
    end: End = "done",
    created_at: float = 0.0,
    exception: str = "",
    cancels: Sequence[float] = (),
) -> Lane:
    """A lane that ends with its last span."""
    done = tuple(one if isinstance(one, Span) else Span(*one) for one in spent)
    last = done[-1].end if done else created_at
    return Lane(
        kind,
        label,
        created_at,
        "" if label == "main" else "main",
        done,
        end,
        None if end == "pending" else last,
        exception,
        tuple(cancels),
    )


def history(*lanes: Lane, took: float | None = None) -> History:
    """A history that took as long as its longest lane."""
    ends = [span.end for lane in lanes for span in lane.spans]
    return History(lanes, max(ends, default=0.0) if took is None else took)


def sleeper(label: str, until: float, woken: float | None = None) -> Lane:
    """A task that sleeps once; it may be woken late."""
    woken = until if woken is None else woken
    late = [Span("overdue", until, woken, 7, f"until {until:.3f} s", until)]
    return lane(
        label,
        Span("ready", 0.0001, 0.0002, 5),
        Span("running", 0.0002, 0.0003, 5),
        Span("suspended", 0.0003, until, 7, f"until {until:.3f} s", until),
        *(late if woken > until else []),
        Span("running", woken, woken + 0.0001, 7),
        created_at=0.0001,
    )


def main(until: float, waits_for: str) -> Lane:
    """A main task that starts others and waits for them."""
    return lane(
        "main",
        Span("ready", -0.0001, 0.0, 14),
        Span("running", 0.0, 0.0001, 14),
        Span("suspended", 0.0001, until, 16, waits_for),
        Span("running", until, until + 0.0001, 16),
        created_at=-0.0001,
    )


def line(text: str, at: float, lane: str = "main", stream: str = "stdout") -> Line:
    """A printed line."""
    return Line(text, stream, at, lane)  # type: ignore[arg-type]


def hello(*labels: str, at: Sequence[float]) -> list[Line]:
    """Lines that lanes print, each at the same times."""
    return [line(f"Word {n}", t, name) for name in labels for n, t in enumerate(at)]


THREE = ("count 1", "count 2", "count 3")
THREE_COUNTS = history(
    main(1.0021, "for count 1, count 2 and count 3"),
    *(sleeper(name, 1.0) for name in THREE),
)
THREE_LINES = hello(*THREE, at=(0.0002, 1.0))

RUDE = lane(
    "rude",
    Span("ready", 0.0001, 0.0002, 11),
    Span("running", 0.0002, 0.0003, 11),
    Span("suspended", 0.0003, 0.1, 12, "until 0.100 s", 0.1),
    Span("holding", 0.1, 0.7, 12, places=(Place(0.1001, 0.6999, (13,)),)),
)
OVERDUE = history(
    main(0.7004, "for its task group"),
    sleeper("a", 0.4, 0.7001),
    RUDE,
    sleeper("b", 0.4, 0.7002),
)
OVERDUE_LINES = [
    *hello("a", "b", at=(0.0002, 0.7002)),
    *hello("rude", at=(0.1, 0.7)),
]

BLOCKING = history(
    main(3.0, "for count 1, count 2 and count 3"),
    *(
        lane(name, ("ready", 0.0001, n + 0.0002), ("holding", n + 0.0002, n + 0.9999))
        for n, name in enumerate(THREE)
    ),
)
BLOCKING_LINES = [
    line(word, n + at, name)
    for n, name in enumerate(THREE)
    for word, at in (("One", 0.001), ("Two", 0.999))
]

TURNS = history(
    lane(
        "main",
        ("ready", -0.0001, 0.00002),
        ("running", 0.00002, 0.0002),
        ("suspended", 0.0002, 0.0008),
        ("running", 0.0008, 0.0009),
        created_at=-0.0001,
    ),
    lane(
        "work 1",
        ("ready", 0.0001, 0.0002),
        ("running", 0.0002, 0.0003),
        ("ready", 0.0003, 0.0004),
        ("running", 0.0004, 0.0006),
    ),
    lane(
        "work 2",
        ("ready", 0.00015, 0.0003),
        ("running", 0.0003, 0.0004),
        ("ready", 0.0004, 0.0006),
        ("running", 0.0006, 0.0007),
    ),
    took=0.001,
)

ENDS = history(
    main(0.9, "for all of them"),
    lane("fails", ("suspended", 0, 0.3), end="failed", exception="ValueError"),
    lane("stopped", ("suspended", 0, 0.5), end="cancelled", cancels=[0.4]),
    lane("never", ("suspended", 0, 0.9), end="pending"),
    Lane("thread", "thread 1", 0.1, "", spans(("running", 0.1, 0.6)), "done", 0.6),
    Lane("callbacks", "callbacks", 0.2, "", spans(("running", 0.2, 0.2001)), "done"),
)

ALL = {
    "three counts": (THREE_COUNTS, THREE_LINES),
    "overdue": (OVERDUE, OVERDUE_LINES),
    "blocking": (BLOCKING, BLOCKING_LINES),
    "turns": (TURNS, hello("work 1", "work 2", at=(0.0003, 0.0005, 0.0006))),
    "ends": (ENDS, hello("main", "thread 1", at=(0.1, 0.11, 0.5))),
}


def crowd(number: int, /, **remarkable: Lane) -> History:
    """Many tasks, of which some are to be put in the place of others: `at_40=…`.

    No two of them did the same: each was created by another.
    """
    lanes = [
        replace(one, created_by=f"maker {n}")
        for n, one in enumerate(alike(number).lanes)
    ]
    for place, one in remarkable.items():
        lanes[int(place.removeprefix("at_"))] = one
    return history(*lanes)


def alike(number: int, left_out: int = 0) -> History:
    """Many tasks that did the same, and how many more did."""
    first, *others = (sleeper(f"worker {n}", 0.1 + n / 1000) for n in range(number))
    made = history(replace(first, alike=left_out), *others)
    return replace(made, tasks_left_out=left_out)


def beats(number: int) -> History:
    """A task of very many steps, a millisecond apart."""
    spent: list[Spent] = []
    for n in range(number):
        spent += [
            ("running", n / 1000, n / 1000 + 0.0001),
            ("suspended", n / 1000 + 0.0001, (n + 1) / 1000),
        ]
    return history(lane("beat", *spent))


def parsed(html: str) -> Element:
    """All of some HTML below one element; whatever is not valid in it is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    (element,) = parser.parseFragment(f"<div>{html}</div>")
    assert isinstance(element, Element)
    return element


def drawn(
    history: History,
    lines: Sequence[Line] = (),
    identifier: str = "x",
    scale: float | None = None,
) -> Element:
    """What is drawn of a history, as elements."""
    return parsed(timeline.draw(history, lines, identifier, "x.py", scale))


def tag(element: Element) -> str:
    """The name of an element, whatever its namespace."""
    return str(element.tag).rpartition("}")[2]


def classes(element: Element) -> set[str]:
    """The classes of an element."""
    return set(element.get("class", "").split())


def all_of(element: Element, name: str) -> list[Element]:
    """All elements with a class."""
    return [found for found in element.iter() if name in classes(found)]


def lanes_of(element: Element) -> list[Element]:
    """The lanes of a picture."""
    return all_of(element, "proof-lane")


def shapes_of(element: Element, state: State | str) -> list[Element]:
    """What is drawn of a state."""
    return [found for found in element.iter() if found.get("data-state") == state]


def percent(element: Element, name: str) -> float:
    """An attribute that is a percentage."""
    value = element.get(name, "")
    assert value.endswith("%"), f"{name}={value!r}"
    return float(value[:-1])


def words_of(element: Element) -> list[str]:
    """What is written into a picture, from top to bottom."""
    return ["".join(one.itertext()) for one in element.iter() if tag(one) == "text"]
