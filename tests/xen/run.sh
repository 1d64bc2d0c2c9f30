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

ticks() { # ticks TIMEOUT: the processor time of what it runs
    local child
    child=$(cat "/proc/$1/task/$1/children" 2>/dev/null) && [ -n "$child" ] &&
        awk '{ print $14 + $15 }' "/proc/${child%% *}/stat" 2>/dev/null
}

boot() { # boot DAEMON CONSOLE: plays the tests; 75: the machine stood still
    local qemu before now still=0
    rm -f "$2"
    # smap, rdtscp and xsave as emulated here break dom0 or guests; see docs/real-xen.md
    timeout "${XENMI_XEN_SECONDS:-5400}" qemu-system-x86_64 -accel tcg -cpu max,-smap,-rdtscp,-xsave -smp 1 -m 2560 \
        -nodefaults -no-user-config -display none -no-reboot \
        -kernel "$work/xen.elf" -append "com1=115200,8n1 console=com1 loglvl=warning noreboot dom0_mem=1536M,max:1536M" \
        -initrd "$work/dom0.vmlinuz console=hvc0 quiet XSD=$1 TYPES=${TYPES:-pv.pvh},$work/dom0.cpio.gz" \
        -chardev "file,id=console,path=$2" -serial chardev:console &
    qemu=$!
    # The emulated processor now and then halts for good, hypervisor and all. No test can do that, and none can be in a
    # machine that uses no time at all: even an idle one has its clock to look at.
    before=""
    while kill -0 $qemu 2>/dev/null; do
        sleep 5
        now=$(ticks $qemu)
        if [ -n "$now" ] && [ "$now" = "$before" ]; then still=$((still + 1)); else still=0; fi
        before=$now
        if [ $still -ge 6 ]; then
            kill $qemu
            wait $qemu
            return 75
        fi
    done
    wait $qemu
}

for daemon in "${daemons[@]}"; do
    log=$work/$daemon.console
    for attempt in 1 2 3; do
        boot "$daemon" "$log"
        status=$?
        [ $status -eq 75 ] && ! grep -aq '^RESULT FAIL' "$log" || break
        echo "$daemon: the emulated machine stood still (boot $attempt of at most 3)"
    done
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
