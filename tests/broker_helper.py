"""A launcher and a broker with a host that does as it is told (tests/fakehost), and a client of the control protocol."""
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

import harness

FAKE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fakehost")
sys.path.insert(0, FAKE)
import control  # noqa: E402

READ, WRITE, INVOKE, SUBSCRIBE, ADMIN = 1, 2, 4, 8, 16
OK, FAILED, ACCESS_DENIED, INVALID_NAMESPACE, INVALID_CLASS, NOT_SUPPORTED, LIMITS = 0, 1, 2, 3, 5, 7, 27

SYSTEM = """[provider]
name = {name}
library = /nonexistent/{name}.so
namespace = root/test
hosting = {hosting}
own-host = {own}
{classes}
option = colour=red
"""


class Client:
    """One connection to the broker."""

    def __init__(self, path, timeout=harness.SECONDS):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.socket.settimeout(timeout)
        self.socket.connect(path)
        self.seq = 0

    def send(self, kind, **fields):
        self.seq += 1
        self.socket.send(control.pack(kind, self.seq, **fields))
        return self.seq

    def receive(self):
        """(kind, seq, fields, descriptor or None), or None at the end"""
        try:
            data, fds, _, _ = socket.recv_fds(self.socket, 4096, 1)
        except ConnectionResetError:
            return None
        if not data:
            return None
        return (*control.unpack(data), fds[0] if fds else None)

    def call(self, kind, **fields):
        seq = self.send(kind, **fields)
        got = self.receive()
        assert got, "the broker hung up"
        assert got[1] == seq, got
        return got[0], got[2], got[3]

    def open(self, class_name="T_Thing", namespace="root/test", verbs=READ):
        kind, fields, fd = self.call("OPEN", namespace=namespace, class_name=class_name, verbs=verbs)
        assert kind == "CHANNEL", fields
        return Channel(fd, fields)

    def refused(self, class_name="T_Thing", namespace="root/test", verbs=READ):
        kind, fields, fd = self.call("OPEN", namespace=namespace, class_name=class_name, verbs=verbs)
        assert kind == "REFUSED" and fd is None, (kind, fields)
        return fields["result"], fields["message"]

    def hosts(self):
        seq, hosts = self.send("LIST"), []
        while True:
            kind, got, fields, _ = self.receive()
            assert got == seq
            if kind != "HOST_ENTRY":
                assert kind == "OK", fields
                return hosts
            hosts.append(fields)

    def close(self):
        self.socket.close()


class Channel:
    """A connection to a host, which answers commands with a line of JSON."""

    def __init__(self, fd, fields):
        self.socket = socket.socket(fileno=fd)
        self.socket.settimeout(harness.SECONDS)
        self.file = self.socket.makefile()
        self.fields = fields

    def tell(self, text):
        self.socket.sendall(text.encode() + b"\n")

    def ask(self, text):
        self.tell(text)
        return json.loads(self.file.readline())

    def at_end(self):
        """Waits for the hang-up."""
        try:
            return self.file.readline() == ""
        except ConnectionResetError:
            return True

    def close(self):
        self.file.close()
        self.socket.close()


class Service:
    def __init__(self, config="", behaviour="normal"):
        self.directory = tempfile.mkdtemp(prefix="xenmi-broker.")
        os.chmod(self.directory, 0o755)
        self.libexec = os.path.join(self.directory, "libexec")
        self.run_dir = os.path.join(self.directory, "run")
        self.state_dir = os.path.join(self.directory, "state")
        self.registrations = os.path.join(self.state_dir, "registrations")
        self.config_path = os.path.join(self.directory, "xenmi.conf")
        self.socket = os.path.join(self.run_dir, "broker.sock")
        self.log_path = os.path.join(self.directory, "log")
        os.makedirs(self.registrations)
        os.mkdir(self.libexec)
        for name in ("xenmi-host", "control.py"):
            shutil.copy(os.path.join(FAKE, name), self.libexec)
        os.symlink(os.path.join(harness.BUILD, "libexec", "xenmi", "xenmid"), os.path.join(self.libexec, "xenmid"))
        self.behave(behaviour)
        self.configure(config)
        self.record("Thing", "T_Thing")
        self.compile()
        self.process = None

    # what it runs with

    def behave(self, how):
        path = os.path.join(self.libexec, "behaviour")
        with open(path + ".new", "w") as file:
            file.write(how)
        os.rename(path + ".new", path)

    def configure(self, text):
        with open(self.config_path, "w") as file:
            file.write(text)

    def record(self, name, *classes, hosting="system:" + harness.Xenmi.user(), own=False):
        with open(os.path.join(self.registrations, name + ".mof"), "w") as file:
            file.write("class T_Base { [Key] string Id; };\n")
            for one in classes:
                file.write(f"class {one} : T_Base {{ uint32 Size; }};\n")
        with open(os.path.join(self.registrations, name + ".reg"), "w") as file:
            file.write(SYSTEM.format(name=name, hosting=hosting, own="yes" if own else "no",
                                     classes="\n".join("class = " + one for one in classes)))

    def forget(self, name):
        os.unlink(os.path.join(self.registrations, name + ".reg"))
        os.unlink(os.path.join(self.registrations, name + ".mof"))

    def compile(self, check=0):
        """Also tells the broker, if there is one."""
        return harness.run([os.path.join(harness.BIN, "register-cimprovider"), "-Compile", "-Verbose", "-StateDir", self.state_dir, "-Socket",
                            self.socket], check=check)

    # life

    def start(self):
        log = open(self.log_path, "ab")
        self.process = subprocess.Popen(
            [os.path.join(harness.BIN, "xenmi-launcher"), "--run-dir", self.run_dir, "--state-dir", self.state_dir, "--config",
             self.config_path, "--libexec-dir", self.libexec],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, env={**os.environ, "XENMI_LOG": "info"})
        log.close()
        try:
            harness.wait_until(self.answers, what="an answer of the broker")
        except BaseException:
            self.process.kill()
            self.process.wait()
            print(self.log())
            raise
        return self

    def answers(self):
        assert self.process.poll() is None, self.log()
        try:
            client = Client(self.socket)
        except OSError:
            return False
        try:
            client.send("TEST")
            got = client.receive()
            return bool(got) and got[0] == "OK"
        except OSError:
            return False
        finally:
            client.close()

    def stop(self, number=signal.SIGTERM):
        """Ends it; returns the exit status. Nothing of it may be left."""
        ours = harness.children(self.process.pid)
        if self.process.poll() is None:
            self.process.send_signal(number)
        status = self.process.wait(harness.SECONDS)
        harness.wait_until(lambda: not [pid for pid in ours if harness.Xenmi.is_running(pid)], what=f"the end of {ours}")
        self.process = None
        return status

    def __enter__(self):
        return self.start()

    def __exit__(self, kind, value, trace):
        try:
            if self.process:
                assert self.stop() == 0, self.log()
            bad = [line for line in self.log().splitlines() if "Sanitizer" in line or "runtime error:" in line]
            assert not bad, self.log()
            if kind:
                print(self.log())
        finally:
            shutil.rmtree(self.directory, ignore_errors=True)

    def client(self):
        return Client(self.socket)

    def log(self):
        with open(self.log_path, errors="replace") as file:
            return file.read()

    def pids(self, name):
        return [pid for pid, found in harness.children(self.process.pid).items() if found == name]


def as_user(uid, function, groups=()):
    """Runs function() in a child with that uid and gives back what it returned (as JSON); its failure is ours."""
    read_fd, write_fd = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(read_fd)
            os.setgroups(list(groups))
            os.setresgid(uid, uid, uid)
            os.setresuid(uid, uid, uid)
            result = {"value": function()}
        except BaseException as error:  # noqa: B036 - all of it is for the parent
            result = {"error": f"{type(error).__name__}: {error}"}
        os.write(write_fd, json.dumps(result).encode())
        os._exit(0)
    os.close(write_fd)
    with os.fdopen(read_fd) as file:
        result = json.loads(file.read())
    os.waitpid(pid, 0)
    assert "error" not in result, result["error"]
    return result["value"]


def wait_gone(pid):
    harness.wait_until(lambda: not harness.Xenmi.is_running(pid), what=f"the end of process {pid}")


def now():
    return time.monotonic()
