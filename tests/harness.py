"""A running xenmi for tests and for ./run: configuration, registrations, launcher, and calls of its programs.

    with Xenmi(directory, store=xenstored.socket) as server:
        server.xenmi("test")
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.environ.get("XENMI_BUILD", os.path.join(ROOT, "build"))
BIN = os.path.join(BUILD, "bin")
PROVIDERS = os.path.join(BUILD, "lib", "xenmi", "providers")
PREFIX = os.environ.get("OBJECT_PREFIX", "XenProject")

# A loaded machine with sanitizers is slow: these are bounds against hanging, not expectations.
SLOW = bool(os.environ.get("XENMI_TEST_SLOW"))
SECONDS = 120 if SLOW else 60


class Result:
    """What a program said: exit status, stdout, stderr; .json is stdout parsed."""

    def __init__(self, completed):
        self.status = completed.returncode
        self.out = completed.stdout
        self.err = completed.stderr

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]

    def __repr__(self):
        return f"<status {self.status}\nout: {self.out}\nerr: {self.err}>"


def run(arguments, timeout=SECONDS, check=None, env=None, input=None, cwd=None):
    """Runs a program; `check` is the exit status it must have."""
    completed = subprocess.run([str(a) for a in arguments], capture_output=True, text=True, timeout=timeout, env=env, input=input, cwd=cwd,
                               errors="surrogateescape")
    result = Result(completed)
    if check is not None:
        assert result.status == check, f"{arguments}: {result}"
    return result


def wait_until(condition, seconds=SECONDS, what="condition"):
    """Polls until condition() is true and returns what it gave; fails after a bound."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} did not come true within {seconds} s")
        time.sleep(0.02)


def children(pid):
    """The processes whose parent is `pid` or a descendant of it: {pid: name}."""
    parents = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as file:
                    text = file.read()
            except OSError:
                continue
            name = text[text.index("(") + 1:text.rindex(")")]
            fields = text[text.rindex(")") + 2:].split()
            parents[int(entry)] = (int(fields[1]), name, fields[0])
    found, added = {}, True
    while added:
        added = False
        for child, (parent, name, state) in parents.items():
            if child not in found and (parent == pid or parent in found) and state != "Z":
                found[child] = name
                added = True
    return found


class Xenmi:
    def __init__(self, directory, store=None, build=BUILD, config="", providers=("XenStore",), options=None):
        self.directory = str(directory)
        self.build = build
        self.bin = os.path.join(build, "bin")
        self.store = store
        self.config_text = config
        self.providers = list(providers)
        self.options = dict(options or {})
        self.run_dir = os.path.join(self.directory, "run")
        self.state_dir = os.path.join(self.directory, "state")
        self.config = os.path.join(self.directory, "xenmi.conf")
        self.log_file = os.path.join(self.directory, "log")
        self.socket = os.path.join(self.run_dir, "broker.sock")
        self.process = None

    # configuration and registration

    def write_config(self):
        os.makedirs(self.directory, exist_ok=True)
        os.chmod(self.directory, 0o755)
        text = self.config_text
        options = dict(self.options)
        if self.store:
            options.setdefault("socket", self.store)
        if options and "XenStore" in self.providers:
            text += "\n[provider XenStore]\n" + "".join(f"{key} = {value}\n" for key, value in options.items())
        with open(self.config, "w") as file:
            file.write(text)

    def register(self, library, namespace="root/test", name=None, *arguments, check=0):
        """register-cimprovider for a module; names without a slash are looked up in build/lib/xenmi/providers."""
        if "/" not in library:
            library = os.path.join(self.build, "lib", "xenmi", "providers", library)
        name = name or os.path.basename(library).removeprefix("lib").removesuffix(".so")
        return run([os.path.join(self.bin, "register-cimprovider"), "--state-dir", self.state_dir, "--socket", self.socket,
                    "-Namespace", namespace, "-ProviderName", name, "-Path", library, *arguments], check=check, env=self.env())

    def prepare(self):
        self.write_config()
        os.makedirs(self.state_dir, exist_ok=True)
        if "XenStore" in self.providers:
            self.register("libXenStore.so", "root/wmi", "XenStore", "-HostingModel", "system:" + self.user())
        if "Process" in self.providers:
            self.register("libProcess.so", "root/cimv2", "Process", "-HostingModel", "requestor")

    @staticmethod
    def user():
        import pwd
        return pwd.getpwuid(os.getuid()).pw_name

    # life

    def start(self):
        self.prepare()
        self.launch()
        return self

    def launch(self):
        log = open(self.log_file, "ab")
        self.process = subprocess.Popen(
            [os.path.join(self.bin, "xenmi-launcher"), "--config", self.config, "--run-dir", self.run_dir, "--state-dir", self.state_dir,
             "--libexec-dir", os.path.join(self.build, "libexec", "xenmi")],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self.env())
        log.close()
        try:
            self.wait_ready()
        except BaseException:
            # nobody else stops what has not come up
            self.process.terminate()
            self.process.wait(SECONDS)
            self.process = None
            raise

    def wait_ready(self):
        deadline = time.monotonic() + SECONDS
        while True:
            if self.process.poll() is not None:
                raise AssertionError(f"xenmi-launcher ended with {self.process.returncode}:\n{self.log()[-4000:]}")
            if os.path.exists(self.socket) and self.xenmi("test", timeout=SECONDS).status == 0:
                return
            if time.monotonic() > deadline:
                raise AssertionError(f"xenmi does not answer:\n{self.log()[-4000:]}")
            time.sleep(0.02)

    def stop(self):
        """Ends it and checks that nothing stays behind."""
        if not self.process:
            return
        ours = children(self.process.pid)
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(SECONDS)
        finally:
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()
            self.process = None
        wait_until(lambda: not [pid for pid in ours if os.path.exists(f"/proc/{pid}") and self.is_running(pid)], what="the end of all hosts")
        problems = [line for line in self.log().splitlines() if "ERROR: AddressSanitizer" in line or "runtime error:" in line
                    or "WARNING: ThreadSanitizer" in line or "ERROR: LeakSanitizer" in line]
        assert not problems, "\n".join(problems) + "\n" + self.log()[-6000:]

    @staticmethod
    def is_running(pid):
        try:
            with open(f"/proc/{pid}/stat") as file:
                return file.read().rsplit(")", 1)[1].split()[0] != "Z"
        except OSError:
            return False

    def __enter__(self):
        return self.start()

    def __exit__(self, *exception):
        self.stop()

    def log(self):
        try:
            with open(self.log_file, errors="replace") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    def processes(self):
        """Our processes besides the launcher: {pid: name}."""
        return children(self.process.pid)

    def pids(self, name):
        return [pid for pid, found in self.processes().items() if found == name]

    # programs

    def env(self, **more):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("XENSTORED_")}
        environment.update(XENMI_SOCKET=self.socket, LD_LIBRARY_PATH=os.path.join(self.build, "lib"), LC_ALL="C.UTF-8", **more)
        return environment

    def xenmi(self, *arguments, check=None, timeout=SECONDS, input=None):
        return run([os.path.join(self.bin, "xenmi"), *arguments], check=check, timeout=timeout, env=self.env(), input=input)

    def wmi(self, *arguments, check=None, timeout=SECONDS):
        """xenmi in root/wmi with JSON answers"""
        return self.xenmi("--namespace", "root/wmi", "--json", *arguments, check=check, timeout=timeout)

    def spawn(self, *arguments, **more):
        """A xenmi command that goes on in the background; text pipes."""
        return subprocess.Popen([os.path.join(self.bin, "xenmi"), *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True, env=self.env(), **more)


def main():
    """configure BUILD DIRECTORY STORE: what ./run needs before it starts the launcher."""
    build, directory, store = sys.argv[1:4]
    server = Xenmi(directory, store=store or None, build=build, providers=("XenStore", "Process"))
    if not os.path.exists(os.path.join(build, "lib", "xenmi", "providers", "libProcess.so")):
        server.providers.remove("Process")
    server.prepare()


if __name__ == "__main__":
    main()
