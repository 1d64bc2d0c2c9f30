"""xenmi: its commands, what they print, how they fail."""
import json
import os
import re
import shutil
import signal

import pytest

import harness

P = harness.PREFIX
BASE, SESSION, EVENT = f"{P}XenStoreBase", f"{P}XenStoreSession", f"{P}XenStoreWatchEvent"

COMMANDS = ["classes", "class", "enumerate", "get", "query", "invoke", "create", "modify", "delete", "associators", "references", "subscribe",
            "test", "try", "xs", "sessions", "mof", "shell"]


def add_session(server, name):
    return server.wmi("invoke", "--query", f"select * from {BASE}", "AddSession", "--in", f"Id={name}", check=0).json["SessionId"]


def call(server, session, method, *arguments, check=0):
    words = [word for argument in arguments for word in ("--in", argument)]
    return server.wmi("invoke", "--query", f"select * from {SESSION} where SessionId={session}", method, *words, check=check)


# help and usage

def test_help_lists_every_command(server):
    text = server.xenmi("--help", check=0).out
    for command in COMMANDS:
        assert re.search(rf"^  {command} ", text, re.M), command


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help(server, command):
    result = server.xenmi(command, "--help", check=0)
    assert result.out.startswith(f"Usage: xenmi {command}")
    assert "--namespace" in result.out


@pytest.mark.parametrize("words, message", [
    ([], "expected a command"),
    (["nonsense"], "no command 'nonsense'"),
    (["--nonsense"], "unknown option --nonsense"),
    (["test", "-z"], "unknown option -z"),
    (["--timeout", "soon", "test"], "expected a number of seconds"),
    (["--timeout", "-1", "test"], "expected a number of seconds"),
    (["--timeout"], "--timeout needs SECONDS"),
    (["test", "--json=yes"], "--json takes no value"),
    (["test", "more"], "expected: test"),
    (["class"], "the name of one class"),
    (["enumerate"], "the name of one class"),
    (["enumerate", "--properties", "A,,B", BASE], "names with commas"),
    (["query"], "one query"),
    (["invoke", BASE], "CLASS METHOD"),
    (["xs"], "expected a command"),
    (["xs", "nonsense"], "no command 'nonsense'"),
    (["xs", "read"], "expected a path"),
    (["xs", "write", "data/a"], "pairs of PATH and VALUE"),
    (["xs", "txn", "frobnicate data/a"], "expected 'write PATH VALUE'"),
    (["sessions", "end"], "numbers of sessions"),
    (["sessions", "end", "x"], "expected a number"),
    (["subscribe"], "one query"),
    (["subscribe", "--count", "0", "q"], "expected a number from 1"),
    (["mof", "check"], "expected a file"),
    (["try", "library"], "a provider library and a command"),
])
def test_a_wrong_command_line_is_status_2(server, words, message):
    result = server.xenmi(*words, check=2)
    assert message in result.err
    assert "--help" in result.err
    assert result.out == ""


def test_no_server(server, tmp_path):
    environment = dict(server.env(), XENMI_SOCKET=str(tmp_path / "nothing"))
    result = harness.run([os.path.join(server.bin, "xenmi"), "test"], env=environment, check=1)
    assert "is it running" in result.err
    assert str(tmp_path / "nothing") in result.err


def test_it_finds_the_server_of_its_own_source_tree(server, tmp_path):
    (tmp_path / "bin").mkdir()
    shutil.copy(os.path.join(server.bin, "xenmi"), tmp_path / "bin")
    os.symlink(server.run_dir, tmp_path / "run")
    environment = server.env()
    del environment["XENMI_SOCKET"]
    assert "answers" in harness.run([tmp_path / "bin" / "xenmi", "test"], env=environment, check=0).out


# classes

def test_test(server):
    assert "answers" in server.xenmi("test", check=0).out
    assert server.xenmi("--json", "test", check=0).json == {"answers": True}


def test_classes(server):
    names = server.xenmi("--namespace", "root/wmi", "classes", check=0).out.split()
    assert {BASE, SESSION, EVENT, "WMIEvent"} <= set(names)
    assert names == sorted(names, key=str.lower)
    assert server.xenmi("--namespace", "root/wmi", "classes", "*STOREBASE", check=0).out.split() == [BASE]
    listed = {entry["name"]: entry["superclass"] for entry in server.wmi("classes", check=0).json}
    assert listed[EVENT] == "WMIEvent" and listed[BASE] is None
    assert server.wmi("classes", "nothing*", check=0).json == []


def test_classes_by_query(server):
    described = {entry["__CLASS"]: entry for entry in server.wmi("query", "select * from meta_class where __this isa 'wmievent'", check=0).json}
    assert set(described) >= {"WMIEvent", EVENT} and BASE not in described
    assert described[EVENT]["__SUPERCLASS"] == "WMIEvent" and described[EVENT]["__DERIVATION"][-1] == described[EVENT]["__DYNASTY"]
    (one,) = server.wmi("query", f"select __CLASS from meta_class where __CLASS = '{BASE}'", check=0).json
    assert one == {"__CLASS": BASE}
    assert f"__CLASS      : {BASE}" in server.xenmi("--namespace", "root/wmi", "query", "select * from meta_class", check=0).out


def test_class_tree(server):
    lines = server.xenmi("--namespace", "root/wmi", "classes", "--tree", check=0).out.splitlines()
    assert lines.index(f"  {EVENT}") > lines.index("WMIEvent")
    assert server.xenmi("--namespace", "root/wmi", "classes", "--tree", "*watchevent", check=0).out == f"WMIEvent\n  {EVENT}\n"


def test_class_is_mof_that_can_be_read_again(server, tmp_path):
    text = server.xenmi("--namespace", "root/wmi", "class", BASE, check=0).out
    assert f"class {BASE}" in text and "AddSession" in text
    qualifiers = os.path.join(harness.ROOT, "providers", "xenstore", "qualifiers.mof")
    (tmp_path / "class.mof").write_text(text)
    assert "1 classes" not in server.xenmi("mof", "check", qualifiers, check=0).err
    assert "2 classes" in server.xenmi("mof", "check", qualifiers, tmp_path / "class.mof", check=0).out


def test_class_in_json(server):
    described = server.wmi("class", SESSION, check=0).json
    properties = {entry["name"]: entry for entry in described["properties"]}
    assert properties["SessionId"]["type"] == "uint32"
    assert properties["InstanceName"]["qualifiers"]["Key"] is True
    methods = {entry["name"]: entry for entry in described["methods"]}
    assert [parameter["name"] for parameter in methods["SetValue"]["parameters"]] == ["Pathname", "value"]
    assert "Static" not in methods["SetValue"]["qualifiers"]


@pytest.mark.parametrize("words, name, message", [
    (["class", "Nope"], "INVALID_CLASS", "Nope"),
    (["enumerate", "Nope"], "INVALID_CLASS", "Nope"),
    (["query", "select * from Nope"], "INVALID_CLASS", "Nope"),
    (["query", f"select * from {SESSION} where"], "INVALID_QUERY", "column"),
    (["query", f"select Nope from {SESSION}"], "INVALID_QUERY", "Nope"),
    (["query", f"select * from {SESSION} where SessionId = 'five'"], "INVALID_QUERY", "expected a number"),
    (["query", "--dialect", "SQL", f"select * from {SESSION}"], "QUERY_LANGUAGE_NOT_SUPPORTED", "SQL"),
    (["get", SESSION, "InstanceName=nope"], "NOT_FOUND", "nope"),
    (["invoke", BASE, "Nope", "InstanceName=x"], "METHOD_NOT_FOUND", "no method 'Nope'"),
    (["invoke", "--query", f"select * from {SESSION} where SessionId = 4294967295", "EndSession"], "NOT_FOUND", "no instance"),
])
def test_refusals_name_what_and_why(server, words, name, message):
    result = server.xenmi("--namespace", "root/wmi", *words, check=1)
    assert f"({name})" in result.err and message in result.err
    assert result.out == ""


def test_an_unknown_namespace(server):
    result = server.xenmi("--namespace", "root/nope", "classes", check=1)
    assert "INVALID_NAMESPACE" in result.err and "root/nope" in result.err


@pytest.mark.parametrize("words, message", [
    (["get", SESSION, "Nope=1"], "no property 'Nope' (NO_SUCH_PROPERTY)"),
    (["enumerate", SESSION, "--properties", "Nope"], f"{SESSION} has no property 'Nope' (NO_SUCH_PROPERTY)"),
    (["get", SESSION, "SessionId=1"], "SessionId is no key"),
    (["get", SESSION], "the key InstanceName"),
    (["get", SESSION, "InstanceName=a", "InstanceName=b"], "given twice"),
    (["invoke", BASE, "EndSessions", "--in", "SessionId=many"], "expected a uint32, found 'many' (TYPE_MISMATCH)"),
    (["invoke", BASE, "EndSessions", "--in", "Nope=1"], "no parameter 'Nope' (INVALID_PARAMETER)"),
    (["invoke", BASE, "EndSessions", "--in", "Nope"], "name=value"),
])
def test_arguments_are_checked_against_the_class(server, words, message):
    result = server.xenmi("--namespace", "root/wmi", *words)
    assert result.status in (1, 2)
    assert message in result.err


# instances and methods

def test_enumerate_is_aligned_and_json_is_a_list(server):
    text = server.xenmi("--namespace", "root/wmi", "enumerate", BASE, check=0).out
    assert len({line.index(" : ") for line in text.splitlines() if line}) == 1
    (base,) = server.wmi("enumerate", BASE, check=0).json
    assert base["__CLASS"] == BASE and isinstance(base["XenTime"], int) and base["Active"] is True
    assert server.wmi("enumerate", f"{P}XenStoreNodes").status in (0, 1)


def test_a_session_through_its_life(server):
    session = add_session(server, "Life")
    (found,) = server.wmi("query", f"select * from {SESSION} where SessionId = '{session}'", check=0).json
    assert found["Id"] == "Life"
    assert server.wmi("get", SESSION, f"InstanceName={found['InstanceName']}", check=0).json["SessionId"] == session
    # a class with one key takes the bare value
    assert server.wmi("get", SESSION, found["InstanceName"], check=0).json["SessionId"] == session

    assert call(server, session, "SetValue", "Pathname=data/life", "value=a \"b\" \\ c").json == {}
    assert call(server, session, "GetValue", "pathname=data/life").json == {"value": "a \"b\" \\ c"}
    children = call(server, session, "GetChildren", "Pathname=data").json["children"]
    assert "data/life" in children["ChildNodes"] and children["NoOfChildNodes"] == len(children["ChildNodes"])
    refused = call(server, session, "GetValue", "Pathname=data/life/none", check=1)
    assert "NOT_FOUND" in refused.err and "data/life/none" in refused.err
    call(server, session, "RemoveValue", "Pathname=data/life")
    call(server, session, "EndSession")
    assert server.wmi("query", f"select * from {SESSION} where SessionId = {session}", check=0).json == []


def test_properties_keys_only_and_count(server):
    session = add_session(server, "Some")
    listed = server.wmi("enumerate", "--properties", "sessionid,ID", SESSION, check=0).json
    assert {"__CLASS": SESSION, "SessionId": session, "Id": "Some"} in listed
    keys = server.wmi("enumerate", "--keys-only", SESSION, check=0).json
    assert all(set(entry) == {"__CLASS", "InstanceName"} for entry in keys)
    assert server.xenmi("--namespace", "root/wmi", "query", "--count", f"select * from {SESSION} where SessionId = {session}", check=0).out == "1\n"
    call(server, session, "EndSession")


def test_wql_through_the_server(server):
    sessions = [add_session(server, name) for name in ("Alpha one", "alpha two", "Beta")]

    def ids(condition):
        found = server.wmi("query", f"select * from {SESSION} where ({condition}) and SessionId >= {sessions[0]}", check=0).json
        return sorted(entry["SessionId"] for entry in found)

    assert ids("Id like 'alpha%'") == sessions[:2]
    assert ids("Id = 'BETA'") == sessions[2:]
    assert ids("not Id like '%[ao]'") == sessions[:1]
    assert ids(f"SessionId > {sessions[0]} and TransactionOpen = false") == sessions[1:]
    assert ids("TransactionAge is null") == sessions
    assert ids(f"InstanceName = 'Xen Interface\\\\Session_Beta_0' and __CLASS = '{SESSION}'") in ([], sessions[2:])
    for session in sessions:
        call(server, session, "EndSession")


def test_several_targets_give_a_list(server):
    first, second = add_session(server, "Pair"), add_session(server, "Pair")
    answers = server.wmi("invoke", "--query", f"select * from {SESSION} where Id = 'Pair'", "Exists", "--in", "Pathname=/", check=0).json
    assert answers == [{"Exists": True}, {"Exists": True}]
    assert first != second
    server.xenmi("sessions", "end", "--id", "Pair", check=0)


def test_static_method_with_arrays(server):
    server.wmi("invoke", BASE, "WriteMany", "--in", "Pathnames=data/m1", "--in", "Pathnames=data/m2", "--in", "Values=1", "--in", "Values=2",
               check=0)
    read = server.wmi("invoke", BASE, "ReadMany", "--in", "Pathnames=data/m1", "--in", "Pathnames=data/m2", check=0).json
    assert read["Values"] == ["1", "2"] and read["Results"] == [0, 0]


def test_a_closed_pipe_ends_it_quietly(server):
    process = server.spawn("--namespace", "root/wmi", "enumerate", BASE)
    process.stdout.close()
    assert process.wait(harness.SECONDS) in (0, 1)
    assert "Traceback" not in process.stderr.read()
    process.stderr.close()


# sessions

def test_sessions(server):
    session = add_session(server, "Listed")
    text = server.xenmi("sessions", check=0).out
    assert re.search(rf"^ *{session}  Listed ", text, re.M) and text.splitlines()[0].startswith("SESSION")
    assert any(entry["SessionId"] == session for entry in server.xenmi("--json", "sessions", "list", check=0).json)
    assert server.xenmi("--json", "sessions", "end", str(session), check=0).json == {"ended": 1}
    refused = server.xenmi("--json", "sessions", "end", str(session), check=1)
    assert "NOT_FOUND" in refused.err and refused.out == ""
    # a wrong command line does nothing
    session = add_session(server, "Kept")
    server.xenmi("sessions", "end", str(session), "x", check=2)
    server.xenmi("sessions", "end", str(session), check=0)


# subscriptions

def read_lines(process, count):
    return [json.loads(process.stdout.readline()) for _ in range(count)]


def finish(process, number=signal.SIGINT):
    process.send_signal(number)
    status = process.wait(harness.SECONDS)
    error = process.stderr.read()
    process.stdout.close()
    process.stderr.close()
    return status, error


def test_subscribe_shows_events_and_ends_with_ctrl_c(server):
    process = server.spawn("--namespace", "root/wmi", "--json", "subscribe", f"select * from {EVENT} where EventId = 'data/sub'")
    # the subscription arms the watch itself: the first event says that it stands
    (first,) = read_lines(process, 1)
    assert first["EventId"] == "data/sub"
    server.xenmi("xs", "write", "data/sub", "1", check=0)
    (second,) = read_lines(process, 1)
    assert second["Sequence"] > first["Sequence"]
    assert finish(process) == (0, "")


def test_subscribe_count_and_timeout(server):
    query = f"select * from {EVENT} where EventId = 'data/once'"
    assert len(server.wmi("subscribe", "--count", "1", query, check=0).lines) == 1
    result = server.wmi("--timeout", "0.5", "subscribe", "--count", "50", query, check=1)
    assert "of 50 events" in result.err
    server.wmi("--timeout", "0.3", "subscribe", query, check=0)


def test_subscribe_to_what_is_no_event(server):
    assert "(INVALID_QUERY)" in server.wmi("subscribe", "select * from", check=1).err
    assert server.wmi("subscribe", "select * from Nope", check=1).err.count("INVALID_CLASS") == 1
