#!/bin/bash
# fetch.sh WORK: qemu is installed; Xen, the kernels and busybox are only unpacked, into WORK/packages, all of it Debian's.
set -eu
work=$1
unpacked=$work/packages
[ -f "$work/fetched" ] && exit 0
mkdir -p "$work/debs" "$unpacked"

as_root=""
[ "$(id -u)" -eq 0 ] || as_root=sudo
if ! command -v qemu-system-x86_64 >/dev/null || ! command -v cpio >/dev/null; then
    $as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends qemu-system-x86 cpio >/dev/null
fi

kernel() { # the package with the kernel that a meta package stands for
    apt-cache depends "$1" | awk '/Depends: linux-image-/ { print $2; exit }'
}
version=$(apt-cache --names-only search '^xen-hypervisor-[0-9.]+-amd64$' | sort -V | tail -n 1 | sed 's/^xen-hypervisor-\([0-9.]*\)-.*/\1/')
dom0=$(kernel linux-image-amd64)
guest=$(kernel linux-image-cloud-amd64)
libraries=$(apt-cache depends "xen-utils-$version" | awk '/Depends: libxen|Depends: libyajl/ { print $2 }' | sort -u)
more=$(for library in $libraries; do apt-cache depends "$library" | awk '/Depends: libxen/ { print $2 }'; done | sort -u)
(cd "$work/debs" && apt-get download -qq "$dom0" "$guest" busybox-static "xen-hypervisor-$version-amd64" "xen-utils-$version" \
    xen-utils-common xenstore-utils $(printf '%s\n' $libraries $more | sort -u))
for package in "$work"/debs/*.deb; do dpkg-deb -x "$package" "$unpacked"; done
echo "${dom0#linux-image-}" >"$work/kernel.dom0"
echo "${guest#linux-image-}" >"$work/kernel.guest"
echo "$version" >"$work/version"
touch "$work/fetched"
