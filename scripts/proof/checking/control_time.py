"""Checking a control against a claimed time, which nothing inside it can measure."""

from proof.runs.run import Execution
from proof.snippets.claims import Duration


def missed_time(duration: Duration, recorded: Execution, control: Execution) -> str:
    """What was measured, if a control cannot have taken as long as claimed.

    Both processes do the same before time zero and after the end of the last loop. What
    the recorded one spent there was measured; what is left of the control's process
    must fit the claim. Waiting for a processor and the recorder's own set-up may count
    or not, whichever fits better: they are no fault of the program.

    Args:
        duration: What is claimed.
        recorded: The execution with the recorder.
        control: The execution without it.

    Returns:
        A sentence without full stop that names measured times only; empty if the
        claim holds, or if the recorded execution did not keep it either.
    """
    took = recorded.took
    if took is None or abs(took - duration.seconds) > duration.tolerance:
        return ""
    outside = recorded.wall - took
    at_least = control.wall - control.waited - outside
    at_most = control.wall - outside + recorded.recorder_setup + recorded.waited
    early, late = (duration.seconds + s * duration.tolerance for s in (-1, 1))
    if at_least <= late and at_most >= early:
        return ""
    return (
        f"the whole process took {control.wall:.3f} s, and {recorded.wall:.3f} s with "
        f"the recorder, of which {took:.3f} s count, where {duration.seconds:g} s ± "
        f"{duration.tolerance:g} s is claimed"
    )
