"""The broker and the launcher: permissions, limits, hosts that break, and what is left of them at the end."""
import os
import resource
import signal
import socket
import subprocess
import sys

import pytest

import harness
from broker_helper import (ACCESS_DENIED, ADMIN, FAILED, INVALID_CLASS, INVALID_NAMESPACE, INVOKE, LIMITS, NOT_SUPPORTED, READ, SUBSCRIBE,
                           WRITE, Client, Service, as_user, control, now, wait_gone)

ALICE, BOB = 61001, 61002

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can be several users")


@pytest.fixture(scope="module")
def service():
    with Service() as running:
        yield running


# permissions

def test_channel(service):
    client = service.client()
    channel = client.open("t_thing", "\\ROOT\\Test")
    who = channel.ask("who")
    assert who["caller"]["uid"] == os.getuid() and who["caller"]["pid"] == os.getpid()
    assert who["caller"]["namespace"] == "root/test" and who["caller"]["hops"] == 0
    assert who["caller"]["verbs"] == channel.fields["verbs"] == 31
    assert who["caller"]["channel"] == channel.fields["channel"]
    assert who["host"] == "system-" + harness.Xenmi.user()
    second = client.open()
    assert second.fields["host"] == channel.fields["host"] and second.fields["channel"] != channel.fields["channel"]


def test_host_is_clean(service):
    who = service.client().open().ask("who")
    assert who["fds"] == [0, 1, 2, 3, 4]
    assert set(who["environment"]) <= {"PATH", "LANG", "XENMI_LOG", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "LC_CTYPE"}
    assert who["session"] == who["host_pid"]
    assert os.stat(who["state_dir"]).st_mode & 0o777 == 0o700


def test_refusals_say_why(service):
    client = service.client()
    assert client.refused(namespace="root/nowhere") == (INVALID_NAMESPACE, "there is no namespace root/nowhere")
    assert client.refused(namespace="a b") == (INVALID_NAMESPACE, "'a b' is not the name of a namespace")
    assert client.refused("T_Nothing") == (INVALID_CLASS, "namespace root/test has no class T_Nothing")
    assert client.refused("T_Base") == (NOT_SUPPORTED, "class T_Base of root/test has no provider")
    assert client.refused("__Namespace")[0] == NOT_SUPPORTED
    assert 'op=open:read object="root/test:T_Nothing" result=5' in service.log()


def test_others_cannot_connect(service):
    assert os.stat(service.socket).st_mode & 0o777 == 0o660
    if os.geteuid() == 0:
        with pytest.raises(AssertionError, match="PermissionError"):
            as_user(ALICE, lambda: service.client() and None)


@needs_root
def test_rules():
    rules = f"""
[namespace *]
allow = user:root all admin
allow = user:{ALICE} read invoke
allow = group:61500 subscribe
[namespace root/private]
allow = user:root all
"""
    with Service(rules) as service:
        assert os.stat(service.socket).st_mode & 0o777 == 0o666

        def alice():
            client = service.client()
            return [client.refused(verbs=WRITE | READ), client.open(verbs=INVOKE).fields["verbs"],
                    client.refused(namespace="root/private"), client.refused("T_Nothing", verbs=WRITE), client.call("LIST")[:2]]
        write, verbs, private, hidden, listing = as_user(ALICE, alice)
        assert write[0] == ACCESS_DENIED and f"uid {ALICE} may not write in namespace root/test" in write[1]
        assert verbs == READ | INVOKE
        assert private[0] == ACCESS_DENIED
        assert hidden[0] == ACCESS_DENIED  # whether a class is there, only learns who may look
        assert listing[0] == "REFUSED" and listing[1]["result"] == ACCESS_DENIED
        assert as_user(BOB, lambda: service.client().refused())[0] == ACCESS_DENIED
        assert as_user(BOB, lambda: service.client().open(verbs=SUBSCRIBE).fields["verbs"], groups=[61499, 61500]) == SUBSCRIBE
        root = service.client()
        assert root.open(verbs=READ | ADMIN).ask("who")["caller"]["verbs"] == 31
        assert len(root.hosts()) == 1


@needs_root
def test_a_host_for_each_user():
    with Service("[namespace *]\nallow = everybody all\n") as service:
        service.record("Mine", "T_Mine", hosting="requestor")
        service.compile()

        def ask():
            client = service.client()
            return [client.open("T_Mine").ask("who"), client.open("T_Mine").ask("who")]
        one, again = as_user(ALICE, ask)
        two, _ = as_user(BOB, ask)
        assert one["host_uid"] == ALICE and one["caller"]["uid"] == ALICE and one["host_groups"] == []
        assert one["host_pid"] == again["host_pid"] != two["host_pid"]
        assert two["host_uid"] == BOB and two["state_dir"] != one["state_dir"]
        assert as_user(ALICE, lambda: service.client().open().ask("who"))["host_uid"] == 0  # one of the system, for all


def test_revoked_by_rules():
    allow = f"[namespace root/test]\nallow = user:{os.getuid()} read\n"
    with Service(allow) as service:
        client = service.client()
        channel = client.open()
        service.configure("[namespace root/test]\nallow = nobody read\n")
        assert service.client().call("RELOAD")[0] == "OK"
        assert channel.at_end()
        assert client.refused()[0] == ACCESS_DENIED
        service.configure(allow)
        service.process.send_signal(signal.SIGHUP)
        harness.wait_until(lambda: client.call("OPEN", namespace="root/test", class_name="T_Thing", verbs=READ)[0] == "CHANNEL",
                           what="the old rules")


def test_revoked_by_administrator(service):
    channel = service.client().open()
    assert service.client().call("REVOKE", uid=os.getuid() + 1)[0] == "OK"
    assert channel.ask("who")
    assert service.client().call("REVOKE", uid=os.getuid())[0] == "OK"
    assert channel.at_end()
    assert service.client().open().ask("who")


# clients that misbehave

def test_malformed(service):
    good = control.pack("OPEN", 1, namespace="root/test", class_name="T_Thing", verbs=1)
    name = good.index(b"root/test")
    bad = [b"x", b"GET / HTTP/1.1\r\n\r\n", good[:-1], good + b"\0", control.pack("TEST", version=9), control.pack("CHANNEL"),
           control.pack("READY"), control.pack("NEW_CHANNEL", channel=1, uid=0), control.pack("LIMITS"),
           good[:name] + b"\xff" + good[name + 1:], good[:name + 20] + b"x" + good[name + 21:], good.replace(b"\0", b"a"),
           b"\0" * 2048, b"\xff" * 5000]
    witness = service.client()
    for packet in bad:
        client = service.client()
        client.socket.send(packet)
        assert client.receive() is None, packet[:40]
    assert witness.call("TEST")[0] == "OK"


def test_descriptors_are_not_kept(service):
    (pid,) = service.pids("xenmid")
    if not os.access(f"/proc/{pid}/fd", os.R_OK):
        pytest.skip("the broker cannot be looked at")
    client = service.client()
    assert client.call("TEST")[0] == "OK"
    before = len(os.listdir(f"/proc/{pid}/fd"))
    read_fd, write_fd = os.pipe()
    for _ in range(20):
        socket.send_fds(client.socket, [control.pack("TEST", 1)], [read_fd])
        assert client.receive()[0] == "OK"
    # what clients of other tests had may have gone meanwhile
    assert len(os.listdir(f"/proc/{pid}/fd")) <= before
    os.close(read_fd)
    os.close(write_fd)


def test_silent_clients():
    with Service("[broker]\nhandshake-timeout = 1\n") as service:
        spoken = service.client()
        assert spoken.call("TEST")[0] == "OK"
        silent = [service.client() for _ in range(10)]
        assert all(client.receive() is None for client in silent)
        assert spoken.call("TEST")[0] == "OK"  # who has said something may be idle


def test_a_client_that_does_not_read(service):
    client = service.client()
    client.socket.settimeout(0.2)
    try:
        for _ in range(100000):
            client.send("OPEN", namespace="root/test", class_name="T_Nothing", verbs=READ)
    except OSError:
        pass  # the broker reads no more, or hung up
    assert service.client().call("TEST")[0] == "OK"


def test_many_connections():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    n = 10000 if hard >= 12000 and not harness.SLOW else 2000
    try:
        with Service() as service:
            clients = [service.client() for _ in range(n)]
            for client in clients:
                client.send("TEST")
            assert all(client.receive()[0] == "OK" for client in clients)
            start = now()
            assert service.client().open().ask("who")
            assert now() - start < harness.SECONDS / 2
            (pid,) = service.pids("xenmid")
            with open(f"/proc/{pid}/status") as status:
                kilobytes = next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
            if not harness.SLOW:
                assert kilobytes < 4096 + n * 2  # no more than 2 KiB for a connection that says nothing
            for client in clients:
                client.close()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_limits():
    with Service("[broker]\nconnections-per-user = 5\nchannels-per-user = 3\n") as service:
        first = service.client()
        channels = [first.open() for _ in range(3)]
        result, message = first.refused()
        assert result == LIMITS and "channels-per-user" in message
        channels.pop().close()
        channels.append(harness.wait_until(lambda: first.call("OPEN", namespace="root/test", class_name="T_Thing", verbs=READ)[0] == "CHANNEL",
                                           what="room for a channel"))
        clients = [service.client() for _ in range(4)]
        for client in clients:
            assert client.call("TEST")[0] == "OK"
        kind, _, fields, _ = service.client().receive()
        assert kind == "REFUSED" and fields["result"] == LIMITS and "connections-per-user" in fields["message"]
        clients.pop().close()
        harness.wait_until(service.answers, what="room for a connection")


@needs_root
def test_one_user_at_the_limit():
    with Service("[broker]\nconnections-per-user = 50\n[namespace *]\nallow = everybody all\n") as service:
        def greedy():
            clients, admitted = [service.client() for _ in range(60)], 0
            for client in clients:
                try:
                    admitted += client.call("TEST")[0] == "OK"
                except (OSError, AssertionError):
                    pass  # turned away
            return [admitted, service.client().receive()[2]["message"]]
        admitted, message = as_user(ALICE, greedy)
        assert admitted == 50 and "connections-per-user" in message
        assert as_user(BOB, lambda: service.client().call("TEST")[0]) == "OK"


# hosts that misbehave

@pytest.mark.parametrize("how,why", [("die", "ended with status 7"), ("hang", "was not ready after 1 s"),
                                     ("fail no schema in libX.so", "no schema in libX.so"), ("garbage", "sent what is no message")])
def test_a_host_that_does_not_start(how, why):
    # a loaded machine takes its time to start what then ends by itself
    with Service("[hosts]\nstart-timeout = 1\n" if how == "hang" else "", how) as service:
        result, message = service.client().refused()
        assert result == FAILED and why in message, message
        harness.wait_until(lambda: not service.pids("xenmi-host"), what="the end of the host")


def test_backoff():
    with Service("[hosts]\nbackoff-max = 60\n", "die") as service:
        client = service.client()
        for _ in range(8):  # 0, 0.1, 0.2, 0.4, ... s: a request waits for the next start, up to some seconds
            assert "ended with status 7" in client.refused()[1]
        result, message = client.refused()
        assert result == FAILED and "times in a row" in message and "ended with status 7" in message
        (host,) = client.hosts()
        assert host["crashes"] >= 8 and host["pid"] == 0


def test_crash_and_recovery(service):
    client = service.client()
    client.open().ask("served")
    for _ in range(3):
        channel, bystander = client.open(), client.open()
        pid = channel.ask("who")["host_pid"]
        channel.tell("crash")
        assert channel.at_end() and bystander.at_end()
        fresh = client.open()
        assert fresh.ask("who")["host_pid"] != pid
        fresh.ask("served")  # a success ends the backoff
        (host,) = [one for one in client.hosts() if one["name"].startswith("system-")]
        assert host["crashes"] == 0
    harness.wait_until(lambda: "was ended by signal 9" in service.log(), what="a line of the log")


def test_garbage_from_a_host(service):
    client = service.client()
    channel = client.open()
    pid = channel.ask("who")["host_pid"]
    channel.tell("garbage")
    assert channel.at_end()
    wait_gone(pid)
    assert client.open().ask("served")


def test_no_channel_to_the_dead(service):
    """However soon after its end a host is asked for: the client gets a channel that is served."""
    client = service.client()
    for _ in range(20):
        pid = client.open().ask("who")["host_pid"]
        client.open().ask("served")
        os.kill(pid, signal.SIGKILL)
        assert client.open().ask("who")["host_pid"] != pid
    client.open().ask("served")


def test_a_host_that_takes_no_channel():
    with Service("[hosts]\nstart-timeout = 5\n") as service:
        stuck = service.client().open()
        stuck.ask("stuck")
        assert service.client().open().ask("who")  # its successor's
        assert stuck.at_end()
        assert "did not take a channel within 5 s" in service.log()


def test_what_a_host_forked_goes_with_it(service):
    client = service.client()
    channel = client.open()
    pid, child = channel.ask("who")["host_pid"], channel.ask("fork")["pid"]
    channel.tell("exit")
    assert channel.at_end()
    wait_gone(pid)
    wait_gone(child)
    client.open().ask("served")


def test_idle_host(service):
    client = service.client()
    channel = client.open()
    pid = channel.ask("who")["host_pid"]
    channel.ask("idle")
    assert channel.at_end()
    wait_gone(pid)
    assert client.open().ask("who")["host_pid"] != pid
    (host,) = client.hosts()
    assert host["crashes"] == 0  # leaving is no crash


def test_a_host_that_stays():
    with Service("[hosts]\nstop-timeout = 1\n", "stay") as service:
        channel = service.client().open()
        pid = channel.ask("who")["host_pid"]
        channel.ask("idle")
        assert service.client().open().ask("who")["host_pid"] != pid
        wait_gone(pid)
        service.behave("normal")


# registrations

def test_registered_while_running(service):
    client = service.client()
    before = client.open().ask("who")
    service.record("More", "T_More")
    assert "the broker serves it now" in service.compile().out
    who = client.open("T_More").ask("who")
    assert who["host_pid"] == before["host_pid"]  # the same user's, and nothing that it runs was changed
    assert who["files"] == before["files"] + 1
    service.forget("More")
    service.compile()
    assert client.refused("T_More")[0] == INVALID_CLASS
    harness.wait_until(lambda: client.open().ask("who")["host_pid"] != before["host_pid"], what="a new host")


def test_own_host_and_options():
    with Service("[provider Own]\ncolour = blue\nSize = a b=c\n[provider Other]\nx = y\n") as service:
        service.record("Own", "T_Own", own=True)
        service.compile()
        client = service.client()
        channel = client.open("T_Own")
        assert channel.ask("who")["host"] == "Own"
        assert channel.ask("options")["options"] == [["Own", "colour", "red"], ["Own", "colour", "blue"], ["Own", "Size", "a b=c"]]
        assert channel.ask("who")["host_pid"] != client.open().ask("who")["host_pid"]


@needs_root
def test_user_who_does_not_exist():
    with Service() as service:
        service.record("Lost", "T_Lost", hosting="system:no-such-user")
        service.compile()
        result, message = service.client().refused("T_Lost")
        assert result == FAILED and "user no-such-user, who does not exist" in message


def test_repository_is_handed_out(service):
    kind, _, fd = service.client().call("REPOSITORY")
    assert kind == "REPOSITORY_FILE"
    with open(os.path.join(service.state_dir, "repository"), "rb") as file:
        assert os.pread(fd, 1 << 20, 0) == file.read()
    with pytest.raises(OSError):
        os.write(fd, b"x")
    os.close(fd)


# local sessions and files

def test_local_session():
    with Service() as service:
        service.record("Own", "T_Own", own=True)
        service.compile()
        channel = service.client().open()
        answer = channel.ask("local root/test T_Own")
        assert answer["kind"] == "CHANNEL" and answer["fields"]["hops"] == 1
        other = answer["content"]
        assert other["host"] == "Own"
        assert other["caller"]["uid"] == os.getuid() and other["caller"]["pid"] == os.getpid() and other["caller"]["hops"] == 1
        answer = channel.ask("local root/test T_Nothing")
        assert answer["kind"] == "REFUSED" and answer["fields"]["result"] == INVALID_CLASS
        answer = channel.ask("local root/test T_Own 4711")
        assert answer["kind"] == "REFUSED" and answer["fields"]["result"] == ACCESS_DENIED


def test_privileged_file(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("contents")
    secret.chmod(0o600)
    host = "system-" + harness.Xenmi.user()
    with Service(f"[host {host}]\nfile = {secret}\nfile = {tmp_path}/missing\n") as service:
        channel = service.client().open()
        assert channel.ask(f"file {secret}")["content"] == "contents"
        answer = channel.ask(f"file {tmp_path}/missing")
        assert answer["fields"]["result"] == FAILED and "No such file" in answer["fields"]["message"]
        answer = channel.ask("file /etc/shadow")
        assert answer["fields"]["result"] == ACCESS_DENIED and "does not grant" in answer["fields"]["message"]


# life and death

def test_nothing_is_left():
    with Service("[hosts]\nstop-timeout = 1\n") as service:
        channel = service.client().open()
        child = channel.ask("fork")["pid"]
        channel.ask("stuck")  # it does not even hear that it is to end
        host = service.pids("xenmi-host")
        assert service.stop() == 0
        assert not os.path.exists(service.socket)
        for pid in [child, *host]:
            wait_gone(pid)


def test_nothing_is_left_after_kill():
    with Service() as service:
        channel = service.client().open()
        pids = [channel.ask("who")["host_pid"], *service.pids("xenmid")]
        service.process.kill()
        service.process.wait()
        for pid in pids:
            wait_gone(pid)
        service.start()  # the socket that was left is taken over
        assert service.client().open().ask("who")


def test_broker_is_replaced():
    with Service() as service:
        client = service.client()
        host = client.open().ask("who")["host_pid"]
        (pid,) = service.pids("xenmid")
        os.kill(pid, signal.SIGKILL)
        assert client.receive() is None
        wait_gone(host)  # hosts do not outlive their broker
        again = service.client()  # waits in the socket's queue until the new one is there
        assert again.open().ask("who")["host_pid"] != host
        assert service.pids("xenmid") != [pid]


def test_broker_has_no_rights():
    with Service() as service:
        (pid,) = service.pids("xenmid")
        with open(f"/proc/{pid}/status") as file:
            status = dict(line.rstrip("\n").split(":\t", 1) for line in file if ":\t" in line)
        assert status["NoNewPrivs"] == "1"
        if not harness.SLOW:
            assert status["Seccomp"] == "2"
        if os.geteuid() == 0:
            assert status["Uid"].split()[0] != "0" and status["CapEff"] == "0000000000000000" and status["Groups"].strip() == ""


@pytest.mark.parametrize("text,where", [
    ("[broker]\nuser = x\nconections = 5\n", ":3: unknown key conections in [broker]"),
    ("[broker]\nconnections = many\n", ":2: connections = many: not a number"),
    ("\n[brokr]\nx = 1\n", ":3: unknown section [brokr]"),
    ("[namespace root/x]\nallow = user:no-such-user read\n", ":2: there is no user no-such-user"),
    ("[namespace root/x]\nallow = everybody reed\n", ":2: reed: none of read"),
    ("[host x]\nfile = dev/null\n", ":2: file = dev/null: not an absolute path"),
    ("[broker]\nwhat is this\n", ":2: "),
])
def test_configuration_errors(text, where):
    service = Service(text)
    try:
        result = harness.run([os.path.join(harness.BIN, "xenmi-launcher"), "--run-dir", service.run_dir, "--state-dir", service.state_dir,
                              "--config", service.config_path, "--libexec-dir", service.libexec], check=1)
        assert service.config_path + where in result.err
    finally:
        with open(service.log_path, "w"):
            pass
        service.__exit__(None, None, None)


def test_a_bad_reload_changes_nothing(service):
    service.configure("[broker]\nbad = 1\n")
    kind, fields, _ = service.client().call("RELOAD")
    assert kind == "REFUSED" and "xenmi.conf:2: unknown key bad" in fields["message"]
    service.configure("")
    assert service.client().call("RELOAD")[0] == "OK"
    assert service.client().open().ask("who")


def test_one_at_a_time(service):
    result = harness.run([os.path.join(harness.BIN, "xenmi-launcher"), "--run-dir", service.run_dir, "--state-dir", service.state_dir,
                          "--config", service.config_path, "--libexec-dir", service.libexec], check=1)
    assert "cannot be made: Address already in use" in result.err
    assert service.answers()


def test_idle_exit():
    """With a socket of systemd's, it ends when there is nothing to do, and the socket goes on waiting."""
    service = Service("[broker]\nidle-exit = 1\n")
    try:
        os.mkdir(service.run_dir)
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        listener.bind(service.socket)
        listener.listen(16)
        become = (f"import os, sys; os.dup2({listener.fileno()}, 3); os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS='1'); "
                  "os.execv(sys.argv[1], sys.argv[1:])")
        command = [sys.executable, "-c", become, os.path.join(harness.BIN, "xenmi-launcher"), "--run-dir", service.run_dir,
                   "--state-dir", service.state_dir, "--config", service.config_path, "--libexec-dir", service.libexec]
        for _ in range(2):
            client = Client(service.socket)  # queued until it runs
            client.send("TEST")
            with open(service.log_path, "ab") as log:
                launcher = subprocess.Popen(command, pass_fds=[listener.fileno()], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
            assert client.receive()[0] == "OK"
            client.close()
            assert launcher.wait(harness.SECONDS) == 0
            assert os.path.exists(service.socket)
        listener.close()
    finally:
        service.__exit__(None, None, None)


def test_notify():
    """sd_notify: READY when clients are served, STOPPING at the end."""
    service = Service()
    path = os.path.join(service.directory, "notify")
    notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    notify.bind(path)
    notify.settimeout(harness.SECONDS)
    os.environ["NOTIFY_SOCKET"] = path
    try:
        service.start()
        assert notify.recv(100) == b"READY=1"
        assert service.stop() == 0
        assert notify.recv(100) == b"STOPPING=1"
    finally:
        del os.environ["NOTIFY_SOCKET"]
        notify.close()
        service.__exit__(None, None, None)
