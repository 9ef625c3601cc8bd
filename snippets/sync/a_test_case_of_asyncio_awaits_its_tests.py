"""IsolatedAsyncioTestCase awaits a test, a plain TestCase does not."""

import asyncio
import unittest
import warnings


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return f"<{name}>"


class Awaited(unittest.IsolatedAsyncioTestCase):
    async def test_page(self):
        self.assertEqual(await fetch("news", 0.1), "<mail>")


class NeverAwaited(unittest.TestCase):
    async def test_page(self):
        self.assertEqual(await fetch("news", 0.1), "<mail>")


for case in Awaited, NeverAwaited:
    result = unittest.TestResult()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        unittest.defaultTestLoader.loadTestsFromTestCase(case).run(
            result
        )
    outcome = "fails" if result.failures else "passes"
    print(f"{case.__name__}: {outcome}")
    for kind in sorted(one.category.__name__ for one in caught):
        print(f"  {kind}")


# Proof:
# Output:
#     Awaited: fails
#     NeverAwaited: passes
#       DeprecationWarning
#       RuntimeWarning
# Breaks: both are awaited
#     -class NeverAwaited(unittest.TestCase):
#     +class NeverAwaited(unittest.IsolatedAsyncioTestCase):
