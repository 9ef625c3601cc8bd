"""What is written to stderr has a claim of its own."""

import sys

print("to stdout")
print("to stderr", file=sys.stderr)


# Proof:
# Output:
#     to stdout
# Stderr:
#     to stderr
