"""Figure, timeline and replay as HTML."""
