"""convert-moftoprovider: whole generations against checked ones, and each rule of the generated text on a small MOF."""
import filecmp
import os
import re
import shutil
import subprocess

import pytest

from harness import BIN, ROOT, run

PROGRAM = os.path.join(BIN, "convert-moftoprovider")
GOLDEN = os.path.join(ROOT, "tests", "convert", "golden")
INCLUDE = os.path.join(ROOT, "include")
# not ours to ship: where the variable says, or beside the source tree
CIM = os.environ.get("XENMI_CIM_SCHEMA") or os.path.join(os.path.dirname(ROOT), "shared", "data", "cim-2.26")

QUALIFIERS = """
Qualifier Abstract : boolean = false, Scope(class, association, indication), Flavor(EnableOverride, Restricted);
Qualifier Association : boolean = false, Scope(association), Flavor(DisableOverride, ToSubclass);
Qualifier Description : string = null, Scope(any), Flavor(EnableOverride, ToSubclass, Translatable);
Qualifier EmbeddedInstance : string = null, Scope(property, method, parameter), Flavor(EnableOverride, ToSubclass);
Qualifier EmbeddedObject : boolean = false, Scope(property, method, parameter), Flavor(DisableOverride, ToSubclass);
Qualifier In : boolean = true, Scope(parameter), Flavor(DisableOverride, ToSubclass);
Qualifier Indication : boolean = false, Scope(class, indication), Flavor(DisableOverride, ToSubclass);
Qualifier Key : boolean = false, Scope(property, reference), Flavor(DisableOverride, ToSubclass);
Qualifier Out : boolean = false, Scope(parameter), Flavor(DisableOverride, ToSubclass);
Qualifier Required : boolean = false, Scope(property, reference, method, parameter), Flavor(DisableOverride, ToSubclass);
Qualifier Static : boolean = false, Scope(property, method), Flavor(DisableOverride, ToSubclass);
Qualifier Write : boolean = false, Scope(property), Flavor(EnableOverride, ToSubclass);
"""
FAN = QUALIFIERS + """
class ACME_Fan
{
    [Key] string Name;
    [Write] uint32 Speed;
    uint32 Stop([In] boolean Hard);
};
"""


class Generated:
    """The files of one run, by name."""

    def __init__(self, folder, result):
        self.folder = folder
        self.result = result
        self.names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []

    def __getitem__(self, name):
        with open(os.path.join(self.folder, name), encoding="ascii", newline="") as file:
            return file.read()


@pytest.fixture
def generate(tmp_path):
    """generate(MOF text, option...) runs the generator and returns what it wrote."""

    def call(text, *options, check=0, folder="out"):
        (tmp_path / "in.mof").write_text(text, encoding="utf-8")
        options = list(options) if any(o.lower() == "-outpath" for o in options) else [*options, "-OutPath", folder]
        result = run([PROGRAM, "-MofFile", "in.mof", *options], check=check, cwd=tmp_path)
        return Generated(str(tmp_path / folder), result)

    return call


def compilers(every=True):
    """What a provider may be compiled with: (command, standard) pairs; the golden generations make do with half of them."""
    pairs = [("gcc", "-std=c99"), ("clang", "-std=c17"), ("gcc", "-std=c17"), ("clang", "-std=c99")]
    return [(c, s) for c, s in pairs[:None if every else 2] if shutil.which(c)]


def compile_all(folder, extra=(), every=True):
    """Every C file but the one for Windows, strictly; then every header as C++."""
    sources = sorted(f for f in os.listdir(folder) if f.endswith(".c") and f != "WMIAdapter.c")
    headers = sorted(f for f in os.listdir(folder) if f.endswith(".h"))
    warnings = ["-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-I", INCLUDE, *extra]
    for command, standard in compilers(every):
        run([command, standard, *warnings, *sources], cwd=folder, check=0)
    for command in ("g++", "clang++") if every else ("g++",):
        if shutil.which(command):
            run([command, "-std=c++17", *warnings, "-Wno-unused-function", "-x", "c++", *headers], cwd=folder, check=0)


# Whole generations


def golden_names():
    return sorted(os.listdir(GOLDEN))


def without_class_id(text):
    """WMIAdapter.c has a new class id each time."""
    text = re.sub(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", "{ID}", text)
    return re.sub(r"0x[0-9A-F]{8}, 0x[0-9A-F]{4}, 0x[0-9A-F]{4},\n    \{ .* \}", "ID", text)


@pytest.mark.parametrize("name", golden_names())
def test_golden(name, tmp_path):
    folder = os.path.join(GOLDEN, name)
    expected = os.path.join(folder, "expected")
    with open(os.path.join(folder, "options"), encoding="ascii") as file:
        options = file.read().split()
    run([PROGRAM, *options, "-OutPath", tmp_path], cwd=folder, check=0)
    with open(tmp_path / "WMIAdapter.c", encoding="ascii") as file:
        adapter = without_class_id(file.read())
    (tmp_path / "WMIAdapter.c").write_text(adapter, encoding="ascii")

    if os.environ.get("XENMI_UPDATE_GOLDEN"):
        shutil.rmtree(expected, ignore_errors=True)
        shutil.copytree(tmp_path, expected)
    assert sorted(os.listdir(tmp_path)) == sorted(os.listdir(expected))
    for file in sorted(os.listdir(expected)):
        if not filecmp.cmp(tmp_path / file, os.path.join(expected, file), shallow=False):
            difference = subprocess.run(["diff", "-u", os.path.join(expected, file), tmp_path / file], capture_output=True, text=True)
            pytest.fail(difference.stdout)


@pytest.mark.plain
@pytest.mark.parametrize("name", golden_names())
def test_golden_compiles(name):
    compile_all(os.path.join(GOLDEN, name, "expected"), every=False)


@pytest.mark.plain
def test_the_tutorials_code_compiles(tmp_path):
    folder = os.path.join(ROOT, "tests", "convert", "tutorial")
    classes = ["MSFT_WindowsProcess", "MSFT_WindowsServiceManager", "MSFT_WindowsServiceProcess", "MSFT_WindowsServiceStarted"]
    run([PROGRAM, "-MofFile", "tutorial.mof", "-ClassList", *classes, "-IncludePath", os.path.join(ROOT, "schema"), "-OutPath", tmp_path,
         "-SkipLocalize"], cwd=folder, check=0)
    compile_all(tmp_path)
    sources = [os.path.join(folder, f) for f in os.listdir(folder) if f.endswith(".c")]
    for command, standard in compilers():
        run([command, standard, "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-I", INCLUDE, "-I", tmp_path, *sources], check=0)
    # the same as C++: the tutorials have it both ways
    for command in ("g++", "clang++"):
        if shutil.which(command):
            run([command, "-std=c++17", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-x", "c++", "-I", INCLUDE, "-I", tmp_path, *sources], check=0)


# The command line


def test_options_are_not_case_sensitive(generate):
    out = generate(FAN, "-CLASSLIST", "acme_FAN", "-skiplocalize", "-nosal")
    assert out.names == ["ACME_Fan.c", "ACME_Fan.h", "Provider.DEF", "WMIAdapter.c", "module.c", "schema.c"]
    assert not re.search(r"\b_(In|Out|Inout|Outptr)", out["ACME_Fan.h"] + out["ACME_Fan.c"] + out["schema.c"] + out["module.c"])


@pytest.mark.parametrize("word", ["-help", "-HELP", "/?", "--help"])
def test_help(word):
    result = run([PROGRAM, word], check=0)
    assert "Generates provider source code (C) from MOF class definitions." in result.out
    for option in ("MofFile", "ClassList", "IncludePath", "InputParameterSet", "OutPath", "ExtraClass", "SkipLocalize", "OldRcPath", "NoSAL",
                   "SkipQualifiers", "ForceOverwrite"):
        assert "-" + option in result.out
    assert "EXAMPLES" in result.out and result.err == ""


@pytest.mark.parametrize("options", [[], ["-ClassList", "A"], ["-MofFile"], ["-MofFile", "a", "-Nonsense"], ["stray"]])
def test_usage_errors(options):
    result = run([PROGRAM, *options], check=2)
    assert "Try 'Convert-MofToProvider.exe -help' for usage" in result.err and result.out == ""


def test_the_windows_name():
    assert os.readlink(os.path.join(BIN, "Convert-MofToProvider.exe")) == "convert-moftoprovider"
    run([os.path.join(BIN, "Convert-MofToProvider.exe"), "-help"], check=0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_parameters_from_a_file(tmp_path, encoding):
    (tmp_path / "my fan.mof").write_text(FAN)
    (tmp_path / "parameters.txt").write_text('-MofFile "my fan.mof"\r\n-ClassList ACME_Fan\r\n-OutPath out\\ -SkipLocalize', encoding=encoding)
    run([PROGRAM, "-inputparameterset", "parameters.txt"], cwd=tmp_path, check=0)
    assert (tmp_path / "out" / "ACME_Fan.h").exists() and not (tmp_path / "out" / "strings.rc").exists()


def test_parameters_from_a_file_alone(tmp_path):
    (tmp_path / "p").write_text("-MofFile x.mof -InputParameterSet p")
    assert "no other option" in run([PROGRAM, "-InputParameterSet", "p", "-NoSAL"], cwd=tmp_path, check=2).err
    assert "must not name another" in run([PROGRAM, "-InputParameterSet", "p"], cwd=tmp_path, check=2).err
    assert "missing" in run([PROGRAM, "-InputParameterSet", "missing"], cwd=tmp_path, check=2).err


def test_several_files_are_one_schema(tmp_path):
    (tmp_path / "a.mof").write_text(QUALIFIERS)
    (tmp_path / "b.mof").write_text("class B { [Key] uint8 K; };")
    run([PROGRAM, "-MofFile", "a.mof", "b.mof", "-OutPath", "o"], cwd=tmp_path, check=0)
    assert "MI_FLAG_KEY" in (tmp_path / "o" / "schema.c").read_text()


def test_include_path_and_case(tmp_path):
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "Q.mof").write_text(QUALIFIERS)
    (tmp_path / "a.mof").write_text('#pragma include ("q.MOF")\nclass A { [Key] uint8 K; };')
    run([PROGRAM, "-MofFile", "a.mof", "-IncludePath", "lib", "-OutPath", "o"], cwd=tmp_path, check=0)


def test_a_second_declaration_is_an_error(tmp_path):
    (tmp_path / "q.mof").write_text(QUALIFIERS)
    (tmp_path / "a.mof").write_text('#pragma include ("q.mof")\n#pragma include ("q.mof")\nclass A { [Key] uint8 K; };')
    result = run([PROGRAM, "-MofFile", "a.mof", "-OutPath", "o"], cwd=tmp_path, check=1)
    assert "Abstract" in result.err and not (tmp_path / "o").exists()


def test_progress_on_standard_output(generate):
    lines = generate(FAN, "-SkipLocalize").result.out.splitlines()
    assert lines[0] == "Creating out/ACME_Fan.h" and "Creating out/schema.c" in lines


def test_a_rule_for_build_systems(generate, tmp_path):
    generate(FAN, "-DepFile", "out.d")
    assert (tmp_path / "out.d").read_text() == "out/schema.c: \\\n in.mof\n"


# Errors


def test_errors_name_place_class_and_expectation(generate):
    out = generate(QUALIFIERS + "class A\n{\n    [Key] uint32 K\n};\nclass B { [Key] uint8 S = \"x\"; };\n", check=1)
    errors = [line for line in out.result.err.splitlines() if ": error: " in line]
    assert len(errors) >= 2, out.result.err
    assert all(re.match(r"in\.mof:\d+:\d+: error: ", line) for line in errors)
    assert "A" in errors[0] and "expected" in errors[0]
    assert "};" in out.result.err or "uint32 K" in out.result.err
    assert out.names == []


@pytest.mark.parametrize("text, options, expected", [
    ("class A { [Key] uint8 K; };", ["-ClassList", "A", "Bee"], "-ClassList: error: no MOF file declares a class Bee"),
    ("class A { [Key] uint8 K; };", ["-ExtraClass", "Cee"], "-ExtraClass: error: no MOF file declares a class Cee"),
    ("[Abstract] class A { [Key] uint8 K; };", ["-ClassList", "A"], "an abstract class has no instances to provide"),
    ("class A { [Key] uint8 K; Dee REF R; };", [], "property R names class Dee, which no file declares"),
    ("class A { [Key] uint8 K; uint8 M([In] Dee REF R); };", [], "method M names class Dee, which no file declares"),
    ("class A : Eff { [Key] uint8 K; };", [], "Eff"),
    ("class A { [Key] uint8 default; };", [], "'default' is a keyword of C"),
    ("class A { [Key] uint8 K; uint8 M([In] uint8 int); };", [], "'int' is a keyword of C"),
    ("class A { [Key] uint8 K; uint8 M([In] uint8 MIReturn); };", [], "MIReturn"),
    ("class A { [Key] uint8 K; }; [Association] class S { [Key] A REF Only; };", ["-ClassList", "S"], "the association has 1 references"),
    ("[Abstract] class A { [Key] uint8 K; };", [], "no class that a provider could serve"),
])
def test_what_cannot_be_generated(generate, text, options, expected):
    out = generate(QUALIFIERS + text, *options, check=1)
    assert expected in out.result.err and out.names == []


def test_files_that_cannot_be_read_or_written(tmp_path):
    assert "none.mof" in run([PROGRAM, "-MofFile", "none.mof"], cwd=tmp_path, check=1).err
    (tmp_path / "a.mof").write_text(FAN)
    (tmp_path / "file").write_text("")
    assert "file" in run([PROGRAM, "-MofFile", "a.mof", "-OutPath", "file/sub"], cwd=tmp_path, check=1).err
    assert "no.rc" in run([PROGRAM, "-MofFile", "a.mof", "-OldRcPath", "no.rc"], cwd=tmp_path, check=1).err
    (tmp_path / "bad.rc").write_text("STRINGTABLE\n{\n x\n}")
    assert "bad.rc:3: error:" in run([PROGRAM, "-MofFile", "a.mof", "-OldRcPath", "bad.rc"], cwd=tmp_path, check=1).err


# Which files


def test_every_class_that_is_needed_has_a_header(generate):
    out = generate(QUALIFIERS + """
        [Abstract] class Root { [Key] string N; };
        class Deep { uint8 X; };
        class Part { [EmbeddedInstance("Deep")] string D; };
        class Job : Root { uint8 Y; };
        class Target : Root { [EmbeddedInstance("Part")] string P; uint32 M([Out] Job REF J); };
        class Extra : Root { uint8 Z; };
        class Other { [Key] uint8 K; };""", "-ClassList", "target", "-ExtraClass", "EXTRA")
    assert [n for n in out.names if n.endswith(".h")] == ["Deep.h", "Extra.h", "Job.h", "Part.h", "Root.h", "Target.h"]
    assert [n for n in out.names if not n.endswith(".h")] == ["Provider.DEF", "Target.c", "WMIAdapter.c", "module.c", "schema.c", "strings.rc"]
    assert re.findall(r"^#include (.*)$", out["schema.c"], re.M) == ["<ctype.h>", "<MI.h>", '"Target.h"', '"Extra.h"']
    assert re.findall(r"^/\* class (\w+) \*/$", out["schema.c"], re.M) == ["Root", "Deep", "Part", "Job", "Target", "Extra"]
    assert re.search(r"classes\[\] =\n\{\n(.*?)\};", out["schema.c"], re.S)[1].split() == [
        f"&{c}_rtti," for c in ("Deep", "Extra", "Job", "Part", "Root", "Target")]


def test_without_a_list_every_class_is_served_but_abstract_ones(generate):
    out = generate(QUALIFIERS + "[Abstract] class A { [Key] uint8 K; }; class B : A { }; class C { };")
    assert [n for n in out.names if n.endswith(".c")] == ["B.c", "C.c", "WMIAdapter.c", "module.c", "schema.c"]


def test_line_ends_and_first_lines(generate):
    out = generate(FAN)
    for name in out.names:
        text = out[name]
        assert "\r" not in text and text.endswith("\n")
        assert text.startswith("; @migen@ */\n" if name == "Provider.DEF" else "/* @migen@ */\n")
        warned = "WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT." in text
        assert warned == (name not in ("ACME_Fan.c", "module.c", "Provider.DEF"))


# Existing files


def test_stubs_are_kept_and_missing_ones_appended(generate, tmp_path):
    generate(FAN)
    stub = tmp_path / "out" / "ACME_Fan.c"
    mine = stub.read_text().replace("MI_RESULT_NOT_SUPPORTED", "MI_RESULT_OK", 1) + "/* mine */"
    stub.write_text(mine)
    out = generate(FAN)
    assert stub.read_text() == mine and "Keeping out/ACME_Fan.c" in out.result.out

    # Sto is the beginning of Stop: names are compared whole.
    out = generate(FAN.replace("uint32 Stop(", "uint32 Sto(); uint32 Stop("))
    assert stub.read_text().startswith(mine)
    assert re.findall(r"void MI_CALL (\w+)\(", stub.read_text()[len(mine):]) == ["ACME_Fan_Invoke_Sto"]
    assert "added ACME_Fan_Invoke_Sto\n" in out.result.out
    compile_all(tmp_path / "out")

    generate(FAN, "-ForceOverwrite")
    assert "/* mine */" not in stub.read_text() and "Invoke_Sto(" not in stub.read_text()


def test_a_stub_that_is_only_mentioned_is_missing(generate, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "ACME_Fan.c").write_text('#include "ACME_Fan.h"\n/* ACME_Fan_Load() { } */\nvoid MI_CALL ACME_Fan_Unload(ACME_Fan_Self* self, '
                                                 'MI_Context* context)\n{ (void)self; MI_Context_PostResult(context, MI_RESULT_OK); }')
    out = generate(FAN, "-NoSAL")
    assert out["ACME_Fan.c"].count("void MI_CALL ACME_Fan_Load(") == 1
    assert out["ACME_Fan.c"].count("void MI_CALL ACME_Fan_Unload(") == 1
    compile_all(tmp_path / "out")


def test_module_keeps_what_its_author_wrote(generate, tmp_path):
    generate(FAN)
    module = tmp_path / "out" / "module.c"
    first = module.read_text()
    module.write_text(first.replace("    *self = NULL;", "    *self = (MI_Module_Self*)Mine();").replace("MI_MODULE_FLAG_LOCALIZED", "0"))
    generate(FAN)
    assert module.read_text() == first.replace("    *self = NULL;", "    *self = (MI_Module_Self*)Mine();")
    generate(FAN, "-forceoverwrite", "-SkipLocalize")
    assert module.read_text() == first.replace("    module.flags |= MI_MODULE_FLAG_LOCALIZED;\n", "")


# Headers


def fields(header, owner):
    """The member lines of a struct."""
    body = re.search(r"typedef struct _%s[^\n]*\n\{\n(.*?)\}\n%s;" % (owner, owner), header, re.S)[1]
    return [line.strip() for line in body.splitlines()]


def test_struct_of_an_inherited_class(generate):
    header = generate(QUALIFIERS + """
        class A { [Key] string K; uint8 X; };
        class B : A { };
        class C : B { uint8 X; [Key] uint32 L; };""", "-ClassList", "C")["C.h"]
    assert "typedef struct _C /* extends B */\n{\n" in header
    assert fields(header, "C") == ["MI_Instance __instance;", "/* A properties */", "/*KEY*/ MI_ConstStringField K;", "MI_ConstUint8Field X;",
                                   "/* B properties */", "/* C properties */", "/*KEY*/ MI_ConstUint32Field L;"]
    assert "** C [C]\n**\n** Keys:\n**    K\n**    L\n**\n" in header


@pytest.mark.parametrize("mof, field", [
    ("boolean P;", "MI_ConstBooleanField P;"), ("uint8 P;", "MI_ConstUint8Field P;"), ("sint64 P[];", "MI_ConstSint64AField P;"),
    ("char16 P;", "MI_ConstChar16Field P;"), ("real32 P[2];", "MI_ConstReal32AField P;"), ("datetime P;", "MI_ConstDatetimeField P;"),
    ("datetime P[];", "MI_ConstDatetimeAField P;"), ("string P;", "MI_ConstStringField P;"), ("string P[];", "MI_ConstStringAField P;"),
    ("D REF P;", "D_ConstRef P;"), ("d REF P[];", "D_ConstArrayRef P;"), ('[EmbeddedInstance("D")] string P;', "D_ConstRef P;"),
    ('[EmbeddedInstance("D")] string P[];', "D_ConstArrayRef P;"), ("[EmbeddedObject] string P;", "MI_ConstReferenceField P;"),
    ("[EmbeddedObject] string P[];", "MI_ConstReferenceAField P;"),
])
def test_field_types(generate, mof, field):
    header = generate(QUALIFIERS + "class D { }; class C { %s };" % mof, "-ClassList", "C")["C.h"]
    assert fields(header, "C")[-1] == field


def setters(header):
    """Name -> the types of its parameters behind self, and what stands in its body."""
    found = {}
    for name, arguments, body in re.findall(r"MI_INLINE MI_Result MI_CALL (\w+)\(\n(.*?)\)\n\{\n(.*?)\n\}\n", header, re.S):
        found[name] = (re.sub(r"\s+", " ", arguments).strip(), body)
    return found


def test_setters_of_scalars_write_the_field(generate):
    header = generate(QUALIFIERS + "class A { uint8 X; datetime T; }; class C : A { };", "-ClassList", "C", "-NoSAL")["C.h"]
    found = setters(header)
    assert found["C_Set_X"] == ("C* self, MI_Uint8 x", "    ((MI_Uint8Field*)&self->X)->value = x;\n    ((MI_Uint8Field*)&self->X)->exists = 1;\n"
                                                       "    return MI_RESULT_OK;")
    assert found["C_Clear_T"] == ("C* self", "    memset((void*)&self->T, 0, sizeof(self->T));\n    return MI_RESULT_OK;")
    assert found["C_Set_T"][0] == "C* self, MI_Datetime x"
    assert "C_SetPtr_X" not in found


@pytest.mark.parametrize("mof, arguments, value, constant", [
    ("string P;", "const MI_Char* str", "str", "MI_STRING"), ("string P[];", "const MI_Char** data, MI_Uint32 size", "arr", "MI_STRINGA"),
    ("uint16 P[];", "const MI_Uint16* data, MI_Uint32 size", "arr", "MI_UINT16A"), ("D REF P;", "const D* x", "x", "MI_REFERENCE"),
    ("D REF P[];", "const D * const * data, MI_Uint32 size", "arr", "MI_REFERENCEA"),
    ('[EmbeddedInstance("D")] string P;', "const D* x", "x", "MI_INSTANCE"),
    ('[EmbeddedInstance("D")] string P[];', "const D * const * data, MI_Uint32 size", "arr", "MI_INSTANCEA"),
    ("[EmbeddedObject] string P;", "const MI_Instance* x", "x", "MI_INSTANCE"),
    ("[EmbeddedObject] string P[];", "const MI_Instance * const * data, MI_Uint32 size", "arr", "MI_INSTANCEA"),
])
def test_setters_of_what_has_memory_go_through_the_table(generate, mof, arguments, value, constant):
    found = setters(generate(QUALIFIERS + "class D { }; class C { uint8 First; %s };" % mof, "-ClassList", "C", "-NoSAL")["C.h"])
    for name, flags in (("C_Set_P", "0"), ("C_SetPtr_P", "MI_FLAG_BORROW")):
        assert found[name][0] == "C* self, " + arguments
        assert found[name][1].endswith("    return self->__instance.ft->SetElementAt(\n        (MI_Instance*)&self->__instance,\n        1,\n"
                                       "        (MI_Value*)&%s,\n        %s,\n        %s);" % (value, constant, flags))
    assert "ClearElementAt(\n        (MI_Instance*)&self->__instance,\n        1);" in found["C_Clear_P"][1]


def test_includes_in_order_of_first_use(generate):
    header = generate(QUALIFIERS + """
        class S { }; class P { }; class Q { }; class R { };
        class Base { Q REF One; };
        class C : Base { P REF Two; uint8 M([In] R REF A, [In] C REF B, [In] P REF D, [In] S REF E); };""", "-ClassList", "C")["C.h"]
    assert re.findall(r"^#include (.*)$", header, re.M) == ["<MI.h>"] + ['"%s.h"' % c for c in ("Base", "Q", "P", "R", "C", "S")]


def test_parameters_of_methods(generate):
    out = generate(QUALIFIERS + """
        class C { [Static] string M([In] uint8 A, [Out] uint8 B, [In, Out] uint8 C, uint8 D, [In(false)] uint8 E);
                  void N([Out] string S); void O(); };""", "-SkipLocalize")
    assert fields(out["C.h"], "C_M") == ["MI_Instance __instance;", "/*OUT*/ MI_ConstStringField MIReturn;", "/*IN*/ MI_ConstUint8Field A;",
                                         "/*OUT*/ MI_ConstUint8Field B;", "/*IN-OUT*/ MI_ConstUint8Field C;", "MI_ConstUint8Field D;",
                                         "MI_ConstUint8Field E;"]
    flags = dict(re.findall(r"C_M_(\w+)_param =\n\{\n    (\S+), ", out["schema.c"]))
    assert flags == {"A": "MI_FLAG_PARAMETER|MI_FLAG_IN", "B": "MI_FLAG_PARAMETER|MI_FLAG_OUT",
                     "C": "MI_FLAG_PARAMETER|MI_FLAG_IN|MI_FLAG_OUT", "D": "MI_FLAG_PARAMETER", "E": "MI_FLAG_PARAMETER",
                     "MIReturn": "MI_FLAG_PARAMETER|MI_FLAG_OUT"}
    assert re.search(r"C_M_params\[\] =\n\{\n    &C_M_MIReturn_param,\n    &C_M_A_param,", out["schema.c"])
    assert "MI_FLAG_METHOD|MI_FLAG_STATIC, /* flags */" in out["schema.c"]
    # A method without a value has no MIReturn.
    assert fields(out["C.h"], "C_N") == ["MI_Instance __instance;", "/*OUT*/ MI_ConstStringField S;"]
    assert fields(out["C.h"], "C_O") == ["MI_Instance __instance;"]
    assert "    NULL, /* parameters */\n    0, /* numParameters */\n    sizeof(C_O), /* size */" in out["schema.c"]


def test_a_stream_parameter_keeps_its_index(generate):
    out = generate(QUALIFIERS + """Qualifier Stream : boolean = false, Scope(method, parameter), Flavor(DisableOverride, ToSubclass);
        class C { [Static] uint32 M([Out, Stream] string Lines[], [Out] string Last); };""", "-NoSAL")
    assert fields(out["C.h"], "C_M")[1:] == ["/*OUT*/ MI_ConstUint32Field MIReturn;", "/*OUT*/ MI_ConstStringField Last;"]
    assert "        2,\n" in setters(out["C.h"])["C_M_Set_Last"][1] and "C_M_Set_Lines" not in out["C.h"]
    assert re.search(r"C_M_Lines_param =\n\{\n    MI_FLAG_PARAMETER\|MI_FLAG_OUT\|MI_FLAG_STREAM, .*?    0xFFFFFFFF, /\* offset \*/", out["schema.c"], re.S)


def prototypes(text):
    """Names of the provider's functions in order."""
    return re.findall(r"^(?:MI_EXTERN_C )?void MI_CALL (\w+)\(", text, re.M)


@pytest.mark.parametrize("mof, names", [
    ("class C { [Key] uint8 K; uint8 M(); };", ["Load", "Unload", "EnumerateInstances", "GetInstance", "CreateInstance", "ModifyInstance",
                                                "DeleteInstance", "Invoke_M"]),
    ("class C { uint8 K; };", ["Load", "Unload"]),
    ("[Indication] class C { [Key] uint8 K; };", ["Load", "Unload", "EnableIndications", "DisableIndications", "Subscribe", "Unsubscribe"]),
    ("class D { [Key] uint8 K; }; [Association] class C { [Key] D REF L; [Key] D REF R; };",
     ["Load", "Unload", "EnumerateInstances", "GetInstance", "CreateInstance", "ModifyInstance", "DeleteInstance", "AssociatorInstancesL",
      "AssociatorInstancesR", "ReferenceInstancesL", "ReferenceInstancesR"]),
])
def test_functions_of_each_kind_of_class(generate, mof, names):
    out = generate(QUALIFIERS + mof, "-ClassList", "C")
    assert prototypes(out["C.h"]) == ["C_" + n for n in names]
    assert prototypes(out["C.c"]) == ["C_" + n for n in names]


def test_annotations(generate):
    header = generate(QUALIFIERS + "[Association] class C { [Key] C REF L; [Key] C REF R; string S[]; };")["C.h"]
    for text in ("_Outptr_result_maybenull_ C_Self** self", "_In_opt_ MI_Module_Self* selfModule", "_In_opt_ C_Self* self", "_In_ MI_Context* context",
                 "_In_opt_z_ const MI_Char* nameSpace", "_In_opt_z_ const MI_Char* className", "_In_opt_ const MI_PropertySet* propertySet",
                 "_In_ MI_Boolean keysOnly", "_In_opt_ const MI_Filter* filter", "_In_ const C* instanceName", "_In_z_ const MI_Char* resultClass",
                 "_Out_ C* self", "_Outptr_ C** newInstance", "_Inout_ C* self", "_In_reads_opt_(size) const MI_Char** data", "_In_ MI_Uint32 size"):
        assert text in header
    header = generate(QUALIFIERS + "[Indication] class C { };", folder="i")["C.h"]
    for text in ("_In_z_ const MI_Char* bookmark)", "_In_opt_z_ const MI_Char* bookmark,", "_In_ MI_Uint64 subscriptionID",
                 "_Outptr_result_maybenull_ void** subscriptionSelf", "_In_opt_ void* subscriptionSelf", "_In_ MI_Context* indicationsContext"):
        assert text in header


# Stubs


def bodies(text):
    return dict(re.findall(r"^void MI_CALL (\w+)\(.*?\)\n\{\n(.*?)^\}\n", text, re.S | re.M))


def test_bodies_of_stubs(generate):
    found = bodies(generate(QUALIFIERS + "class C { [Key] uint8 K; uint8 M(); };")["C.c"])
    assert found["C_Load"].endswith("\n\n    *self = NULL;\n    MI_Context_PostResult(context, MI_RESULT_OK);\n")
    assert found["C_Unload"].endswith("\n\n    MI_Context_PostResult(context, MI_RESULT_OK);\n")
    for name in set(found) - {"C_Load", "C_Unload"}:
        assert found[name].endswith("\n\n    MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);\n")
    assert re.findall(r"MI_UNREFERENCED_PARAMETER\((\w+)\);", found["C_Invoke_M"]) == ["self", "context", "nameSpace", "className", "methodName",
                                                                                      "instanceName", "in"]


def test_bodies_of_indication_stubs(generate):
    found = bodies(generate(QUALIFIERS + "[Indication] class C { };")["C.c"])
    assert "Post" not in found["C_EnableIndications"] and "TODO" in found["C_EnableIndications"] and "NOTE" in found["C_EnableIndications"]
    assert "TODO" in found["C_DisableIndications"]
    assert found["C_DisableIndications"].endswith("MI_Context_PostResult(indicationsContext, MI_RESULT_OK);\n")
    assert "MI_RESULT_NOT_SUPPORTED" in found["C_Subscribe"] and "MI_RESULT_NOT_SUPPORTED" in found["C_Unsubscribe"]


# schema.c


@pytest.mark.parametrize("qualifiers, flags", [
    ("", "MI_FLAG_PROPERTY|MI_FLAG_READONLY"), ("[Key]", "MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY"),
    ("[Key, Required]", "MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_REQUIRED|MI_FLAG_READONLY"), ("[Write]", "MI_FLAG_PROPERTY"),
    ("[Write(false)]", "MI_FLAG_PROPERTY|MI_FLAG_READONLY"),
])
def test_flags_of_a_property(generate, qualifiers, flags):
    schema = generate(QUALIFIERS + "class C { %s uint8 P; };" % qualifiers)["schema.c"]
    assert "C_P_prop =\n{\n    %s, /* flags */\n" % flags in schema


def test_codes_of_names(generate):
    schema = generate(QUALIFIERS + "class C { string CommandLine; uint8 M(); };")["schema.c"]
    assert '0x0063650B, /* code */\n    MI_T("CommandLine")' in schema
    assert '0x006D6E08, /* code */\n    MI_T("MIReturn")' in schema
    assert '0x006D6D01, /* code */\n    MI_T("M")' in schema


def test_origin_propagator_and_place_of_inherited_properties(generate):
    schema = generate(QUALIFIERS + "class A { string N; string X; }; class B : A { string N; }; class C : B { };", "-ClassList", "C")["schema.c"]
    assert re.findall(r"(\w+)_prop =\n", schema) == ["A_N", "A_X", "B_N"]
    assert re.search(r"B_N_prop =.*?offsetof\(B, N\), /\* offset \*/\n    MI_T\(\"A\"\), /\* origin \*/\n    MI_T\(\"B\"\), /\* propagator \*/", schema, re.S)
    assert "C_props[] =\n{\n    &B_N_prop,\n    &A_X_prop,\n};" in schema


def test_inherited_qualifiers_come_first_and_restricted_ones_not(generate):
    schema = generate(QUALIFIERS + """Qualifier MaxLen : uint32 = null, Scope(any); Qualifier Kept : boolean = false, Scope(any);
        Qualifier Own : boolean = false, Scope(any); Qualifier Lost : boolean = false, Scope(any), Flavor(Restricted);
        [Abstract, Description("d")] class A { [MaxLen(1), Kept, Lost] string N; };
        class C : A { [Own, MaxLen(2)] string N; };""", "-SkipLocalize")["schema.c"]
    assert re.search(r"C_N_quals\[\] =\n\{\n(.*?)\};", schema, re.S)[1].split() == ["&C_N_MaxLen_qual,", "&C_N_Kept_qual,", "&C_N_Own_qual,"]
    assert "C_N_MaxLen_qual_value = 2U;" in schema
    assert re.search(r"static MI_Qualifier MI_CONST\* MI_CONST C_quals\[\] =\n\{\n(.*?)\};", schema, re.S)[1].split() == ["&C_Description_qual,"]


def test_default_flavours_and_scopes(generate):
    schema = generate("Qualifier A : boolean, Scope(any);\nQualifier b : string = \"x\", Scope(property, class), Flavor(Restricted);\nclass C { };")["schema.c"]
    assert re.findall(r"MI_QualifierDecl (\w+)_qual_decl =", schema) == ["A", "b"]
    assert '    MI_BOOLEAN, /* type */\n    MI_FLAG_ANY, /* scope */\n    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */\n    0, /* subscript */\n    NULL' in schema
    assert '    MI_FLAG_CLASS|MI_FLAG_PROPERTY, /* scope */\n    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED, /* flavor */' in schema
    assert 'b_qual_decl_value = MI_T("x");' in schema


def test_no_qualifier_declarations_when_asked(generate):
    schema = generate(FAN, "-SkipQualifiers")["schema.c"]
    assert "_qual_decl" not in schema and "    NULL, /* qualifierDecls */\n    0, /* numQualifierDecls */" in schema


def test_method_qualifiers_are_the_return_values_too(generate):
    schema = generate(QUALIFIERS + 'class C { [Description("d")] uint8 M(); };', "-SkipLocalize")["schema.c"]
    assert 'C_M_MIReturn_Description_qual_value = MI_T("d");' in schema and "C_M_MIReturn_quals, /* qualifiers */" in schema


def test_functions_of_inherited_methods(generate):
    out = generate(QUALIFIERS + "class A { [Key] uint8 K; uint8 M(); uint8 N(); }; class T : A { uint8 N(); }; class U : T { uint8 O(); };",
                   "-ClassList", "T", "-ExtraClass", "U")
    schema = out["schema.c"]
    assert re.findall(r"^MI_CONST MI_MethodDecl (\w+)_rtti =", schema, re.M) == ["A_M", "A_N", "T_M", "T_N", "U_O"]
    assert "T_meths[] =\n{\n    &T_M_rtti,\n    &T_N_rtti,\n};" in schema
    assert "U_meths[] =\n{\n    &A_M_rtti,\n    &T_N_rtti,\n    &U_O_rtti,\n};" in schema
    assert "(MI_ProviderFT_Invoke)T_Invoke_M, /* method */" in schema and schema.count("    NULL, /* method */") == 3
    assert "MI_INLINE MI_Result MI_CALL U_M_Construct(" in out["U.h"]
    assert re.search(r'T_M_rtti =.*?MI_T\("A"\), /\* origin \*/\n    MI_T\("A"\), /\* propagator \*/', schema, re.S)


def test_function_tables(generate):
    schema = generate(QUALIFIERS + "class C { uint8 X; };")["schema.c"]
    table = re.search(r"C_funcs =\n\{\n(.*?)\};", schema, re.S)[1]
    assert re.findall(r"\(MI_ProviderFT_(\w+)\)(\w+),", table) == [("Load", "C_Load"), ("Unload", "C_Unload")] + [
        (n, "NULL") for n in ("GetInstance", "EnumerateInstances", "CreateInstance", "ModifyInstance", "DeleteInstance", "AssociatorInstances",
                              "ReferenceInstances", "EnableIndications", "DisableIndications", "Subscribe", "Unsubscribe", "Invoke")]
    assert "_Match" not in schema


def test_dispatchers_of_associations(generate):
    schema = generate(QUALIFIERS + "class A { [Key] uint8 K; }; [Association] class C { [Key] A REF L; [Key] C REF R; };", "-ClassList", "C")["schema.c"]
    assert "    if (!p || !q)\n        return MI_FALSE;\n" in schema
    assert 'if (A_IsA(instanceName) &&\n        _Match(role, MI_T("L")) &&\n        _Match(resultRole, MI_T("R")))' in schema
    assert 'if (C_IsA(instanceName) &&\n        _Match(role, MI_T("R")))' in schema
    assert schema.count("    MI_Context_PostResult(context, MI_RESULT_OK);\n}") == 2


@pytest.mark.parametrize("mof, value", [
    ("uint16 P = 5;", "C_P_value = 5;"), ("uint32 P = 64;", "C_P_value = 64U;"), ("sint64 P = -31;", "C_P_value = MI_LL(-31);"),
    ("uint64 P = 31;", "C_P_value = MI_ULL(31);"), ("boolean P = true;", "C_P_value = 1;"), ('string P = "x\\"y";', 'C_P_value = MI_T("x\\"y");'),
    ('string P = "caf\u00e9";', 'C_P_value = MI_T("caf\\303\\251");'), ("real64 P = 0.5;", "C_P_value = 0.5;"),
    ('datetime P = "20240229235959.000001+060";', "C_P_value = {1,{{2024,2,29,23,59,59,1,60}}};"),
    ('datetime P = "00000003040506.000007:000";', "C_P_value = {0,{{3,4,5,6,7,0,0,0}}};"),
])
def test_default_values(generate, tmp_path, mof, value):
    schema = generate(QUALIFIERS + "class C { %s };" % mof)["schema.c"]
    assert value in schema and "    &C_P_value,\n};" in schema
    compile_all(tmp_path / "out")


# Localisation


def table(text):
    return dict((int(n), s) for n, s in re.findall(r'^    (\d+), "(.*)"$', text, re.M))


LAMP = QUALIFIERS + """Qualifier Values : string[], Scope(any), Flavor(Translatable);
[Description("lamp")] class Lamp { [Description("name"), Key] string Name; [Values{"Off", "On"}, Description("lamp")] uint8 State; };"""


def test_translatable_texts_become_numbers(generate):
    out = generate(LAMP)
    assert table(out["strings.rc"]) == {1: "name", 2: "Off", 3: "On", 4: "lamp"}
    assert 'Lamp_Name_Description_qual_value = MI_T("1");' in out["schema.c"]
    assert 'Lamp_State_Values_qual_data_value[] =\n{\n    MI_T("2"),\n    MI_T("3"),\n};' in out["schema.c"]
    assert 'Lamp_Description_qual_value = MI_T("4");' in out["schema.c"]
    assert "MI_MODULE_FLAG_LOCALIZED" in out["module.c"]


def test_no_localisation_when_asked(generate):
    out = generate(LAMP, "-SkipLocalize")
    assert "strings.rc" not in out.names and "LOCALIZED" not in out["module.c"]
    assert 'Lamp_Name_Description_qual_value = MI_T("name");' in out["schema.c"]


def test_known_texts_keep_their_numbers(generate, tmp_path):
    (tmp_path / "old.rc").write_text('STRINGTABLE\n{\n    7, "On"\n    73, "gone"\n}\n')
    out = generate(LAMP, "-OldRcPath", "old.rc")
    assert table(out["strings.rc"]) == {7: "On", 74: "name", 75: "Off", 76: "lamp"}
    assert list(table(out["strings.rc"])) == [7, 74, 75, 76]


def test_a_table_read_back_gives_the_same(generate, tmp_path):
    first = generate(LAMP.replace('"name"', '"a \\"b\\", it\'s\\n\\\\ caf\\x00e9"'))
    with open(tmp_path / "out" / "strings.rc", encoding="utf-8") as file:
        text = file.read()
    assert 'a ""b"", it\\\'s\\n\\\\ caf\u00e9' in text
    (tmp_path / "old.rc").write_text(text, encoding="utf-8")
    second = generate(LAMP.replace('"name"', '"a \\"b\\", it\'s\\n\\\\ caf\\x00e9"'), "-OldRcPath", "old.rc", folder="again")
    assert (tmp_path / "again" / "strings.rc").read_bytes() == (tmp_path / "out" / "strings.rc").read_bytes()
    assert second["schema.c"] == first["schema.c"]


# module.c and Windows' files


def test_module(generate):
    module = generate(FAN, "-NoSAL")["module.c"]
    assert "MI_EXTERN_C MI_EXPORT MI_Module* MI_MAIN_CALL MI_Main(MI_Server* server)" in module
    assert "    MI_EXTERN_C MI_Server* __mi_server;\n" in module
    for flag in ("DESCRIPTIONS", "VALUES", "BOOLEANS", "LOCALIZED"):
        assert "module.flags |= MI_MODULE_FLAG_%s;" % flag in module
    assert "module.generatorVersion = MI_MAKE_VERSION(1,0,0);" in module


def test_windows_files(generate):
    out = generate(FAN)
    names = ["DllMain", "GetProviderClassID", "DllGetClassObject", "DllCanUnloadNow", "DllRegisterServer", "DllUnregisterServer"]
    definitions = out["Provider.DEF"]
    assert "LIBRARY %ProviderName%.DLL\n" in definitions and re.findall(r"(\w+) PRIVATE", definitions) == names
    adapter = out["WMIAdapter.c"]
    assert all(re.search(r"\b%s\(" % n, adapter) for n in names)
    text = re.search(r"/\* \{([0-9A-F-]{36})\} \*/", adapter)[1]
    again = generate(FAN)["WMIAdapter.c"]
    assert text not in again


# Whole programs


@pytest.mark.plain
def test_generated_code_of_every_kind_compiles(generate, tmp_path):
    generate(QUALIFIERS + """
        [Abstract] class Base { [Key] string Id; uint32 Act([In] uint8 X); };
        class Thing : Base { uint8 B[]; Base REF Owner; [EmbeddedInstance("Part")] string Parts[]; [EmbeddedObject] string Any[]; };
        class Part { char16 C; real32 R; datetime D[]; };
        [Association] class Link { [Key] Thing REF One; [Key] Thing REF Two; };
        [Indication] class Happening { string What; };""")
    compile_all(tmp_path / "out", ["-Wshadow"])


def test_classes_that_refer_to_each_other(generate, tmp_path):
    generate(QUALIFIERS + """
        class A { [Key] uint8 K; B REF Mine; uint8 M([In] B REF X); };
        class B { [Key] uint8 K; A REF Mine; B REF Next; [EmbeddedInstance("A")] string Many[]; };""")
    compile_all(tmp_path / "out")


@pytest.mark.skipif(not os.path.isdir(CIM), reason="CIM 2.26 is not on this machine")
@pytest.mark.plain
def test_the_whole_cim_schema(tmp_path):
    (tmp_path / "p.mof").write_text("""#pragma include ("cim_schema_2.26.0.mof")
        class MSFT_WindowsProcess : CIM_Process { string CommandLine; uint32 SetPriority([In] uint32 Priority);
            [Static] uint32 Create([In] string CommandLine, [Out] CIM_Process REF Process); };""")
    run([PROGRAM, "-MofFile", "p.mof", "-ClassList", "MSFT_WindowsProcess", "-IncludePath", CIM, "-ExtraClass", "Cim_Error", "-OutPath", "o",
         "-SkipLocalize"], cwd=tmp_path, check=0)
    compile_all(tmp_path / "o")
