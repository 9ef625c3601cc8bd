"""What the driver throws is raised at the await, as is a close."""


class Pause:
    """Awaiting it suspends once."""

    def __await__(self):
        yield


async def step():
    try:
        await Pause()
    except BaseException as error:
        print("step: raised here:", type(error).__name__)
        raise


async def work():
    try:
        await step()
    except ValueError:
        print("work: forgiven")
    try:
        await step()
    finally:
        print("work: finally")
    return "never returned"


coroutine = work()
coroutine.send(None)
print("driver: throws ValueError")
coroutine.throw(ValueError())
print("driver: closes")
coroutine.close()
print("driver: nothing came out")


# Proof:
# Output:
#     driver: throws ValueError
#     step: raised here: ValueError
#     work: forgiven
#     driver: closes
#     step: raised here: GeneratorExit
#     work: finally
#     driver: nothing came out
# Breaks: nobody catches what is thrown
#     -    except ValueError:
#     +    except TypeError:
