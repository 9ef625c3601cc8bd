"""Load, lint, execute what is stale, check: one report."""
