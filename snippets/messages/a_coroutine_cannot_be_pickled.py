"""A coroutine cannot be sent to another process."""

import pickle


async def fetch(name):
    return f"<{name}>"


coroutine = fetch("news")
try:
    pickle.dumps(coroutine)
finally:
    coroutine.close()


# Proof:
# Raises: TypeError: cannot pickle 'coroutine' object
