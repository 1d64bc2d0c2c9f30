#!/bin/bash
# Boots Debian's Xen, a dom0 and guests under qemu's software emulation, with our build in their memory file systems, and plays the XenStore
# scenario there: in dom0 over the socket and over /dev/xen/xenbus, and in a PV and a PVH guest over the device, through save, restore,
# checkpoint and migration. Needs no hypervisor and no network in the machines. Slow (minutes).
#
#   tests/xen/run.sh [xenstored|oxenstored]...    default: both daemons, one boot each
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${XENMI_XEN_WORK:-$root/build/xen}
daemons=("$@")
[ ${#daemons[@]} -gt 0 ] || daemons=(xenstored oxenstored)

passed=0
failed=0
mkdir -p "$work"
"$root/run" build || exit 1
"$here/fetch.sh" "$work" || { echo "tests/xen: the packages cannot be had" >&2; exit 1; }
"$here/build.sh" "$work" "$root/build" || exit 1

for daemon in "${daemons[@]}"; do
    log=$work/$daemon.console
    rm -f "$log"
    # smap, rdtscp and xsave as emulated here break dom0 or guests; see docs/real-xen.md
    timeout "${XENMI_XEN_SECONDS:-2400}" qemu-system-x86_64 -accel tcg -cpu max,-smap,-rdtscp,-xsave -smp 1 -m 2560 \
        -nodefaults -no-user-config -display none -no-reboot \
        -kernel "$work/xen.elf" -append "com1=115200,8n1 console=com1 loglvl=warning noreboot dom0_mem=1536M,max:1536M" \
        -initrd "$work/dom0.vmlinuz console=hvc0 quiet XSD=$daemon TYPES=${TYPES:-pv.pvh},$work/dom0.cpio.gz" \
        -chardev "file,id=console,path=$log" -serial chardev:console
    status=$?
    tr -d '\r' <"$log" | grep -aE '^RESULT (ok|FAIL)' | sed "s/^RESULT/$daemon:/"
    ok=$(tr -d '\r' <"$log" | grep -ac '^RESULT ok')
    bad=$(tr -d '\r' <"$log" | grep -ac '^RESULT FAIL')
    if [ "$status" -ne 0 ] || ! tr -d '\r' <"$log" | grep -aq '^RESULT DONE'; then
        echo "$daemon: the machine did not get to the end (qemu: $status); its console: $log"
        bad=$((bad + 1))
    fi
    echo "real Xen, $daemon: $ok passed, $bad failed"
    passed=$((passed + ok))
    failed=$((failed + bad))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
