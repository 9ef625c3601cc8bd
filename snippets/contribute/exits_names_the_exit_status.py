"""A program can end with an exit status of its own choice."""

import sys

print("giving up")
sys.exit(3)


# Proof:
# Output:
#     giving up
# Exits: 3
