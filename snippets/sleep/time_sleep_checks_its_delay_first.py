"""time.sleep at once refuses non-numbers, negatives and infinity."""

import time
from decimal import Decimal
from fractions import Fraction
from typing import Any

DELAYS: list[Any] = [
    0.01,
    False,
    Fraction(1, 100),
    Decimal(0),
    "0.01",
    None,
    -1,
    float("nan"),
    float("inf"),
]

for delay in DELAYS:
    print(repr(delay), end=": ")
    try:
        time.sleep(delay)
    except (TypeError, ValueError, OverflowError) as error:
        print(f"{type(error).__name__}\n    {error}")
    else:
        print("slept")


# Proof:
# Output [<3.15]:
#     0.01: slept
#     False: slept
#     Fraction(1, 100): TypeError
#         '...Fraction' object cannot be interpreted as an integer...
#     Decimal('0'): TypeError
#         'decimal.Decimal' object cannot be interpreted as an integer...
#     '0.01': TypeError
#         'str' object cannot be interpreted as an integer...
#     None: TypeError
#         'NoneType' object cannot be interpreted as an integer...
#     -1: ValueError
#         sleep length must be non-negative
#     nan: ValueError
#         Invalid value NaN (not a number)
#     inf: OverflowError
#         timestamp ...
# Output [>=3.15]:
#     0.01: slept
#     False: slept
#     Fraction(1, 100): slept
#     Decimal('0'): slept
#     '0.01': TypeError
#         must be real number, not str
#     None: TypeError
#         must be real number, not NoneType
#     -1: ValueError
#         sleep length must be non-negative
#     nan: ValueError
#         Invalid value NaN (not a number)
#     inf: OverflowError
#         timestamp ...
# Breaks: the string is made a number
#     -    "0.01",
#     +    float("0.01"),
