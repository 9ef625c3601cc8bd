"""Trace file to history."""
