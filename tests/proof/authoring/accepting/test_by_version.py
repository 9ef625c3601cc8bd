"""Where versions differ, claims say which they are about, and about no others."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from proof.authoring.accepting.by_version import combined
from proof.authoring.accepting.claims_writing import Changes, with_changes
from proof.authoring.accepting.proposal import changes_to_match
from proof.authoring.accepting.times import changes_of_times
from proof.checking.differences import differences
from proof.runs.run import Execution, Line, Run, Stream
from proof.runs.versions import SUPPORTED
from proof.snippets.snippet import Snippet

HEAD: Final = '"""It does."""\n\nprint("One")\n\n\n# Proof:\n'
_TRACEBACK: Final = (
    "Traceback (most recent call last):",
    '  File "snippets/a/b.py", line 3, in <module>',
)


@dataclass(frozen=True)
class Did:
    """What a version did."""

    out: tuple[str, ...] = ("One",)
    err: tuple[str, ...] = ()
    raised: str = ""
    status: int = 0
    took: float = 0.5


def run_of(version: str, did: Did) -> Run:
    """The run in which it did so."""
    stderr = [*did.err, *(_TRACEBACK if did.raised else ())]
    stderr += [did.raised] if did.raised else []
    streams: Mapping[Stream, Sequence[str]] = {"stdout": did.out, "stderr": stderr}
    lines = tuple(Line(t, name, 0.1) for name, ts in streams.items() for t in ts)
    execution = Execution(lines, did.status, did.took, 0.6, 0.1, 1, blocks=did.took)
    at = "2026-11-21T20:15:00Z"
    name = f"CPython {version}.1"
    return Run("a/b.py", execution, None, 1, at, name, "Linux x86_64", at)


def snippet_with(claims: str) -> Snippet:
    """A snippet with claims that are written without comment signs."""
    lines = (f"# {line}".rstrip() for line in claims.strip("\n").split("\n"))
    return Snippet.parse("a/b.py", (HEAD + "\n".join([*lines, ""])).encode())


def accepted(snippet: Snippet, did: Mapping[str, Did]) -> Snippet:
    """The snippet when what versions did has been written into it."""
    runs = [run_of(version, done) for version, done in did.items()]
    changes = {run.version: changes_to_match(snippet, run) for run in runs}
    new = _changed(snippet, changes)
    return _changed(new, changes_of_times(new, runs))


def _changed(snippet: Snippet, by_version: Mapping[str, Changes]) -> Snippet:
    changes = combined(snippet, by_version)
    content = with_changes(snippet.content, snippet.claims, changes)
    return Snippet.parse(snippet.name, content)


def claims_of(snippet: Snippet) -> list[str]:
    """Its claims, without comment signs."""
    text = snippet.content.decode().partition("# Proof:\n")[2]
    return [line.removeprefix("#").removeprefix(" ") for line in text.splitlines()]


OLD, NEW = Did(), Did(("Two",))
DIES: Final = Did(raised="ValueError: x", status=1)


@pytest.mark.parametrize(
    ("claims", "did", "expected"),
    [
        pytest.param(
            "Output:\n    One",
            {"3.11": OLD, "3.13": OLD, "3.15": NEW},
            ["Output [<3.15]:", "    One", "Output [>=3.15]:", "    Two"],
            id="output",
        ),
        pytest.param(
            "Output:\n    One",
            {"3.15": OLD, "3.12": NEW, "3.11": OLD},
            [
                *("Output [<3.12]:", "    One", "Output [>=3.12,<3.15]:", "    Two"),
                *("Output [>=3.15]:", "    One"),
            ],
            id="there-and-back",
        ),
        pytest.param(
            "Output [<3.13]:\n    Zero\nOutput [>=3.13]:\n    One",
            {"3.11": OLD, "3.12": NEW, "3.13": OLD, "3.14": OLD},
            [
                *("Output [<3.12]:", "    One", "Output [>=3.12,<3.13]:", "    Two"),
                *("Output [>=3.13]:", "    One"),
            ],
            id="a-bracket-is-narrowed",
        ),
        pytest.param(
            "Output:\n    One",
            {"3.11": OLD, "3.15": Did(())},
            ["Output [<3.15]:", "    One", "Output [>=3.15]:"],
            id="prints-nothing-any-more",
        ),
        pytest.param(
            "Output:\n    One",
            {"3.11": OLD, "3.15": replace(OLD, err=("warning",))},
            [
                *("Output:", "    One", "Stderr [<3.15]:"),
                *("Stderr [>=3.15]:", "    warning"),
            ],
            id="something-new-on-stderr",
        ),
        pytest.param(
            "Output:\n    One",
            {"3.11": OLD, "3.14": DIES},
            [
                *("Output:", "    One", "Raises [<3.14]: nothing"),
                "Raises [>=3.14]: ValueError: x",
            ],
            id="raises-now",
        ),
        pytest.param(
            "Output:\n    One\nRaises: ValueError: x",
            {"3.11": DIES, "3.14": replace(DIES, raised="ValueError: y")},
            [
                *("Output:", "    One", "Raises [<3.14]: ValueError: x"),
                "Raises [>=3.14]: ValueError: y",
            ],
            id="raises-something-else",
        ),
        pytest.param(
            "Output:\n    One",
            {"3.11": OLD, "3.14": replace(OLD, status=3)},
            ["Output:", "    One", "Exits [<3.14]: 0", "Exits [>=3.14]: 3"],
            id="exits-otherwise",
        ),
        pytest.param(
            "Output:\n    One\nExits: 3",
            {"3.11": OLD, "3.13": replace(OLD, status=3), "3.14": DIES},
            [
                *("Output:", "    One", "Raises [<3.14]: nothing"),
                *("Raises [>=3.14]: ValueError: x", "Exits [<3.13]: 0"),
                *("Exits [>=3.13,<3.14]: 3", "Exits [>=3.14]: 1"),
            ],
            id="exits-by-an-exception",
        ),
        pytest.param(
            "Output:\n    One\nTakes: 0.5 s",
            {"3.11": OLD, "3.14": replace(OLD, took=2.0)},
            ["Output:", "    One", "Takes [<3.14]: 0.5 s", "Takes [>=3.14]: 2.0 s"],
            id="takes-longer",
        ),
        pytest.param(
            "Output:\n    One\nTakes: 0.3 s",
            {v: replace(OLD, took=t) for v, t in (("3.11", 0.324), ("3.14", 0.36))},
            ["Output:", "    One", "Takes: 0.35 s"],
            id="one-time-will-do-for-all",
        ),
        pytest.param(
            "Output:\n    ...\nBlocks: 0.5 s ± 0.1 s",
            {"3.11": replace(OLD, took=0.3), "3.14": NEW},
            [
                *("Output:", "    ...", "Blocks [<3.14]: 0.3 s ± 0.1 s"),
                "Blocks [>=3.14]: 0.5 s ± 0.1 s",
            ],
            id="blocks-for-less",
        ),
        pytest.param(
            "Unordered output:\n    One\n    Two",
            {"3.11": Did(("Two", "One")), "3.14": Did(("Two", "Three"))},
            [
                *("Unordered output [<3.14]:", "    One", "    Two"),
                *("Unordered output [>=3.14]:", "    Three", "    Two"),
            ],
            id="unordered",
        ),
        pytest.param(
            "Output:\n    One",
            {"3.11": NEW, "3.14": NEW},
            ["Output:", "    Two"],
            id="all-agree-and-differ-from-the-claim",
        ),
    ],
)
def test_a_claim_is_split_where_versions_differ(
    claims: str, did: Mapping[str, Did], expected: list[str]
) -> None:
    assert claims_of(accepted(snippet_with(claims), did)) == expected


def test_nothing_is_changed_where_all_are_as_claimed() -> None:
    snippet = snippet_with("Output [<3.14]:\n    One\nOutput [>=3.14]:\n    Two")
    did = {"3.11": OLD, "3.13": OLD, "3.14": NEW, "3.15": NEW}
    assert accepted(snippet, did).content == snippet.content


def test_a_claim_about_versions_that_were_not_run_stays() -> None:
    snippet = snippet_with("Output [<3.14]:\n    Zero\nOutput [>=3.14]:\n    One")
    done = accepted(snippet, {"3.14": OLD, "3.15": NEW})
    assert claims_of(done)[:2] == ["Output [<3.14]:", "    Zero"]


def test_a_draft_gets_claims_by_version() -> None:
    snippet = Snippet.parse("a/b.py", HEAD.encode(), draft=True)
    done = accepted(snippet, {"3.11": OLD, "3.15": Did(())})
    assert claims_of(done) == ["Output [<3.15]:", "    One", "Output [>=3.15]:"]
    assert claims_of(accepted(snippet, {"3.11": Did(()), "3.15": Did(())})) == [
        "Output:"
    ]


_TEXTS: Final = st.lists(st.sampled_from(["One", "Two", "..."]), max_size=2)
_RAISED: Final = st.sampled_from(
    ["", "", "ValueError: x", "ValueError", "KeyboardInterrupt"]
)


@st.composite
def _outcomes(draw: Callable[..., object]) -> Did:
    raised = str(draw(_RAISED))
    by_exception = -2 if raised == "KeyboardInterrupt" else 1
    statuses = st.sampled_from([0, 0, 3, -9])
    status = by_exception if raised else draw(statuses)
    return Did(
        tuple(draw(_TEXTS)),  # type: ignore[arg-type]
        tuple(draw(_TEXTS)),  # type: ignore[arg-type]
        raised,
        int(status),  # type: ignore[call-overload]
        float(draw(st.sampled_from([0.3, 0.5, 2.0]))),  # type: ignore[arg-type]
    )


_DID: Final = st.dictionaries(st.sampled_from(SUPPORTED), _outcomes(), min_size=1)
_VALUES: Final = {
    "Output": st.sampled_from(
        [":\n    One", ":", ": anything", ":\n    ...\n    Two", ":\n    \\..."]
    ),
    "Stderr": st.sampled_from([":\n    One", ":", ": anything"]),
    "Raises": st.sampled_from([": ValueError: x", ": ValueError: ...", ": nothing"]),
    "Exits": st.sampled_from([": 0", ": 1", ": 3", ": SIGKILL"]),
    "Takes": st.sampled_from([": 0.5 s", ": 2.0 s ± 0.01 s"]),
}


@st.composite
def _claims(draw: Callable[..., object]) -> str:
    """The text of claims, each about all versions or split somewhere."""
    text = []
    subjects = st.lists(st.sampled_from([*_VALUES]), min_size=1, unique=True)
    for name in draw(subjects):  # type: ignore[attr-defined]
        breaks = st.lists(st.sampled_from(SUPPORTED[1:]), unique=True, max_size=3)
        starts = sorted(draw(breaks))  # type: ignore[call-overload]
        for since, until in zip(["", *starts], [*starts, ""], strict=True):
            bounds = ([f">={since}"] if since else []) + (
                [f"<{until}"] if until else []
            )
            about = f" [{','.join(bounds)}]" if bounds else ""
            text.append(f"{name}{about}{draw(_VALUES[name])}")
    return "\n".join(text)


@given(claims=_claims(), did=_DID)
@example(claims="Exits: 3", did={"3.11": OLD, "3.12": DIES})
@example(claims="Output:\n    One", did={"3.11": Did(()), "3.12": NEW})
def test_each_version_claims_what_it_did(claims: str, did: Mapping[str, Did]) -> None:
    before = snippet_with(claims)
    after = accepted(before, did)
    for version, outcome in did.items():
        assert differences(after, run_of(version, outcome)) == ()
    # Once is enough.
    assert accepted(after, did).content == after.content


@given(claims=_claims(), did=_DID)
def test_what_is_about_no_version_that_ran_stays_as_it_is(
    claims: str, did: Mapping[str, Did]
) -> None:
    before = snippet_with(claims)
    kept = {
        (claim.name, claim.value, claim.body, claim.versions)
        for claim in before.claims
        if not any(claim.is_about(version) for version in did)
    }
    after = accepted(before, did)
    assert kept <= {(c.name, c.value, c.body, c.versions) for c in after.claims}


@given(claims=_claims(), outcome=_outcomes())
def test_where_all_versions_do_the_same_there_are_no_new_brackets(
    claims: str, outcome: Did
) -> None:
    before = snippet_with(claims)
    after = accepted(before, dict.fromkeys(SUPPORTED, outcome))
    known = {claim.versions for claim in before.claims} | {""}
    assert {claim.versions for claim in after.claims} <= known
