#!/bin/bash
# fuzz.sh OBJ SECONDS: runs each fuzz target of the build in OBJ, two at a time; prints "PASSED FAILED" and, on stderr, what a failure said.
set -u
obj=$1
seconds=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

one() {
    local target=$1 name
    name=$(basename "$target")
    name=${name#fuzz-}
    mkdir -p "$work/$name.new"
    seeds=()
    [ -d "$root/fuzz/corpus/$name" ] && seeds=("$root/fuzz/corpus/$name")
    if (cd "$work" && timeout $((seconds + 60)) "$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
        "$work/$name.new" "${seeds[@]}") >"$work/$name.log" 2>&1; then
        echo ok >"$work/$name.result"
    else
        { echo "fuzz target $name failed:"; tail -n 40 "$work/$name.log"; } >&2
        echo failed >"$work/$name.result"
    fi
}

for target in "$obj"/fuzz/fuzz-*; do
    [ -f "$target" ] && [ -x "$target" ] || continue
    one "$target" &
    [ "$(jobs -rp | wc -l)" -lt 2 ] || wait -n
done
wait
echo "$(grep -lx ok "$work"/*.result 2>/dev/null | wc -l) $(grep -lx failed "$work"/*.result 2>/dev/null | wc -l)"
