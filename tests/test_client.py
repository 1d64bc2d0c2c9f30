"""libmi in a process that lives longer than hosts and brokers do: sessions and subscriptions go on."""
import json
import os
import signal
import subprocess
import threading
import time

import pytest

import harness

pytestmark = pytest.mark.threads

ALL = os.path.join(harness.BUILD, "obj", "tests", "providers", "all", "libTestAll.so")
FAR = os.path.join(harness.BUILD, "obj", "tests", "providers", "far", "libTestFar.so")
PROGRAM = os.path.join(harness.BUILD, "obj", "tests", "client")


class Client:
    """The program of client.c: each call is one operation of its one session."""

    def __init__(self, server):
        self.process = subprocess.Popen([PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=server.env())

    def __call__(self, word):
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()
        result, count, message = self.process.stdout.readline().split(" ", 2)
        return int(result), int(count), message.strip()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.process.stdin.close()
        assert self.process.wait(harness.SECONDS) == 0
        self.process.stdout.close()


def start(make_server, config=""):
    server = make_server(start=False, providers=(), config=config)
    server.prepare()
    server.register(ALL, "root/test", "TestAll", "-HostingModel", "system:" + server.user())
    server.launch()
    return server


def threads(pid):
    """As long as one of them runs, what the process has open is open, even if the first one is a zombie."""
    try:
        return len(os.listdir(f"/proc/{pid}/task"))
    except OSError:
        return 0


def kill(server, name):
    pids = server.pids(name)
    assert pids
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    harness.wait_until(lambda: not [pid for pid in pids if server.is_running(pid) or threads(pid) > 1], what=f"the end of {name}")


def test_session_goes_on_after_its_host_was_killed(make_server):
    server = start(make_server)
    with Client(server) as client:
        for _ in range(3):
            assert client("nothing") == (0, 1, "")
            kill(server, "xenmi-host")
        assert client("many")[:2] == (0, 1000)


def test_session_goes_on_after_its_host_was_idle(make_server):
    server = start(make_server, "[hosts]\nidle-timeout = 1\n")
    with Client(server) as client:
        for _ in range(2):
            assert client("nothing") == (0, 1, "")
            harness.wait_until(lambda: not server.pids("xenmi-host"), what="the host's leaving")


def test_session_goes_on_after_the_broker_was_killed(make_server):
    server = start(make_server)
    with Client(server) as client:
        assert client("nothing") == (0, 1, "")
        kill(server, "xenmid")
        # until the broker is back, an operation says that it cannot be reached
        harness.wait_until(lambda: client("nothing") == (0, 1, ""), what="an answer of the new broker")
        assert client("base")[0] == 0


def test_errors_name_what_to_do(make_server):
    server = start(make_server)
    with Client(server) as client:
        assert client("nothing")[0] == 0
        server.process.send_signal(signal.SIGTERM)
        server.process.wait(harness.SECONDS)
        result, _, message = client("many")
        assert result != 0 and "is it running" in message


def test_new_class_is_seen_by_an_open_session(make_server):
    server = make_server(start=False, providers=())
    server.prepare()
    server.launch()
    with Client(server) as client:
        assert client("nothing")[0] == 3  # MI_RESULT_INVALID_NAMESPACE
        server.register(ALL, "root/test", "TestAll", "-HostingModel", "system:" + server.user())
        harness.wait_until(lambda: client("nothing")[0] == 0, what="the new class")


@pytest.mark.parametrize("victim", ["xenmi-host", "xenmid"])
def test_subscription_goes_on(make_server, victim):
    server = start(make_server)
    subscriber = server.spawn("--namespace", "root/test", "--json", "subscribe", "select * from Test_Event")
    events = []
    reader = threading.Thread(target=lambda: [events.append(json.loads(line)) for line in subscriber.stdout])
    reader.start()

    def event_comes():
        count = len(events)
        server.xenmi("--namespace", "root/test", "invoke", "Test_Control", "Fire", "--in", "Name=x", "--in", "Count=1")
        deadline = time.monotonic() + 1
        while len(events) == count and time.monotonic() < deadline:
            time.sleep(0.01)
        return len(events) > count

    try:
        harness.wait_until(event_comes, what="the first event")
        kill(server, victim)
        harness.wait_until(event_comes, what="an event of the new host")
        assert subscriber.poll() is None
    finally:
        subscriber.send_signal(signal.SIGINT)
        subscriber.wait(harness.SECONDS)
        reader.join()
        subscriber.stdout.close()
        subscriber.stderr.close()


def test_one_stream_from_several_hosts(make_server):
    server = start(make_server)
    with Client(server) as client:
        alone = client("base")[1]
        server.register(FAR, "root/test", "TestFar", "-HostingModel", "requestor")
        harness.wait_until(lambda: client("base")[1] > alone, what="the other module's instances")
        assert len(server.pids("xenmi-host")) == 2
        kill(server, "xenmi-host")
        assert client("base")[:2] == client("base")[:2] and client("base")[1] > alone


def test_one_of_several_hosts_ends_its_events(make_server):
    """Then the subscription fails at once, behind the events that came before."""
    server = start(make_server)
    server.register(FAR, "root/test", "TestFar", "-HostingModel", "requestor")
    with Client(server) as client:
        assert client("subscribe") == (0, 0, "")
        for _ in range(5):
            assert client("fire")[0] == 0
        assert client("event") == (0, 1, "")
        # Of the same session, so the events have come when this has an answer.
        assert client("end")[0] == 0
        for _ in range(4):
            assert client("event") == (0, 1, "")
        assert client("event") == (1, 0, "far away it is dark now")
        assert client("nothing")[0] == 0
    # The host that is still well has nothing to do for it any more.
    harness.wait_until(lambda: server.xenmi("--namespace", "root/test", "--json", "invoke", "Test_Control", "Subscriptions",
                                            check=0).json["ReturnValue"] == 0, what="the end of the other host's part")


def test_time_out_of_a_host_that_hangs(make_server):
    server = start(make_server)
    assert server.xenmi("--namespace", "root/test", "invoke", "Test_Control", "Nothing").status == 0
    hosts = server.pids("xenmi-host")
    for pid in hosts:
        os.kill(pid, signal.SIGSTOP)
    try:
        begin = time.monotonic()
        result = server.xenmi("--timeout", "1", "--namespace", "root/test", "invoke", "Test_Control", "Nothing")
        assert result.status == 1 and "time" in result.err
        assert time.monotonic() - begin < 30
    finally:
        for pid in hosts:
            os.kill(pid, signal.SIGCONT)
