"""The figure as a browser takes it: elements, not strings."""

import base64
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element

import html5lib
import pytest

from proof.checking.differences import Difference
from proof.checking.result import Result
from proof.rendering.figure import problem_box, snippet_figure
from proof.rendering.markup import identifier_of, visible
from proof.rendering.repository import Repository
from proof.runs.history import History, Lane, Span
from proof.runs.run import Execution, Line, Run
from proof.snippets.snippet import Snippet

Parse = Callable[..., Snippet]
MakeFigure = Callable[..., Element]


def _element(html: str) -> Element:
    """The one element of some HTML; whatever is not valid in it is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    (element,) = parser.parseFragment(html)
    assert isinstance(element, Element)
    return element


def _classes(element: Element) -> set[str]:
    return set(element.get("class", "").split())


def _kind(element: Element) -> str:
    """The class that comes first."""
    return element.get("class", "").split()[0]


def _all(element: Element, name: str) -> list[Element]:
    """All elements with a class."""
    return [found for found in element.iter() if name in _classes(found)]


def _one(element: Element, name: str) -> Element:
    (found,) = _all(element, name)
    return found


def _text(element: Element) -> str:
    return "".join(element.itertext())


@pytest.fixture
def figure(
    parse: Parse, executed: Callable[..., Execution], made: Callable[..., Run]
) -> MakeFigure:
    """Make the figure of a snippet that printed some lines."""

    def make(
        *lines: Line,
        snippet: Snippet | None = None,
        differences: tuple[Difference, ...] = (),
        repository: Repository | None = None,
        history: History | None = None,
        expected: bool = False,
        claims: bool = False,
        **run: int,
    ) -> Element:
        snippet = snippet or parse()
        execution = replace(executed(took=1.0021), lines=lines, history=history)
        outcome = made(replace(execution, loops=3 if history else 0), **run)
        both = ((), differences) if expected else (differences, ())
        result = Result(snippet, outcome, *both)
        return _element(snippet_figure([result], repository, claims=claims))

    return make


def _line(text: str) -> Line:
    return Line(text, "stdout", 0.0)


def test_it_is_one_figure_that_names_its_snippet(figure: MakeFigure) -> None:
    made = figure()
    assert made.tag == "figure"
    assert made.get("id") == "proof-section--it_does"
    assert made.get("data-snippet") == "section/it_does.py"
    assert _classes(made) == {"proof"}
    assert [_kind(part) for part in made if part.tag == "div"] == [
        "proof-head",
        "proof-source",
        "proof-output",
    ]
    assert made[-1].tag == "figcaption"


def test_what_its_tasks_did_is_drawn_below_what_it_printed(figure: MakeFigure) -> None:
    span = Span("suspended", 0.0, 1.0)
    lane = Lane("task", "main", 0.0, "", (span,), "done", 1.0)
    made = figure(_line("One"), history=History((lane,), 1.0021))
    kinds = [_kind(part) for part in made if part.tag == "div"]
    assert kinds.index("proof-timeline") == kinds.index("proof-output") + 1
    assert "main" in _text(_one(made, "proof-picture"))
    assert _all(made, "proof-replay-data")


@pytest.mark.parametrize(
    ("history", "words"),
    [
        (
            History((), 1.0021, foreign_loop=True),
            "no timeline: its event loop is not one of asyncio's own",
        ),
        (
            History((), 1.0021, shortcoming="the recorder could not follow it (why)"),
            "no timeline: the recorder could not follow it (why)",
        ),
        (History((), 1.0021), "no timeline: its event loop ran no task"),
    ],
)
def test_why_there_is_no_timeline_is_shown(
    figure: MakeFigure, history: History, words: str
) -> None:
    made = figure(_line("One"), history=history)
    assert _text(_one(made, "proof-timeline")).strip() == words
    assert not _all(made, "proof-picture")


def test_the_download_is_the_file_to_the_byte(figure: MakeFigure) -> None:
    content = b'\xef\xbb\xbf"""It does \xc3\xbc."""\r\n\r\n# Proof:\r\n# Output:\r\n'
    made = figure(snippet=Snippet.parse("a/it_does.py", content))
    (link,) = _one(made, "proof-links")
    kind, _, data = link.get("href", "").partition(",")
    assert kind == "data:text/x-python;base64"
    assert base64.b64decode(data) == content
    assert link.get("download") == "it_does.py"


def test_without_a_repository_nothing_points_elsewhere(figure: MakeFigure) -> None:
    links = [a.get("href", "") for a in figure().iter("a")]
    assert [link.split(":")[0] for link in links] == ["data"]


def test_with_one_its_file_can_be_seen_and_edited(figure: MakeFigure) -> None:
    repository = Repository("https://x.example/me", "abc", "main")
    links = {_text(a): a.get("href") for a in figure(repository=repository).iter("a")}
    assert links["View"] == "https://x.example/me/blob/abc/snippets/section/it_does.py"
    assert links["Edit"] == "https://x.example/me/edit/main/snippets/section/it_does.py"


def test_links_differ_for_screen_readers(figure: MakeFigure) -> None:
    repository = Repository("https://x.example/me", "abc", "main")
    titles = [a.get("title") for a in figure(repository=repository).iter("a")]
    assert titles == ["Download it_does.py", "View it_does.py", "Edit it_does.py"]


def test_code_has_the_line_numbers_of_the_file(
    figure: MakeFigure, parse: Parse
) -> None:
    code = 'text = """\n\nmore\n"""\n\n\nprint(text)'
    snippet = parse(code, "Output: anything", "tool.proof.alone = true")
    lines = _all(_one(figure(snippet=snippet), "proof-source"), "proof-code-line")
    assert [_text(line) for line in lines] == [f"{line}\n" for line in snippet.code]
    assert [line.get("data-line") for line in lines] == [
        str(number) for number, _ in enumerate(snippet.code, 4)
    ]


def test_docstring_is_folded_unless_claims_are_shown(
    figure: MakeFigure, parse: Parse
) -> None:
    snippet = parse('import sys\n\n\nprint("One")')
    for claims, kinds in ((False, "ff.bb."), (True, ".b.bb.")):
        made = figure(snippet=snippet, claims=claims)
        lines = _all(_one(made, "proof-source"), "proof-code-line")
        assert "".join(map(_room, lines)).startswith(kinds)


def _room(line: Element) -> str:
    names = {"data-folded": "f", "data-blank": "b"}
    return next((kind for name, kind in names.items() if name in line.attrib), ".")


def test_code_is_highlighted(figure: MakeFigure) -> None:
    source = _one(figure(), "proof-source")
    strings = {_text(span) for span in _all(source, "s2")}
    assert any("One" in string for string in strings)


def test_no_measured_text_is_in_what_is_copied(figure: MakeFigure) -> None:
    made = figure(_line("One"), _line("Two"))
    source, output = (_one(made, f"proof-{x}") for x in ("source", "output"))
    (code,), (printed,) = (list(part.iter("code")) for part in (source, output))
    assert _text(printed) == "One\nTwo\n"
    assert _text(code).endswith('print("One")\n')


def test_every_line_carries_its_time(figure: MakeFigure) -> None:
    made = figure(
        Line("a", "stdout", -0.2),
        Line("b", "stdout", 0.0),
        Line("c", "stdout", 0.0004),
        Line("d", "stdout", 12.34567),
    )
    times = [line.get("data-at") for line in _all(made, "proof-line")]
    assert times == ["before", "0.000", "0.000", "12.346"]


def test_a_change_of_stream_is_marked_and_stderr_looks_different(
    figure: MakeFigure,
) -> None:
    out, err = Line("o", "stdout", 0.0), Line("e", "stderr", 0.0)
    lines = _all(figure(out, err, err, out), "proof-line")
    marks = [_classes(line) - {"proof-line"} for line in lines]
    assert marks == [
        set(),
        {"proof-stderr", "proof-stream-change"},
        {"proof-stderr"},
        {"proof-stream-change"},
    ]


def test_stderr_alone_is_a_change_of_stream(figure: MakeFigure) -> None:
    (line,) = _all(figure(Line("e", "stderr", 0.0)), "proof-line")
    assert "proof-stream-change" in _classes(line)


def test_output_has_a_name(figure: MakeFigure) -> None:
    output = _one(figure(_line("x")), "proof-output")
    assert output.get("role") == "group"
    assert output.get("aria-label")


def test_a_silent_snippet_says_so(figure: MakeFigure) -> None:
    output = _one(figure(), "proof-output")
    assert _text(_one(output, "proof-silent")) == "printed nothing"
    assert list(output.iter("pre")) == []


def test_a_blank_line_is_not_silence(figure: MakeFigure) -> None:
    (line,) = _all(figure(_line("")), "proof-line")
    assert _text(line) == "\n"


_HOSTILE = {
    "ends-the-figure": "</span></code></pre></div></figure><h1>free</h1>",
    "script": "<script>alert(1)</script>",
    "half-a-tag": "<img src=x onerror=alert(1)",
    "quotes": """ " onmouseover="alert(1)" ' """,
    "entities": "&lt;b&gt; &amp;amp; &#x3c; &notanentity",
    "comment": "<!-- <b> --> <![CDATA[ ]]>",
    "fence": '```python exec="on"',
    "markdown": "# *a* [b](javascript:alert(1)) | c | `d`",
    "template": "{{ config }} {% raw %}",
    "blanks": "  a\t b  ",
    "wide": "日本語 👩‍👩‍👧 é",
    "math": r"\(x\) $y$",
}
_every_hostile_text = pytest.mark.parametrize(
    "text", _HOSTILE.values(), ids=_HOSTILE.keys()
)


@_every_hostile_text
def test_whatever_is_printed_is_text(figure: MakeFigure, text: str) -> None:
    (line,) = _all(figure(_line(text)), "proof-line")
    assert _text(line) == f"{text}\n"
    assert len(line) == 0


@_every_hostile_text
def test_whatever_is_in_the_code_is_text(
    figure: MakeFigure, parse: Parse, text: str
) -> None:
    code = f"x = r'''{text}'''  # {text}"
    made = figure(snippet=parse(code))
    lines = _all(made, "proof-code-line")
    assert f"{code}\n" in [_text(line) for line in lines]
    assert {child.tag for line in lines for child in line.iter()} == {"span"}


@_every_hostile_text
def test_whatever_differs_is_text(figure: MakeFigure, text: str) -> None:
    difference = Difference("recorded", 7, text, (f"-{text}", f"+{text}"))
    shown = _one(figure(differences=(difference,)), "proof-differences")
    assert text in _text(shown[0])
    assert [_text(line) for line in shown.iter("span")] == [f"-{text}\n", f"+{text}\n"]


@_every_hostile_text
def test_whatever_is_the_problem_is_text(text: str) -> None:
    box = _element(problem_box(text))
    assert _classes(box) == {"proof-problem"}
    assert box.get("role") == "alert"
    assert _text(box) == text


@pytest.mark.parametrize(
    "name",
    ["a/<b>&\"x'.py", "a/naïve 日本.py", "a/x\u202ey.py", "a/tab\tnew\nline.py"],
    ids=ascii,
)
def test_a_name_is_text(figure: MakeFigure, parse: Parse, name: str) -> None:
    repository = Repository("https://x.example/me", "abc", "main")
    made = figure(snippet=parse(name=name), repository=repository)
    assert made.get("data-snippet") == visible(name)
    assert _text(_one(made, "proof-name")) == visible(name.split("/")[1])
    assert len(list(made.iter("a"))) == 3
    assert not {"b", "script"} & {element.tag for element in made.iter()}
    assert " " not in made.get("id", " ")


_INVISIBLE = [
    chr(code)
    for code in range(0x110000)
    if not 0xD800 <= code <= 0xDFFF
    and (
        unicodedata.category(chr(code)) == "Cc"
        or unicodedata.bidirectional(chr(code))
        in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        or chr(code) in "\u061c\u200e\u200f\u2028\u2029\ufeff"
        or code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
    )
    and chr(code) not in "\t\n"
]


def test_no_character_is_hidden_or_reorders_others() -> None:
    assert len(_INVISIBLE) > 140
    shown = {char: visible(f"a{char}b") for char in _INVISIBLE}
    assert [char for char, text in shown.items() if char in text] == []
    assert len(set(shown.values())) == len(shown)


def test_what_is_shown_in_their_place_can_be_read() -> None:
    assert visible("\x00\x1b[1m\r\x7f") == "␀␛[1m␍␡"
    assert visible("\x85 \u202e") == "[U+0085] [U+202E]"


def test_visible_characters_stay() -> None:
    text = "a\tb\u00a0é 日本 👩\u200d👩 \U0001f600"
    assert visible(text) == text


@pytest.mark.parametrize("part", ["printed", "code", "differs", "problem"])
def test_hidden_characters_are_shown_everywhere(
    figure: MakeFigure, parse: Parse, part: str
) -> None:
    text = "".join(char for char in _INVISIBLE if char not in "\r\0\x85\u2028\u2029")
    if part == "printed":
        made = figure(_line(text))
    elif part == "code":
        made = figure(snippet=parse(f"x = '{text}'"))
    elif part == "differs":
        made = figure(differences=(Difference("recorded", 1, text, (f"-{text}",)),))
    else:
        made = _element(problem_box(text))
    assert not set(_text(made)) & set(text)


def test_the_caption_says_where_it_comes_from(figure: MakeFigure) -> None:
    caption = _one(figure(), "proof-provenance")
    (command,), (took,), (time,) = (
        list(caption.iter(tag)) for tag in ("code", "strong", "time")
    )
    assert _text(command) == "python snippets/section/it_does.py"
    assert _text(took) == "took 1.002 s"
    assert time.get("datetime") == "2026-11-21T20:15:00Z"
    assert _text(time) == "2026-11-21"
    assert (
        "its process 1.102 s (0.050 s CPU), without the recorder 1.102 s (0.050 s CPU)"
    ) in _text(caption)
    assert "CPython 3.11.7 on Linux x86_64" in _text(caption)
    assert _text(caption).strip().endswith("passed")


def test_the_number_of_tries_is_published(figure: MakeFigure) -> None:
    caption = _text(_one(figure(tries=3), "proof-provenance"))
    assert "passed at try 3" in caption


def test_what_differs_is_between_head_and_source(figure: MakeFigure) -> None:
    diff = ("--- claimed", "+++ seen", "@@ -1 +1 @@", " a", "-b", "+c")
    first = Difference("recorded", 7, "stdout is not as claimed", diff)
    second = Difference("control", 0, "it was stopped")
    made = figure(differences=(first, second))
    assert _classes(made) == {"proof", "proof-failed"}
    assert [_kind(part) for part in made][:2] == [
        "proof-head",
        "proof-differences",
    ]
    shown = _one(made, "proof-differences")
    assert shown.get("role") == "alert"
    assert [_text(p) for p in shown.iter("p")] == [
        "snippets/section/it_does.py:7: stdout is not as claimed (on 3.11)",
        "snippets/section/it_does.py: it was stopped (on 3.11, without the recorder)",
        "Run next: proof run snippets/section/it_does.py",
        "If what it does now is right: proof accept snippets/section/it_does.py",
    ]
    assert [
        (_kind(line).removeprefix("proof-diff-"), _text(line))
        for line in _one(shown, "proof-diff").iter("span")
    ] == [
        ("minus", "--- claimed\n"),
        ("plus", "+++ seen\n"),
        ("hunk", "@@ -1 +1 @@\n"),
        ("same", " a\n"),
        ("minus", "-b\n"),
        ("plus", "+c\n"),
    ]
    caption = _text(_one(made, "proof-provenance"))
    assert caption.strip().endswith("failed")
    assert "passed" not in _text(made)


def test_an_expected_failure_is_shown_without_alarm(figure: MakeFigure) -> None:
    difference = Difference("recorded", 7, "stdout is not as claimed", ("-a", "+b"))
    made = figure(differences=(difference,), expected=True)
    assert _classes(made) == {"proof"}
    assert not [part for part in made.iter() if part.get("role") == "alert"]
    shown = _one(made, "proof-expected")
    assert [_text(p) for p in shown.iter("p")] == [
        "Fails on purpose. This is what is reported:",
        "snippets/section/it_does.py:7: stdout is not as claimed (on 3.11)",
    ]
    assert _text(_one(shown, "proof-diff")) == "-a\n+b\n"
    caption = _text(_one(made, "proof-provenance"))
    assert caption.strip().endswith("failed as expected")


@pytest.mark.parametrize("metadata", ["", "tool.proof.alone = true"])
def test_claims_can_be_shown_with_the_line_numbers_of_the_file(
    figure: MakeFigure, parse: Parse, metadata: str
) -> None:
    snippet = parse(metadata=metadata)
    source = _one(figure(snippet=snippet, claims=True), "proof-source")
    file = snippet.content.decode().split("\n")
    lines = _all(source, "proof-code-line")
    for line in lines:
        assert _text(line) == f"{file[int(line.get('data-line', 0)) - 1]}\n"
    assert _text(lines[0]) == '"""It does as claimed."""\n'
    assert "".join(map(_text, lines)).endswith("# Proof:\n# Output:\n#     One\n")


def test_two_lines_of_html_are_never_blank(
    parse: Parse, made: Callable[..., Run], executed: Callable[..., Execution]
) -> None:
    """Markdown ends a block of HTML at a blank line where it sees one."""
    snippet = parse("x = 1\n\n\ny = 2", "Output: anything")
    html = snippet_figure(
        [Result(snippet, made(executed(["", "", "a", ""])))], claims=True
    )
    assert "\n\n" not in html


@pytest.mark.parametrize(("blocks", "count"), [(None, 1), (0.1, 0)])
def test_the_caption_says_that_a_claimed_step_was_not_measured(
    parse: Parse,
    executed: Callable[..., Execution],
    made: Callable[..., Run],
    blocks: float | None,
    count: int,
) -> None:
    snippet = parse(claims="Output:\n    One\nBlocks: 0.1 s")
    run = made(executed(["One"], blocks=blocks))
    caption = _text(_element(snippet_figure([Result(snippet, run)]))[-1])
    assert caption.count("its longest step was not measured") == count


def test_snippets_of_one_file_name_have_figures_of_their_own(parse: Parse) -> None:
    names = ["a/it.py", "b/it.py", "a_b/it.py", "a/b_it.py"]
    assert len({identifier_of(parse(name=name).name) for name in names}) == 4
