"""The order of a set may vary from run to run; this claim allows it."""

colours = {"red", "green", "blue"}

for colour in colours:
    print(colour)


# Proof:
# Unordered output:
#     blue
#     green
#     red
