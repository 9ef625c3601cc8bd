"""Stored runs: key, store, staleness; and what is made of them."""
