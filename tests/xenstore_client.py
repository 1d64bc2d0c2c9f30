"""The XenStore interface as a client sees it, through the xenmi command."""
import json
import os
import shutil
import signal
import subprocess
import threading
import time

import harness


class Interface:
    def __init__(self, server, prefix=harness.PREFIX, uid=None):
        self.server = server
        self.prefix = prefix + "XenStore"
        self.uid = uid

    def _command(self, *arguments):
        """As another user: with a copy of the command that this user may read."""
        if self.uid is None:
            return [os.path.join(self.server.bin, "xenmi"), *arguments], self.server.env(), {}
        place = os.path.join(self.server.directory, "for-others")
        if not os.path.isdir(place):
            os.makedirs(place)
            shutil.copy(os.path.join(self.server.bin, "xenmi"), place)
            shutil.copy(os.path.join(self.server.build, "lib", "libmi.so"), place)
        environment = dict(self.server.env(), LD_LIBRARY_PATH=place)
        return [os.path.join(place, "xenmi"), *arguments], environment, {"user": self.uid, "group": self.uid, "extra_groups": []}

    def run(self, *arguments, timeout=harness.SECONDS):
        command, environment, identity = self._command("--namespace", "root/wmi", "--json", *arguments)
        return harness.Result(subprocess.run(command, env=environment, capture_output=True, text=True, timeout=timeout, cwd="/", **identity))

    def query(self, query):
        result = self.run("query", query)
        assert result.status == 0, result
        return result.json

    def base(self):
        result = self.run("enumerate", self.prefix + "Base")
        assert result.status == 0, result
        assert len(result.json) == 1
        return result.json[0]

    def static(self, method, check=0, **parameters):
        return self._answer(self.run("invoke", self.prefix + "Base", method, *inputs(parameters)), check)

    def add(self, name="test"):
        return self._answer(self.run("invoke", "--query", f"select * from {self.prefix}Base", "AddSession", *inputs({"Id": name})), 0)["SessionId"]

    def find(self, session):
        return f"select * from {self.prefix}Session where SessionId={session}"

    def call(self, session, method, check=0, **parameters):
        """The out parameters, or (check=1) what was said on stderr."""
        return self._answer(self.run("invoke", "--query", self.find(session), method, *inputs(parameters)), check)

    @staticmethod
    def _answer(result, check):
        assert result.status == check, result
        if check:
            return result.err
        return json.loads(result.out) if result.out.strip() else {}

    def fails(self, session, method, code, **parameters):
        said = self.call(session, method, check=1, **parameters)
        assert f"({code})" in said, said
        return said

    def get(self, session, path):
        return self.call(session, "GetValue", Pathname=path)["value"]

    def set(self, session, path, value):
        self.call(session, "SetValue", Pathname=path, value=value)

    def subscribe(self, query=None, event_id=None):
        query = query or f"select * from {self.prefix}WatchEvent" + (f" where EventId='{event_id}'" if event_id else "")
        return Subscriber(self, query)


def inputs(parameters):
    words = []
    for name, value in parameters.items():
        for one in value if isinstance(value, list) else [value]:
            words += ["--in", f"{name}={one if isinstance(one, str) else json.dumps(one)}"]
    return words


class Subscriber:
    """`xenmi subscribe` in the background; .events grows as they come."""

    def __init__(self, interface, query):
        command, environment, identity = interface._command("--namespace", "root/wmi", "--json", "subscribe", query)
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        text=True, cwd="/", **identity)
        self.events = []
        self.rounds = 0
        self.thread = threading.Thread(target=self._read)
        self.thread.start()

    def _read(self):
        for line in self.process.stdout:
            self.events.append(json.loads(line))

    def count(self, **wanted):
        return sum(all(event.get(key) == value for key, value in wanted.items()) for event in list(self.events))

    def wait(self, number=1, **wanted):
        harness.wait_until(lambda: self.count(**wanted) >= number or self._dead(), what=f"{number} events of {wanted}, have {self.events}")
        assert self.count(**wanted) >= number, self.process.stderr.read()

    def ready(self, interface, session, path="data/ready"):
        """Returns once events of the session come: a subscription that is only just being made misses earlier ones."""
        interface.call(session, "SetWatch", Pathname=path)
        harness.wait_until(lambda: interface.set(session, path, "") or self.count(EventId=path), what="the first event")

    def catch_up(self, interface, path="data/ready"):
        """Returns once all that had happened before is told; `path` is what ready() has a watch for.

        xenstored tells of changes in their order, but what comes quickly for one watch waits for its interval, while another watch's goes
        out: of two rounds the second is behind it.
        """
        for _ in range(2):
            self.rounds += 1
            marker = f"{path}/round-{self.rounds}"
            interface.static("WriteMany", Pathnames=[marker], Values=[""])
            self.wait(1, EventId=path, ChangedPath=marker)

    def _dead(self):
        return self.process.poll() is not None

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(harness.SECONDS)
        self.thread.join()
        self.process.stdout.close()
        self.process.stderr.close()


def settle(seconds=0.3):
    """Gives what should not happen the time to happen."""
    time.sleep(seconds)
