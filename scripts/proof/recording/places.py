"""Where long steps stood, by thread."""

from bisect import bisect_left
from collections.abc import Iterable

from proof.recording.events import Stood
from proof.runs.history import Place


class Places:
    """Finds where a step stood."""

    def __init__(self, events: Iterable[Stood], zero: float) -> None:
        """Take what the recorder saw; `zero` is time zero, on the same clock."""
        self._places: dict[int, list[Place]] = {}
        for stood in events:
            place = Place(stood.since - zero, stood.at - zero, stood.lines)
            self._places.setdefault(stood.thread, []).append(place)

    def during(self, thread: int, begin: float, end: float) -> tuple[Place, ...]:
        """Where a thread stood in a stretch of time, as far as it is known."""
        places = self._places.get(thread)
        if not places:
            return ()
        first = bisect_left(places, begin, key=lambda place: place.end)
        found = []
        for place in places[first:]:
            if place.begin >= end:
                break
            cut = Place(max(place.begin, begin), min(place.end, end), place.lines)
            if cut.begin < cut.end:
                found.append(cut)
        return tuple(found)
