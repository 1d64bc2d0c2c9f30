"""Many readers at once, whose requests and answers travel together: each gets its own value, whatever happens to xenstored."""
import os
import signal
import subprocess
import time

import pytest

import harness
from xenstored import Xenstored
from xenstore_client import Interface

pytestmark = pytest.mark.threads

THREADS = 16
READERS = os.path.join(harness.BUILD, "obj", "tests", "readers")


@pytest.fixture
def daemon(tmp_path):
    with Xenstored(str(tmp_path / "xenstored")) as running:
        yield running


@pytest.fixture
def xen(make_server, daemon):
    return Interface(make_server(store=daemon.socket))


class Readers:
    def __init__(self, xen, session):
        name = xen.query(xen.find(session))[0]["InstanceName"]
        self.process = subprocess.Popen([READERS, xen.prefix + "Session", name, str(THREADS)], env=xen.server.env(), stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def end(self):
        """How many values were right, and how many reads failed with which message first; none may be wrong."""
        out, err = self.process.communicate(timeout=harness.SECONDS)
        assert self.process.returncode == 0 and not err, err
        right, wrong, failed, message = out.strip("\n").split(" ", 3)
        assert wrong == "0", out
        return int(right), int(failed), message


def fill(xen):
    xen.static("WriteMany", Pathnames=[f"data/readers/{i}" for i in range(THREADS)], Values=[f"value {i}" for i in range(THREADS)])


def test_each_its_own(xen):
    fill(xen)
    readers = Readers(xen, xen.add("readers"))
    time.sleep(1)
    right, failed, message = readers.end()
    assert right >= THREADS and failed == 0, message


def test_a_transaction_meanwhile(xen):
    """Reads in a transaction see what it sees, and are served one by one."""
    fill(xen)
    session = xen.add("readers")
    readers = Readers(xen, session)
    for _ in range(5):
        xen.call(session, "StartTransaction")
        xen.set(session, "data/readers/other", "v")
        xen.call(session, "AbortTransaction")
    right, failed, message = readers.end()
    assert right >= THREADS and failed == 0, message


def test_xenstored_pauses(xen, daemon):
    """Shorter than the time-out: everybody waits, nobody fails."""
    fill(xen)
    readers = Readers(xen, xen.add("readers"))
    for _ in range(2):
        time.sleep(0.2)
        daemon.process.send_signal(signal.SIGSTOP)
        time.sleep(0.5)
        daemon.process.send_signal(signal.SIGCONT)
    right, failed, message = readers.end()
    assert right >= THREADS and failed == 0, message


def test_xenstored_is_silent(make_server, daemon):
    """Longer than the time-out: reads fail with a message that says so, and go on afterwards."""
    xen = Interface(make_server(store=daemon.socket, options={"timeout_ms": "500"}))
    fill(xen)
    readers = Readers(xen, xen.add("readers"))
    time.sleep(0.3)
    daemon.process.send_signal(signal.SIGSTOP)
    time.sleep(3)
    daemon.process.send_signal(signal.SIGCONT)
    right, failed, message = readers.end()
    assert right > 0 and failed > 0 and "does not answer in time" in message, message
    harness.wait_until(lambda: xen.run("enumerate", xen.prefix + "Session").status == 0, what="an answer")


def test_xenstored_comes_back(xen, daemon):
    """What a broken connection has swallowed is read from the new one: there it is missing until it is written again, and nothing else."""
    fill(xen)
    session = xen.add("readers")
    readers = Readers(xen, session)
    for _ in range(3):
        time.sleep(0.2)
        daemon.restart()
        harness.wait_until(lambda: xen.run("invoke", xen.prefix + "Base", "WriteMany", "--in", "Pathnames=data/readers/0", "--in",
                                           "Values=value 0").status == 0, what="xenstored's return")
        fill(xen)
    right, failed, message = readers.end()
    assert right > 0, message
    assert not message or "no such xenstore node" in message or "is not there" in message, message
    assert xen.get(session, "data/readers/3") == "value 3"
    assert failed == 0 or message
