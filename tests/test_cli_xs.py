"""xenmi xs: each verb against a real xenstored, beside what xenstore-utils say."""
import json
import os
import signal
import re
import subprocess
import threading

import pytest

import harness


def xenstore(server, verb, *arguments):
    environment = dict(os.environ, XENSTORED_PATH=server.store)
    return subprocess.run([f"xenstore-{verb}", *arguments], env=environment, capture_output=True, text=True, timeout=harness.SECONDS, check=True).stdout


def xs(server, *words, check=0, input=None):
    return server.xenmi("xs", *words, check=check, input=input)


def sessions(server):
    return server.xenmi("--json", "sessions", check=0).json


@pytest.fixture
def tree(server, request):
    """A directory of its own for each test, removed at the end."""
    name = "data/" + re.sub("[^A-Za-z0-9]+", "-", request.node.name).strip("-")
    xs(server, "mkdir", name)
    yield name
    xs(server, "rm", name)


def test_read_and_write(server, tree):
    xs(server, "write", f"{tree}/a", "hello", f"{tree}/b/c", "")
    assert xs(server, "read", f"{tree}/a", f"{tree}/b/c").out == "hello\n\n"
    assert xs(server, "read", "-p", f"{tree}/a").out == f"{tree}/a: hello\n"
    assert xenstore(server, "read", f"{tree}/a") == "hello\n"
    assert json.loads(server.xenmi("--json", "xs", "read", f"{tree}/a", check=0).out) == [{"path": f"{tree}/a", "value": "hello"}]


@pytest.mark.parametrize("octets", [b"plain", b"back\\slash", b"two\nlines\ttab", b"\x01\x02\x7f", "über €".encode(), b"\xff\xfe", b"\\x41", b"50%s"])
def test_any_octets_go_there_and_back(server, tree, octets):
    written = "".join(f"\\x{octet:02x}" for octet in octets)
    xs(server, "write", f"{tree}/v", written)
    shown = xs(server, "read", f"{tree}/v").out
    assert shown.endswith("\n") and shown.isprintable() is False and shown[:-1].isprintable()
    # what is shown can be written again and gives the same
    xs(server, "write", f"{tree}/w", shown[:-1])
    assert xs(server, "read", f"{tree}/w").out == shown
    raw = subprocess.run([os.path.join(server.bin, "xenmi"), "xs", "read", "-R", f"{tree}/v"], env=server.env(), capture_output=True,
                         timeout=harness.SECONDS, check=True).stdout
    assert raw == octets


def test_write_raw(server, tree):
    xs(server, "write", "-R", f"{tree}/v", "a\\nb")
    assert xs(server, "read", "-R", f"{tree}/v").out == "a\\nb"
    assert xs(server, "read", "-Rp", f"{tree}/v").out == f"{tree}/v: a\\nb"
    assert xs(server, "read", f"{tree}/v").out == "a\\\\nb\n"


def test_write_is_all_or_nothing(server, tree):
    result = xs(server, "write", f"{tree}/a", "1", f"{tree}/bad path", "2", check=1)
    assert "bad path" in result.err
    assert xs(server, "exists", f"{tree}/a", check=1).out == ""


@pytest.mark.parametrize("path", ["data/a b", "data/a.b", "data//a", "data/a/", "", "data/é", "data/" + "x" * 4000])
def test_bad_paths(server, path):
    for words in (["read", path], ["write", path, "x"], ["ls", path], ["rm", path], ["tree", path]):
        result = xs(server, *words, check=1)
        assert "INVALID_PARAMETER" in result.err, words


def test_a_path_that_is_too_long_is_named_once(server):
    long = "/" + "p" * 2101
    result = xs(server, "read", long, check=1)
    assert "too long" in result.err and "INVALID_PARAMETER" in result.err and result.err.count(long[:200]) == 1
    assert "too long" in xs(server, "read", long[1:], check=1).err


def test_missing_and_empty_are_told_apart(server, tree):
    xs(server, "write", f"{tree}/empty", "")
    assert xs(server, "read", f"{tree}/empty").out == "\n"
    result = xs(server, "read", f"{tree}/missing", check=1)
    assert "NOT_FOUND" in result.err and f"{tree}/missing" in result.err and result.out == ""
    result = xs(server, "read", f"{tree}/missing", f"{tree}/empty", check=1)
    assert result.out == "\n"


def test_ls(server, tree):
    xs(server, "write", f"{tree}/b", "", f"{tree}/a/x", "")
    assert set(xs(server, "ls", tree).out.split()) == {"a", "b"}
    assert set(xs(server, "ls", "-f", tree).out.split()) == {f"{tree}/a", f"{tree}/b"}
    assert set(server.xenmi("--json", "xs", "ls", tree, check=0).json) == {"a", "b"}
    assert xs(server, "ls", f"{tree}/b").out == ""
    assert "NOT_FOUND" in xs(server, "ls", f"{tree}/nope", check=1).err
    assert "local" in xs(server, "ls").out.split()
    listed = server.xenmi("--json", "xs", "ls", "-p", tree, check=0).json
    assert sorted(listed, key=lambda node: node["path"]) == [{"path": f"{tree}/a", "permissions": "n0"}, {"path": f"{tree}/b", "permissions": "n0"}]


@pytest.mark.parametrize("verb", ["read", "ls", "tree"])
def test_json_of_what_failed(server, tree, verb):
    """What is there is an answer; where nothing is, a failure has none, and success an empty one."""
    xs(server, "write", f"{tree}/a/b", "1")
    assert server.xenmi("--json", "xs", verb, f"{tree}/missing", check=1).out == ""
    if verb != "tree":
        assert len(server.xenmi("--json", "xs", verb, f"{tree}/missing", f"{tree}/a", check=1).json) == 1
    assert verb != "ls" or server.xenmi("--json", "xs", "ls", f"{tree}/a/b", check=0).json == []


def test_tree(server, tree):
    xs(server, "write", f"{tree}/a", "1", f"{tree}/a/b", "", f"{tree}/c", "x\\ny")
    assert set(xs(server, "tree", tree).out.splitlines()) == {'a = "1"', ' b = ""', 'c = "x\\ny"'}
    assert f'{tree}/a/b = "" ' in xs(server, "tree", "-f", "-p", tree).out
    assert set(xs(server, "tree", "-d", "1", tree).out.splitlines()) == {'a = "1"', 'c = "x\\ny"'}
    nodes = {node["path"]: node["value"] for node in server.xenmi("--json", "xs", "tree", tree, check=0).json}
    assert nodes == {tree: "", f"{tree}/a": "1", f"{tree}/a/b": "", f"{tree}/c": "x\ny"}


def test_rm_and_exists(server, tree):
    xs(server, "write", f"{tree}/a/b", "", f"{tree}/c", "")
    xs(server, "exists", f"{tree}/a", f"{tree}/c")
    xs(server, "rm", f"{tree}/a", f"{tree}/c")
    xs(server, "exists", f"{tree}/a", check=1)
    assert server.xenmi("--json", "xs", "exists", f"{tree}/a", check=1).json is False
    assert xenstore(server, "list", tree) == ""


def test_mkdir_keeps_what_is_there(server, tree):
    xs(server, "write", f"{tree}/a", "1")
    xs(server, "mkdir", f"{tree}/a", f"{tree}/b/c")
    assert xs(server, "read", f"{tree}/a", f"{tree}/b/c").out == "1\n\n"


def test_chmod(server, tree):
    xs(server, "write", f"{tree}/a/b", "")
    xs(server, "chmod", f"{tree}/a", "n0", "r7")
    assert xs(server, "ls", "-p", tree).out == "a  (n0,r7)\n"
    xs(server, "chmod", "-r", f"{tree}/a", "b0")
    assert xs(server, "ls", "-p", f"{tree}/a").out == "b  (b0)\n"
    xs(server, "chmod", "-u", f"{tree}/a/b", "n0", "w3")
    assert xs(server, "ls", "-p", tree).out == "a  (n0,w3)\n"
    assert "q0" in xs(server, "chmod", f"{tree}/a", "q0", check=1).err


def test_dump_and_restore(server, tree, tmp_path):
    xs(server, "write", f"{tree}/a", "1", f"{tree}/a/b", "\\xff\\x00\\\\", f"{tree}/c", "x\\ny")
    xs(server, "chmod", f"{tree}/c", "n0", "r5")
    dumped = xs(server, "dump", tree).out
    before = xenstore(server, "ls", "-p", tree)
    xs(server, "rm", f"{tree}/a", f"{tree}/c")
    (tmp_path / "dump").write_text(dumped)
    xs(server, "restore", "-p", tmp_path / "dump")
    assert sorted(xenstore(server, "ls", "-p", tree).splitlines()) == sorted(before.splitlines())
    assert server.xenmi("--json", "xs", "restore", input=dumped, check=0).json == {"nodes": 4}
    assert "line 1" in xs(server, "restore", input="nonsense\n", check=1).err
    assert "line 2" in xs(server, "restore", input=dumped.splitlines()[0] + '\n{"path": 5}\n', check=1).err


def xs_waits(server, *arguments):
    """The lines that a command prints, and how often it waited for something."""
    with server.spawn("xs", *arguments) as process:
        lines = process.stdout.read().splitlines()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, process.stderr.read()
    return lines, usage.ru_nvcsw


def test_permissions_of_children(server, tree):
    """Under each form of a path; also where there is no child."""
    xs(server, "write", f"{tree}/a/x", "", f"{tree}/b", "", f"{tree}/c", "")
    xs(server, "chmod", "-r", tree, "n0")
    xs(server, "chmod", f"{tree}/b", "n0", "r7")
    assert sorted(xs(server, "ls", "-p", tree, f"{tree}/b", f"{tree}/a").out.splitlines()) == ["a  (n0)", "b  (n0,r7)", "c  (n0)", "x  (n0)"]
    assert xs(server, "ls", "-f", "-p", f"{tree}/a").out == f"{tree}/a/x  (n0)\n"
    assert xs(server, "ls", "-f", "-p", f"/local/domain/0/{tree}/a").out == f"/local/domain/0/{tree}/a/x  (n0)\n"
    assert "/local  (n0)" in xs(server, "ls", "-p", "-f").out.splitlines()
    refused = xs(server, "ls", "-p", f"{tree}/nope", tree, check=1)
    assert "NOT_FOUND" in refused.err and len(refused.out.splitlines()) == 3


def test_a_large_tree(server, tree):
    lines = "".join(json.dumps({"path": f"{tree}/n{number:04}", "value": "v" * 100}) + "\n" for number in range(2000))
    xs(server, "restore", input=lines)
    assert len(xs(server, "ls", tree).out.split()) == 2000
    assert len(xs(server, "tree", tree).out.splitlines()) == 2000
    xs(server, "chmod", "-r", tree, "n0")
    lines, waits = xs_waits(server, "ls", "-p", tree)
    assert [line.split() for line in lines] == [[name, "(n0)"] for name in xs(server, "ls", tree).out.split()]
    assert waits < 1000 # not one for each child


def test_domain(server):
    shown = server.xenmi("--json", "xs", "domain", check=0).json
    assert shown["DomainPath"] == "/local/domain/0" and shown["Connected"] is True


def test_txn(server, tree):
    xs(server, "txn", f"write {tree}/a 1", f"write {tree}/b two words", f"mkdir {tree}/c", f"check {tree}/a 1")
    assert xs(server, "read", f"{tree}/a", f"{tree}/b", f"{tree}/c").out == "1\ntwo words\n\n"
    result = xs(server, "txn", f"write {tree}/a 2", f"check {tree}/b other", check=1)
    assert "nothing was changed" in result.err
    assert xs(server, "read", f"{tree}/a").out == "1\n"
    xs(server, "txn", input=f"# a comment\n\nrm {tree}/a\nwrite {tree}/b 3\n")
    assert xs(server, "exists", f"{tree}/a", check=1) and xs(server, "read", f"{tree}/b").out == "3\n"
    assert sessions(server) == []


def test_txn_is_done_again_after_a_conflict(server, tree):
    xs(server, "write", f"{tree}/counter", "0")
    statuses = []

    def worker(name):
        for number in range(5):
            statuses.append(xs(server, "txn", "--retries", "1000", f"write {tree}/counter {name}{number}", f"write {tree}/{name}{number} x",
                               check=None).status)

    threads = [threading.Thread(target=worker, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [0] * 20
    assert len(xs(server, "ls", tree).out.split()) == 21


def test_txn_leaves_no_session_when_it_is_interrupted(server, tree):
    checks = [f"check {tree}/a 1"] * 9000
    xs(server, "write", f"{tree}/a", "1")
    process = server.spawn("xs", "txn", f"write {tree}/b 1", *checks, f"write {tree}/c 1")
    harness.wait_until(lambda: sessions(server), what="the session of xs txn")
    process.send_signal(signal.SIGINT)
    assert process.wait(harness.SECONDS) == -signal.SIGINT
    assert "interrupted: nothing was changed" in process.stderr.read()
    process.stdout.close()
    process.stderr.close()
    assert sessions(server) == []
    xs(server, "exists", f"{tree}/b", check=1)


# watches

def test_watch_prints_each_path_once_and_then_changes(server, tree):
    process = server.spawn("xs", "watch", "--count", "3", f"{tree}/a", f"{tree}/b")
    first = {process.stdout.readline() for _ in range(2)}
    assert first == {f"{tree}/a\n", f"{tree}/b\n"}
    xs(server, "write", f"{tree}/b/below", "1")
    assert process.stdout.readline() == f"{tree}/b/below\n"
    assert process.wait(harness.SECONDS) == 0
    process.stdout.close()
    process.stderr.close()
    assert sessions(server) == []


def test_watch_ends_cleanly_with_ctrl_c(server, tree):
    process = server.spawn("--json", "xs", "watch", f"{tree}/a")
    assert json.loads(process.stdout.readline())["EventId"] == f"{tree}/a"
    process.send_signal(2)
    assert process.wait(harness.SECONDS) == 0
    assert process.stderr.read() == ""
    process.stdout.close()
    process.stderr.close()
    assert sessions(server) == []


def test_watch_exec(server, tree):
    result = xs(server, "watch", "--count", "1", "--exec", "echo path $XENMI_PATH changed $XENMI_CHANGED", f"{tree}/a")
    assert result.out == f"path {tree}/a changed {tree}/a\n"
    assert xs(server, "watch", "-n1", f"{tree}/a").out == f"{tree}/a\n"
    assert "status 3" in xs(server, "watch", "--count", "1", "--exec", "exit 3", f"{tree}/a", check=1).err


def test_watch_timeout(server, tree):
    # whether the first event comes within so short a time is not said
    assert xs(server, "watch", "--timeout", "0.3", f"{tree}/a").out in (f"{tree}/a\n", "")
    assert xs(server, "watch", "--timeout", str(harness.SECONDS), "--count", "1", f"{tree}/a").out == f"{tree}/a\n"
    assert "of 5 events" in xs(server, "watch", "--timeout", "0.3", "--count", "5", f"{tree}/a", check=1).err
    assert sessions(server) == []


def test_watch_of_a_bad_path(server):
    assert "INVALID_PARAMETER" in xs(server, "watch", "data/a b", check=1).err
    assert sessions(server) == []


def test_wait(server, tree):
    process = server.spawn("xs", "wait", f"{tree}/a=done")
    harness.wait_until(lambda: sessions(server), what="the session of xs wait")
    xs(server, "write", f"{tree}/a", "not yet")
    xs(server, "write", f"{tree}/a", "done")
    assert process.wait(harness.SECONDS) == 0
    process.stdout.close()
    process.stderr.close()
    xs(server, "wait", f"{tree}/a")
    xs(server, "wait", f"{tree}/a=done")
    assert "0.3 seconds" in xs(server, "wait", "--timeout", "0.3", f"{tree}/a=other", check=1).err
    assert sessions(server) == []
