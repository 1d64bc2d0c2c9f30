"""Subscriptions to a class whose events come from others: of its own module, of other modules of the host, of other hosts."""
import json
import os
import queue
import signal
import threading

import pytest

from harness import BUILD, SECONDS, Xenmi, wait_until

pytestmark = pytest.mark.threads

ALL = os.path.join(BUILD, "obj", "tests", "providers", "all", "libTestAll.so")
FAR = os.path.join(BUILD, "obj", "tests", "providers", "far", "libTestFar.so")
KINDS = ["Test_Event", "Test_FarEvent", "Test_FarSpecialEvent"]


@pytest.fixture(scope="module", params=["one host", "two hosts"])
def server(request, tmp_path_factory):
    server = Xenmi(tmp_path_factory.mktemp("events"), providers=())
    server.prepare()
    for library, more in ((ALL, ()), (FAR, ("-OwnHost",) if request.param == "two hosts" else ())):
        server.register(library, "root/test", None, "-HostingModel", "system:" + server.user(), *more)
    server.launch()
    server.n_hosts = 2 if request.param == "two hosts" else 1
    yield server
    assert len(server.pids("xenmi-host")) == server.n_hosts
    server.stop()


class Subscriber:
    def __init__(self, server, query, *options):
        self.server, self.heard, self.lines = server, [], queue.Queue()
        self.process = server.spawn("--namespace", "root/test", "--json", "subscribe", *options, query)
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            self.lines.put(json.loads(line))

    def events(self, name):
        """What it has heard under that name so far: (class, properties)"""
        while not self.lines.empty():
            self.heard.append(self.lines.get())
        return [event for event in self.heard if event["Name"] == name]

    def wait(self):
        """For an end of its own: what it says about it"""
        assert self.process.wait(SECONDS) == 1
        return self.process.stderr.read()

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(SECONDS)
        self.reader.join(SECONDS)
        self.process.stdout.close()
        self.process.stderr.close()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.stop()


def call(server, class_name, method, *arguments):
    inputs = [word for argument in arguments for word in ("--in", argument)]
    return server.xenmi("--namespace", "root/test", "--json", "invoke", class_name, method, *inputs, check=0).json


def fire(server, name):
    call(server, "Test_Control", "Fire", f"Name={name}", "Count=1")
    call(server, "Test_Far", "Fire", f"Name={name}")


def make_ready(server, subscriber, kinds, name="ready"):
    """Until the subscription is in force everywhere, events may pass it by."""
    def all_there():
        fire(server, name)
        return {event["__CLASS"] for event in subscriber.events(name)} >= set(kinds)

    wait_until(all_there, what=f"events of {kinds}")


def test_events_of_all_subclasses(server):
    with Subscriber(server, "select * from Test_AnyEvent") as subscriber:
        make_ready(server, subscriber, KINDS)
        fire(server, "once")
        wait_until(lambda: len(subscriber.events("once")) >= 3, what="three events")
        fire(server, "last")
        wait_until(lambda: len(subscriber.events("last")) >= 3, what="three more")
        found = {event["__CLASS"]: event for event in subscriber.events("once")}
        assert len(subscriber.events("once")) == 3 and sorted(found) == KINDS
        assert found["Test_Event"]["Point"]["X"] == 0
        assert found["Test_FarSpecialEvent"]["Extra"] == "special"
        assert found["Test_FarEvent"]["Process"] in server.pids("xenmi-host")
        assert call(server, "Test_Control", "Subscriptions")["ReturnValue"] == 1
    wait_until(lambda: call(server, "Test_Control", "Subscriptions")["ReturnValue"] == 0, what="the end of the subscription")
    enabled = call(server, "Test_Control", "Subscriptions")["Enabled"]
    fire(server, "nobody listens")
    assert call(server, "Test_Control", "Subscriptions")["Enabled"] == enabled


def test_conditions(server):
    """Of the superclass's properties, and of what an event is."""
    with Subscriber(server, "select * from Test_AnyEvent where Name like 'r%' or Name = 'end'") as named, \
            Subscriber(server, "select * from Test_AnyEvent where __this isa Test_FarSpecialEvent") as special, \
            Subscriber(server, "select * from Test_FarEvent") as far, \
            Subscriber(server, "select * from Test_AnyEvent where Name like '(r|en).*'", "--dialect", "CQL") as pattern:
        make_ready(server, named, KINDS)
        make_ready(server, pattern, KINDS, "ready for patterns")
        make_ready(server, special, KINDS[2:], "ready too")
        make_ready(server, far, KINDS[1:], "ready as well")
        for name in ("other", "right", "end"):
            fire(server, name)
        wait_until(lambda: len(named.events("end")) >= 3 and len(pattern.events("end")) >= 3 and special.events("end") and len(far.events("end")) >= 2, what="the last events")
        assert named.events("other") == [] and sorted(event["__CLASS"] for event in named.events("right")) == KINDS
        assert pattern.events("other") == [] and sorted(event["__CLASS"] for event in pattern.events("right")) == KINDS
        assert [event["__CLASS"] for event in special.events("other")] == KINDS[2:]
        assert sorted(event["__CLASS"] for event in far.events("other")) == KINDS[1:]


def test_only_properties_of_the_superclass(server):
    refused = server.xenmi("--namespace", "root/test", "subscribe", "select * from Test_AnyEvent where Process = 1")
    assert refused.status != 0 and "Process" in refused.err


def answer(server, class_name, method):
    """The value of a method, or None while its host is not there again."""
    result = server.xenmi("--namespace", "root/test", "--json", "invoke", class_name, method)
    return result.json["ReturnValue"] if result.status == 0 else None


@pytest.mark.parametrize("asked_for", ["Test_Event", "Test_AnyEvent"])
def test_goes_on_behind_the_newest_event(server, asked_for):
    """After a crash the next host is told the bookmark of what the client has got last."""
    if asked_for == "Test_AnyEvent" and server.n_hosts == 1:
        pytest.skip("Test_FarEvent does not resume")
    with Subscriber(server, f"select * from {asked_for}") as subscriber:
        make_ready(server, subscriber, ["Test_Event"])
        assert answer(server, "Test_Control", "Bookmark") == ""
        for name in ("older", "newest"):
            call(server, "Test_Control", "Fire", f"Name={name}", "Count=1")
        wait_until(lambda: subscriber.events("newest"), what="the newest event")
        for bookmark in ("newest", "newer still"):
            server.xenmi("--namespace", "root/test", "invoke", "Test_Control", "Misbehave", "--in", "How=crash")
            wait_until(lambda: answer(server, "Test_Control", "Subscriptions") == 1, what="the subscription with another host")
            wait_until(lambda: answer(server, "Test_Control", "Bookmark") == bookmark, what=f"the bookmark {bookmark}")
            call(server, "Test_Control", "Fire", "Name=newer still", "Count=1")
            wait_until(lambda: subscriber.events("newer still"), what="an event of the other host")


@pytest.mark.parametrize("how", ["crash", "end", "refuse"])
def test_a_part_fails_for_good(server, how):
    """A module whose events cannot go on takes the whole subscription along."""
    query = "select * from Test_AnyEvent" + (" where Name <> 'refused'" if how == "refuse" else "")
    with Subscriber(server, query) as subscriber:
        if how != "refuse":
            make_ready(server, subscriber, KINDS)
        if how == "crash":
            server.xenmi("--namespace", "root/test", "invoke", "Test_Far", "Crash", check=1)
        elif how == "end":
            call(server, "Test_Far", "EndEvents")
        said = subscriber.wait()
        assert {"crash": "ended", "end": "far away it is dark now", "refuse": "ACCESS_DENIED"}[how] in said
    wait_until(lambda: answer(server, "Test_Control", "Subscriptions") == 0, what="the end of the other part")
    wait_until(lambda: server.xenmi("--namespace", "root/test", "enumerate", "Test_Far").status == 0, what="a host again")


def test_a_part_without_events(server):
    """It is left out, unless nothing else is asked for."""
    call(server, "Test_Far", "SetEvents", "Supported=false")
    try:
        with Subscriber(server, "select * from Test_AnyEvent") as subscriber:
            make_ready(server, subscriber, KINDS[:1])
            fire(server, "once")
            wait_until(lambda: subscriber.events("once"), what="an event of the part that has some")
            assert [event["__CLASS"] for event in subscriber.events("once")] == KINDS[:1]
        refused = server.xenmi("--namespace", "root/test", "subscribe", "select * from Test_FarEvent")
        assert refused.status == 1 and "NOT_SUPPORTED" in refused.err
    finally:
        call(server, "Test_Far", "SetEvents", "Supported=true")
