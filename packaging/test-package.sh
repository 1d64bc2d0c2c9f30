#!/bin/bash
# test-package.sh: builds the packages, installs them in a fresh Debian that systemd boots in a container, and tries them there: units, users,
# refusals, journal, a client that is compiled, manuals, an upgrade with open sessions, removal. Needs root. Slow.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
work=$root/build/package
system=$work/system
passed=0
failed=0
mkdir -p "$work"
[ "$(id -u)" -eq 0 ] || { echo "test-package.sh: needs root" >&2; exit 1; }

DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends debootstrap systemd-container >/dev/null || exit 1
"$root/packaging/build-deb.sh" "$work/debs" || { echo "0 passed, 1 failed"; exit 1; }
. /etc/os-release

if [ ! -e "$work/base/bin/sh" ]; then
    mirror=$(sed -n 's/^deb \(\[[^]]*\] \)*\(http[^ ]*\) .*/\2/p; s/^URIs: *\([^ ]*\).*/\1/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1)
    debootstrap --variant=minbase --include=systemd,systemd-sysv,dbus,udev,gcc,libc6-dev,pkg-config,man-db,libinih1,libseccomp2,libjansson4,libedit2 \
        "$VERSION_CODENAME" "$work/base" "$mirror" >"$work/debootstrap.log" 2>&1 || { tail -n 5 "$work/debootstrap.log"; exit 1; }
fi
rm -rf "$system"
cp -a "$work/base" "$system"
mkdir -p "$system/debs" "$system/rig"
cp "$work"/debs/*.deb "$system/debs/"
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
[Install]
WantedBy=multi-user.target
UNIT
ln -sf ../package-tests.service "$system/etc/systemd/system/multi-user.target.wants/package-tests.service"
timeout 600 systemd-nspawn -q -b -D "$system" --link-journal=no --register=no --keep-unit --private-network >"$work/boot.log" 2>&1
cat "$system/package-tests.log"
passed=$(grep -c '^ok ' "$system/package-tests.log")
failed=$(grep -c '^FAIL ' "$system/package-tests.log")
grep -q '^DONE' "$system/package-tests.log" || failed=$((failed + 1))
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
