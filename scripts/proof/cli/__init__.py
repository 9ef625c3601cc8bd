"""The command `proof`, and what a terminal shows."""
