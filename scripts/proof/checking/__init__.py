"""Claims against runs."""
