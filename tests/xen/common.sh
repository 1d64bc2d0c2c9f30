# What dom0's and the guests' tests share (busybox sh): results, and a xenmi of one's own.

export PATH=/xenmi/bin:$PATH LD_LIBRARY_PATH=/xenmi/lib:/lib/x86_64-linux-gnu XENMI_SOCKET=/run/xenmi/broker.sock
P=XenProject
BASE=${P}XenStoreBase
SESSION=${P}XenStoreSession

check() { # check NAME GOT WANTED
    if [ "$2" = "$3" ]; then echo "RESULT ok $WHERE $1"; else echo "RESULT FAIL $WHERE $1: got '$2', wanted '$3'"; fi
}

# Bounds are against hanging: on a machine that has other things to do, all in here takes ten times as long. Who polls takes the one processor
# from those that are waited for.
retry() { # retry SECONDS COMMAND...: until it succeeds
    local end=$(($(cut -d. -f1 /proc/uptime) + $1))
    shift
    while ! "$@" >/dev/null 2>&1; do
        [ "$(cut -d. -f1 /proc/uptime)" -lt $end ] || return 1
        sleep 0.5
    done
}

start_xenmi() { # start_xenmi "OPTION = VALUE": of the XenStore provider
    mkdir -p /var/lib/xenmi /etc/xenmi
    cat >/etc/xenmi/xenmi.conf <<CONF
[provider XenStore]
timeout_ms = 60000
$1
CONF
    register-cimprovider --state-dir /var/lib/xenmi --socket $XENMI_SOCKET -Namespace root/wmi -ProviderName XenStore \
        -Path /xenmi/lib/xenmi/providers/libXenStore.so -HostingModel system:root -ForceUpdate
    xenmi-launcher --config /etc/xenmi/xenmi.conf --run-dir /run/xenmi --state-dir /var/lib/xenmi --libexec-dir /xenmi/libexec/xenmi \
        2>>/tmp/xenmi.log &
    launcher=$!
    retry 300 timeout 60 xenmi test
}

stop_xenmi() {
    kill $launcher
    wait $launcher
}

call() { # call SESSION METHOD NAME=VALUE...
    local session=$1 method=$2
    shift 2
    set -- $(for argument; do echo --in "$argument"; done)
    timeout 200 xenmi --namespace root/wmi --timeout 180 invoke --query "select * from $SESSION where SessionId=$session" "$method" "$@"
}

value() { # value SESSION PATH: what GetValue says
    timeout 200 xenmi --namespace root/wmi --timeout 180 --json invoke --query "select * from $SESSION where SessionId=$1" GetValue \
        --in "Pathname=$2" 2>&1 | tr -d '\n' | sed -n 's/.*"value": *"\([^"]*\)".*/\1/p'
}

add_session() {
    timeout 200 xenmi --namespace root/wmi --timeout 180 --json invoke --query "select * from $BASE" AddSession --in "Id=$1" | tr -d '\n' |
        sed -n 's/.*"SessionId": *\([0-9]*\).*/\1/p'
}

scenario() { # the scenario of the Windows interface
    local one two
    one=$(add_session MyNewSession)
    check "AddSession gives a number" "$([ -n "$one" ] && echo yes)" yes
    call $one SetValue Pathname=data/TempValue value=text >/dev/null
    check "SetValue" $? 0
    check "GetValue" "$(value $one data/TempValue)" text
    call $one GetChildren Pathname=data | grep -q data/TempValue
    check "GetChildren" $? 0
    call $one StartTransaction >/dev/null
    call $one SetValue Pathname=data/TempValue value=committed >/dev/null
    call $one CommitTransaction >/dev/null
    check "CommitTransaction" $? 0
    check "the committed value" "$(value $one data/TempValue)" committed
    call $one StartTransaction >/dev/null
    call $one SetValue Pathname=data/TempValue value=aborted >/dev/null
    call $one AbortTransaction >/dev/null
    check "AbortTransaction" $? 0
    check "the value after an abort" "$(value $one data/TempValue)" committed

    two=$(add_session Second)
    call $one StartTransaction >/dev/null
    call $two StartTransaction >/dev/null
    value $two data/TempValue >/dev/null
    call $one SetValue Pathname=data/TempValue value=first >/dev/null
    call $two SetValue Pathname=data/TempValue value=second >/dev/null
    call $one CommitTransaction >/dev/null
    check "the first of two commits" $? 0
    call $two CommitTransaction >/dev/null 2>&1
    check "the second is in conflict" $? 1
    check "the value after the conflict" "$(value $one data/TempValue)" first

    call $one RemoveValue Pathname=data/TempValue >/dev/null
    check "RemoveValue" $? 0
    call $one GetValue Pathname=data/TempValue >/dev/null 2>&1
    check "GetValue of what is gone" $? 1
    call $one Log Message=hello >/dev/null
    check "Log" $? 0
    call $two EndSession >/dev/null
    call $one EndSession >/dev/null
    check "EndSession" $? 0
    watching
}

watching() { # events: one at once, one for each change
    local count
    rm -f /tmp/watched
    timeout 400 xenmi xs watch data/Watched --count 2 --timeout 360 >/tmp/watched 2>&1 &
    watcher=$!
    retry 300 test -s /tmp/watched
    timeout 200 xenmi xs write data/Watched changed
    wait $watcher
    check "xs watch sees the first event and the change" $? 0
    timeout 200 xenmi xs rm data/Watched
}

# What must outlast everything that happens to the store: a session with a watch, and a subscription that hears of it.
watch_lasting() {
    session=$(add_session Lasting)
    xenmi --namespace root/wmi --json subscribe "select * from ${P}XenStoreWatchEvent where EventId='data/lasting'" >/tmp/events 2>&1 &
    subscriber=$!
    retry 300 test -s /tmp/events # the subscription's own watch
    call $session SetWatch Pathname=data/lasting >/dev/null
    retry 300 more_events 0
    check "the first event of a watch" $? 0
}
events() { grep -c "\"SessionId\": $session," /tmp/events; }
more_events() { [ "$(events)" -gt "$1" ]; }

exactly() { # exactly COUNT NAME: a check that so many events come, and then no more
    retry 300 more_events $(($1 - 1))
    sleep 3
    check "$2" "$(events)" "$1"
}

# writes one value after the other until /tmp/stop is there; /tmp/written has a line for each
keep_writing() {
    local number=0
    rm -f /tmp/stop
    : >/tmp/written
    while [ ! -e /tmp/stop ]; do
        sleep 0.2 # so that others get on
        number=$((number + 1))
        if timeout 200 xenmi xs write data/number $number 2>&1; then echo "written $number"; else echo "lost $number"; fi >>/tmp/written
    done
}

stop_writing() { # stop_writing WHEN: checks that none was lost
    touch /tmp/stop
    wait $writer
    grep -v '^written' /tmp/written
    check "no write is lost $1" "$(grep -c '^lost' /tmp/written)" 0
    check "the last one counts $1" "$(value $session data/number)" "$(tail -n 1 /tmp/written | cut -d' ' -f2)"
}

transact() { # transact WHEN: a check that transactions are possible
    local mark
    mark=$(echo "$1" | tr ' ' -)
    call $session StartTransaction >/dev/null
    call $session SetValue Pathname=data/transacted value=$mark >/dev/null
    call $session CommitTransaction >/dev/null
    check "a transaction commits $1" "$(value $session data/transacted)" $mark
}
