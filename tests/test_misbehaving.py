"""Providers that misbehave: their caller gets a clear error in bounded time, all others go on, the log names who did what."""
import os
import re
import subprocess
import time

import pytest

from harness import BUILD, Xenmi, wait_until

FOLDER = os.path.join(BUILD, "obj", "tests", "providers", "bad")
WAYS = sorted(name.removeprefix("libBad-").removesuffix(".so") for name in os.listdir(FOLDER) if name.endswith(".so")) \
    if os.path.isdir(FOLDER) else []
SANITIZED = os.environ.get("XENMI_TEST_SLOW")


@pytest.fixture(scope="module")
def bad(tmp_path_factory):
    """Every bad module in a host of its own, and one good neighbour: the class of `other-thread`, which does what is legal."""
    server = Xenmi(tmp_path_factory.mktemp("bad"), providers=(), config="[hosts]\nbackoff-max = 1\n")
    server.prepare()
    for way in WAYS:
        server.register(os.path.join(FOLDER, f"libBad-{way}.so"), f"root/bad/{way}", None, "-HostingModel", "system:" + server.user(), "-OwnHost")
    server.launch()
    yield server
    server.stop()


def enumerate_bad(server, way, timeout=10):
    """The command's result, and how long it took."""
    begin = time.monotonic()
    result = server.xenmi("--namespace", f"root/bad/{way}", "--timeout", str(timeout), "--json", "enumerate", "Bad_Thing")
    return result, time.monotonic() - begin


def good_neighbour(server):
    result, _ = enumerate_bad(server, "other-thread", 30)
    assert result.status == 0, result
    assert [i["Id"] for i in result.json] == ["thing"]


def in_log(server, *words):
    wait_until(lambda: any(all(word in line for word in words) for line in server.log().splitlines()), 60,
               f"a line of the log with {words}; it has:\n{server.log()[-3000:]}")


def host_of(server, way):
    return server.xenmi("--namespace", f"root/bad/{way}", "--json", "--timeout", "30", "get", "Bad_Thing", "Id=x")


@pytest.mark.parametrize("way, words", [
    ("crash-load", ("Bad-crash-load", "Bad_Thing.Load")),
    ("crash-call", ("Bad-crash-call", "Bad_Thing.EnumerateInstances")),
    ("dangling", ("Bad-dangling", "Bad_Thing.EnumerateInstances")),
    ("throw", ("Bad-throw", "Bad_Thing.EnumerateInstances")),
    ("exit", ("Bad-exit", "Bad_Thing.EnumerateInstances")),
    ("allocate", ("Bad-allocate", "Bad_Thing.EnumerateInstances")),
    ("close-descriptors", ("Bad-close-descriptors",)),
    ("exit-load", ("Bad-exit-load", "Bad_Thing.Load")),
    ("abort", ("Bad-abort", "Bad_Thing.EnumerateInstances")),
    ("deep-recursion", ("Bad-deep-recursion", "Bad_Thing.EnumerateInstances")),
    ("thread-exit", ("Bad-thread-exit", "Bad_Thing.EnumerateInstances")),
])
def test_host_dies(bad, way, words):
    if way not in WAYS:
        pytest.skip("not built here")
    if SANITIZED and way in ("crash-load", "crash-call", "dangling", "throw", "allocate", "abort", "deep-recursion"):
        pytest.skip("a sanitizer reports these itself")
    result, seconds = enumerate_bad(bad, way, 30)
    assert result.status == 1, result
    assert result.err.strip() and "Bad_Thing" in result.err + result.out or "host" in result.err, result
    assert seconds < 40
    good_neighbour(bad)
    in_log(bad, *words)
    if way not in ("crash-load", "exit-load"):  # another host takes its place
        wait_until(lambda: host_of(bad, way).status == 0, 60, "a new host")


def test_hang(bad):
    assert host_of(bad, "hang").status == 0  # the time is for the provider, not for the host's start
    result, seconds = enumerate_bad(bad, "hang", 2)
    assert result.status == 1 and seconds < 20, result
    assert host_of(bad, "hang").status == 0  # the host's other threads serve on
    good_neighbour(bad)
    in_log(bad, "Bad-hang", "Bad_Thing", "has not returned")
    assert host_of(bad, "hang").status == 0


@pytest.mark.parametrize("way", ["hang", "never"])
def test_silence(make_server, way):
    """A caller who sets no time-out does not wait for ever for a provider that hangs or forgets to post."""
    server = make_server(start=False, providers=(), config="[hosts]\nsilence-timeout = 2\n")
    server.prepare()
    server.register(os.path.join(FOLDER, f"libBad-{way}.so"), "root/test", None, "-HostingModel", "system:" + server.user())
    server.launch()
    result = server.xenmi("--namespace", "root/test", "enumerate", "Bad_Thing")
    assert result.status == 1 and "has posted nothing for 2 seconds" in result.err, result


def test_hangs_when_it_is_loaded(bad):
    """The first caller's thread is lost; those who come after it wait no longer than they want to, and a new host is tried."""
    for _ in range(2):
        result, seconds = enumerate_bad(bad, "hang-load", 1)
        assert result.status == 1 and seconds < 20 and "time" in result.err, result
    good_neighbour(bad)
    in_log(bad, "Bad-hang-load", "Load of Bad_Thing", "has not returned")


def test_never_posts(bad):
    assert host_of(bad, "never").status == 0
    result, seconds = enumerate_bad(bad, "never", 2)
    assert result.status == 1 and seconds < 20, result
    assert "time" in result.err, result
    in_log(bad, "Bad-never", "Bad_Thing", "before it posted a result")
    assert host_of(bad, "never").status == 0


@pytest.mark.parametrize("way", ["twice", "after-end"])
def test_posts_too_much(bad, way):
    for _ in range(3):
        result, _ = enumerate_bad(bad, way)
        assert result.status == 0, result
        assert [i["Id"] for i in result.json] == ["thing"]
    in_log(bad, f"Bad-{way}", "Bad_Thing.EnumerateInstances", "ignored")


@pytest.mark.parametrize("way, word", [("wrong-class", "Bad_Other"), ("no-keys", "key Id")])
def test_bad_instances(bad, way, word):
    result, _ = enumerate_bad(bad, way)
    assert result.status == 1, result
    assert word in result.err and f"Bad-{way}" in result.err, result
    in_log(bad, f"Bad-{way}", "Bad_Thing", word)
    assert host_of(bad, way).status == 0


@pytest.mark.parametrize("way", ["other-thread", "leak", "signals-locale", "crash-unload", "hang-unload", "fork", "process-state", "thread-cancel",
                                 "thousand-threads", "standard-streams"])
def test_goes_on(bad, way):
    """Legal, or at least harmless to the caller."""
    before = None
    for _ in range(5):
        result, seconds = enumerate_bad(bad, way, 30)
        assert result.status == 0 and seconds < 40, result
        assert [i["Id"] for i in result.json] == ["thing"]
        calls = result.json[0]["Calls"]
        assert before is None or calls == before + 1  # the same process
        before = calls


def test_a_signal_that_nobody_handles(bad):
    for _ in range(3):
        result, seconds = enumerate_bad(bad, "alarm", 30)
        assert result.status in (0, 1) and seconds < 40, result
    in_log(bad, "Bad-alarm", "signal", "not handle")
    wait_until(lambda: host_of(bad, "alarm").status == 0, 60, "a new host")


def test_a_jump_out_of_the_call(bad):
    """What a process does after that is anybody's guess: the caller has an answer or an error, and others are served."""
    if SANITIZED:
        pytest.skip("what it does is what sanitizers report")
    for _ in range(3):
        result, seconds = enumerate_bad(bad, "jump", 10)
        assert result.status in (0, 1) and seconds < 40, result
    good_neighbour(bad)


def test_descriptors_that_are_never_closed(bad):
    """While one client holds the last descriptor, the next one is served by another host."""
    shell = subprocess.Popen([os.path.join(bad.bin, "xenmi"), "--namespace", "root/bad/leak-descriptors", "shell"], stdin=subprocess.PIPE,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=bad.env())
    shell.stdin.write("enumerate Bad_Thing\n")
    shell.stdin.flush()
    assert "thing" in shell.stdout.readline()
    wait_until(lambda: host_of(bad, "leak-descriptors").status == 0, 60, "another host")
    in_log(bad, "Bad-leak-descriptors", "no descriptor is left")
    shell.stdin.close()
    shell.stdout.close()
    assert shell.wait(60) in (0, 1)


def test_standard_streams_do_not_lead_to_clients(bad):
    """Descriptors 0 to 2 are closed in each call: no channel of a client takes their place."""
    for _ in range(4):
        result, _ = enumerate_bad(bad, "standard-streams", 30)
        assert result.status == 0, result
    in_log(bad, "Bad-standard-streams", "has closed the standard streams")


def test_all_others_go_on(bad):
    """After all of that: the broker is the one that it was, and no host is left in a bad way."""
    good_neighbour(bad)
    assert bad.process.poll() is None
    assert len(bad.pids("xenmid")) == 1
    for way in WAYS:
        if way not in ("crash-load", "exit-load", "hang-load"):
            wait_until(lambda way=way: host_of(bad, way).status == 0, 60, f"{way} to be served")
    assert not re.search(r"xenmid.*(crash|signal)", bad.log())
