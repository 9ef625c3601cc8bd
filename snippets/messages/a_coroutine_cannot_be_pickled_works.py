"""A function and its arguments can be sent to another process."""

import asyncio
import pickle


async def fetch(name):
    return f"<{name}>"


sent = pickle.dumps((fetch, "news"))
function, name = pickle.loads(sent)
print(asyncio.run(function(name)))


# Proof:
# Output:
#     <news>
