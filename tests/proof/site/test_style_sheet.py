"""All style sheets are one."""

from proof.site.style_sheet import combined


def test_sheets_keep_their_order_and_lose_their_comments() -> None:
    one = "/* Of one,\n * in two lines. */\na {\n  color: red;\n}\n"
    other = 'a::before {\n  content: "/";\n}\n\n/* b */\n\nb {\n  margin: 0;\n}\n'
    assert combined([one, other]) == (
        "a {\n  color: red;\n}\n"
        'a::before {\n  content: "/";\n}\n\nb {\n  margin: 0;\n}\n'
    )
