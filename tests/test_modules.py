"""Every operation on the test modules (tests/providers), through broker and hosts, with the xenmi command."""
import os

import pytest

from harness import BUILD, wait_until

ALL = os.path.join(BUILD, "obj", "tests", "providers", "all", "libTestAll.so")
FAR = os.path.join(BUILD, "obj", "tests", "providers", "far", "libTestFar.so")


@pytest.fixture(scope="module")
def modules(tmp_path_factory):
    from harness import Xenmi
    server = Xenmi(tmp_path_factory.mktemp("modules"), providers=())
    server.prepare()
    for library, more in ((ALL, ()), (FAR, ("-OwnHost",))):
        server.register(library, "root/test", None, "-HostingModel", "system:" + server.user(), *more)
    server.launch()
    yield server
    server.stop()


@pytest.fixture
def call(modules):
    """call(argument...) -> result of `xenmi` in root/test with JSON answers; the store is as it was at first."""

    def run(*arguments, check=0, before=()):
        return modules.xenmi("--namespace", "root/test", "--json", *before, *arguments, check=check)

    run("invoke", "Test_Control", "Reset")
    return run


def ids(result):
    return [i["Id"] for i in result.json]


def test_classes(call, modules):
    assert {"Test_Item", "Test_Far", "Test_Base"} <= {c["name"] if isinstance(c, dict) else c for c in call("classes").json}
    assert "class Test_Special : Test_Item" in modules.xenmi("--namespace", "root/test", "class", "Test_Special", check=0).out


def test_deep_enumeration_over_two_hosts(call):
    found = call("enumerate", "Test_Base").json
    assert {i["__CLASS"] for i in found} == {"Test_Group", "Test_Item", "Test_Special", "Test_Far"}
    assert len(found) == 2 + 3 + 4 + 1
    served = call("invoke", "Test_Control", "ProcessId").json["ReturnValue"]
    assert [i for i in found if i["__CLASS"] == "Test_Far"][0]["Process"] != served


def test_get_and_its_fallback(call):
    assert call("get", "Test_Item", "Id=two").json["Number"] == 2
    assert call("get", "Test_Special", "Id=special-5").json["Extra"] == "extra"
    assert call("get", "Test_Listed", "Id=2", "Name=b").json["Text"] == "second"
    assert call("get", "Test_Far", "Id=far").json["Caption"] == "far away"
    assert "NOT_FOUND" in call("get", "Test_Listed", "Id=7", "Name=b", check=1).err
    assert "the store has no such item" in call("get", "Test_Item", "Id=nine", check=1).err


def test_query(call):
    assert ids(call("query", "select Id from Test_Item where Number > 2 and Bool = true")) == ["three", "special-5", "special-7"]
    assert len(call("query", "select * from Test_Many where Index < 10 and Even = false").json) == 5


def test_create_modify_delete(call):
    call("create", "Test_Item", "Id=new", "Number=8", "Text=fresh")
    assert call("get", "Test_Item", "Id=new").json["Text"] == "fresh"
    assert "ALREADY_EXISTS" in call("create", "Test_Item", "Id=new", check=1).err
    call("modify", "Test_Item", "Id=new", "Text=changed")
    changed = call("get", "Test_Item", "Id=new").json
    assert (changed["Text"], changed["Number"], changed["Changes"]) == ("changed", 8, 1)
    call("delete", "Test_Item", "Id=new")
    assert "NOT_FOUND" in call("delete", "Test_Item", "Id=new", check=1).err
    assert "NOT_SUPPORTED" in call("create", "Test_Group", "Id=third", check=1).err


def test_object_paths_and_property_lists(call):
    """A path as answers show it names an instance for every command; --properties goes to the provider."""
    found = [r["Item"] for r in call("references", 'Test_Group.Id="odd"', "--properties", "Item").json]
    assert found and all(set(r) == {"__CLASS", "Item"} for r in call("references", "Test_Group", "Id=odd", "--properties", "item").json)
    for path in found:
        assert call("get", path, "--properties", "number").json["Number"] % 2 == 1
        assert call("get", f"//host/root/test:{path}", before=("--namespace", "root/cimv2")).json["Id"] in path
    members = call("associators", 'Test_Group.Id="odd"', "--properties", "Number").json
    assert members and all(set(m) <= {"__CLASS", "Number"} for m in members)
    assert call("get", 'Test_Listed.Id=2,Name="b"').json["Text"] == "second"
    assert call("invoke", 'Test_Item.Id="two"', "Add", "--in", "Amount=5").json["Sum"] == 7
    changed = call("modify", 'Test_Item.Id="three"', "Number=30", "Text=no", "--properties", "number").json
    assert changed["Number"] == 30 and changed["Text"] == "as it was" and changed["Bool"] is not None
    call("delete", 'Test_Item.Id="three"')
    assert "NOT_FOUND" in call("get", 'Test_Item.Id="three"', check=1).err
    assert "Name" in call("get", "Test_Listed.Id=2", check=1).err
    assert "expected nothing behind" in call("get", 'Test_Item.Id="two"', "x", check=2).err
    assert "Nope" in call("get", "Test_Item", "Id=two", "--properties", "Nope", check=1).err
    assert "Nope" in call("modify", "Test_Item", "Id=two", "Number=1", "--properties", "Nope", check=1).err


def test_embedded_instances_in_arguments(call):
    """In MOF; one that is not of the declared class never reaches the provider, whose code would take it for one."""
    point = "instance of Test_Point { X = 1; Next = instance of Test_Point { Y = -2; }; }"
    made = call("create", "Test_Item", "Id=new", f"Point={point}", "Points=instance of Test_Point { X = 1; };",
                "Points=instance of test_point { X = 2; }", f"Any={point}", 'Group=Test_Group.Id="odd"').json
    assert made["Point"]["X"] == 1 and made["Point"]["Next"]["Y"] == -2 and made["Any"] == made["Point"]
    assert [p["X"] for p in made["Points"]] == [1, 2]
    assert call("invoke", "Test_Control", "Echo", "--in", f"Point={point}").json["Point"] == made["Point"]
    assert "no property Z" in call("create", "Test_Item", "Id=x", "Point=instance of Test_Point { Z = 1; }", check=1).err
    assert "Test_Nix" in call("create", "Test_Item", "Id=x", "Point=instance of Test_Nix { Z = 1; }", check=1).err
    assert "expected an embedded instance, 'instance of" in call("create", "Test_Item", "Id=x", "Point={}", check=1).err
    assert "object path" in call("create", "Test_Item", "Id=x", "Group=odd", check=1).err
    for wrong in ('instance of Test_Group { Id = "x"; }', 'instance of Test_Item { Id = "x"; }'):
        assert "TYPE_MISMATCH" in call("create", "Test_Item", "Id=x", f"Point={wrong}", check=1).err
        assert "TYPE_MISMATCH" in call("invoke", "Test_Control", "Echo", "--in", f"Point={wrong}", check=1).err
    assert "TYPE_MISMATCH" in call("create", "Test_Item", "Id=x", 'Group=Test_Item.Id="one"', check=1).err


def test_methods(call):
    assert call("invoke", "Test_Item", "Add", "Id=two", "--in", "Amount=5").json == {"ReturnValue": 0, "Sum": 7}
    assert call("invoke", "Test_Control", "Upper", "--in", "Text=h\u00e9llo").json == {"ReturnValue": "H\u00e9LLO"}
    echo = call("invoke", "Test_Control", "Echo", "--in", "Bool=true", "--in", "S64=-9223372036854775808", "--in", "R64=0.25",
                "--in", "When=20240229235959.123456+060", "--in", "Texts=a", "--in", "C16=65").json
    assert (echo["Bool"], echo["S64"], echo["R64"], echo["When"], echo["Texts"]) == (True, -9223372036854775808, 0.25,
                                                                                    "20240229235959.123456+060", ["a"])
    assert echo["U8"] is None
    assert call("invoke", "Test_Control", "Late", "--in", "Milliseconds=20").json["ReturnValue"] == 20
    call("invoke", "Test_Control", "Void")


def test_associations(call):
    assert ids(call("associators", "Test_Group", "Id=odd")) == ["one", "three", "special-5", "special-7"]
    assert ids(call("associators", "Test_Item", "Id=two")) == ["even"]
    assert [m["Item"] for m in call("references", "Test_Item", "Id=one").json] == ['Test_Item.Id="one"']
    assert len(call("references", "Test_Group", "Id=even").json) == 3


def test_errors(call):
    failed = call("invoke", "Test_Control", "Fail", "--in", "Code=2", "--in", "Kind=MI", "--in", "Message=not you", check=1)
    assert "not you" in failed.err and "ACCESS_DENIED" in failed.err
    assert "NOT_FOUND" in call("invoke", "Test_Control", "Fail", "--in", "Code=6", check=1).err
    failed = call("invoke", "Test_Control", "FailWithObject", "--in", "Message=mine", check=1)
    assert "mine" in failed.err and "ALREADY_EXISTS" in failed.err
    assert "ReturnValue" in call("invoke", "Test_Control", "WriteErrors", "--in", "Count=2").json
    for class_, method in (("Test_Nothing", "X"), ("Test_Control", "Nonsense")):
        assert method in call("invoke", class_, method, check=1).err or class_ in call("invoke", class_, method, check=1).err


def test_streams_and_channels(call):
    for count, lot in ((5, 1), (20, 8)):
        lines = call("invoke", "Test_Control", "Stream", "--in", f"Count={count}", "--in", f"Lot={lot}").lines
        assert lines[-1]["Sent"] == count and len(lines) > 1
    assert "loud" in call("invoke", "Test_Control", "Talk", "--in", "Text=loud").err
    call("invoke", "Test_Control", "Progress", "--in", "Count=3")
    assert call("invoke", "Test_Control", "Ask", before=("--yes",)).json["Answer"] is True
    assert call("invoke", "Test_Control", "Ask").json["Answer"] is False


def test_the_caller_and_the_local_session(call):
    who = call("invoke", "Test_Control", "WhoAmI").json
    assert who["Uid"] == os.getuid() and who["Gid"] == os.getgid()
    assert call("invoke", "Test_Control", "CountThere", "--in", "Class=Test_Group").json["Count"] == 2
    assert call("invoke", "Test_Control", "CountThere", "--in", "Class=Test_Far").json["Count"] == 1


def test_a_time_limit_cancels_the_provider(call):
    call("invoke", "Test_Control", "SetMany", "--in", "Count=1000")
    before = call("invoke", "Test_Control", "Cancels").json["ReturnValue"]

    def one_was_cancelled():
        # on a loaded machine the time may be over before the provider is asked
        call("invoke", "Test_Control", "Sleep", "--in", "Milliseconds=600000", check=1, before=("--timeout", "1"))
        return call("invoke", "Test_Control", "Cancels").json["ReturnValue"] > before

    wait_until(one_was_cancelled, what="the cancel")


def test_many(call):
    call("invoke", "Test_Control", "SetMany", "--in", "Count=20000")
    assert len(call("enumerate", "Test_Many").json) == 20000


@pytest.mark.parametrize("how", ["wrong class", "two results", "instance after result", "null instance"])
def test_misbehaviour_is_harmless(call, how):
    call("invoke", "Test_Control", "Misbehave", "--in", f"How={how}", check=None)
    assert call("invoke", "Test_Control", "Nothing").json["ReturnValue"] == 0


def test_words_without_a_call_are_in_the_log(call, modules):
    assert "warning: provider TestAll: the test module is loaded\n" in modules.log()


def test_a_crash_ends_the_call_and_the_host_comes_again(call):
    before = call("enumerate", "Test_Far").json[0]["Process"]
    assert call("invoke", "Test_Far", "Crash", check=1).err

    def served_again():
        result = call("enumerate", "Test_Far", check=None)
        return result.status == 0 and result.json and result.json[0]["Process"]

    assert wait_until(served_again, what="another host") != before
    assert ids(call("enumerate", "Test_Group")) == ["odd", "even"]
