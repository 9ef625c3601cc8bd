"""Stored runs: key, store, staleness."""
