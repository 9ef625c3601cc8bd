"""Arms the instrument; the recorder's `sitecustomize` lets this one through."""

import os
import sys

import instrument_watching

instrument_watching.watch()
# A program finds no folder on its path that is not there without the instrument.
_FOLDER = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120
sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != _FOLDER]  # noqa: PTH100
