"""The process provider: MSFT_WindowsProcess and its associations and events, through broker and hosts, with the xenmi command."""
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time

import pytest

import harness
from broker_helper import as_user

ALICE = 61001

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can be several users")

RULES = f"""
[namespace *]
allow = user:{harness.Xenmi.user()} all admin
allow = user:{ALICE} all
[provider Process]
poll_ms = 50
"""

KEYS = ["CSCreationClassName", "CSName", "OSCreationClassName", "OSName", "CreationClassName", "Handle"]


@pytest.fixture(scope="module")
def processes():
    # not below pytest's folder: another user has to get there, too
    with tempfile.TemporaryDirectory(prefix="xenmi-") as directory, harness.Xenmi(directory, providers=("Process",), config=RULES) as server:
        yield server


@pytest.fixture
def call(processes):
    """call(argument...) -> result of `xenmi` in root/cimv2 with JSON answers"""

    def run(*arguments, check=0, before=(), input=None):
        return processes.xenmi("--json", *before, *arguments, check=check, input=input)

    return run


@pytest.fixture
def sleeper():
    """A process of ours that does nothing."""
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", "an argument"])
    yield process
    process.kill()
    process.wait()


def one(call, pid):
    found = call("query", f"select * from MSFT_WindowsProcess where Handle = '{pid}'").json
    assert len(found) == 1
    return found[0]


def keys(call, pid, **changes):
    """KEY=VALUE arguments that name a process"""
    instance = one(call, pid)
    return [f"{key}={changes.get(key, instance[key])}" for key in KEYS if changes.get(key, "") is not None]


def stat(pid):
    with open(f"/proc/{pid}/stat") as file:
        return file.read().rsplit(")", 1)[1].split()


def end(pid):
    try:
        os.kill(int(pid), signal.SIGKILL)
    except ProcessLookupError:
        pass


# reading

def test_class_chain(call, processes):
    text = processes.xenmi("class", "MSFT_WindowsProcess", check=0).out
    assert "class MSFT_WindowsProcess : CIM_Process" in text
    for name in ("CIM_Process", "CIM_EnabledLogicalElement", "CIM_ManagedElement", "Linux_ProcessParent", "Linux_ProcessStarted"):
        assert f"class {name}" in processes.xenmi("class", name, check=0).out


def test_enumerate(call, sleeper):
    found = call("enumerate", "MSFT_WindowsProcess").json
    by_handle = {i["Handle"]: i for i in found}
    assert len(by_handle) == len(found)
    mine = by_handle[str(sleeper.pid)]
    assert mine["CSCreationClassName"] == "CIM_ComputerSystem" and mine["CSName"] == socket.gethostname()
    assert mine["OSCreationClassName"] == "CIM_OperatingSystem" and "Linux" in mine["OSName"]
    assert mine["CreationClassName"] == "MSFT_WindowsProcess"
    assert mine["Name"] == mine["Caption"] and mine["Name"].startswith("python")
    assert mine["Priority"] == os.getpriority(os.PRIO_PROCESS, sleeper.pid) + 20
    assert mine["CommandLine"].endswith('-c "import time; time.sleep(600)" "an argument"')
    assert mine["ExecutionState"] in (3, 4)
    assert mine["WorkingSetSize"] > 0
    assert mine["CreationDate"].endswith("+000")
    started = time.strptime(mine["CreationDate"][:14], "%Y%m%d%H%M%S")
    assert abs(time.mktime(time.gmtime()) - time.mktime(started)) < 3600
    assert by_handle["1"]["Handle"] == "1"


def test_base_classes_find_them(call, sleeper):
    assert str(sleeper.pid) in {i.get("Handle") for i in call("enumerate", "CIM_Process").json}


def test_keys_only_and_properties(call, sleeper):
    for instance in call("enumerate", "--keys-only", "MSFT_WindowsProcess").json:
        assert set(KEYS) == {k for k, v in instance.items() if v is not None and not k.startswith("__")}
    instance = [i for i in call("enumerate", "--properties", "Handle,Name,Priority", "MSFT_WindowsProcess").json if i["Handle"] == str(sleeper.pid)][0]
    assert instance["Name"].startswith("python") and instance["Priority"] is not None
    assert instance.get("CommandLine") is None and instance.get("WorkingSetSize") is None


def test_queries(call, sleeper):
    name = one(call, sleeper.pid)["Name"]
    two = call("query", f"select Handle from MSFT_WindowsProcess where Handle = '{sleeper.pid}' or Handle = '1'").json
    assert sorted(i["Handle"] for i in two) == sorted([str(sleeper.pid), "1"])
    assert call("query", "select * from MSFT_WindowsProcess where Handle = 'none'").json == []
    same = call("query", f"select Handle, Name from MSFT_WindowsProcess where Name = '{name.upper()}'").json
    assert str(sleeper.pid) in {i["Handle"] for i in same} and {i["Name"] for i in same} == {name}
    assert call("query", f"select * from MSFT_WindowsProcess where Name = '{name}' and Handle = '1'").json == []
    like = call("query", "select Handle from MSFT_WindowsProcess where CommandLine like '%time.sleep(600)%'").json
    assert str(sleeper.pid) in {i["Handle"] for i in like}


def test_get(call, sleeper):
    instance = call("get", "MSFT_WindowsProcess", *keys(call, sleeper.pid)).json
    assert instance["Handle"] == str(sleeper.pid) and instance["Name"].startswith("python")
    # names without regard to case
    assert call("get", "MSFT_WindowsProcess", *keys(call, sleeper.pid, CSCreationClassName="cim_computersystem")).json


def test_bad_keys(call, sleeper):
    assert "NOT_FOUND" in call("get", "MSFT_WindowsProcess", *keys(call, sleeper.pid, Handle="999999999"), check=1).err
    assert "process 999999999" in call("get", "MSFT_WindowsProcess", *keys(call, sleeper.pid, Handle="999999999"), check=1).err
    error = call("get", "MSFT_WindowsProcess", *keys(call, sleeper.pid, Handle="12x"), check=1).err
    assert "NOT_FOUND" in error and "12x" in error
    for key in KEYS[:-1]:
        error = call("get", "MSFT_WindowsProcess", *keys(call, sleeper.pid, **{key: "other"}), check=1).err
        assert "NOT_FOUND" in error and key in error
    for key in KEYS:
        assert key in call("get", "MSFT_WindowsProcess", *keys(call, sleeper.pid, **{key: None}), check=2).err


# acting

def test_create_and_delete(call):
    made = call("create", "MSFT_WindowsProcess", "CommandLine=sleep 600.5").json
    pid = made["Handle"]
    try:
        assert one(call, pid)["CommandLine"] == "sleep 600.5"
        call("delete", "MSFT_WindowsProcess", *keys(call, pid), before=("--yes",))
        harness.wait_until(lambda: not harness.Xenmi.is_running(pid), what="the end of the process")
    finally:
        end(pid)


def test_create_errors(call):
    assert "INVALID_PARAMETER" in call("create", "MSFT_WindowsProcess", "Name=x", check=1).err
    error = call("create", "MSFT_WindowsProcess", "CommandLine=/no/such/program x", check=1).err
    assert "NOT_FOUND" in error and "/no/such/program" in error
    assert "INVALID_PARAMETER" in call("create", "MSFT_WindowsProcess", 'CommandLine=echo "open', check=1).err


def test_delete_asks(call, sleeper):
    error = call("delete", "MSFT_WindowsProcess", *keys(call, sleeper.pid), check=1, input="no\n").err
    assert "the user said no" in error
    assert sleeper.poll() is None
    call("delete", "MSFT_WindowsProcess", *keys(call, sleeper.pid), before=("--yes",))
    assert sleeper.wait(harness.SECONDS) == -signal.SIGKILL


def test_modify(call, sleeper):
    name = keys(call, sleeper.pid)
    before = os.getpriority(os.PRIO_PROCESS, sleeper.pid)
    after = min(before + 3, 19)  # the tests may be run as something that is not urgent
    call("modify", "MSFT_WindowsProcess", *name, f"Priority={after + 20}")
    assert os.getpriority(os.PRIO_PROCESS, sleeper.pid) == after
    assert one(call, sleeper.pid)["Priority"] == after + 20
    # what is not said stays
    call("modify", "MSFT_WindowsProcess", *name, "ElementName=x", check=None)
    assert os.getpriority(os.PRIO_PROCESS, sleeper.pid) == after
    assert "INVALID_PARAMETER" in call("modify", "MSFT_WindowsProcess", *name, "Priority=40", check=1).err


def test_set_priority(call, sleeper):
    name = keys(call, sleeper.pid)
    assert call("invoke", "MSFT_WindowsProcess", "SetPriority", *name, "--in", "Priority=39").json["ReturnValue"] == 0
    assert os.getpriority(os.PRIO_PROCESS, sleeper.pid) == 19
    assert "INVALID_PARAMETER" in call("invoke", "MSFT_WindowsProcess", "SetPriority", *name, check=1).err
    assert "INVALID_PARAMETER" in call("invoke", "MSFT_WindowsProcess", "SetPriority", *name, "--in", "Priority=50", check=1).err
    bad = keys(call, sleeper.pid, Handle="999999999")
    assert "NOT_FOUND" in call("invoke", "MSFT_WindowsProcess", "SetPriority", *bad, "--in", "Priority=20", check=1).err


def test_static_create(call):
    answer = call("invoke", "MSFT_WindowsProcess", "Create", "--in", "CommandLine=sleep 600.25").json
    assert answer["ReturnValue"] == 0
    found = call("query", "select * from MSFT_WindowsProcess where CommandLine = 'sleep 600.25'").json
    try:
        assert len(found) == 1
        assert f'Handle="{found[0]["Handle"]}"' in str(answer["Process"]) or found[0]["Handle"] in str(answer["Process"])
    finally:
        for instance in found:
            end(instance["Handle"])
    assert "INVALID_PARAMETER" in call("invoke", "MSFT_WindowsProcess", "Create", check=1).err


def test_request_state_change(call, sleeper):
    name = keys(call, sleeper.pid)

    def change(state, *more):
        return call("invoke", "MSFT_WindowsProcess", "RequestStateChange", *name, "--in", f"RequestedState={state}", *more).json["ReturnValue"]

    assert change(9) == 0
    harness.wait_until(lambda: stat(sleeper.pid)[0] == "T", what="a stopped process")
    assert one(call, sleeper.pid)["EnabledState"] == 9
    assert one(call, sleeper.pid)["ExecutionState"] == 8
    assert change(2) == 0
    harness.wait_until(lambda: stat(sleeper.pid)[0] != "T", what="a process that goes on")
    assert change(11) == 1
    assert change(4, "--in", "TimeoutPeriod=00000000000100.000000:000") == 4098
    assert sleeper.poll() is None
    assert change(4) == 0
    assert sleeper.wait(harness.SECONDS) == -signal.SIGTERM


@needs_root
def test_users_are_kept_apart(call, processes, sleeper):
    """A requestor's host is the requestor: the kernel says what it may do."""
    name = keys(call, sleeper.pid)
    xenmi = [os.path.join(processes.bin, "xenmi"), "--json"]
    if not as_user(ALICE, lambda: os.access(xenmi[0], os.X_OK)):
        pytest.skip("other users cannot reach the build folder")

    def alice(*arguments):
        return as_user(ALICE, lambda: (lambda r: [r.status, r.out, r.err])(harness.run([*xenmi, *arguments], env=processes.env())))

    status, out, err = alice("get", "MSFT_WindowsProcess", *name)
    assert status == 0, err
    status, out, err = alice("--yes", "delete", "MSFT_WindowsProcess", *name)
    assert status == 1 and "ACCESS_DENIED" in err
    status, out, err = alice("invoke", "MSFT_WindowsProcess", "SetPriority", *name, "--in", "Priority=30")
    assert status == 1 and "ACCESS_DENIED" in err
    assert sleeper.poll() is None
    status, out, err = alice("invoke", "MSFT_WindowsProcess", "Create", "--in", "CommandLine=sleep 600.75")
    assert status == 0, err
    pid = call("query", "select Handle from MSFT_WindowsProcess where CommandLine = 'sleep 600.75'").json[0]["Handle"]
    assert os.stat(f"/proc/{pid}").st_uid == ALICE
    status, out, err = alice("--yes", "delete", "MSFT_WindowsProcess", *keys(call, pid))
    assert status == 0, err
    harness.wait_until(lambda: not harness.Xenmi.is_running(pid), what="the end of the process")


# associations

def test_parents_and_children(call, sleeper):
    me, child = keys(call, os.getpid()), keys(call, sleeper.pid)
    children = call("associators", "--assoc-class", "Linux_ProcessParent", "--role", "Antecedent", "MSFT_WindowsProcess", *me).json
    assert str(sleeper.pid) in {i["Handle"] for i in children}
    parents = call("associators", "--assoc-class", "Linux_ProcessParent", "--role", "Dependent", "MSFT_WindowsProcess", *child).json
    assert [i["Handle"] for i in parents] == [str(os.getpid())]
    both = call("associators", "--assoc-class", "Linux_ProcessParent", "MSFT_WindowsProcess", *me).json
    assert {str(os.getppid()), str(sleeper.pid)} <= {i["Handle"] for i in both}
    references = call("references", "--role", "Dependent", "--result-class", "Linux_ProcessParent", "MSFT_WindowsProcess", *child).json
    assert len(references) == 1 and str(os.getpid()) in str(references[0]["Antecedent"])
    assert len(call("enumerate", "Linux_ProcessParent").json) > 1


def test_wrong_association(call, sleeper):
    name = keys(call, sleeper.pid, Handle="999999999")
    assert "NOT_FOUND" in call("associators", "--assoc-class", "Linux_ProcessParent", "--role", "Dependent", "MSFT_WindowsProcess", *name,
                               check=1).err


# events

def test_started_and_stopped(call, processes):
    watchers = [processes.spawn("--json", "--timeout", str(harness.SECONDS), "subscribe", "--count", "1",
                                f"select * from {name} where SourceInstance.Name = 'xenmi-probe'")
                for name in ("Linux_ProcessStarted", "Linux_ProcessStopped")]
    program = os.path.join(processes.directory, "xenmi-probe")
    os.symlink("/bin/sleep", program)
    started = []
    try:
        # a subscription is there when it says so, or a moment later: try until both have seen one
        deadline = time.monotonic() + harness.SECONDS
        while any(w.poll() is None for w in watchers) and time.monotonic() < deadline:
            probe = subprocess.Popen([program, "0.3"])
            started.append(str(probe.pid))
            probe.wait()
        events = []
        for watcher in watchers:
            out, err = watcher.communicate(timeout=harness.SECONDS)
            assert watcher.returncode == 0, err
            events.append(out)
    finally:
        for watcher in watchers:
            if watcher.poll() is None:
                watcher.kill()
                watcher.wait()
    for name, text in zip(("Linux_ProcessStarted", "Linux_ProcessStopped"), events):
        assert name in text and "xenmi-probe" in text and any(pid in text for pid in started)


# another tree

def fake_process(root, pid, name, ppid=1, unit=None, arguments=()):
    folder = os.path.join(root, str(pid))
    os.mkdir(folder)
    with open(os.path.join(folder, "stat"), "w") as file:
        file.write(f"{pid} ({name}) S {ppid} 1 1 0 -1 0 0 0 0 0 1 2 0 0 20 0 1 0 {pid} 1000 10 0\n")
    with open(os.path.join(folder, "cmdline"), "wb") as file:
        file.write(b"".join(a.encode() + b"\0" for a in arguments))
    if unit:
        with open(os.path.join(folder, "cgroup"), "w") as file:
            file.write(f"0::/system.slice/{unit}\n")


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A server whose /proc has 10,000 processes, three of them in service units."""
    root = str(tmp_path_factory.mktemp("proc"))
    for pid in range(1, 10001):
        unit = {10: "one.service", 11: "one.service", 12: "two.service"}.get(pid)
        fake_process(root, pid, f"p{pid % 100}", unit=unit, arguments=(f"p{pid % 100}", "x" * 200))
    with harness.Xenmi(tmp_path_factory.mktemp("xenmi"), providers=("Process",), config=f"[provider Process]\nproc = {root}\n") as server:
        yield server


def resident_kb(pid):
    with open(f"/proc/{pid}/status") as file:
        return int([line for line in file if line.startswith("VmHWM")][0].split()[1])


def test_ten_thousand(many):
    many.xenmi("--json", "query", "select * from MSFT_WindowsProcess where Handle = '1'", check=0)
    host = many.pids("xenmi-host")[0]
    before = resident_kb(host)
    result = many.xenmi("--json", "--verbose", "enumerate", "MSFT_WindowsProcess", check=0)
    assert len({i["Handle"] for i in result.json}) == 10000
    assert "Reading processes" in result.err and "of about 10000 processes" in result.err
    # what all of them take together is some 10 MB: it never was in the host at a time
    if not harness.SLOW:
        assert resident_kb(host) - before < 6000


def test_filters_in_a_large_tree(many):
    found = many.xenmi("--json", "query", "select Handle from MSFT_WindowsProcess where Name = 'p7'", check=0).json
    assert len(found) == 100
    found = many.xenmi("--json", "query", "select Handle from MSFT_WindowsProcess where Handle = '5000'", check=0).json
    assert [i["Handle"] for i in found] == ["5000"]


def test_another_tree_is_only_read(many):
    result = many.xenmi("--json", "invoke", "MSFT_WindowsProcess", "Create", "--in", "CommandLine=sleep 1", check=1)
    assert "NOT_SUPPORTED" in result.err


def test_service_units(many):
    units = many.xenmi("--json", "enumerate", "Linux_ServiceUnit", check=0).json
    assert {u["Name"] for u in units} == {"one.service", "two.service"} and len(units) == 2
    assert all(u["Started"] for u in units)
    one_unit = [u for u in units if u["Name"] == "one.service"][0]
    name = [f"{key}={one_unit[key]}" for key in ("SystemCreationClassName", "SystemName", "CreationClassName", "Name")]
    assert many.xenmi("--json", "get", "Linux_ServiceUnit", *name, check=0).json["Name"] == "one.service"
    members = many.xenmi("--json", "associators", "--assoc-class", "Linux_ServiceUnitProcess", "Linux_ServiceUnit", *name, check=0).json
    assert sorted(i["Handle"] for i in members) == ["10", "11"]
    pairs = many.xenmi("--json", "enumerate", "Linux_ServiceUnitProcess", check=0).json
    assert len(pairs) == 3 and all(p["ExecutionType"] == 3 for p in pairs)
    process = many.xenmi("--json", "query", "select * from MSFT_WindowsProcess where Handle = '12'", check=0).json[0]
    name = [f"{key}={process[key]}" for key in KEYS]
    units = many.xenmi("--json", "associators", "--assoc-class", "Linux_ServiceUnitProcess", "MSFT_WindowsProcess", *name, check=0).json
    assert [u["Name"] for u in units] == ["two.service"]
    assert "NOT_SUPPORTED" in many.xenmi("--json", "invoke", "Linux_ServiceUnit", "StopService",
                                         *[f"{key}={one_unit[key]}" for key in ("SystemCreationClassName", "SystemName", "CreationClassName", "Name")],
                                         check=1).err
