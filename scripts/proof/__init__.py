"""Proof of Await: every program about asyncio is run before it is published.

A page calls `show`, `exercise`, `message`, `compare`, `versions`, `plot`, `legend` and
`run`; everything else is reached by the command `proof`.
"""

from proof.errors import ProofError
from proof.runs.run import Execution, Line, Run
from proof.site.choices import choices
from proof.site.counted import counted
from proof.site.layout import packages
from proof.site.limits import limits
from proof.site.message_pages import message, messages
from proof.site.opening import opening
from proof.site.page import (
    compare,
    every_snippet,
    evidence_fields,
    exercise,
    legend,
    run,
    runs,
    show,
    totals,
    whole_build,
)
from proof.site.playground import playground
from proof.site.plots import plot
from proof.site.search.field import lookup
from proof.site.speed import speed, speed_measured
from proof.site.version_pages import unrun_statements, versions, what_changed

__all__ = [
    "Execution",
    "Line",
    "ProofError",
    "Run",
    "choices",
    "compare",
    "counted",
    "every_snippet",
    "evidence_fields",
    "exercise",
    "legend",
    "limits",
    "lookup",
    "message",
    "messages",
    "opening",
    "packages",
    "playground",
    "plot",
    "run",
    "runs",
    "show",
    "speed",
    "speed_measured",
    "totals",
    "unrun_statements",
    "versions",
    "what_changed",
    "whole_build",
]
