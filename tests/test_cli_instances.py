"""xenmi on the test modules: instances, associations, methods of every kind, over the server and in-process."""
import json
import os

import pytest

import harness

ALL = os.path.join(harness.BUILD, "obj", "tests", "providers", "all", "libTestAll.so")


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    server = harness.Xenmi(tmp_path_factory.mktemp("xenmi"), providers=())
    server.write_config()
    os.makedirs(server.state_dir, exist_ok=True)
    server.register(ALL, "root/test", "TestAll")
    server.launch()
    yield lambda *words, check=0, **more: server.xenmi("--namespace", "root/test", *words, check=check, **more)
    server.stop()


@pytest.fixture(scope="module")
def tried():
    """The same commands on the module in the command's own process"""
    server = harness.Xenmi("unused")
    return lambda *words, check=0, **more: server.xenmi("--namespace", "root/test", "try", ALL, *words, check=check, **more)


@pytest.fixture(params=["served", "tried"])
def xenmi(request):
    """Each test of what needs no memory from one command to the next runs both ways."""
    return request.getfixturevalue(request.param)


def items(xenmi, *words):
    return {item["Id"]: item for item in xenmi("--json", "enumerate", *words).json}


def test_deep_and_shallow(xenmi):
    specials = {f"special-{number}" for number in range(4, 8)}
    assert set(items(xenmi, "Test_Item")) == {"one", "two", "three"} | specials
    assert set(items(xenmi, "--shallow", "Test_Item")) == {"one", "two", "three"}
    assert items(xenmi, "Test_Item")["special-4"]["__CLASS"] == "Test_Special"
    assert "Extra" in items(xenmi, "Test_Item")["special-4"]
    assert set(items(xenmi, "Test_Base")) >= {"one", "special-4", "odd", "even"}


def test_get(xenmi):
    one = xenmi("--json", "get", "Test_Item", "Id=one").json
    assert one["Id"] == "one" and one["__CLASS"] == "Test_Item"
    assert xenmi("--json", "get", "Test_Item", "one").json == one
    listed = xenmi("--json", "enumerate", "Test_Listed").json[0]
    assert xenmi("--json", "get", "Test_Listed", f"id={listed['Id']}", f"NAME={listed['Name']}").json == listed
    assert "NOT_FOUND" in xenmi("get", "Test_Item", "none", check=1).err
    assert "the key Id" in xenmi("get", "Test_Listed", "Name=a", check=2).err


def test_queries(xenmi):
    def ids(query, *more):
        return {entry["Id"] for entry in xenmi("--json", "query", *more, query).json}

    specials = {f"special-{number}" for number in range(4, 8)}
    assert ids("select * from Test_Item where Id = 'ONE'") == {"one"}
    assert ids("select * from Test_Item where Id like 't%'") == {"two", "three"}
    assert ids("select * from Test_Item where __CLASS = 'Test_Special'") == specials
    assert ids("select * from Test_Item where __THIS isa 'Test_Special'") == specials
    assert ids("select * from Test_Item where Id = 'special-4'") == {"special-4"}
    assert ids("select * from Test_Item where Id = 'special-4'", "--shallow") == set()
    assert ids("select * from Test_Item i where i.Id = 'two'", "--dialect", "CQL") == {"two"}
    assert ids("select * from Test_Item where not (Id = 'one' or Id = 'two') and Changes >= 0") <= {"three"} | specials
    assert xenmi("query", "--count", "select * from Test_Many where Even = true and Index < 10").out == "5\n"
    assert "INVALID_QUERY" in xenmi("query", "select * from Test_Item where Texts = 'a'", check=1).err


def test_cql(served):
    def ids(condition, source="Test_Item i"):
        return {entry["Id"] for entry in served("--json", "query", "--dialect", "CQL", f"select * from {source} where {condition}").json}

    for name, numbers, texts in (("cql-a", [1, 2, 3], ["alpha", "b.c"]), ("cql-b", [1, 2], ["alpha"]), ("cql-none", [], [])):
        served("create", "Test_Item", f"Id={name}", *([f"U8s={number}" for number in numbers] or ["U8s={}"]), "U32s=1", "U32s=2",
               *([f"Texts={text}" for text in texts] or ["Texts={}"]))
    assert ids("Id LIKE 'cql-.'") == {"cql-a", "cql-b"}
    assert ids("i.Id LIKE 'CQL-(a|none)$'") == {"cql-a", "cql-none"}
    assert ids("Id LIKE 'cql%'") == set() and ids("Id LIKE 'cql'") == set()
    assert ids("Id LIKE 'cql-.*' AND U8s = U32s") == {"cql-b"}
    assert ids("Id LIKE 'cql-.*' AND U8s[*] <> U32s[*]") == {"cql-a", "cql-none"}
    assert ids("ANY t IN Texts SATISFIES (t LIKE '[ab]\\.c')") == {"cql-a"}
    assert ids("Id LIKE 'cql-.*' AND EVERY n IN i.U8s SATISFIES (n < 3 AND i.U32s[0] = 1)") == {"cql-b", "cql-none"}
    assert ids("Texts[1] = 'B.C'") == {"cql-a"}
    # a pattern on which engines that go back hang
    served("create", "Test_Item", "Id=cql-long", "Text=" + "a" * 5000)
    assert ids("Text LIKE '((a*)*)*b'") == set() and ids("Text LIKE '((a*)*)*'") == {"cql-long"}
    for name in ("cql-a", "cql-b", "cql-none", "cql-long"):
        served("delete", "Test_Item", name)


@pytest.mark.parametrize("condition, column, message", [
    ("Id LIKE '[a'", 39, "closing ]"),
    ("U8s = 5", 31, "ANY name IN U8s"),
    ("U8s < U32s", 31, "no order"),
    ("U8s = {1, 2}", 37, "no arrays as values"),
    ("ANY n IN U8s SATISFIES (n LIKE 'x')", 55, "LIKE expects a string"),
    ("UPPERCASE(Id) = 'X'", 40, "functions are not offered"),
])
def test_cql_mistakes(xenmi, condition, column, message):
    said = xenmi("query", "--dialect", "CQL", f"select * from Test_Item where {condition}", check=1).err
    assert "INVALID_QUERY" in said and message in said
    assert f"column {column}:" in said


def test_many_instances(xenmi):
    assert xenmi("enumerate", "--count", "Test_Many").out == "1000\n"
    assert len(xenmi("--json", "enumerate", "--properties", "Index,Half", "Test_Many").json) == 1000


EVERY = ["Number=4294967295", "Bool=TRUE", "U8=255", "S8=-128", "U16=65535", "S16=-32768", "S32=-2147483648", "U64=18446744073709551615",
         "S64=-9223372036854775808", "R32=0.5", "R64=-2.5e10", "C16=é", "When=20240229120000.000000+060", "Text=a \"b\" = \\c", "Bools=true",
         "Bools=false", "U8s=1", "U8s=2", "S16s=-1", "U32s=0x10", "S64s=-5", "R64s=1.5", "C16s=x", "Whens=00000001020304.000005:000", "Texts=",
         "Texts=two words"]


def test_create_modify_delete(served):
    created = served("--json", "create", "Test_Item", "Id=made", *EVERY)
    assert '"made"' in created.out
    made = served("--json", "get", "Test_Item", "made").json
    assert made["U64"] == 18446744073709551615 and made["S64"] == -9223372036854775808 and made["Number"] == 4294967295
    assert made["Bool"] is True and made["R32"] == 0.5 and made["R64"] == -2.5e10 and made["C16"] == "é"
    assert made["When"] == "20240229120000.000000+060" and made["Text"] == "a \"b\" = \\c"
    assert made["Bools"] == [True, False] and made["U8s"] == [1, 2] and made["U32s"] == [16] and made["Texts"] == ["", "two words"]
    assert made["Whens"] == ["00000001020304.000005:000"] and made["Caption"] is None

    assert "ALREADY_EXISTS" in served("create", "Test_Item", "Id=made", check=1).err
    served("modify", "Test_Item", "Id=made", "Text=new", "--null", "Bool", "U8s={}")
    changed = served("--json", "get", "Test_Item", "made").json
    assert changed["Text"] == "new" and changed["Bool"] is None and changed["U8s"] == []
    # what was not given stays
    assert changed["U64"] == made["U64"] and changed["Texts"] == made["Texts"]

    served("delete", "Test_Item", "made")
    assert "NOT_FOUND" in served("get", "Test_Item", "made", check=1).err
    assert "NOT_FOUND" in served("delete", "Test_Item", "made", check=1).err


@pytest.mark.parametrize("words, message", [
    (["create", "Test_Item", "Id=x", "U8=256"], "U8: expected a uint8, found '256'"),
    (["create", "Test_Item", "Id=x", "Bool=perhaps"], "Bool: expected a boolean"),
    (["create", "Test_Item", "Id=x", "When=now"], "When: expected a datetime"),
    (["create", "Test_Item", "Id=x", "C16=ab"], "C16: expected a char16"),
    (["create", "Test_Item", "Id=x", "Number=1", "Number=2"], "Number is given twice"),
    (["create", "Test_Item", "Id=x", "Nope=1"], "no property 'Nope'"),
    (["create", "Test_Item", "Id=x", "Point=1"], "an embedded instance"),
    (["create", "Test_Item", "Id"], "name=value"),
    (["create", "--null", "Nope", "Test_Item", "Id=x"], "no property 'Nope'"),
    (["modify", "Test_Item", "Id=one"], "beside the keys"),
    (["modify", "Test_Item", "Text=x"], "the key Id"),
    (["delete", "Test_Item"], "the key Id"),
    (["invoke", "Test_Control", "Echo", "--in", "U32=-1"], "U32: expected a uint32"),
])
def test_wrong_values_never_reach_the_provider(tried, words, message):
    assert message in tried(*words, check=None).err


def test_associations(xenmi):
    assert {entry["Id"] for entry in xenmi("--json", "associators", "Test_Group", "Id=odd").json} >= {"one", "three"}
    members = xenmi("--json", "references", "--result-class", "Test_Member", "Test_Group", "Id=odd").json
    assert all(entry["__CLASS"] == "Test_Member" and 'Test_Group.Id="odd"' in entry["Group"] for entry in members) and members
    narrowed = xenmi("--json", "associators", "--assoc-class", "Test_Member", "--role", "Item", "--result-class", "Test_Group", "Test_Item",
                     "one").json
    assert [entry["Id"] for entry in narrowed] == ["odd"]
    assert xenmi("--json", "associators", "--role", "Item", "Test_Group", "Id=odd").json == []
    assert {entry["Id"] for entry in xenmi("--json", "query", "associators of {Test_Group.Id='odd'} where ResultClass = Test_Item").json} >= {"one"}
    assert len(xenmi("--json", "query", "references of {Test_Group.Id='odd'}").json) == len(members)


def test_an_instance_method(served):
    before = served("--json", "get", "Test_Item", "two").json["Number"]
    answer = served("--json", "invoke", "Test_Item", "Add", "Id=two", "--in", "Amount=5").json
    assert answer["Sum"] == before + 5
    assert "the key Id" in served("invoke", "Test_Item", "Add", "--in", "Amount=5", check=2).err


def test_static_methods(xenmi):
    assert xenmi("--json", "invoke", "Test_Control", "Void").json == {}
    assert "HELLO" in xenmi("invoke", "Test_Control", "Upper", "--in", "Text=hello").out
    echoed = xenmi("--json", "invoke", "Test_Control", "Echo", "--in", "U16s=1", "--in", "U16s=2", "--in", "Text=", "--in",
                   "When=20240229120000.000000+060", "--in", 'Group=Test_Group.Id="odd"', "--in", "S64=-9223372036854775808").json
    assert echoed["U16s"] == [1, 2] and echoed["Text"] == "" and echoed["Bool"] is None
    assert echoed["When"] == "20240229120000.000000+060" and echoed["Group"].endswith('Test_Group.Id="odd"')
    assert echoed["S64"] == -9223372036854775808


@pytest.mark.parametrize("code, name", [(1, "FAILED"), (2, "ACCESS_DENIED"), (6, "NOT_FOUND"), (7, "NOT_SUPPORTED"), (13, "TYPE_MISMATCH"),
                                        (27, "SERVER_LIMITS_EXCEEDED")])
def test_a_refusal_arrives_with_message_and_code(xenmi, code, name):
    result = xenmi("invoke", "Test_Control", "Fail", "--in", f"Code={code}", "--in", "Kind=MI", "--in", "Message=the reason", check=1)
    assert "the reason" in result.err and f"({name})" in result.err and result.out == ""


def test_what_providers_say_and_ask(xenmi):
    talked = xenmi("--verbose", "invoke", "Test_Control", "Talk", "--in", "Text=tra la").err
    assert "warning: tra la" in talked and "verbose: tra la" in talked
    quiet = xenmi("invoke", "Test_Control", "Talk", "--in", "Text=tra la").err
    assert "warning: tra la" in quiet and "verbose" not in quiet
    asked = xenmi("--json", "invoke", "Test_Control", "Ask", "--in", "Question=Really?", "--in", "Critical=true", input="")
    assert asked.json["Answer"] is False and "Really?" in asked.err
    assert xenmi("--json", "--yes", "invoke", "Test_Control", "Ask", "--in", "Question=Really?", "--in", "Critical=true").json["Answer"] is True
    written = xenmi("--json", "invoke", "Test_Control", "WriteErrors", "--in", "Count=3")
    assert written.json["GoOns"] == 3 and written.err.count("reported") == 3


def test_streamed_parameters_are_shown_as_they_come(xenmi):
    lines = xenmi("--json", "invoke", "Test_Control", "Stream", "--in", "Count=10", "--in", "Lot=4").lines
    points = [point for line in lines if "Points" in line for point in line["Points"]]
    assert len(points) == 10 and lines[-1]["Sent"] == 10
    text = xenmi("invoke", "Test_Control", "Stream", "--in", "Count=3", "--in", "Lot=2").out
    assert text.count("Test_Point\n") == 3 and "X    : 2" in text and "Test_Point.X" not in text


def test_a_call_that_takes_too_long(xenmi):
    result = xenmi("--timeout", "0.5", "invoke", "Test_Control", "Sleep", "--in", "Milliseconds=60000", check=1)
    assert result.err and result.out == ""


def test_subscribe_to_fired_events(served):
    process_out = []
    import threading

    def subscribe():
        process_out.append(served("--json", "subscribe", "--count", "2", "select * from Test_Event where Name = 'go'"))

    thread = threading.Thread(target=subscribe)
    thread.start()
    harness.wait_until(lambda: subscriptions(served) > 0, what="the subscription")
    served("invoke", "Test_Control", "Fire", "--in", "Name=other", "--in", "Count=1")
    served("invoke", "Test_Control", "Fire", "--in", "Name=go", "--in", "Count=2")
    thread.join(harness.SECONDS)
    assert [event["Name"] for event in process_out[0].lines] == ["go", "go"]
    harness.wait_until(lambda: subscriptions(served) == 0, what="the end of the subscription")


def subscriptions(served):
    answer = served("--json", "invoke", "Test_Control", "Subscriptions").json
    return answer.get("ReturnValue", answer.get("MIReturn"))


def test_people_see_nested_instances(xenmi):
    text = xenmi("get", "Test_Item", "one").out
    assert "Id " in text and "<null>" in text


def test_try_needs_a_library(tmp_path):
    server = harness.Xenmi("unused")
    assert "No such file" in server.xenmi("try", str(tmp_path / "none.so"), "classes", check=1).err
    (tmp_path / "text.so").write_text("no library")
    assert server.xenmi("try", str(tmp_path / "text.so"), "classes", check=1).err


def test_json_stays_json_whatever_the_values(served):
    served("create", "Test_Item", "Id=odd \"\\\n\t\x01é", "Text=\u2028</script>")
    entries = json.loads(served("--json", "query", "select * from Test_Item where Text is not null").out)
    assert any(entry["Id"] == "odd \"\\\n\t\x01é" for entry in entries)
    served("delete", "Test_Item", "Id=odd \"\\\n\t\x01é")
