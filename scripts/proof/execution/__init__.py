"""Child processes, one and many, their limits and signals."""
