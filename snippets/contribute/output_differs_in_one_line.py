# /// script
# [tool.proof]
# xfail = true
# ///
"""One line that differs from its claim is reported as a difference."""

import platform

print("Python", platform.python_version())
for number in range(1, 4):
    print("working", number)
print("done")


# Proof:
# Output:
#     Python ...
#     working 1
#     working 2
#     working three
#     done
