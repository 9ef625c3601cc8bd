# /// script
# [tool.proof]
# xfail = true
# ///
"""A stream about which nothing is claimed must stay empty."""

import sys

print("to stdout")
print("to stderr", file=sys.stderr)


# Proof:
# Output:
#     to stdout
