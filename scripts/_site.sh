# Sourced by build and assemble, after _setup.sh: how site/ is replaced.
# shellcheck shell=sh

work=
trap '[ -z "$work" ] || rm -rf "$work"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# Builds the site beside site/ with an engine, then puts it there. Its runs must be in
# the store.
build_site() {
    mkdir -p .proof
    # What a build that was killed has left; one that is still at work is younger.
    find .proof -name 'site-*' -type d -prune -mmin +60 -exec rm -rf {} +
    work=$(mktemp -d "$PWD/.proof/site-XXXXXX")

    case $1 in
        # Not quiet: MkDocs then drops warnings before --strict counts them.
        mkdocs) .venv/bin/mkdocs build --strict --site-dir "$work/new" ;;
        zensical) .venv/bin/python -m proof.site.zensical build "$work/new" ;;
    esac

    # Between the two moves there is no site/: nothing may interrupt them, and a
    # second build must not move its own into the first one's.
    hold_lock site .venv/bin/python
    trap '' HUP INT TERM
    if [ -e site ]; then mv site "$work/old"; fi
    if ! mv "$work/new" site; then
        if [ -e "$work/old" ]; then mv "$work/old" site; fi
        fail "the new site could not be moved to site/."
    fi
}
