"""What outlives the end of processes: sessions, watches, answered writes."""
import os
import random
import signal
import threading
import time

import pytest

import harness
from wire import Wire
from xenstored import Xenstored
from xenstore_client import Interface, settle

KILLS = int(os.environ.get("XENMI_KILLS", "50"))


@pytest.fixture
def daemon(tmp_path):
    with Xenstored(str(tmp_path / "xenstored")) as running:
        yield running


def kill(server, name):
    for pid in server.pids(name):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


def until_answered(xen, session):
    harness.wait_until(lambda: xen.run("query", xen.find(session)).status == 0, what="an answer")


@pytest.mark.parametrize("victim", ["xenmi-host", "xenmid", "xenstored"])
def test_one_kill(make_server, daemon, victim):
    """Sessions keep number, owner and watches; each watch fires; the subscriber goes on; an open transaction asks for a retry."""
    server = make_server(store=daemon.socket)
    xen = Interface(server)
    first, second = xen.add("first"), xen.add("second \"quoted\" \\")
    xen.set(first, "data/kept", "v")
    for path in ("data/w", "data/w", "data/removed"):
        xen.call(second, "SetWatch", Pathname=path)
    xen.call(second, "RemoveWatch", Pathname="data/removed")
    xen.call(second, "StartTransaction")
    before = xen.query(xen.find(second))[0]
    with xen.subscribe() as subscriber:
        harness.wait_until(lambda: xen.static("WriteMany", Pathnames=["data/w"], Values=[""]) is None or subscriber.count(EventId="data/w"))
        subscriber.catch_up(xen, "data/w")
        heard = subscriber.count(EventId="data/w")
        if victim == "xenstored":
            daemon.restart()
        else:
            kill(server, victim)
        until_answered(xen, second)
        after = xen.query(xen.find(second))[0]
        for name in ("SessionId", "Id", "InstanceName", "OwnerUid", "Created", "Watches", "WatchCount"):
            assert after[name] == before[name]
        if victim == "xenstored":
            # its content is gone; the connection that the first one left broken is none of the writer's concern
            xen.set(first, "data/kept", "v")
        assert xen.get(first, "data/kept") == "v"
        if victim != "xenmid":
            subscriber.wait(heard + 1, EventId="data/w")
        settle(0.3)
        assert subscriber.count(EventId="data/w") <= heard + 1
        said = xen.fails(second, "SetValue", "FAILED", Pathname="data/lost", value="v")
        assert "start anew" in said or victim == "xenmid"
        xen.call(second, "AbortTransaction")
        xen.set(second, "data/w/after", "v")
        if victim == "xenmid":
            # its subscription begins anew, some time or other
            harness.wait_until(lambda: xen.set(second, "data/w/after", "v") or subscriber.count(ChangedPath="data/w/after"), what="an event")
        subscriber.wait(1, ChangedPath="data/w/after")
    assert xen.add("third") > second


class Writer(threading.Thread):
    """Writes ever new values, and notes what was answered."""

    def __init__(self, xen, session, path):
        super().__init__()
        self.xen, self.session, self.path = xen, session, path
        self.possible = {None}  # what may be in xenstored
        self.answered = 0
        self.is_over = False
        self.forgotten = threading.Event()

    def run(self):
        number = 0
        while not self.is_over:
            number += 1
            value = str(number)
            if self.forgotten.is_set():
                self.possible = {None}
                self.forgotten.clear()
            self.possible.add(value)
            if self.session:
                result = self.xen.run("invoke", "--query", self.xen.find(self.session), "SetValue", "--in", f"Pathname={self.path}", "--in", f"value={value}")
            else:
                result = self.xen.run("invoke", self.xen.prefix + "Base", "WriteMany", "--in", f"Pathnames={self.path}", "--in", f"Values={value}")
            if result.status == 0:
                self.answered += 1
                self.possible = {value} | ({None} if self.forgotten.is_set() else set())


def home_tree(wire):
    """What is below domain 0's home: nothing in a daemon that was started anew and not written to since."""
    path = ""
    for name in ("local", "domain", "0"):
        if name not in wire.list(path or "/"):
            return {}
        path += "/" + name
    return wire.tree(path)


def test_kills(make_server, daemon):
    """Kills at random points under load; what was answered is there."""
    server = make_server(store=daemon.socket)
    xen = Interface(server)
    seed = int(os.environ.get("XENMI_SEED", time.time()))
    print("XENMI_SEED =", seed)
    chance = random.Random(seed)
    sessions = [xen.add(f"session {number}") for number in range(3)]
    for number in sessions:
        for path in ("data/watched", f"data/own/{number}"):
            xen.call(number, "SetWatch", Pathname=path)
    before = xen.query(f"select * from {xen.prefix}Session")
    writers = [Writer(xen, None, "data/load/a"), Writer(xen, sessions[0], "data/load/b")]
    with xen.subscribe() as subscriber:
        for writer in writers:
            writer.start()
        try:
            for _ in range(KILLS):
                time.sleep(chance.random() * 0.2)
                victim = chance.choice(["xenmi-host", "xenmi-host", "xenmid", "xenstored"])
                if victim == "xenstored":
                    # its content dies with it: what was written before may be gone
                    for writer in writers:
                        writer.forgotten.set()
                    daemon.restart()
                    for writer in writers:
                        writer.forgotten.set()
                else:
                    kill(server, victim)
        finally:
            for writer in writers:
                writer.is_over = True
            for writer in writers:
                writer.join()
        until_answered(xen, sessions[0])
        harness.wait_until(lambda: xen.base()["Connected"], what="the connection")
        keep = ("SessionId", "Id", "InstanceName", "OwnerUid", "Created", "Watches")
        assert [{key: s[key] for key in keep} for s in xen.query(f"select * from {xen.prefix}Session")] == [{key: s[key] for key in keep} for s in before]
        with Wire(daemon.socket) as wire:
            tree = home_tree(wire)
            for writer in writers:
                found = tree.get("/local/domain/0/" + writer.path)
                # a daemon that died after the writer's last look took what had been answered along
                possible = writer.possible | ({None} if writer.forgotten.is_set() else set())
                assert (found.decode() if found is not None else None) in possible, (found, possible)
                assert writer.answered > 0
            settle(0.5)
            heard = [subscriber.count(EventId="data/watched", SessionId=number) for number in sessions]
            harness.wait_until(lambda: wire.write("data/watched", "v") or settle(0.1) or all(
                subscriber.count(EventId="data/watched", SessionId=number) > count for number, count in zip(sessions, heard)), what="events after the kills")
    assert xen.add("next") > sessions[-1]
