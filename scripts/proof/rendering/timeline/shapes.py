"""The shapes that pictures and their legend share."""

from proof.rendering.timeline.bars import Look
from proof.rendering.timeline.marks import Sort

HEIGHTS: dict[Look, int] = {
    "running": 12,
    "holding": 20,
    "ready": 16,
    "overdue": 16,
    "suspended": 20,
    "many": 10,
    "thread": 16,
    "call": 4,
}
"""Pixels that each look is high; suspended, it is only there to be pointed at."""

SHAPES = {
    Sort.DONE: '<circle r="4.5"/>',
    Sort.FAILED: '<path d="M-5-5 5 5M5-5-5 5"/>',
    Sort.CANCELLED: '<path d="M-4.5-4.5h9v9h-9zM4.5-4.5-4.5 4.5"/>',
    Sort.PENDING: '<path d="M-6-5-1 0-6 5"/>',
    Sort.CANCEL: '<path d="M-4.5-19h9L0-12z"/>',
}
"""Marks around the point at which they stand."""

_UNDER = '<rect class="proof-under" width="9" height="9"/>'

PATTERNS: dict[Look, str] = {
    "ready": 'width="5" height="6">'
    f'{_UNDER}<circle class="proof-ready-ink" cx="2.5" cy="3" r="1.1"/>',
    "overdue": 'width="7" height="7" patternTransform="rotate(45)">'
    f'{_UNDER}<rect class="proof-late-ink" width="2.2" height="9"/>',
    "many": 'width="4" height="9">'
    f'{_UNDER}<rect class="proof-many-ink" width="1.6" height="9"/>',
}
"""What fills the looks that are not plain."""


def pattern(look: Look, identifier: str) -> str:
    """A pattern by that id, to be defined once in what uses it."""
    return (
        f'<pattern id="{identifier}" patternUnits="userSpaceOnUse" '
        f"{PATTERNS[look]}</pattern>"
    )
