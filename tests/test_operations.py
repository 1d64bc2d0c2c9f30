"""What the server sees to around the provider: selections, polymorphism, roles, key look-up, misuse."""
import os
import signal

import pytest

from harness import BUILD, SECONDS, Xenmi, wait_until

pytestmark = pytest.mark.threads

ALL = os.path.join(BUILD, "obj", "tests", "providers", "all", "libTestAll.so")
FAR = os.path.join(BUILD, "obj", "tests", "providers", "far", "libTestFar.so")


@pytest.fixture(scope="module")
def call(tmp_path_factory):
    """call(argument...) -> result of `xenmi` in root/test with JSON answers"""
    server = Xenmi(tmp_path_factory.mktemp("operations"), providers=())
    server.prepare()
    for library, more in ((ALL, ()), (FAR, ("-OwnHost",))):
        server.register(library, "root/test", None, "-HostingModel", "system:" + server.user(), *more)
    server.launch()
    yield lambda *arguments, check=0: server.xenmi("--namespace", "root/test", "--json", *arguments, check=check)
    server.stop()


def names(instance):
    return {name for name, value in instance.items() if not name.startswith("__") and value is not None}


def test_selected_properties(call):
    found = call("get", "--properties", "Text", "Test_Item", "Id=two").json
    assert names(found) | {"Id"} == {"Id", "Text"}  # keys may come along
    for instance in call("enumerate", "--properties", "Number", "Test_Item").json:
        assert names(instance) <= {"Id", "Number"}
    for instance in call("enumerate", "--keys-only", "Test_Base").json:
        assert names(instance) == {"Id"}
    assert [names(i) | {"Id"} for i in call("query", "select Number from Test_Item where Id = 'two'").json] == [{"Id", "Number"}]


def test_shallow_and_deep(call):
    deep = call("enumerate", "Test_Item").json
    shallow = call("enumerate", "--shallow", "Test_Item").json
    assert {i["__CLASS"] for i in shallow} == {"Test_Item"}
    assert {i["__CLASS"] for i in deep} == {"Test_Item", "Test_Special"}
    assert len(deep) > len(shallow)


def test_query_by_key_ignores_case_of_text(call):
    """A query compares text without case, a get with it: the look-up by key must not lose what the query means."""
    assert [i["Id"] for i in call("query", "select * from Test_Item where Id = 'two'").json] == ["two"]
    assert [i["Id"] for i in call("query", "select * from Test_Item where Id = 'TWO'").json] == ["two"]
    assert call("query", "select * from Test_Item where Id = 'nobody'").json == []
    assert call("query", "select * from Test_Item where Id = 'two' and Number = 99").json == []


def test_queries_over_hosts(call):
    found = call("query", "select * from Test_Base where Id like 'f%' or Id = 'odd'").json
    assert {i["__CLASS"] for i in found} == {"Test_Far", "Test_Group"}


def test_roles(call):
    whole = call("associators", "Test_Group", "Id=odd").json
    role = [m for m in call("references", "Test_Group", "Id=odd").json][0]
    own = next(name for name, value in role.items() if isinstance(value, str) and value.startswith("Test_Group."))
    other = next(name for name, value in role.items() if isinstance(value, str) and value.startswith("Test_Item.") or
                 isinstance(value, str) and value.startswith("Test_Special."))
    assert call("associators", "--role", own, "Test_Group", "Id=odd").json == whole
    assert call("associators", "--result-role", other, "Test_Group", "Id=odd").json == whole
    assert call("associators", "--role", other, "Test_Group", "Id=odd").json == []
    special = call("associators", "--result-class", "Test_Special", "Test_Group", "Id=odd").json
    assert special and {i["__CLASS"] for i in special} == {"Test_Special"}
    assert call("associators", "--result-class", "Test_Group", "Test_Group", "Id=odd").json == []


@pytest.mark.parametrize("arguments, words", [
    (("get", "Test_Item"), ("Id",)),
    (("get", "Test_Nothing", "Id=1"), ("Test_Nothing",)),
    (("get", "Test_Item", "Id=one", "Colour=red"), ("Colour",)),
    (("create", "Test_Item", "Id=x", "Colour=red"), ("Colour",)),
    (("create", "Test_Item", "Id=x", "Number=many"), ("Number",)),
    (("invoke", "Test_Control", "Upper", "--in", "Txt=a"), ("Txt",)),
    (("invoke", "Test_Control", "Shout"), ("Test_Control", "METHOD_NOT_FOUND")),
    (("invoke", "Test_Item", "Add", "--in", "Amount=5"), ("Id", "Test_Item")),
    (("query", "select * from Test_Item where"), ()),
    (("query", "select * from Test_Item where Colour = 1"), ("Colour",)),
    (("enumerate", "Test_Nothing"), ("Test_Nothing",)),
])
def test_misuse_names_what_is_wrong(call, arguments, words):
    result = call(*arguments, check=None)
    assert result.status in (1, 2), result
    for word in words:
        assert word in result.err, result
    assert call("invoke", "Test_Control", "Nothing").json["ReturnValue"] == 0


# ---------------------------------------------------------------- ends of associations in other hosts

REACH = os.path.join(BUILD, "obj", "tests", "providers", "reach", "libTestReach.so")


@pytest.fixture(scope="module")
def hosts(tmp_path_factory):
    """Three hosts: the association's own, whose provider can only list it, and two for its ends"""
    server = Xenmi(tmp_path_factory.mktemp("hosts"), providers=())
    server.prepare()
    for library in (ALL, FAR, REACH):
        server.register(library, "root/test", None, "-HostingModel", "system:" + server.user(), "-OwnHost")
    server.launch()
    yield server
    server.stop()


def xenmi(server, *arguments, check=0):
    return server.xenmi("--namespace", "root/test", "--json", *arguments, check=check)


def ends(server, hub, *options, check=0):
    return xenmi(server, "associators", *options, "Test_Hub", "Name=" + hub, check=check)


def of_far(server, method):
    return xenmi(server, "invoke", "Test_Far", method).json["ReturnValue"]


def test_ends_in_other_hosts_are_whole(hosts):
    found = ends(hosts, "wheel").json
    # Test_Item "nobody" is in the association, and there is no such item
    assert [(i["__CLASS"], i["Id"]) for i in found] == [("Test_Group", "odd"), ("Test_Item", "two"), ("Test_Special", "special-5"), ("Test_Far", "far")]
    for instance in found:
        assert instance == xenmi(hosts, "get", instance["__CLASS"], "Id=" + instance["Id"]).json
    # three hosts, none of which knows the classes of the others
    assert len({pid for pid in hosts.pids("xenmi-host")}) >= 3


def test_selections_reach_other_hosts(hosts):
    for instance in ends(hosts, "wheel", "--properties", "Caption,Number").json:
        assert names(instance) <= {"Id", "Caption", "Number"}
        assert instance["__CLASS"] != "Test_Far" or instance["Caption"] == "far away"
        assert instance["__CLASS"] != "Test_Item" or instance["Number"] == 2
    keys = ends(hosts, "wheel", "--keys-only").json
    assert [names(i) for i in keys] == [{"Id"}] * 4
    assert [i["__CLASS"] for i in ends(hosts, "wheel", "--result-class", "Test_Item").json] == ["Test_Item", "Test_Special"]
    assert [i["__CLASS"] for i in ends(hosts, "wheel", "--result-class", "Test_Far").json] == ["Test_Far"]
    assert ends(hosts, "wheel", "--result-class", "Test_Many").json == []


def test_an_end_that_is_refused_is_left_out_with_a_warning(hosts):
    found = ends(hosts, "locked")
    assert [(i["__CLASS"], i["Id"]) for i in found.json] == [("Test_Group", "even")]
    assert "Test_Far" in found.err


def test_of_an_end_that_nobody_serves_there_are_the_keys(hosts):
    assert [(i["__CLASS"], i["Id"], names(i)) for i in ends(hosts, "unserved").json] == [("Test_Nowhere", "lost", {"Id"})]


def test_the_end_of_a_host_is_told(hosts):
    """The provider of the end crashes: an answer without that end would look as if it were all."""
    failed = ends(hosts, "broken", check=None)
    assert failed.status == 1 and "Test_Far" in failed.err, failed
    assert len(ends(hosts, "wheel").json) == 4  # the host has been replaced

    waiting = hosts.spawn("--namespace", "root/test", "--json", "associators", "Test_Hub", "Name=slow")
    wait_until(lambda: of_far(hosts, "Waiting") == 1, what="the request for the end")
    os.kill(xenmi(hosts, "get", "Test_Far", "Id=far").json["Process"], signal.SIGKILL)
    _, err = waiting.communicate(timeout=SECONDS)
    assert waiting.returncode == 1 and "Test_Far" in err, err
    assert len(ends(hosts, "wheel").json) == 4


def test_the_end_of_an_operation_reaches_the_other_host(hosts):
    late = ends(hosts, "slow", "--timeout", "1", check=None)
    assert late.status == 1 and "time" in late.err, late
    wait_until(lambda: of_far(hosts, "Waiting") == 0, what="the end of the inner operation")

    gone = hosts.spawn("--namespace", "root/test", "--json", "associators", "Test_Hub", "Name=slow")
    wait_until(lambda: of_far(hosts, "Waiting") == 1, what="the request for the end")
    gone.kill()
    gone.communicate(timeout=SECONDS)
    wait_until(lambda: of_far(hosts, "Waiting") == 0, what="the end of the inner operation")
