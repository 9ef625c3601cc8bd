"""An update is lost if an await parts its reading from its writing."""

import asyncio
from dataclasses import dataclass, field


@dataclass
class Counter:
    """Counts visits in three ways."""

    visits: int = 0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def in_one_go(self):
        seen = self.visits
        self.visits = seen + 1

    async def across_await(self):
        seen = self.visits
        await asyncio.sleep(0.02)
        self.visits = seen + 1

    async def with_lock(self):
        async with self.lock:
            await self.across_await()


async def main():
    ways = Counter.in_one_go, Counter.across_await, Counter.with_lock
    for visit in ways:
        counter = Counter()
        await asyncio.gather(*(visit(counter) for _ in range(10)))
        print(f"{visit.__name__}: {counter.visits} of 10")


asyncio.run(main())


# Proof:
# Output:
#     in_one_go: 10 of 10
#     across_await: 1 of 10
#     with_lock: 10 of 10
