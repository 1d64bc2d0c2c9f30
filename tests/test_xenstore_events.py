"""Watch events, from xenstored to the subscriber."""
import os
import time

import pytest

import harness
from wire import Wire
from xenstore_client import Interface

pytestmark = pytest.mark.threads


@pytest.fixture(scope="module")
def xen(server):
    return Interface(server)


@pytest.fixture(scope="module")
def wire(xenstored):
    with Wire(xenstored.socket) as connection:
        yield connection


@pytest.fixture
def session(xen):
    number = xen.add("watcher")
    yield number
    xen.static("EndSessions", SessionId=number)


@pytest.fixture
def listener(xen, session):
    """Hears everything; ready once the event of a first watch has come."""
    with xen.subscribe() as subscriber:
        subscriber.ready(xen, session)
        yield subscriber


def test_first_event(xen, session, listener):
    """A.4: SetWatch fires once at once, for a node that is there or not."""
    xen.call(session, "SetWatch", Pathname="data/missing/node")
    listener.wait(1, EventId="data/missing/node", SessionId=session, Sequence=1)
    xen.call(session, "SetWatch", Pathname="/tool")
    listener.wait(1, EventId="/tool")
    listener.catch_up(xen)
    assert listener.count(EventId="data/missing/node") == 1 and listener.count(EventId="/tool") == 1


def test_what_fires(xen, session, listener, wire):
    wire.write("data/f/node", "v")
    xen.call(session, "SetWatch", Pathname="data/f/node")
    listener.wait(1, EventId="data/f/node")
    changes = [lambda: xen.set(session, "data/f/node", "own"), lambda: wire.write("data/f/node", "v"), lambda: wire.write("data/f/node", "v"),
               lambda: wire.write("data/f/node/below/it", "v"), lambda: wire.permissions("data/f/node", "n0", "r7"), lambda: wire.remove("data/f"),
               lambda: wire.write("data/f/node", "again")]
    for number, change in enumerate(changes, start=2):
        change()
        listener.wait(number, EventId="data/f/node")
    listener.catch_up(xen)
    assert listener.count(EventId="data/f/node") == 1 + len(changes)
    assert listener.count(EventId="data/f/node", ChangedPath="data/f/node/below/it") == 1


def test_transactions_fire_at_commit(xen, session, listener):
    xen.call(session, "SetWatch", Pathname="data/tx")
    listener.wait(1, EventId="data/tx")
    xen.call(session, "StartTransaction")
    xen.set(session, "data/tx", "v")
    listener.catch_up(xen)
    assert listener.count(EventId="data/tx") == 1
    xen.call(session, "CommitTransaction")
    listener.wait(2, EventId="data/tx")
    xen.call(session, "StartTransaction")
    xen.set(session, "data/tx", "w")
    xen.call(session, "AbortTransaction")
    listener.catch_up(xen)
    assert listener.count(EventId="data/tx") == 2


def test_duplicates_and_removal(xen, session, listener, wire):
    """B.12"""
    for _ in range(2):
        xen.call(session, "SetWatch", Pathname="data/dup")
    assert xen.query(xen.find(session))[0]["Watches"].count("data/dup") == 2
    listener.wait(1, EventId="data/dup")
    xen.call(session, "RemoveWatch", Pathname="data/dup")
    listener.catch_up(xen)
    before = listener.count(EventId="data/dup")
    wire.write("data/dup", "v")
    listener.wait(before + 1, EventId="data/dup")
    xen.call(session, "RemoveWatch", Pathname="data/dup")
    wire.write("data/dup", "w")
    listener.catch_up(xen)
    assert listener.count(EventId="data/dup") == before + 1
    xen.call(session, "RemoveWatch", Pathname="data/dup")
    # the form in which it was set counts
    xen.call(session, "RemoveWatch", Pathname="/local/domain/0/data/ready")
    assert "data/ready" in xen.query(xen.find(session))[0]["Watches"]


def test_two_sessions(xen, session, listener, wire):
    """B.13: each session's event says whose it is; xenstore has one watch for both."""
    other = xen.add("other")
    registered = xen.base()["XenStoreWatchCount"]
    for number in (session, other):
        xen.call(number, "SetWatch", Pathname="data/two")
        listener.wait(1, EventId="data/two", SessionId=number)
    assert xen.base()["XenStoreWatchCount"] == registered + 1
    wire.write("data/two", "v")
    listener.wait(2, EventId="data/two", SessionId=session)
    listener.wait(2, EventId="data/two", SessionId=other)
    xen.call(other, "EndSession")
    wire.write("data/two", "w")
    listener.wait(3, EventId="data/two", SessionId=session)
    listener.catch_up(xen)
    assert listener.count(EventId="data/two", SessionId=other) == 2


def test_the_last_change(xen, session, listener, wire):
    """Many changes may come as few events, but one always follows the last change; and no watch starves another."""
    xen.call(session, "SetWatch", Pathname="data/hot")
    xen.call(session, "SetWatch", Pathname="data/quiet")
    listener.wait(1, EventId="data/quiet")
    for number in range(3000):
        wire.write("data/hot/node", str(number))
        if number == 1500:
            wire.write("data/quiet", "v")
    wire.write("data/hot/last", "v")
    listener.wait(1, EventId="data/hot", ChangedPath="data/hot/last")
    listener.wait(2, EventId="data/quiet")
    assert listener.count(EventId="data/hot") < 3000


def test_autowatch(xen, session, listener, wire):
    """B.17: the example as it was published, without SetWatch."""
    registered = xen.base()["XenStoreWatchCount"]
    with xen.subscribe(event_id="data/auto") as subscriber:
        subscriber.wait(1, EventId="data/auto")
        wire.write("data/auto", "HELLO")
        subscriber.wait(2, EventId="data/auto")
        wire.write("data/auto", "WORLD")
        subscriber.wait(3, EventId="data/auto")
        listener.catch_up(xen)
        assert subscriber.count() == 3 and subscriber.count(SessionId=None) == 3
        # a session that watches the same path does not double what comes
        number = xen.add("too")
        xen.call(number, "SetWatch", Pathname="data/auto")
        subscriber.wait(1, SessionId=number)
        wire.write("data/auto", "once")
        subscriber.wait(2, SessionId=number)
        xen.call(number, "EndSession")
        # every instance that a session watches, for instance, and a filter of another kind
        with xen.subscribe(f"select EventId, ChangedPath from {xen.prefix}WatchEvent where EventId like 'data/%'") as other:
            other.ready(xen, session)
            wire.write("data/auto", "v")
            subscriber.wait(4, SessionId=None)
            other.catch_up(xen)
            assert other.count(EventId="data/auto") == 0
        assert subscriber.count(SessionId=None) == 4 and subscriber.count(SessionId=number) == 2
    harness.wait_until(lambda: xen.base()["XenStoreWatchCount"] == registered, what="the removal of the watch")


def test_subscriptions_leave_nothing(server, xen):
    """More of them, one after the other, than a user may have operations at once: each is really over when it is."""
    count, before = 1500, xen.base()["XenStoreWatchCount"]
    script = "".join(f"xs watch --count 1 data/churn/{number % 7}\n" for number in range(count))
    result = server.xenmi("shell", input=script, check=0, timeout=2 * harness.SECONDS)
    assert len(result.out.splitlines()) == count
    assert [session for session in xen.query(f"select * from {xen.prefix}Session") if session["Id"] == "xenmi xs watch"] == []
    harness.wait_until(lambda: xen.base()["XenStoreWatchCount"] <= before, what="the end of the watches")


@pytest.mark.parametrize("filtered, armed", [
    ("EventId = 'data/a1' or EventId = 'data/a2' or EventId = 'data/a1'", 2),
    ("(EventId = 'data/a1' or EventId = 'data/a2') and SessionId is null", 2),
    ("EventId = 'data/a1' or SessionId = 1", 0),
    ("EventId = 'data/a1' or EventId like 'data/%'", 0),
])
def test_autowatch_of_several(xen, wire, filtered, armed):
    """A list of EventIds is watched as a whole, or not at all where something else would let an event through as well."""
    registered = xen.base()["XenStoreWatchCount"]
    with xen.subscribe(f"select * from {xen.prefix}WatchEvent where {filtered}") as subscriber:
        if armed:
            subscriber.wait(1, EventId="data/a1")
            subscriber.wait(1, EventId="data/a2")
        else:
            number = xen.add("other")
            subscriber.ready(xen, number, "data/a1")
            xen.call(number, "EndSession")
        assert xen.base()["XenStoreWatchCount"] == registered + armed
        if armed:
            wire.write("data/a2/below", "v")
            subscriber.wait(2, EventId="data/a2")
            wire.write("data/a1", "v")
            subscriber.wait(2, EventId="data/a1")
    harness.wait_until(lambda: xen.base()["XenStoreWatchCount"] == registered, what="the removal of the watches")


def test_autowatch_of_too_many(make_server, xenstored):
    """No more than a session may have; one that finds no room leaves nothing behind."""
    xen = Interface(make_server(store=xenstored.socket, options={"watches_per_session": "2"}))
    query = f"select * from {xen.prefix}WatchEvent where EventId='data/1' or EventId='data/2'"
    with xen.subscribe(query) as subscriber:
        subscriber.wait(1, EventId="data/2")
        assert xen.base()["XenStoreWatchCount"] == 2
        refused = xen.run("subscribe", "--count", "1", query + " or EventId='data/3'")
        assert refused.status == 1 and "SERVER_LIMITS_EXCEEDED" in refused.err and "data/3" in refused.err
        harness.wait_until(lambda: xen.base()["XenStoreWatchCount"] == 2, what="the removal of the watches")


def test_no_autowatch(make_server, xenstored, wire):
    xen = Interface(make_server(store=xenstored.socket, options={"autowatch": "no"}))
    number = xen.add()
    with xen.subscribe(event_id="data/auto2") as subscriber:
        subscriber.ready(xen, number, "data/auto2")
        xen.call(number, "RemoveWatch", Pathname="data/auto2")
        registered = xen.base()["XenStoreWatchCount"]
        wire.write("data/auto2/unheard", "v")
        xen.call(number, "SetWatch", Pathname="data/auto2")
        assert xen.base()["XenStoreWatchCount"] == registered + 1
        subscriber.catch_up(xen, "data/auto2")
        assert subscriber.count(ChangedPath="data/auto2/unheard") == 0 and subscriber.count(SessionId=number) == subscriber.count()


def test_subscriber_that_does_not_read(xen, session, wire):
    """A storm that nobody reads holds up nobody else."""
    with xen.subscribe() as slow:
        slow.ready(xen, session)
        os.kill(slow.process.pid, 19)  # stop
        xen.call(session, "SetWatch", Pathname="data/storm")
        with xen.subscribe(event_id="data/storm") as quick:
            quick.wait(1)
            for number in range(2000):
                wire.write("data/storm", str(number))
            wire.write("data/storm/last", "")
            quick.wait(1, ChangedPath="data/storm/last")
            started = time.monotonic()
            assert xen.get(session, "data/storm") == "1999"
            assert time.monotonic() - started < harness.SECONDS
        os.kill(slow.process.pid, 18)  # go on
        slow.wait(1, ChangedPath="data/storm/last")
