"""Tests of the shell entry points."""
