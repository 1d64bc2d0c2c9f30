"""xenmi mof: check, format, tree. No server is asked."""
import os
import re

import pytest

import harness

GOOD = """// a comment that stays
Qualifier Key : boolean = false, Scope(property, reference), Flavor(DisableOverride, ToSubclass);
class A_Base { [ Key ]   string Name ; uint32 Numbers [ ] = {1,2}; };
class A_Derived:A_Base{boolean Flag=TRUE;};
class A_Other { [Key] string Id; };
instance of A_Derived { Name = "one"; Flag = FALSE; };
"""


@pytest.fixture
def mof(tmp_path):
    environment = dict(os.environ, XENMI_SOCKET=str(tmp_path / "nothing"), LD_LIBRARY_PATH=os.path.join(harness.BUILD, "lib"))

    def run(*words, check=0):
        return harness.run([os.path.join(harness.BIN, "xenmi"), *words], env=environment, check=check, cwd=tmp_path)

    (tmp_path / "good.mof").write_text(GOOD)
    run.folder = tmp_path
    return run


def test_check(mof):
    assert "3 classes, 1 instances" in mof("mof", "check", "good.mof").out
    assert mof("--json", "mof", "check", "good.mof").json == []


def test_check_names_file_line_column_and_class(mof):
    (mof.folder / "bad.mof").write_text("class B_One { uint32 A; };\nclass B_Two {\n  uint32 A\n  string B;\n};\nclass B_Three : B_None { };\n")
    result = mof("mof", "check", "--strict", "bad.mof", check=1)
    assert re.search(r"^bad\.mof:4:\d+: error: .*B_Two", result.err, re.M) and "string B;" in result.err
    assert "B_None" in result.err
    messages = mof("--json", "mof", "check", "--strict", "bad.mof", check=1).json
    assert any(message["line"] == 4 and message["severity"] == "error" and message["file"] == "bad.mof" for message in messages)


def test_check_of_what_is_not_there(mof):
    assert "none.mof" in mof("mof", "check", "none.mof", check=1).err


def test_includes_are_found(mof):
    (mof.folder / "more").mkdir()
    (mof.folder / "more" / "part.mof").write_text("class P_Part { string A; };\n")
    (mof.folder / "whole.mof").write_text('#pragma include ("part.mof")\nclass P_Whole : P_Part { };\n')
    assert "part.mof" in mof("mof", "check", "whole.mof", check=1).err
    assert "2 classes" in mof("mof", "check", "-I", "more", "whole.mof").out


def test_tree(mof):
    assert mof("mof", "tree", "good.mof").out.splitlines() == ["A_Base", "  A_Derived", "A_Other"]


def test_format(mof):
    formatted = mof("mof", "format", "good.mof").out
    assert "// a comment that stays" in formatted and "class A_Derived : A_Base" in formatted
    (mof.folder / "again.mof").write_text(formatted)
    assert mof("mof", "format", "again.mof").out == formatted
    assert mof("mof", "check", "again.mof").out == mof("mof", "check", "good.mof").out
    mof("mof", "format", "-i", "good.mof")
    assert (mof.folder / "good.mof").read_text() == formatted
    assert not (mof.folder / "good.mof.new").exists()


def test_format_leaves_a_wrong_file_alone(mof):
    (mof.folder / "bad.mof").write_text('class C { string A = "open; };\n')
    assert "bad.mof" in mof("mof", "format", "-i", "bad.mof", check=1).err
    assert (mof.folder / "bad.mof").read_text() == 'class C { string A = "open; };\n'


def test_the_schemas_of_the_tree_are_right(mof):
    schema = os.path.join(harness.ROOT, "schema")
    files = [os.path.join(schema, name) for name in ("qualifiers.mof", "core.mof")]
    assert "error" not in mof("mof", "check", "-I", schema, *files).err
