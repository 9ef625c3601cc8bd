"""Proof of Await: every claim about asyncio is run before it is published.

A page calls `show` and `run`; everything else is reached by the command `proof`.
"""

from proof.errors import ProofError
from proof.page import run, show
from proof.runs import Execution, Line, Run

__all__ = ["Execution", "Line", "ProofError", "Run", "run", "show"]
