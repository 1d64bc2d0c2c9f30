#!/bin/sh
# Installs the Debian packages that the build ("build") or also the tests ("test") need, if any is missing.
# Works as root or with sudo; touches nothing when all are there.
set -eu

build="gcc libc6-dev meson ninja-build pkg-config python3 libcmocka-dev libinih-dev libseccomp-dev libjansson-dev libedit-dev"
xenstore="libxen-dev xenstore-utils"
tests="g++ gdb valgrind clang clang-format llvm libclang-rt-dev python3-pytest python3-pytest-timeout ccache util-linux procps man-db"

missing() {
    for package in "$@"; do
        dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$package"
    done
}

case ${1:-build} in
build) wanted="$build $xenstore" ;;
test) wanted="$build $xenstore $tests" ;;
*) echo "usage: packages.sh build|test" >&2; exit 2 ;;
esac

# xenstored is part of the Xen utilities, whose package is named after the version of Xen.
if ! ls /usr/lib/xen-*/bin/xenstored >/dev/null 2>&1; then
    need_xen_utils=yes
else
    need_xen_utils=no
fi

list=$(missing $wanted)
[ -z "$list" ] && [ "$need_xen_utils" = no ] && exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "packages.sh: these packages are missing and there is no sudo: $list" >&2; exit 1; }
    as_root=sudo
fi

echo "Installing: $list$([ "$need_xen_utils" = yes ] && echo 'xen-utils')" >&2
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
if [ "$need_xen_utils" = yes ]; then
    xen_utils=$(apt-cache --names-only search '^xen-utils-[0-9.]+$' | sort -V | tail -n 1 | cut -d' ' -f1)
    [ -n "$xen_utils" ] || { echo "packages.sh: no package xen-utils-VERSION is available; xenstored is in it" >&2; exit 1; }
    list="$list $xen_utils"
fi
# Services of packages (xenstored's among them) are not started by being installed for a build.
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
    printf '#!/bin/sh\nexit 101\n' | $as_root sh -c "cat > $policy; chmod 755 $policy"
    trap '$as_root rm -f $policy' EXIT
fi
$as_root apt-get install -y -qq --no-install-recommends $list >&2
