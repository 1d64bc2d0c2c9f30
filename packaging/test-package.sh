#!/bin/bash
# test-package.sh [--suite NAME]: builds the packages of the tree as it is committed, installs them in a fresh Debian that systemd boots in a
# container, and tries them there: units, users, refusals, journal, a client that is compiled, manuals, an upgrade with an open XenStore
# session, removal. The suite (trixie, ...) is this machine's own by default; for another one the packages are built in a chroot of it.
# Needs root. Slow: the first run fetches a Debian, which is kept in build/package/base, or base-NAME and builder-NAME.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
work=$root/build/package
system=$work/system
. /etc/os-release
suite=$VERSION_CODENAME
base=$work/base
if [ "${1-}" = --suite ] && [ $# -eq 2 ]; then
    [ "$2" = "$suite" ] || base=$work/base-$2
    suite=$2
elif [ $# -gt 0 ]; then
    echo "usage: test-package.sh [--suite NAME]" >&2
    exit 2
fi
mkdir -p "$work"

fail() {
    echo "test-package.sh: $1" >&2
    echo "0 passed, 1 failed"
    exit 1
}

# The packages of the next version: what the changelog says is all that differs.
next_version() { # next_version FOLDER OUT
    local deb tree
    for deb in "$1"/*.deb; do
        tree=$(mktemp -d)
        dpkg-deb -R "$deb" "$tree" && sed -i -E 's/^(Version: .*)$/\1+next/; s/(\(= [0-9.]+)\)/\1+next)/g' "$tree/DEBIAN/control" &&
            dpkg-deb --root-owner-group -b "$tree" "$2/$(basename "$deb")" >/dev/null || return 1
        rm -rf "$tree"
    done
}

# A fresh Debian in FOLDER, unless it is there already
fetch() { # fetch FOLDER DEBOOTSTRAP-OPTION...
    local folder=$1 mirror
    shift
    [ -e "$folder/complete" ] && return 0
    rm -rf "$folder"
    mirror=$(sed -n 's/^deb \(\[[^]]*\] \)*\(http[^ ]*\) .*/\2/p; s/^URIs: *\([^ ]*\).*/\1/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
        grep -m 1 debian)
    debootstrap "$@" "$suite" "$folder" "$mirror" >"$work/debootstrap.log" 2>&1 || { tail -n 5 "$work/debootstrap.log"; return 1; }
    touch "$folder/complete"
}

# The packages as the compilers and libraries of another suite make them, into $work/debs
build_elsewhere() {
    local builder=$work/builder-$suite
    fetch "$builder" --variant=buildd --include=debhelper,dpkg-dev,fakeroot || return 1
    rm -rf "$builder"/src "$builder"/*.deb "$work/debs"
    mkdir -p "$builder/src" "$work/debs"
    git -C "$root" archive HEAD | tar -x -C "$builder/src" && cp -r "$builder/src/packaging/debian" "$builder/src/debian" || return 1
    cp /etc/resolv.conf "$builder/etc/resolv.conf"
    DEBIAN_FRONTEND=noninteractive DEB_BUILD_OPTIONS="nocheck noautodbgsym" chroot "$builder" bash -c 'cd /src && apt-get update -qq &&
        apt-get build-dep -y -qq --no-install-recommends ./ && dpkg-buildpackage -b -us -uc' >"$work/debs/build.log" 2>&1 ||
        { grep -E "error|FAILED|undefined|^E:" -A4 "$work/debs/build.log" | cut -c1-300 | tail -n 40; return 1; }
    cp "$builder"/*.deb "$work/debs/"
}

# Debian's xenstored with the rig's stand-in for the hypervisor, as the service that a dom0 has.
add_xenstored() {
    local daemon
    daemon=$(ls /usr/lib/xen-*/bin/xenstored | sort | tail -n 1)
    mkdir -p "$system/rig/lib"
    cp "$daemon" "$system/rig/xenstored" || return 1
    ldd "$daemon" | awk '/=> \/.*libxen/ { print $3 }' | xargs -I{} cp {} "$system/rig/lib/" || return 1
    gcc -w -O1 -D_GNU_SOURCE -shared -fPIC -o "$system/rig/shim.so" "$root/tests/rig/shim.c" -ldl || return 1
    head -c 4096 /dev/zero >"$system/rig/kva"
    printf 1 >"$system/rig/port"
    mkfifo "$system/rig/evtchn"
    cat >"$system/etc/systemd/system/xenstored.service" <<'UNIT'
[Service]
Environment=XENSTORED_RUNDIR=/run/xenstored RIG_DIR=/rig LD_PRELOAD=/rig/shim.so LD_LIBRARY_PATH=/rig/lib
RuntimeDirectory=xenstored
ExecStart=/rig/xenstored --no-fork --internal-db --pid-file /run/xenstored/pid
UNIT
    ln -sf ../xenstored.service "$system/etc/systemd/system/multi-user.target.wants/xenstored.service"
}

[ "$(id -u)" -eq 0 ] || fail "needs root"
if ! dpkg-query -W debootstrap systemd-container >/dev/null 2>&1; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends debootstrap systemd-container >/dev/null ||
        fail "debootstrap and systemd-container cannot be installed"
fi
if [ "$base" = "$work/base" ]; then
    "$root/packaging/build-deb.sh" "$work/debs" || fail "the packages do not build"
else
    build_elsewhere || fail "the packages do not build on $suite"
fi
fetch "$base" --variant=minbase --include=systemd,systemd-sysv,dbus,udev,gcc,libc6-dev,pkg-config,man-db,procps,libinih1,libseccomp2,libedit2 ||
    fail "no fresh Debian"
rm -rf "$system"
cp -a "$base" "$system"
mkdir -p "$system/debs" "$system/next"
cp "$work"/debs/*.deb "$system/debs/"
next_version "$work/debs" "$system/next" || fail "the packages of the next version cannot be made"
add_xenstored || fail "xenstored cannot be put into the container"
cp "$root/packaging/package-tests" "$system/package-tests"
cat >"$system/etc/systemd/system/package-tests.service" <<'UNIT'
[Unit]
After=multi-user.target
[Service]
Type=oneshot
ExecStart=/package-tests
StandardOutput=file:/package-tests.log
StandardError=file:/package-tests.log
ExecStopPost=systemctl --no-block poweroff
UNIT
ln -sf ../package-tests.service "$system/etc/systemd/system/multi-user.target.wants/package-tests.service"
timeout 600 systemd-nspawn -q -b -D "$system" --link-journal=no --register=no --keep-unit --private-network >"$work/boot.log" 2>&1 </dev/null
[ -e "$system/package-tests.log" ] || { tail -n 20 "$work/boot.log"; fail "the container does not boot"; }
cat "$system/package-tests.log"
passed=$(grep -c '^ok ' "$system/package-tests.log")
failed=$(grep -c '^FAIL ' "$system/package-tests.log")
grep -q '^DONE' "$system/package-tests.log" || failed=$((failed + 1))
rm -rf "$system"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
