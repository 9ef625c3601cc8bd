# Sourced by serve, test, build and check: they start in the checkout, and
# `set_up` gives them a .venv that holds what the requirement files pin.
# POSIX shell only: macOS has nothing newer than bash 3.2.
# shellcheck shell=sh

set -eu
unset CDPATH
# Some machines set it; then each start of each tool would compile it once more.
unset PYTHONDONTWRITEBYTECODE

me=scripts/$(basename -- "$0")
stamp=.venv/proof-environment
log=.proof/set-up.log

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    say "$me: $*"
    exit 1
}

# A relative PYTHON is meant from where the command was typed.
case ${PYTHON:-} in
    /*) ;;
    */*) PYTHON=$PWD/$PYTHON ;;
esac
cd -P -- "$(dirname -- "$0")/.."
oldest=$(sed -n 's/^requires-python = ">=\([0-9.]*\)"$/\1/p' pyproject.toml)

# Any Python can read this, so that one that is too old can be named. The
# base is asked for because python3 is .venv/bin/python3 itself where the
# environment is activated, and is about to be removed when it is made again.
probe_script='import sys
print("%d.%d.%d" % sys.version_info[:3])
print(getattr(sys, "base_prefix", sys.prefix))
print(getattr(sys, "_base_executable", None) or sys.executable)'

# Sets version, prefix and base to those of the interpreter $1.
probe() {
    answer=$("$1" -ES -c "$probe_script" 2>/dev/null) || return 1
    {
        IFS= read -r version
        IFS= read -r prefix
        IFS= read -r base
    } <<ANSWER
$answer
ANSWER
    case $version in
        [0-9]*.[0-9]*.[0-9]*) ;;
        *) return 1 ;;
    esac
}

# Is $1 at least $2, by its first two numbers?
version_at_least() {
    left=${1#*.} right=${2#*.}
    [ $((${1%%.*} * 1000 + ${left%%.*})) -ge $((${2%%.*} * 1000 + ${right%%.*})) ]
}

choose_interpreter() {
    if [ -n "${PYTHON:-}" ]; then
        command -v "$PYTHON" >/dev/null || fail "PYTHON=$PYTHON does not exist."
        probe "$PYTHON" || fail "PYTHON=$PYTHON does not start as Python."
        named="PYTHON=$PYTHON"
    elif [ -f "$stamp" ] && probe .venv/bin/python &&
        version_at_least "$version" "$oldest"; then
        # The choice that PYTHON made once holds until another is made.
        return
    else
        probe python3 || fail "there is no python3 here that starts:" \
            "install Python $oldest or newer, or name one with PYTHON=/path/to/it."
        named=python3
    fi
    version_at_least "$version" "$oldest" || fail "$named is Python $version, but" \
        "$oldest or newer is needed: name one, as in PYTHON=python$oldest $me."
}

lock_script='import fcntl, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
try:
    fcntl.flock(9, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    print("Waiting for another of these scripts to finish.", file=sys.stderr)
    fcntl.flock(9, fcntl.LOCK_EX)
except OSError:
    pass  # A file system without locks is no reason to stop.'

# Holds the lock $1, taken by the interpreter $2, until `release_lock`. It belongs
# to the open file, which this shell keeps: it ends with the shell, however that
# ends, so no lock can be left behind.
hold_lock() {
    mkdir -p .proof
    exec 9>".proof/$1.lock"
    "$2" -c "$lock_script"
}

release_lock() {
    exec 9>&-
}

# What .venv is made from. Of pyproject.toml only what an installed project keeps.
environment_key() {
    printf 'Python %s in %s\nat %s\n' "$version" "$prefix" "$PWD"
    {
        cat requirements.txt requirements-uv.txt
        cat scripts/browser/package-lock.json 2>/dev/null || :
        sed '/^\[dependency-groups\]/,$d' pyproject.toml
    } | cksum
}

environment_is_current() {
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(environment_key)" ] &&
        .venv/bin/python -ES -c '' 2>/dev/null && [ -x .venv/bin/proof ] &&
        [ -x .venv/bin/mkdocs ] && [ -x .venv/bin/pytest ]
}

# PIP_USER is set on some hosted machines, and pip refuses it in a .venv.
with_pip() {
    PIP_USER=0 .venv/bin/python -m pip install --quiet --no-input \
        --disable-pip-version-check "$@"
}

with_uv() {
    .venv/bin/uv pip install --quiet --python .venv/bin/python "$@"
}

# uv installs nothing without a cache, which a user without a home folder lacks.
find_cache() {
    mkdir -p "$(.venv/bin/uv cache dir)" 2>/dev/null || export UV_NO_CACHE=1
}

# uv reads nothing of pip's configuration, of which the index is what counts most.
share_index() {
    [ -z "${UV_DEFAULT_INDEX:-}${UV_INDEX_URL:-}" ] || return 0
    index=${PIP_INDEX_URL:-$(.venv/bin/python -m pip config get global.index-url \
        2>/dev/null)} ||
        return 0
    export UV_DEFAULT_INDEX="$index"
}

# Sets install to what can install here: uv is ten times as fast as pip, which
# reads more configuration and runs on more machines.
install_tools() {
    install=with_uv
    {
        with_pip --require-hashes -r requirements-uv.txt && find_cache &&
            share_index && with_uv --require-hashes -r requirements.txt && return
    } >"$log" 2>&1
    say "uv cannot install here ($log says why): pip does, in about a minute."
    install=with_pip
    with_pip --require-hashes -r requirements.txt >&2
}

# Each Python of the machine gets an environment with what snippets depend on.
prepare_pythons() {
    .venv/bin/proof pythons >>"$log" 2>&1 ||
        say "Some Pythons cannot run snippets here ($log says why)."
}

# What runs in a reader's browser, an interpreter and an editor, comes from a lock
# with hashes. Without npm the pages have no buttons to run programs.
install_browser_packages() {
    [ -f scripts/browser/package-lock.json ] || return 0
    if ! command -v npm >/dev/null; then
        say "There is no npm here: readers of these pages cannot run programs."
        return 0
    fi
    mkdir -p .proof/browser
    cp scripts/browser/package.json scripts/browser/package-lock.json \
        scripts/browser/.npmrc .proof/browser
    (cd .proof/browser && npm ci --ignore-scripts --no-audit --no-fund) \
        >>"$log" 2>&1 </dev/null || {
        rm -rf .proof/browser
        say "npm cannot install here ($log says why):" \
            "readers of these pages cannot run programs."
    }
}

# The stamp goes first and comes last: what is interrupted is made again.
make_environment() {
    "$base" -c 'import venv; from ensurepip import bootstrap' 2>/dev/null ||
        fail "$base has no venv module (on Debian and Ubuntu:" \
            "sudo apt-get install python${version%.*}-venv)."
    say "Setting up .venv with Python $version: about twenty seconds, this once."
    rm -f "$stamp"
    rm -rf .venv
    "$base" -m venv .venv >&2 || {
        rm -rf .venv
        fail "\`$base -m venv .venv\` failed: the reason is above."
    }
    install_tools || {
        rm -rf .venv
        fail "\`pip install -r requirements.txt\` failed: the reason is above" \
            "(no network is the usual one)."
    }
    "$install" --no-deps --no-build-isolation -e . >&2 ||
        fail "\`pip install -e .\` failed: the reason is above."
    prepare_pythons
    install_browser_packages
    environment_key >"$stamp"
}

install_zensical() {
    if [ -x .venv/bin/uv ] && find_cache && share_index &&
        with_uv --require-hashes -r requirements-zensical.txt; then return; fi
    with_pip --require-hashes -r requirements-zensical.txt
}

# Only who asks for another engine gets it, into the same .venv. To be called after
# `set_up`; fails where it cannot be installed.
set_up_zensical() {
    [ "${PROOF_SET_UP:-}" != done ] || return 0
    key=$(cksum <requirements-zensical.txt)
    installed=.venv/proof-zensical
    [ "$(cat "$installed" 2>/dev/null)" != "$key" ] || return 0
    hold_lock set-up .venv/bin/python
    if install_zensical >>"$log" 2>&1; then echo "$key" >"$installed"; fi
    release_lock
    [ "$(cat "$installed" 2>/dev/null)" = "$key" ]
}

# Sets what builds the pages up: mkdocs, which everybody has, or zensical.
set_up_engine() {
    case $1 in
        mkdocs) ;;
        zensical)
            set_up_zensical || fail "Zensical cannot be installed here ($log says why)."
            ;;
        *) fail "knows the engines mkdocs and zensical, and no $1." ;;
    esac
}

# PROOF_SET_UP=done takes .venv as it is: for scripts that a test starts.
set_up() {
    [ "${PROOF_SET_UP:-}" != done ] || return 0
    choose_interpreter
    if environment_is_current; then return; fi
    hold_lock set-up "$base"
    environment_is_current || make_environment
    release_lock
}
