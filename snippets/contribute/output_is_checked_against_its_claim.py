"""Every line that is printed is checked against a line of the claim."""

import platform

print("Python", platform.python_version())
for number in range(1, 4):
    print("working", number)
print("done")


# Proof:
# Output:
#     Python ...
#     working 1
#     ...
#     done
