"""Answers that no xenstored of a test machine gives: a server of the protocol that does what the test says."""
import os
import socket
import struct
import threading

import pytest

from wire import ERROR, GET_DOMAIN_PATH, READ, TRANSACTION_END, TRANSACTION_START, WATCH, WRITE
from xenstore_client import Interface


class FakeXenstored:
    """One answer for each kind of request; an answer of None closes the connection."""

    def __init__(self, path):
        self.path = path
        self.answers = {TRANSACTION_START: b"7\0", GET_DOMAIN_PATH: b"/local/domain/0\0", READ: (ERROR, b"ENOENT\0")}
        self.once = {}  # for the next request of that kind
        self.seen = []
        self.listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.listener.bind(path)
        self.listener.listen(8)
        self.connections = []
        self.threads = [threading.Thread(target=self._accept)]
        self.threads[0].start()

    def _accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.connections.append(connection)
            self.threads.append(threading.Thread(target=self._serve, args=(connection,)))
            self.threads[-1].start()

    def _serve(self, connection):
        stream = connection.makefile("rb")
        while True:
            try:
                head = stream.read(16)
            except OSError:
                head = b""
            if len(head) < 16:
                break
            kind, number, transaction, size = struct.unpack("<4I", head)
            stream.read(size)
            self.seen.append(kind)
            answer = self.once.pop(kind) if kind in self.once else self.answers.get(kind, b"OK\0")
            if answer is None:
                break
            kind, data = answer if isinstance(answer, tuple) else (kind, answer)
            try:
                connection.sendall(struct.pack("<4I", kind, number, transaction, len(data)) + data)
            except OSError:
                break
        stream.close()
        connection.shutdown(socket.SHUT_RDWR)
        connection.close()

    def stop(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for connection in self.connections:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        for thread in self.threads:
            thread.join()


@pytest.fixture
def fake(tmp_path):
    server = FakeXenstored(str(tmp_path / "socket"))
    os.chmod(server.path, 0o666)
    yield server
    server.stop()


@pytest.fixture
def server(make_server, fake):
    yield (running := make_server(store=fake.path))
    running.stop()


def test_a_commit_that_fails_is_told(server, fake):
    """Only a conflict is a reason to do all again."""
    fake.answers[TRANSACTION_END] = (ERROR, b"EIO\0")
    result = server.xenmi("xs", "txn", "write data/a 1", check=1)
    assert "Input/output error" in result.err and "others" not in result.err
    assert fake.seen.count(TRANSACTION_START) == 1
    fake.answers[TRANSACTION_END] = (ERROR, b"EAGAIN\0")
    result = server.xenmi("xs", "txn", "--retries", "2", "write data/a 1", check=1)
    assert "others changed the same nodes each of 3 times: nothing was changed" in result.err
    assert fake.seen.count(TRANSACTION_START) == 4


def test_a_connection_that_breaks_in_a_transaction(server, fake):
    """The transaction is over with it: that is the retry status, and xs txn begins anew."""
    xen = Interface(server)
    session = xen.add()
    xen.call(session, "StartTransaction")
    fake.once[WRITE] = None
    assert "start anew" in xen.fails(session, "SetValue", "FAILED", Pathname="data/a", value="1")
    assert "start anew" in xen.fails(session, "CommitTransaction", "FAILED")
    xen.set(session, "data/a", "1")

    fake.once[WRITE] = None
    assert "may or may not" in xen.fails(session, "SetValue", "FAILED", Pathname="data/a", value="1")
    fake.once[WRITE] = None
    server.xenmi("xs", "txn", "write data/a 1", check=0)
    assert TRANSACTION_END in fake.seen


def test_a_subscription_that_cannot_watch(server, fake):
    """Nobody waits for events that cannot come."""
    fake.answers[WATCH] = (ERROR, b"E2BIG\0")
    event = f"{Interface(server).prefix}WatchEvent"
    query = f"select * from {event} where EventId='data/x'"
    result = server.wmi("subscribe", "--timeout", "20", "--count", "1", query, check=1)
    assert "SERVER_LIMITS_EXCEEDED" in result.err and "data/x" in result.err and "quota" in result.err
    # one that watches nothing by itself, and one of what is no path, are subscriptions nevertheless
    for query in (f"select * from {event}", f"select * from {event} where EventId='no path'"):
        result = server.wmi("subscribe", "--timeout", "0.2", query, check=0)
        assert result.out == "" and result.err == ""
