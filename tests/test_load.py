"""Under load: many clients, large answers, and clients that do not do their part."""
import os
import signal
import subprocess
import time

import pytest

from harness import BUILD, SECONDS, SLOW, Xenmi, run, wait_until

ALL = os.path.join(BUILD, "obj", "tests", "providers", "all", "libTestAll.so")
LOAD = os.path.join(BUILD, "obj", "tests", "load", "load")
MILLION = 50_000 if SLOW else 1_000_000
LIMITS = "[broker]\nopens-per-user = 4000\nchannels-per-user = 4000\nconnections = 8000\nconnections-per-user = 4000\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Xenmi(tmp_path_factory.mktemp("load"), providers=(), config=LIMITS)
    server.prepare()
    server.register(ALL, "root/test", None, "-HostingModel", "system:" + server.user())
    server.launch()
    yield server
    server.stop()


def load(server, *arguments):
    return run([LOAD, *map(str, arguments)], timeout=4 * SECONDS, check=0, env=server.env())


def begin(server, *arguments):
    """The program with a pipe to hold it by, once it has said that it is where it should be."""
    process = subprocess.Popen([LOAD, *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=server.env())
    assert process.stdout.readline().strip() in ("stalled", "open")
    return process


def finish(process):
    process.stdin.close()
    assert process.wait(SECONDS) == 0
    process.stdout.close()


def set_many(server, count):
    server.xenmi("--namespace", "root/test", "invoke", "Test_Control", "SetMany", "--in", f"Count={count}", check=0)


def host_kib(server):
    [pid] = server.pids("xenmi-host")
    with open(f"/proc/{pid}/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))


def host_threads(server):
    [pid] = server.pids("xenmi-host")
    return len(os.listdir(f"/proc/{pid}/task"))


def answers(server):
    begin_time = time.monotonic()
    server.xenmi("--namespace", "root/test", "invoke", "Test_Control", "Nothing", check=0)
    return time.monotonic() - begin_time


def test_two_hundred_clients_at_once(server):
    load(server, "clients", 50 if SLOW else 200)


def test_a_million_instances_in_constant_memory(server):
    set_many(server, MILLION)
    load(server, "enumerate", MILLION)  # what is made once is made now
    before = host_kib(server)
    grown = int(load(server, "enumerate", MILLION).out)
    if not SLOW:  # a sanitizer keeps freed memory for a while
        assert grown < 4096
        assert host_kib(server) - before < 4096


def test_a_get_inside_of_an_enumeration(server):
    set_many(server, 5000)
    load(server, "inner", 300)


def test_cancel_in_every_state(server):
    set_many(server, 20000)
    load(server, "cancel", 50)
    assert answers(server) < SECONDS


def test_a_client_that_stops_reading(server):
    set_many(server, 100000)
    before = host_kib(server)
    stalled = [begin(server, "stall") for _ in range(4)]
    assert answers(server) < 20
    stopped = begin(server, "stall")
    stopped.send_signal(signal.SIGSTOP)
    assert answers(server) < 20
    if not SLOW:
        assert host_kib(server) - before < 16384
    stopped.send_signal(signal.SIGCONT)
    finish(stopped)
    for process in stalled:
        finish(process)


def test_clients_that_are_killed_leave_nothing(server):
    set_many(server, 100000)
    answers(server)
    for _ in range(3):
        doomed = [begin(server, "stall") for _ in range(4)]
        for process in doomed:
            process.kill()
            process.wait()
            process.stdin.close()
            process.stdout.close()
    # the threads that waited for them are free again: those that are too many end after a while
    wait_until(lambda: host_threads(server) <= 8, what="threads to end")
    assert answers(server) < 20


def test_many_idle_sessions(server):
    count = 100 if SLOW else 500
    idle = begin(server, "sessions", count)
    assert answers(server) < 20
    finish(idle)
    assert answers(server) < 20
