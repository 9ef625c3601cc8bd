"""A block that lets the reader guess before it shows what happened."""

from proof.rendering.markup import with_code


def prediction(question: str, hidden: str) -> str:
    """A question, and below it what docs/assets/predict.js hides until a click.

    It is delivered open: nothing is out of reach without scripts, and on paper.

    Args:
        question: What to guess; what stands between backticks in it is code.
        hidden: The answer, as HTML.
    """
    # What is asked is found by the search; that something can be shown is not.
    return (
        '<details class="proof-predict" open>\n<summary>'
        f'<span class="proof-question">{with_code(question)}</span> '
        '<span class="proof-answer" data-search-exclude>Show the output</span>'
        f"</summary>\n{hidden}</details>\n"
    )
