"""What the home page opens with: the same program in two ways, side by side."""

from collections.abc import Mapping

from proof.checking.result import Result
from proof.errors import ProofError
from proof.rendering.side_by_side import Side, side_by_side
from proof.site.build import box, current


def opening(programs: Mapping[str, str]) -> str:
    """Small timelines of some programs on one axis, which play once.

    Args:
        programs: Paths of snippets below `snippets/`, each by what is said of it; what
            is between backticks in that is code.

    Returns:
        Finished HTML for a block with `html="on"`, for once in a page.

    Raises:
        ProofError: See `show`; or a program has no event loop.
    """
    try:
        return side_by_side([Side(label, _drawn(n)) for label, n in programs.items()])
    except ProofError as error:
        return box(error)


def _drawn(name: str) -> Result:
    result = current().find(name)
    if not isinstance(result, Result):
        raise ProofError(result.reason, result.snippet.path)
    history = result.run.recorded.history
    if history is None or not history.lanes:
        raise ProofError("it has no event loop that could be drawn", f"snippets/{name}")
    return result
