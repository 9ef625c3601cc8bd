# /// script
# [tool.proof]
# xfail = true
# ///
"""Where no exit status is claimed, it has to be zero."""

import sys

print("giving up")
sys.exit(3)


# Proof:
# Output:
#     giving up
