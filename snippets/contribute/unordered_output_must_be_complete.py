# /// script
# [tool.proof]
# xfail = true
# ///
"""Lines may come in any order, but each of them has to come."""

colours = {"red", "green", "blue"}

for colour in colours:
    print(colour)


# Proof:
# Unordered output:
#     blue
#     green
#     yellow
