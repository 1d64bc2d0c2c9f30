#!/usr/bin/python3
"""A private xenstored for tests, benchmarks and ./run: Debian's own, on a machine without a hypervisor.

    xenstored.py start DIR     start one that keeps everything in DIR, print the path of its socket
    xenstored.py stop DIR      end it
    xenstored.py run COMMAND..    run a command with XENSTORED_PATH set to one that lives as long as the command does
    xenstored.py guest COMMAND..  the same in a simulated guest, domain 7, for a command that has xenbus-sim.c in it: XENSTORED_PATH is the
                                  device, RIG_DIR the daemon's directory, RIG_SOCKET its socket

From Python: `with Xenstored(directory) as daemon: daemon.socket ...`.
"""
import glob
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ANSWER_SECONDS = 20


def find_daemon():
    """The newest installed xenstored (the C daemon; where it lies depends on Xen's version)."""
    found = glob.glob("/usr/lib/xen-*/bin/xenstored") + glob.glob("/usr/libexec/xen-*/bin/xenstored")
    if not found:
        raise SystemExit("xenstored is not installed: apt-get install xen-utils-4.17 (Debian 12) or xen-utils-4.20 (Debian 13)")
    return sorted(found)[-1]


def build_shim(directory):
    shim = os.path.join(directory, "shim.so")
    source = os.path.join(HERE, "shim.c")
    if os.path.exists(shim) and os.path.getmtime(shim) >= os.path.getmtime(source):
        return shim
    compiler = os.environ.get("CC") or shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    subprocess.run([*compiler.split(), "-w", "-O1", "-D_GNU_SOURCE", "-shared", "-fPIC", "-o", shim, source, "-ldl"], check=True)
    return shim


class Xenstored:
    def __init__(self, directory, arguments=()):
        self.directory = os.path.abspath(directory)
        self.arguments = list(arguments)
        self.socket = os.path.join(self.directory, "socket")
        self.pid_file = os.path.join(self.directory, "rig.pid")
        self.process = None

    def _prepare(self):
        os.makedirs(self.directory, exist_ok=True)
        with open(os.path.join(self.directory, "kva"), "wb") as page:
            page.write(bytes(4096))
        with open(os.path.join(self.directory, "port"), "w") as port:
            port.write("1")
        fifo = os.path.join(self.directory, "evtchn")
        if not os.path.exists(fifo):
            os.mkfifo(fifo)
        for name in ("socket", "socket_ro"):
            try:
                os.unlink(os.path.join(self.directory, name))
            except FileNotFoundError:
                pass

    def start(self, detach=False):
        self._prepare()
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("XENSTORED_", "LD_", "ASAN_"))}
        environment.update(XENSTORED_RUNDIR=self.directory, RIG_DIR=self.directory, LD_PRELOAD=build_shim(self.directory))
        with open(os.path.join(self.directory, "log"), "ab") as log:
            self.process = subprocess.Popen(
                [find_daemon(), "--no-fork", "--internal-db", "--pid-file", os.path.join(self.directory, "xenstored.pid"),
                 *self.arguments], env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.directory,
                start_new_session=detach)
        with open(self.pid_file, "w") as pid_file:
            pid_file.write(str(self.process.pid))
        self._wait()
        return self

    def _wait(self):
        deadline = time.monotonic() + ANSWER_SECONDS
        while True:
            if self.process.poll() is not None:
                raise RuntimeError("xenstored ended with status %s; see %s/log" % (self.process.returncode, self.directory))
            try:
                with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
                    connection.connect(self.socket)
                return
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.01)

    def kill(self):
        """End it as a crash does."""
        self.process.kill()
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.kill()

    def restart(self):
        self.kill()
        self.start()

    def __enter__(self):
        return self if self.process else self.start()

    def __exit__(self, *error):
        self.stop()


def stop_by_directory(directory):
    path = os.path.join(os.path.abspath(directory), "rig.pid")
    try:
        with open(path) as pid_file:
            pid = int(pid_file.read())
        with open("/proc/%d/environ" % pid, "rb") as environment:
            ours = ("RIG_DIR=" + os.path.abspath(directory)).encode() in environment.read().split(b"\0")
    except (OSError, ValueError):
        return
    if not ours:
        return
    os.kill(pid, signal.SIGTERM)
    for _ in range(500):
        try:
            with open("/proc/%d/stat" % pid) as stat:
                if stat.read().rsplit(")", 1)[1].split()[0] == "Z":
                    break
        except OSError:
            break
        time.sleep(0.01)
    os.unlink(path)


def main(arguments):
    if len(arguments) >= 2 and arguments[0] == "run":
        with tempfile.TemporaryDirectory() as directory, Xenstored(directory) as daemon:
            return subprocess.run(arguments[1:], env=dict(os.environ, XENSTORED_PATH=daemon.socket)).returncode
    if len(arguments) >= 2 and arguments[0] == "guest":
        from wire import Wire
        with tempfile.TemporaryDirectory() as directory, Xenstored(directory) as daemon, Wire(daemon.socket) as toolstack:
            toolstack.introduce(directory, 7)
            environment = dict(os.environ, XENSTORED_PATH="/dev/xen/xenbus", RIG_DIR=directory, RIG_SOCKET=daemon.socket, XENBUS_DOMID="7")
            return subprocess.run(arguments[1:], env=environment).returncode
    if len(arguments) != 2 or arguments[0] not in ("start", "stop"):
        raise SystemExit(__doc__)
    if arguments[0] == "start":
        print(Xenstored(arguments[1]).start(detach=True).socket)
    else:
        stop_by_directory(arguments[1])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
