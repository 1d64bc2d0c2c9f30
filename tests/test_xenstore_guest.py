"""The provider in an unprivileged guest: over a simulated /dev/xen/xenbus, loaded into the command itself."""
import json
import os
import shutil
import signal
import subprocess
import threading
import time

import pytest

import harness
from wire import Wire
from xenstored import Xenstored

pytestmark = pytest.mark.plain  # the simulator is preloaded, which the sanitizers do not want
CLASS = harness.PREFIX + "XenStore"
HOME = "/local/domain/7"


@pytest.fixture(scope="module")
def guest(tmp_path_factory):
    directory = str(tmp_path_factory.mktemp("guest"))
    simulator = os.path.join(directory, "xenbus-sim.so")
    compiler = (os.environ.get("CC") or shutil.which("cc") or "gcc").split()
    subprocess.run([*compiler, "-w", "-O1", "-D_GNU_SOURCE", "-shared", "-fPIC", "-o", simulator,
                    os.path.join(harness.ROOT, "tests", "rig", "xenbus-sim.c"), "-lpthread"], check=True)
    with Xenstored(directory) as daemon, Wire(daemon.socket) as toolstack:
        toolstack.introduce(directory, 7)
        yield Guest(directory, simulator, toolstack)


class Guest:
    def __init__(self, directory, simulator, toolstack):
        self.directory, self.toolstack = directory, toolstack
        self.environment = dict(os.environ, RIG_DIR=directory, XENBUS_DOMID="7", LD_PRELOAD=simulator, XENSTORED_PATH="/dev/xen/xenbus",
                                LD_LIBRARY_PATH=os.path.join(harness.BUILD, "lib"), LC_ALL="C.UTF-8")

    def command(self, *words):
        return [os.path.join(harness.BIN, "xenmi"), "--json", "--namespace", "root/wmi", "try", os.path.join(harness.PROVIDERS, "libXenStore.so"), *words]

    def run(self, *words):
        return harness.run(self.command(*words), env=self.environment)

    def call(self, method, check=0, **parameters):
        words = []
        for name, value in parameters.items():
            for one in value if isinstance(value, list) else [value]:
                words += ["--in", f"{name}={one}"]
        result = self.run("invoke", CLASS + "Base", method, *words)
        assert result.status == check, result
        return result.json if check == 0 and result.out.strip() else result.err


def test_identity(guest):
    base = guest.run("enumerate", CLASS + "Base").json[0]
    assert base["Backend"] == "device" and base["Connected"] is True
    assert (base["DomainId"], base["DomainName"], base["DomainPath"]) == (7, "guest-7", HOME)
    assert base["DomainUuid"] == "00000000-0000-0000-0000-000000000007"


def test_refusals(guest):
    """Each refusal is mapped; ACCESS_DENIED is what clients test for."""
    assert guest.call("ReadMany", Pathnames=["name", "secret", "data/none", HOME + "/name", "/local/domain/0/x"])["Results"] == [0, 2, 6, 0, 2]
    assert "ACCESS_DENIED" in guest.call("WriteMany", check=1, Pathnames="name", Values="x")
    assert "ACCESS_DENIED" in guest.call("MakeDirectory", check=1, Pathnames="control/new")
    assert "ACCESS_DENIED" in guest.call("RemoveMany", check=1, Pathnames="none")
    assert "ACCESS_DENIED" in guest.call("SetPermissions", check=1, Pathnames="name", Permissions="n7")
    assert "SERVER_LIMITS_EXCEEDED" in guest.call("WriteMany", check=1, Pathnames="data/big", Values="x" * 2100)
    assert "INVALID_PARAMETER" in guest.call("WriteMany", check=1, Pathnames="data/big", Values="x" * 4080)
    guest.call("WriteMany", Pathnames=["data/a", "data/b"], Values=["1", "2"])
    assert guest.toolstack.read(HOME + "/data/a") == b"1"


def test_node_quota(guest):
    """What does not fit is refused, and all of it."""
    names = [f"data/quota/{number}" for number in range(1200)]
    said = guest.call("MakeDirectory", check=1, Pathnames=names)
    assert "SERVER_LIMITS_EXCEEDED" in said, said
    assert guest.call("Exists", Pathname="data/quota")["Exists"] is False


class Listener:
    def __init__(self, guest, query):
        self.process = subprocess.Popen(guest.command("subscribe", query), env=guest.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)
        self.events = []
        self.thread = threading.Thread(target=lambda: [self.events.append(json.loads(line)) for line in self.process.stdout])
        self.thread.start()

    def quiet(self):
        """How many there are once no more come."""
        count = -1
        while count != len(self.events):
            count = len(self.events)
            time.sleep(1)
        return count

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(harness.SECONDS)
        self.thread.join()


def test_events(guest):
    """An event for a path that dom0 writes, and one more after a resume."""
    with Listener(guest, f"select * from {CLASS}WatchEvent where EventId='data/watched'") as listener:
        harness.wait_until(lambda: len(listener.events) == 1, what="the first event")
        guest.toolstack.write(HOME + "/data/watched", "v")
        harness.wait_until(lambda: len(listener.events) == 2, what="the event")
        resume(guest)
        harness.wait_until(lambda: len(listener.events) == 3, what="the event of the resume")
        assert {event["EventId"] for event in listener.events} == {"data/watched"}


def test_unsuspended(guest):
    with Listener(guest, f"select * from {CLASS}UnsuspendedEvent") as listener:
        # it has no first event: a resume that comes too early is heard of by nobody, so there may have to be another
        harness.wait_until(lambda: resume(guest) or listener.events, what="the event")
        before = listener.quiet()
        resume(guest)
        harness.wait_until(lambda: len(listener.events) > before, what="the event of one resume")
        assert listener.quiet() == before + 1


def resume(guest):
    path = os.path.join(guest.directory, "resume")
    open(path, "w").close()
    harness.wait_until(lambda: not os.path.exists(path), what="the resume")
