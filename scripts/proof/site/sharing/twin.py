"""A page as Markdown, with what came of its programs in the place of its blocks."""

import builtins
import contextlib
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any, Final

import proof
from proof.lint.fences import Fence, fences
from proof.lint.pages import Page
from proof.rendering.output import arrival
from proof.runs.run import Line
from proof.site.build import Build
from proof.site.not_run import with_notes
from proof.snippets.messages import working_of
from proof.snippets.snippet import Snippet

_DRAWN: Final = re.compile(
    r"<(?P<tag>svg|template|button|noscript|figcaption)\b.*?</(?P=tag)>\s*", re.DOTALL
)
_TAG: Final = re.compile(r"<(?!/?(?:table|thead|tbody|tr|th|td|code|a)\b)[^>]*>")
_ATTRIBUTES: Final = re.compile(r"<(table|thead|tbody|tr|th|td|code)\s[^>]*>")
_BLANK: Final = re.compile(r"\n\s*\n+")


def twin(page: Page, build: Build) -> str:
    """The page as Markdown: programs, what they printed, and when.

    Its blocks are executed once more; what they ask for is answered in text.

    Args:
        page: The page.
        build: The build that it was rendered for.
    """
    source = page.text.split("\n")
    lines = with_notes(source, _executed(source), build, "{}.".format)
    told = _text_calls(build)
    # One scope: blocks of a session see the names of those before.
    scope: dict[str, object] = {}
    executed = _executed(lines)
    printed = [_printed(fence, told, scope) for fence in executed]
    for fence, text in reversed(list(zip(executed, printed, strict=True))):
        lines[fence.start : fence.end] = text.split("\n")
    return "\n".join(lines).rstrip("\n") + "\n"


def _executed(lines: Sequence[str]) -> list[Fence]:
    return [fence for fence in fences(lines) if fence.is_executed]


def _text_calls(build: Build) -> ModuleType:
    """The module `proof` with those calls in text that would draw a figure."""
    told = ModuleType("proof")
    told.__dict__.update({name: getattr(proof, name) for name in proof.__all__})
    calls: Mapping[str, Callable[..., str]] = {
        "show": lambda name, **_: "\n\n".join(_program(build, name)),
        "message": lambda name, **_: "\n\n".join(
            [*_program(build, name), "This works:", *_program(build, working_of(name))]
        ),
        "exercise": lambda name, *, task, **_: "\n\n".join(
            [f"Exercise: {task}", *_program(build, name)]
        ),
        "compare": lambda *names: "\n\n".join(_took(build, name) for name in names),
        "opening": lambda programs: "\n\n".join(
            f"{label}: {_took(build, name)}" for label, name in programs.items()
        ),
        "plot": lambda *_, **__: "",
        "legend": lambda **_: "",
        "playground": lambda *_: "",
        "whole_build": lambda: "",
        "every_snippet": lambda *_: "",
    }
    told.__dict__.update(calls)
    return told


def _printed(fence: Fence, told: ModuleType, scope: dict[str, object]) -> str:
    def imported(name: str, *rest: Any, **named: Any) -> object:  # noqa: ANN401
        return told if name == "proof" else builtins.__import__(name, *rest, **named)

    output = io.StringIO()
    scope["__builtins__"] = {**vars(builtins), "__import__": imported}
    with contextlib.redirect_stdout(output):
        exec(compile(fence.code, "<page>", "exec"), scope)  # noqa: S102 (a page's own)
    text = output.getvalue().strip("\n")
    return _plain(text) if fence.is_html else text


def _program(build: Build, name: str) -> Iterator[str]:
    result = build.report.results.get(name)
    not_run = build.report.not_run.get(name)
    snippet = result.snippet if result else not_run.snippet if not_run else None
    if snippet is None:
        return
    yield _fenced("python", snippet.code, snippet)
    if result:
        yield f"It printed, on {result.run.python} (seconds, text):"
        yield _fenced("text", _timed(result.run.lines), snippet)
        yield _took(build, name)


def _timed(lines: Sequence[Line]) -> list[str]:
    return [f"{arrival(line):>7}  {line.text.rstrip()}" for line in lines]


def _fenced(language: str, lines: Sequence[str], snippet: Snippet) -> str:
    title = f' title="{snippet.path}"' if language == "python" else ""
    fence = "```" if not any("```" in line for line in lines) else "~~~~"
    return "\n".join([f"{fence}{language}{title}", *lines, fence])


def _took(build: Build, name: str) -> str:
    result = build.report.results.get(name)
    if not result:
        return ""
    return f"{result.snippet.path} took {result.run.took:.3f} s."


def _plain(html: str) -> str:
    """HTML without pictures and without markup, but for tables."""
    if not html.lstrip().startswith("<"):
        return html
    text = _ATTRIBUTES.sub(r"<\1>", _TAG.sub("", _DRAWN.sub("", html)))
    return _BLANK.sub("\n", text).strip("\n")
