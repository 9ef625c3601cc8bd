"""What tests need that let a reader's browser run programs."""

from typing import Final

import pytest

from proof.project import Project
from proof.site.runtime import installed

NEEDS_RUNTIME: Final = pytest.mark.skipif(
    not installed(Project.locate()), reason="the runtime is not installed: no npm"
)
"""Skips a test where the interpreter and the editor of a browser are missing."""
