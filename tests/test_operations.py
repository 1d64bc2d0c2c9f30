"""What the server sees to around the provider: selections, polymorphism, roles, key look-up, misuse."""
import os

import pytest

from harness import BUILD, Xenmi

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
