"""The classes of the XenStore interface: what clients of the Windows driver do, and each of its defects."""
import os
import shutil
import tempfile
import time

import pytest

import harness
from wire import Wire, XenstoreError
from xenstore_client import Interface

ALICE, BOB = 61501, 61502
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="needs root to be several users")


@pytest.fixture(scope="module")
def xen(server):
    return Interface(server)


@pytest.fixture(scope="module")
def wire(xenstored):
    with Wire(xenstored.socket) as connection:
        yield connection


@pytest.fixture
def session(xen):
    number = xen.add("session of a test")
    yield number
    xen.static("EndSessions", SessionId=number)


def test_published_script(xen):
    """C.1: the documented example, step by step."""
    assert xen.base()["InstanceName"]
    number = xen.add("MyNewSession")
    assert [s["SessionId"] for s in xen.query(xen.find(number))] == [number]
    xen.set(number, "data/TempValue", "This is a string")
    assert xen.get(number, "data/TempValue") == "This is a string"
    children = xen.call(number, "GetChildren", Pathname="data")["children"]
    assert children["NoOfChildNodes"] == len(children["ChildNodes"]) and "data/TempValue" in children["ChildNodes"]
    xen.call(number, "RemoveValue", Pathname="data/TempValue")
    xen.fails(number, "GetValue", "NOT_FOUND", Pathname="data/TempValue")
    # B.17: after it the listing works too, whatever else is there
    xen.call(number, "GetChildren", Pathname="data")
    with xen.subscribe(event_id="data/TempValue") as subscriber:
        subscriber.wait(1, SessionId=None)  # its own watch: now it is in force
        xen.call(number, "SetWatch", Pathname="data/TempValue")
        subscriber.wait(1, SessionId=number)
        xen.set(number, "data/TempValue", "HELLO")
        xen.set(number, "data/TempValue", "WORLD")
        subscriber.wait(2, SessionId=number)
        assert xen.get(number, "data/TempValue") == "WORLD"
    xen.call(number, "EndSession")
    assert xen.query(xen.find(number)) == []


def test_the_example_of_the_manual(server):
    """B.17: docs/xenstore.md shows what works, word for word."""
    with open(os.path.join(harness.ROOT, "docs", "xenstore.md")) as file:
        section = file.read().split("## The published example", 1)[1].split("\n## ", 1)[0]
    script = "".join(line[4:] + "\n" for line in section.splitlines() if line.startswith("    ") or not line)
    script = script.replace("XenProject", harness.PREFIX)
    assert script.count("session ") > 10
    environment = dict(server.env(), PATH=server.bin + ":" + os.environ["PATH"])
    result = harness.run(["bash", "-euo", "pipefail", "-c", script], env=environment, check=0)
    assert result.err == ""
    assert [line for line in result.out.splitlines() if line.startswith("value")] == ["value : This is a string", "value : WORLD"]
    assert "EventId" in result.out and "nobody sees this" not in result.out
    assert '{"data/TempValue"' in result.out or '"data/TempValue"}' in result.out or '"data/TempValue",' in result.out


def test_names_of_any_case(xen, session):
    """Clients write ID, Id, PathName, childNodes."""
    assert xen.run("query", f"SELECT sessionid FROM {xen.prefix.lower()}session WHERE SESSIONID='{session}'").json[0]["SessionId"] == session
    xen.call(session, "setvalue", PATHNAME="data/case", VALUE="v")
    assert xen.call(session, "GETVALUE", pathName="data/case")["value"] == "v"


def test_numbers_are_never_used_again(xen):
    """B.2"""
    first = xen.add("a")
    xen.call(first, "EndSession")
    second = xen.add("a")
    assert second > first > 0
    xen.call(second, "EndSession")
    assert xen.run("invoke", "--query", xen.find(second), "EndSession").status == 1


def test_awkward_ids(xen):
    for name in ("", "with \"quotes\" and 'others'", "back\\slash\\", "\u20ac uro \U0001f600", "x" * 4000):
        number = xen.add(name)
        found = xen.query(xen.find(number))[0]
        assert found["Id"] == name
        assert found["InstanceName"].startswith("Xen Interface\\Session_" + name)
        quoted = found["InstanceName"].replace("\\", "\\\\").replace("'", "\\'")
        assert [s["SessionId"] for s in xen.query(f"select * from {xen.prefix}Session where InstanceName='{quoted}'")] == [number]
        got = xen.run("get", xen.prefix + "Session", "InstanceName=" + found["InstanceName"])
        assert got.status == 0 and got.json["SessionId"] == number, got
        assert xen.static("EndSessions", Id=name)["Ended"] >= 1


def test_sessions_tell_of_themselves(xen, session):
    """B.1, B.5: owner, age, use and an open transaction can be seen."""
    shown = xen.query(xen.find(session))[0]
    assert shown["Active"] is True and shown["OwnerUid"] == os.getuid()
    assert shown["TransactionOpen"] is False and shown["TransactionAge"] is None
    xen.call(session, "StartTransaction")
    xen.call(session, "SetWatch", Pathname="data/a")
    xen.call(session, "SetWatch", Pathname="data/a")
    shown = xen.query(xen.find(session))[0]
    assert shown["TransactionOpen"] is True and shown["TransactionAge"] >= 0
    assert shown["WatchCount"] == 2 and shown["Watches"] == ["data/a", "data/a"]


def test_values(xen, session, wire):
    """B.10, B.11"""
    for value in ("", "plain", "\u20ac \U0001f600 \u00e9", "back\\slash", "x" * 4000, "two\nlines\ttab", "%s%n"):
        xen.set(session, "data/value", value)
        assert xen.get(session, "data/value") == value
        assert wire.read("data/value") == value.encode()
    wire.write("data/value", b"a\0b\xffc\\")
    assert xen.get(session, "data/value") == "a\\x00b\\xffc\\"
    assert xen.call(session, "GetValueRaw", Pathname="data/value")["value"] == list(b"a\0b\xffc\\")
    xen.call(session, "SetValueRaw", Pathname="data/value", value=[0, 255, 92])
    assert wire.read("data/value") == b"\0\xff\\"
    escaped = xen.static("ReadMany", Pathnames=["data/value"], Escaped=True)["Values"]
    xen.static("WriteMany", Pathnames=["data/copy"], Values=escaped, Escaped=True)
    assert wire.read("data/copy") == b"\0\xff\\"


@pytest.mark.parametrize("path", ["", "a b", "a.b", "a//b", "a/", "\u00e9", "@watch", "a\\b", "/" + "x" * 4000])
def test_bad_paths(xen, session, path):
    for method in ("GetValue", "GetChildren", "RemoveValue", "Exists", "MakeDirectory", "GetPermissions"):
        xen.fails(session, method, "INVALID_PARAMETER", Pathname=path)
    xen.fails(session, "SetValue", "INVALID_PARAMETER", Pathname=path, value="x")
    if not path.startswith("@"):
        xen.fails(session, "SetWatch", "INVALID_PARAMETER", Pathname=path)
    xen.call(session, "RemoveWatch", Pathname=path)


def test_why_a_path_is_refused(xen, session):
    assert "ContinueAt: data/x: not a path below /" in xen.fails(session, "ListTree", "INVALID_PARAMETER", Pathname="/", ContinueAt="data/x")
    assert "is empty" in xen.fails(session, "GetValue", "INVALID_PARAMETER", Pathname="")
    assert "can only be watched" in xen.fails(session, "GetValue", "INVALID_PARAMETER", Pathname="@releaseDomain")
    said = xen.fails(session, "RemoveValue", "INVALID_PARAMETER", Pathname="/")
    assert said.count("cannot remove") == 1 and "not a xenstore path" not in said


def test_bad_arguments(xen, session):
    assert "value" in xen.fails(session, "SetValue", "INVALID_PARAMETER", Pathname="data/x")
    assert "Pathname" in xen.fails(session, "GetValue", "INVALID_PARAMETER")
    xen.fails(session, "SetValue", "INVALID_PARAMETER", Pathname="data/x", value="x" * 5000)
    assert xen.run("invoke", "--query", xen.find(session), "NoSuchMethod").status != 0
    assert xen.run("delete", xen.prefix + "Session", f"InstanceName={xen.query(xen.find(session))[0]['InstanceName']}").status != 0
    assert len(xen.query(xen.find(session))) == 1


def test_children(xen, session, wire):
    """B.8, B.9"""
    for name in ("dir/A", "dir/a", "dir/leaf"):
        wire.write("data/" + name, "v")
    assert xen.call(session, "GetChildren", Pathname="data/dir/leaf")["children"]["NoOfChildNodes"] == 0
    xen.fails(session, "GetChildren", "NOT_FOUND", Pathname="data/dir/none")
    absolute = xen.call(session, "GetChildren", Pathname="/local/domain/0/data/dir")["children"]["ChildNodes"]
    assert absolute == ["/local/domain/0/data/dir/" + name for name in ("A", "a", "leaf")]
    assert "/local" in xen.call(session, "GetChildren", Pathname="/")["children"]["ChildNodes"]
    walked, path = [], xen.call(session, "GetFirstChild", InPath="data/dir")["OutPath"]
    while path:
        walked.append(path)
        path = xen.call(session, "GetNextSibling", InPath=path)["OutPath"]
    assert walked == ["data/dir/A", "data/dir/a", "data/dir/leaf"]
    assert xen.call(session, "GetFirstChild", InPath="data/dir/leaf")["OutPath"] == ""
    assert xen.call(session, "GetNextSibling", InPath="/tool")["OutPath"] == "/local" or \
        xen.call(session, "GetNextSibling", InPath="/local")["OutPath"] == "/tool"
    xen.fails(session, "GetNextSibling", "NOT_FOUND", InPath="data/dir/none")
    xen.call(session, "GetNextSibling", InPath="data")


def test_large_directory(xen, session, wire):
    names = [f"a-name-long-enough-to-fill-the-message-{number}" for number in range(1200)]
    for name in names:
        wire.write("data/large/" + name)
    children = xen.call(session, "GetChildren", Pathname="data/large")["children"]
    assert children["NoOfChildNodes"] == 1200 and children["ChildNodes"] == ["data/large/" + name for name in names]
    wire.remove("data/large")


def test_remove(xen, session, wire):
    wire.write("data/gone/deep", "v")
    xen.call(session, "RemoveValue", Pathname="data/gone")
    xen.call(session, "RemoveValue", Pathname="data/gone")
    xen.fails(session, "RemoveValue", "NOT_FOUND", Pathname="data/gone/deep/er")
    xen.fails(session, "RemoveValue", "INVALID_PARAMETER", Pathname="/")
    with pytest.raises(XenstoreError):
        wire.read("data/gone")


def test_transactions(xen, session, wire):
    """B.4 to B.6"""
    wire.write("data/t", "before")
    xen.fails(session, "CommitTransaction", "FAILED")
    xen.fails(session, "AbortTransaction", "FAILED")
    xen.call(session, "StartTransaction")
    xen.fails(session, "StartTransaction", "FAILED")
    xen.set(session, "data/t", "inside")
    assert xen.get(session, "data/t") == "inside" and wire.read("data/t") == b"before"
    xen.call(session, "EndTransaction")
    assert wire.read("data/t") == b"before"
    xen.call(session, "StartTransaction")
    xen.set(session, "data/t", "inside")
    wire.write("data/t", "outside")
    assert "start anew" in xen.fails(session, "CommitTransaction", "FAILED")
    assert wire.read("data/t") == b"outside"
    xen.call(session, "StartTransaction")
    xen.set(session, "data/t", "committed")
    xen.call(session, "CommitTransaction")
    assert wire.read("data/t") == b"committed"


def test_refused_transaction(make_server, xenstored):
    """B.4: a start that is refused is an error, and what follows is not taken for part of one."""
    xen = Interface(make_server(store=xenstored.socket, options={"transactions": 1}))
    first, second = xen.add("first"), xen.add("second")
    xen.call(first, "StartTransaction")
    xen.fails(second, "StartTransaction", "SERVER_LIMITS_EXCEEDED")
    assert xen.query(xen.find(second))[0]["TransactionOpen"] is False


def test_transaction_that_is_open_too_long(make_server, xenstored):
    """B.5: that is said, once."""
    xen = Interface(make_server(store=xenstored.socket, options={"transaction_timeout": 1}))
    first = xen.add("first")
    xen.call(first, "StartTransaction")
    harness.wait_until(lambda: xen.run("invoke", "--query", xen.find(first), "GetValue", "--in", "Pathname=/tool").status == 1,
                       what="the end of the transaction")
    assert "open for too long" in xen.fails(first, "SetValue", "FAILED", Pathname="data/x", value="v")
    assert "open for too long" in xen.fails(first, "CommitTransaction", "FAILED")
    xen.set(first, "data/x", "v")


def test_limits(make_server, xenstored):
    """B.3"""
    xen = Interface(make_server(store=xenstored.socket, options={"sessions": 2, "watches_per_session": 1, "leaf_is_error": "yes"}))
    first = xen.add("first")
    xen.add("second")
    result = xen.run("invoke", "--query", f"select * from {xen.prefix}Base", "AddSession", "--in", "Id=third")
    assert result.status == 1 and "limit of 2" in result.err and "SERVER_LIMITS_EXCEEDED" in result.err
    xen.call(first, "SetWatch", Pathname="data/a")
    xen.fails(first, "SetWatch", "SERVER_LIMITS_EXCEEDED", Pathname="data/b")
    xen.set(first, "data/leaf", "")
    xen.fails(first, "GetChildren", "NOT_FOUND", Pathname="data/leaf")
    xen.call(first, "EndSession")
    assert xen.add("third") == 3


def test_expiry(make_server, xenstored):
    """B.1"""
    xen = Interface(make_server(store=xenstored.socket, options={"idle_expiry": 1}))
    first = xen.add("first")
    harness.wait_until(lambda: not xen.query(f"select * from {xen.prefix}Session"), what="expiry")
    assert xen.add("second") == first + 1


def test_many_at_once(xen, session, wire):
    """B.21"""
    xen.static("WriteMany", Pathnames=["data/m/a", "data/m/b"], Values=["1", "2"])
    read = xen.static("ReadMany", Pathnames=["data/m/a", "data/m/none", "data/m/b", "a b"])
    assert read["Values"] == ["1", "", "2", ""] and read["Results"] == [0, 6, 0, 4]
    assert "data/m/none" in read["Messages"][1]
    # all or none
    assert "INVALID_PARAMETER" in xen.static("WriteMany", check=1, Pathnames=["data/m/a", "bad path"], Values=["3", "4"])
    assert wire.read("data/m/a") == b"1"
    assert "INVALID_PARAMETER" in xen.static("WriteMany", check=1, Pathnames=["data/m/a", "data/m/b"], Values=["3"])
    listed = xen.static("ListMany", Pathnames=["data/m", "data/m/a", "data/m/none"])
    assert listed["ChildNodes"] == ["data/m/a", "data/m/b"] and listed["Counts"] == [2, 0, 0] and listed["Results"] == [0, 0, 6]
    assert xen.static("Exists", Pathname="data/m/a")["Exists"] is True and xen.static("Exists", Pathname="data/m/x")["Exists"] is False
    xen.static("MakeDirectory", Pathnames=["data/m/d/e", "data/m/a"])
    assert wire.read("data/m/d/e") == b"" and wire.read("data/m/a") == b"1"
    xen.static("RemoveMany", Pathnames=["data/m/a", "data/m/b"])
    assert wire.list("data/m") == ["d"]
    # in a session's transaction
    xen.call(session, "StartTransaction")
    xen.call(session, "WriteMany", Pathnames=["data/m/x", "data/m/y"], Values=["1", "2"])
    assert wire.list("data/m") == ["d"]
    xen.call(session, "CommitTransaction")
    assert wire.list("data/m") == ["d", "x", "y"]
    xen.call(session, "RemoveMany", Pathnames=["data/m"])


def test_permissions(xen, session, wire):
    wire.write("data/p/below", "v")
    assert xen.call(session, "GetPermissions", Pathname="data/p")["Permissions"] == ["n0"]
    xen.call(session, "SetPermissions", Pathname="data/p", Permissions=["n0", "r7"])
    assert xen.static("GetPermissions", Pathname="data/p")["Permissions"] == ["n0", "r7"]
    xen.static("SetPermissions", Pathnames=["data/p"], Permissions=["b7"], Recurse=True)
    assert xen.static("GetPermissions", Pathname="data/p/below")["Permissions"] == ["b7"]
    for bad in ("", "x0", "r", "rr", "r-1", "r7 "):
        assert "INVALID_PARAMETER" in xen.static("SetPermissions", check=1, Pathnames=["data/p"], Permissions=[bad])
    assert "NOT_FOUND" in xen.static("GetPermissions", check=1, Pathname="data/none")


def test_tree(xen, wire):
    for number in range(300):
        wire.write(f"data/tree/{number % 10}/{number}", str(number))
    tree = xen.static("ListTree", Pathname="data/tree", WithPermissions=True)
    assert len(tree["Pathnames"]) == 311 and tree["Next"] == ""
    shown = dict(zip(tree["Pathnames"], tree["Values"]))
    assert shown["data/tree/7/217"] == "217" and shown["data/tree/7"] == ""
    assert set(tree["Results"]) == {0} and set(tree["Permissions"]) == {"n0"}
    assert len(xen.static("ListTree", Pathname="data/tree", Depth=1)["Pathnames"]) == 11
    rest = xen.static("ListTree", Pathname="data/tree", ContinueAt="data/tree/7/217")
    assert rest["Pathnames"] == tree["Pathnames"][tree["Pathnames"].index("data/tree/7/217"):]
    gone = xen.static("ListTree", Pathname="data/tree", ContinueAt="data/tree/7/2171")
    assert gone["Pathnames"] == tree["Pathnames"][tree["Pathnames"].index("data/tree/7/217") + 1:]
    assert "NOT_FOUND" in xen.static("ListTree", check=1, Pathname="data/none")
    wire.remove("data/tree")


def test_large_tree(xen, wire):
    """More than one answer holds."""
    for number in range(700):
        wire.write(f"data/big/{number}", "x" * 3000)
    seen, at = [], ""
    while True:
        part = xen.static("ListTree", Pathname="data/big", ContinueAt=at)
        seen += part["Pathnames"]
        at = part["Next"]
        if not at:
            break
    assert len(seen) == len(set(seen)) == 701
    wire.remove("data/big")


def test_base(xen, session):
    """B.16, B.22"""
    base = xen.base()
    assert abs(base["XenTime"] / 1e7 - 11644473600 - time.time()) < 30
    assert base["XenTimeSource"] and base["Connected"] is True and base["Backend"] == "socket"
    assert base["DomainId"] == 0 and base["DomainPath"] == "/local/domain/0"
    assert base["SessionCount"] >= 1


def test_without_xenstored(make_server, tmp_path):
    """B.16: no daemon is no reason for a wrong time, and every call ends with an error that says so."""
    xen = Interface(make_server(store=str(tmp_path / "nobody")))
    base = xen.base()
    assert base["Connected"] is False and base["XenTime"] > 0 and base["DomainId"] is None
    number = xen.add("early")
    assert "xenstored" in xen.fails(number, "GetValue", "FAILED", Pathname="data/x")
    xen.fails(number, "SetWatch", "FAILED", Pathname="data/x")
    xen.fails(number, "StartTransaction", "FAILED")
    xen.call(number, "EndSession")


def test_log(make_server, xenstored, tmp_path):
    """B.15: a message is data."""
    console = tmp_path / "console"
    console.touch()
    xen = Interface(make_server(store=xenstored.socket, options={"log_console": str(console)}))
    number = xen.add("log\x1b) of root: ger")
    unused = xen.query(xen.find(number))[0]["LastUsed"]
    xen.call(number, "Log", Message="%s %n literal")
    assert xen.query(xen.find(number))[0]["LastUsed"] > unused
    xen.call(number, "Log", Message="one\ntwo\x1b[1m\x07\n" + "x" * 1000)
    lines = console.read_text().splitlines()
    assert lines[0].startswith(f"xenmi session {number} of {xen.server.user()} (log\\x1b) of root: ger): ") and lines[0].endswith(": %s %n literal")
    assert lines[1].endswith(": one") and lines[2].endswith(": two\\x1b[1m\\x07")
    assert "".join(line.rsplit(": ", 1)[1] for line in lines[3:6]) == "x" * 1000
    xen.call(number, "Log", Message="\n".join(str(line) for line in range(5000)))
    assert len(console.read_text().splitlines()) < 700
    assert xen.run("invoke", "--query", xen.find(999), "Log", "--in", "Message=x").status == 1


@pytest.fixture
def open_directory():
    """One that every user may enter, unlike pytest's own."""
    directory = tempfile.mkdtemp(prefix="xenmi-owners.")
    os.chmod(directory, 0o755)
    yield directory
    shutil.rmtree(directory)


@needs_root
def test_owners(open_directory):
    """Sessions are their owner's, and administrators'."""
    from xenstored import Xenstored
    directory = open_directory
    rules = f"[namespace *]\nallow = user:root all admin\nallow = user:{ALICE} all\nallow = user:{BOB} all\n"
    with Xenstored(directory + "/xenstored") as daemon, harness.Xenmi(directory + "/xenmi", store=daemon.socket, config=rules) as server:
        root, alice, bob = Interface(server), Interface(server, uid=ALICE), Interface(server, uid=BOB)
        hers, his = alice.add("hers"), bob.add("his")
        assert [s["SessionId"] for s in alice.query(f"select * from {alice.prefix}Session")] == [hers]
        assert [s["SessionId"] for s in root.query(f"select * from {root.prefix}Session")] == [his, hers]
        name = root.query(root.find(hers))[0]["InstanceName"]
        assert bob.query(bob.find(hers)) == []
        assert "NOT_FOUND" in bob.run("get", bob.prefix + "Session", "InstanceName=" + name).err
        assert bob.static("EndSessions", SessionId=hers)["Ended"] == 0
        # events go to the owner and to administrators
        with alice.subscribe() as for_her, bob.subscribe() as for_him, root.subscribe() as for_root:
            for_her.ready(alice, hers, "data/alice")
            for_him.ready(bob, his, "data/bob")
            for_root.ready(alice, hers, "data/alice")
            alice.call(hers, "SetWatch", Pathname="data/hers")
            bob.call(his, "SetWatch", Pathname="data/his")
            for_her.wait(1, EventId="data/hers")
            for_him.wait(1, EventId="data/his")
            for_root.wait(1, EventId="data/hers")
            for_root.wait(1, EventId="data/his")
            assert for_her.count(EventId="data/his") == 0 and for_him.count(EventId="data/hers") == 0
        assert root.static("EndSessions", SessionId=hers)["Ended"] == 1
        assert alice.query(alice.find(hers)) == []


@needs_root
def test_protected_paths(open_directory, xenstored, wire):
    """B.14: what the configuration keeps from all but administrators, under both names of a node"""
    home = "/local/domain/0/"
    options = {"deny": "data/secret, /vm", "read_only": "control"}
    for path in ("data/secret/key", "data/open", "control/shutdown"):
        wire.write(home + path, "v")
    wire.write("/vm/uuid", "v")
    with harness.Xenmi(open_directory + "/xenmi", store=xenstored.socket, config="[namespace root/wmi]\nallow = user:root all admin\nallow = everybody all\n", options=options) as server:
        alice, root = Interface(server, uid=65001), Interface(server)
        session, own = alice.add("alice"), root.add("root")
        for path in ("data/secret", "data/secret/key", home + "data/secret/key", "/vm/uuid"):
            for method in ("GetValue", "GetValueRaw", "GetChildren", "Exists", "GetPermissions", "SetWatch", "ListTree", "RemoveValue", "MakeDirectory"):
                alice.fails(session, method, "ACCESS_DENIED", Pathname=path)
            alice.fails(session, "GetFirstChild", "ACCESS_DENIED", InPath=path)
            alice.fails(session, "SetValue", "ACCESS_DENIED", Pathname=path, value="x")
            alice.fails(session, "SetPermissions", "ACCESS_DENIED", Pathname=path, Permissions=["n0"])
            assert root.static("Exists", Pathname=path)["Exists"] is True
        for path in ("control/shutdown", home + "control"):
            root.call(own, "GetChildren", Pathname=path)
            alice.call(session, "GetChildren", Pathname=path)
            alice.call(session, "SetWatch", Pathname=path)
            alice.fails(session, "SetValue", "ACCESS_DENIED", Pathname=path, value="x")
            alice.fails(session, "RemoveValue", "ACCESS_DENIED", Pathname=path)
        # what is above goes not either
        for path in ("data", "/local", home.rstrip("/")):
            alice.fails(session, "RemoveValue", "ACCESS_DENIED", Pathname=path)
            assert "ACCESS_DENIED" in alice.static("SetPermissions", check=1, Pathnames=[path], Permissions=["n0"], Recurse="true")
        alice.set(session, "data", "")
        # many at once: one is enough for none, where it is all or none
        assert alice.static("ReadMany", Pathnames=["data/open", "data/secret/key"])["Results"] == [0, 2]
        assert alice.static("ListMany", Pathnames=["data/secret", "data"])["Results"] == [2, 0]
        alice.static("WriteMany", check=1, Pathnames=["data/open", "control/x"], Values=["1", "2"])
        alice.static("RemoveMany", check=1, Pathnames=["data/open", "data/secret"])
        assert wire.read(home + "data/open") == b"v"
        # a tree shows that there is something, and goes on behind it
        tree = alice.static("ListTree", Pathname="/", WithPermissions="true")
        shown = dict(zip(tree["Pathnames"], zip(tree["Results"], tree["Values"], tree["Permissions"])))
        assert shown[home + "data/secret"] == (2, "", "") and home + "data/secret/key" not in shown and shown["/vm"][0] == 2
        assert shown[home + "data/open"][:2] == (0, "v") and shown[home + "control/shutdown"][:2] == (0, "v")
        for condition in ("EventId='data/secret/x'", "EventId='data/open' or EventId='data/secret/x'"):
            refused = alice.run("--timeout", "30", "subscribe", "--count", "1", f"select * from {alice.prefix}WatchEvent where {condition}")
            assert refused.status == 1 and "ACCESS_DENIED" in refused.err
        root.set(own, "data/secret/key", "w")
        root.call(own, "RemoveValue", Pathname="data/secret")


def test_a_protected_path_that_is_none(make_server, xenstored):
    server = make_server(store=xenstored.socket, options={"deny": "data/ok data//twice"})
    result = server.xenmi("xs", "read", "data/x", check=1)
    assert "data//twice is not a xenstore path" in result.err


def documented_keys(page, section):
    """What a table of options names: `key`, `key` | ..."""
    with open(os.path.join(harness.ROOT, "docs", page)) as file:
        lines = file.read().split(section, 1)[1].split("\n## ", 1)[0].splitlines()
    rows = [line.split("|")[1] for line in lines if line.startswith("| `")]
    return [word.strip(" `") for row in rows for word in row.split(",")]


def test_misspelt_options(make_server, xenstored):
    """Each is named once, with those that there are; those of the documents are all known."""
    values = {"socket": xenstored.socket, "autowatch": "yes", "leaf_is_error": "no", "log_console": "/dev/null", "deny": "/no/such", "read_only": "/no/such"}
    keys = documented_keys("xenstore.md", "## Options")
    assert set(values) < set(keys) and "orphan_expiry" in keys
    options = {key: values.get(key, "1000") for key in keys} | {"sokcet": "/dev/null"}
    assert documented_keys("process.md", "## Options") == ["poll_ms", "proc"]
    server = make_server(options=options, providers=("XenStore", "Process"), config="[provider Process]\nPoll_MS = 1000\nproc = /proc\npol_ms = 20\n")
    for _ in range(2):
        server.xenmi("xs", "ls", "/", check=0)
        server.xenmi("query", f"select Name from MSFT_WindowsProcess where Handle = '{os.getpid()}'", check=0)
    warnings = [line for line in server.log().splitlines() if "unknown key" in line]
    assert len(warnings) == 2
    for provider, key, known in (("XenStore", "sokcet", keys), ("Process", "pol_ms", ["proc", "poll_ms"])):
        line = [line for line in warnings if f"provider {provider}: unknown key {key} in its section of xenmi.conf" in line][0]
        assert set(known) <= set(line.split("the keys are: ")[1].split(", "))


def test_several_prefixes(xenstored, tmp_path):
    """Several prefixes are views of the same sessions."""
    server = harness.Xenmi(tmp_path / "xenmi", store=xenstored.socket, providers=())
    server.options = {"socket": xenstored.socket}
    server.providers = []
    server.write_config()
    with open(server.config, "a") as file:
        file.write(f"[provider XenStore]\nsocket = {xenstored.socket}\n")
    os.makedirs(server.state_dir, exist_ok=True)
    server.register("libXenStoreAll.so", "root/wmi", "XenStore", "-HostingModel", "system:" + server.user())
    server.launch()
    try:
        views = [Interface(server, prefix) for prefix in ("AWS", "Citrix", "XenProject")]
        number = views[0].add("one for all")
        for view in views:
            assert view.query(view.find(number))[0]["Id"] == "one for all"
        views[1].set(number, "data/prefix", "v")
        assert views[2].get(number, "data/prefix") == "v"
        children = views[1].call(number, "GetChildren", Pathname="data")["children"]
        assert children["__CLASS"] == "CitrixXenStoreNodes"
        with views[1].subscribe() as citrix, views[2].subscribe() as xenproject:
            citrix.ready(views[0], number)
            xenproject.ready(views[0], number)
            views[0].call(number, "SetWatch", Pathname="data/prefix")
            citrix.wait(1, EventId="data/prefix")
            xenproject.wait(1, EventId="data/prefix")
        views[2].call(number, "EndSession")
        assert views[0].query(views[0].find(number)) == []
    finally:
        server.stop()
