# Sourced by serve, test, build and check: they start in the checkout, and
# `set_up` gives them a .venv that holds what requirements.txt pins.
# POSIX shell only: macOS has nothing newer than bash 3.2.
# shellcheck shell=sh

set -eu
unset CDPATH
# Which engine comes after MkDocs is settled; Material need not ask each time.
export NO_MKDOCS_2_WARNING=1

me=scripts/$(basename -- "$0")
environment_stamp=.venv/proof-environment
project_stamp=.venv/proof-project

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
wanted=$(sed -n 's/^requires-python = ">=\([0-9.]*\)"$/\1/p' pyproject.toml)

# Any Python can read this, so that one that is too old can be named. The
# base is asked for because python3 is .venv/bin/python3 itself where the
# environment is activated, and is about to be removed when it is made again.
introduce_yourself='import sys
print("%d.%d.%d" % sys.version_info[:3])
print(getattr(sys, "base_prefix", sys.prefix))
print(getattr(sys, "_base_executable", None) or sys.executable)'

# Sets version, prefix and base to those of the interpreter $1.
ask() {
    answer=$("$1" -ES -c "$introduce_yourself" 2>/dev/null) || return 1
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
reaches() {
    left=${1#*.} right=${2#*.}
    [ $((${1%%.*} * 1000 + ${left%%.*})) -ge $((${2%%.*} * 1000 + ${right%%.*})) ]
}

choose_interpreter() {
    if [ -n "${PYTHON:-}" ]; then
        command -v "$PYTHON" >/dev/null || fail "PYTHON=$PYTHON is not there."
        ask "$PYTHON" || fail "PYTHON=$PYTHON does not start as Python."
        named="PYTHON=$PYTHON"
    elif [ -f "$environment_stamp" ] && ask .venv/bin/python &&
        reaches "$version" "$wanted"; then
        # The choice that PYTHON made once holds until another is made.
        return
    else
        ask python3 || fail "there is no python3 here that starts:" \
            "install Python $wanted or newer, or name one with PYTHON=/path/to/it."
        named=python3
    fi
    reaches "$version" "$wanted" || fail "$named is Python $version, but" \
        "$wanted or newer is needed: name one, as in PYTHON=python$wanted $me."
}

take_lock='import fcntl, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
try:
    fcntl.flock(9, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    print("Waiting for another of these scripts to finish.", file=sys.stderr)
    fcntl.flock(9, fcntl.LOCK_EX)
except OSError:
    pass  # A file system without locks is no reason to stop.'

# Holds the lock $1, taken by the interpreter $2, until `let_go`. It belongs to
# the open file, which this shell keeps: it ends with the shell, however that
# ends, so no lock can be left behind.
hold_lock() {
    mkdir -p .proof
    exec 9>".proof/$1.lock"
    "$2" -c "$take_lock"
}

let_go() {
    exec 9>&-
}

environment_key() {
    printf 'Python %s in %s\nat %s\n' "$version" "$prefix" "$PWD"
    cksum <requirements.txt
}

project_key() {
    cksum <pyproject.toml
}

# Is what the stamp $1 says still $2?
is_stamped() {
    [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]
}

environment_is_current() {
    is_stamped "$environment_stamp" "$(environment_key)" &&
        .venv/bin/python -ES -c '' 2>/dev/null &&
        [ -x .venv/bin/mkdocs ] && [ -x .venv/bin/pytest ]
}

project_is_current() {
    is_stamped "$project_stamp" "$(project_key)" && [ -x .venv/bin/proof ]
}

# PIP_USER is set on some hosted machines, and pip refuses it in a .venv.
pip_install() {
    PIP_USER=0 .venv/bin/python -m pip install --quiet --no-input \
        --disable-pip-version-check "$@" >&2
}

# Stamps go first and come last: what is interrupted is made again.
make_environment() {
    "$base" -c 'import venv; from ensurepip import bootstrap' 2>/dev/null ||
        fail "$base has no venv module (on Debian and Ubuntu:" \
            "sudo apt-get install python${version%.*}-venv)."
    say "Setting up .venv with Python $version: about a minute, this once."
    rm -f "$environment_stamp"
    rm -rf .venv
    "$base" -m venv .venv >&2 || {
        rm -rf .venv
        fail "\`$base -m venv .venv\` failed: the reason stands above."
    }
    pip_install --require-hashes -r requirements.txt || {
        rm -rf .venv
        fail "\`pip install -r requirements.txt\` failed: the reason stands" \
            "above (no network is the usual one)."
    }
    environment_key >"$environment_stamp"
}

install_project() {
    rm -f "$project_stamp"
    pip_install --no-deps --no-build-isolation -e . ||
        fail "\`pip install -e .\` failed: the reason stands above."
    project_key >"$project_stamp"
}

# PROOF_SET_UP=done takes .venv as it is: for scripts that a test starts.
set_up() {
    [ "${PROOF_SET_UP:-}" != done ] || return 0
    choose_interpreter
    if environment_is_current && project_is_current; then return; fi
    hold_lock set-up "$base"
    environment_is_current || make_environment
    project_is_current || install_project
    let_go
}
