#!/bin/bash
# build.sh WORK BUILD: makes WORK/xen.elf, WORK/dom0.vmlinuz and WORK/dom0.cpio.gz (which holds the guest's kernel and memory file system).
set -eu
work=$(realpath "$1")
build=$(realpath "$2")
here=$(dirname "$(realpath "$0")")
unpacked=$work/packages
version=$(cat "$work/version")
busybox=$unpacked/bin/busybox
[ -x "$busybox" ] || busybox=$unpacked/usr/bin/busybox
xen=usr/lib/xen-$version/bin
libraries=lib/x86_64-linux-gnu

pack() { (cd "$1" && find . | cpio -o -H newc --quiet | gzip -1); }

skeleton() { # a root directory with busybox and our build
    local root=$1 applet
    rm -rf "$root"
    mkdir -p "$root"/{bin,sbin,proc,sys,dev,tmp,run,etc,root,lib64,usr/bin,var/lib,var/log} "$root/$libraries"
    cp "$busybox" "$root/bin/busybox"
    # a link named busybox would overwrite the program itself
    for applet in $("$busybox" --list | grep -vx busybox); do ln -s busybox "$root/bin/$applet"; done
    for applet in poweroff reboot; do
        printf '#!/bin/sh\nexec /bin/busybox %s -f\n' $applet >"$root/sbin/$applet"
        chmod 755 "$root/sbin/$applet"
    done
    printf 'root:x:0:0:root:/root:/bin/sh\nxenmi:x:990:990::/:/bin/false\n' >"$root/etc/passwd"
    printf 'root:x:0:\nxenmi:x:990:\n' >"$root/etc/group"
    printf 'passwd: files\ngroup: files\n' >"$root/etc/nsswitch.conf"

    mkdir -p "$root/xenmi/lib/xenmi/providers"
    cp -r "$build/bin" "$build/libexec" "$root/xenmi/"
    rm -f "$root"/xenmi/bin/bench-* "$root"/xenmi/bin/*.exe
    cp "$build/lib/libmi.so" "$root/xenmi/lib/"
    cp "$build/lib/xenmi/providers/libXenStore.so" "$root/xenmi/lib/xenmi/providers/"
    copy_libraries "$root" "$root"/xenmi/bin/* "$root"/xenmi/libexec/xenmi/* "$root/xenmi/lib/xenmi/providers/libXenStore.so"
    cp "$here/common.sh" "$root/common.sh"
}

copy_libraries() { # copy_libraries ROOT PROGRAM...: what they are linked to, where the loader finds it
    local root=$1
    shift
    LD_LIBRARY_PATH="$unpacked/usr/lib/x86_64-linux-gnu:$build/lib" ldd "$@" 2>/dev/null | awk '/=> \// { print $3 }' | sort -u |
        while read -r library; do cp -Ln "$library" "$root/$libraries/"; done
    cp -Ln /lib64/ld-linux-x86-64.so.2 "$root/lib64/"
    # loaded at run time: pthread_cancel needs the first, getpwnam the second where it is still a library of its own
    cp -Ln /$libraries/libgcc_s.so.1 "$root/$libraries/"
    cp -Ln /$libraries/libnss_files.so.2 "$root/$libraries/" 2>/dev/null || true
}

# -kernel wants the hypervisor itself, not its compressed form
zcat "$unpacked/boot/xen-$version-amd64.gz" >"$work/xen.elf"
cp "$unpacked/boot/vmlinuz-$(cat "$work/kernel.dom0")" "$work/dom0.vmlinuz"

guest=$work/guest
skeleton "$guest"
install -m 755 "$here/guest-init" "$guest/init"
pack "$guest" >"$work/guest.cpio.gz"

dom0=$work/dom0
skeleton "$dom0"
mkdir -p "$dom0"/{boot,modules} "$dom0"/etc/xen "$dom0"/var/lib/{xen,xenstored} "$dom0/$xen"
cp "$work/guest.cpio.gz" "$dom0/boot/guest.cpio.gz"
cp "$unpacked/boot/vmlinuz-$(cat "$work/kernel.guest")" "$dom0/boot/vmlinuz"
modules=$unpacked/lib/modules/$(cat "$work/kernel.dom0")/kernel/drivers/xen
[ -d "$modules" ] || modules=$unpacked/usr/lib/modules/$(cat "$work/kernel.dom0")/kernel/drivers/xen
for module in xen-privcmd xenfs/xenfs xen-evtchn xen-gntdev xen-gntalloc; do cp "$modules/$module.ko" "$dom0/modules/"; done
programs="xl xenstored oxenstored xenconsoled xen-init-dom0 libxl-save-helper xenstore-control"
for program in $programs; do cp -L "$unpacked/$xen/$program" "$dom0/$xen/"; done
cp -L "$unpacked/usr/bin/xenstore" "$dom0/usr/bin/"
for tool in ls read write rm list exists chmod; do ln -s xenstore "$dom0/usr/bin/xenstore-$tool"; done
copy_libraries "$dom0" "$dom0/$xen"/* "$dom0/usr/bin/xenstore"
cp "$unpacked/etc/xen/oxenstored.conf" "$dom0/etc/xen/" # without it oxenstored dies at its start
: >"$dom0/etc/xen/xl.conf"
printf '#!/bin/sh\nshift\nexec "$@"\n' >"$dom0/bin/nossh"
chmod 755 "$dom0/bin/nossh"
for type in pv pvh; do
    printf '%s\n' "name = \"$type\"" "type = \"$type\"" 'kernel = "/boot/vmlinuz"' 'ramdisk = "/boot/guest.cpio.gz"' \
        'memory = 256' 'vcpus = 1' 'extra = "console=hvc0 quiet"' 'on_crash = "preserve"' >"$dom0/etc/xen/$type.cfg"
done
sed "s|@XEN@|/$xen|" "$here/dom0-init" >"$dom0/init"
chmod 755 "$dom0/init"
install -m 755 "$here/dom0-tests" "$dom0/dom0-tests"
pack "$dom0" >"$work/dom0.cpio.gz"
