#!/bin/bash
# build-deb.sh OUT: builds the Debian packages of the tree as it is committed (and of nothing else) into the directory OUT.
set -eu
out=$(mkdir -p "$1" && cd "$1" && pwd)
root=$(cd "$(dirname "$0")/.." && pwd)
work=$out/work # always the same, for ccache
rm -rf "$work"
mkdir "$work"
trap 'rm -rf "$work"' EXIT

as_root=""
[ "$(id -u)" -eq 0 ] || as_root=sudo
if ! dpkg-query -W debhelper dpkg-dev fakeroot >/dev/null 2>&1; then
    $as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends debhelper dpkg-dev fakeroot >/dev/null
fi
mkdir "$work/xenmi"
git -C "$root" archive HEAD | tar -x -C "$work/xenmi"
cp -r "$work/xenmi/packaging/debian" "$work/xenmi/debian"
(cd "$work/xenmi" && DEB_BUILD_OPTIONS="nocheck ${DEB_BUILD_OPTIONS-noautodbgsym}" dpkg-buildpackage -b -us -uc) >"$out/build.log" 2>&1 || { grep -E "error|FAILED|undefined" -A4 "$out/build.log" | cut -c1-300 | tail -n 40; exit 1; }
rm -f "$out"/*.deb
cp "$work"/*.deb "$out/"
