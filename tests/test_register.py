"""register-cimprovider: modules good and bad, options, records, and a broker that serves what is new at once."""
import os
import re
import stat
import subprocess
import time

import pytest

import harness
from broker_helper import Service

INCLUDE = os.path.join(harness.ROOT, "include")

SOURCE = """
#include <MI.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NAME(x) MI_T(PREFIX x)
static const char yes = 1;
static const MI_Qualifier key = { MI_T("Key"), MI_BOOLEAN, 0, &yes };
static const MI_Qualifier *const keys[] = { &key };
static const MI_PropertyDecl id = { .flags = MI_FLAG_PROPERTY | MI_FLAG_KEY, .code = 0x00696402, .name = MI_T("Id"), .qualifiers = keys,
        .numQualifiers = 1, .type = MI_STRING, .offset = 64, .origin = NAME("Base"), .propagator = NAME("Base") };
static const MI_PropertyDecl size = { .flags = MI_FLAG_PROPERTY, .code = 0x00736504, .name = MI_T("Size"), .type = MI_UINT32, .offset = 80,
        .origin = NAME("Thing"), .propagator = NAME("Thing") };
static const MI_PropertyDecl *const base_properties[] = { &id };
static const MI_PropertyDecl *const thing_properties[] = { &id, &size };
static const MI_ProviderFT functions;
static const MI_SchemaDecl schema;
static const MI_ClassDecl base = { .flags = MI_FLAG_CLASS | MI_FLAG_ABSTRACT, .name = NAME("Base"), .properties = base_properties,
        .numProperties = 1, .size = 80, .schema = &schema };
static const MI_ClassDecl thing = { .flags = MI_FLAG_CLASS, .name = NAME("Thing"), .properties = thing_properties, .numProperties = 2,
        .size = 88, .superClass = NAME("Base"), .superClassDecl = (MI_ClassDecl *)&base, .schema = &schema, .providerFT = &functions };
static const MI_ClassDecl other = { .flags = MI_FLAG_CLASS, .name = NAME("Other"), .properties = base_properties, .numProperties = 1,
        .size = 80, .superClass = NAME("Base"), .superClassDecl = (MI_ClassDecl *)&base, .schema = &schema, .providerFT = &functions };
static const MI_ClassDecl *const classes[] = { &base, &other, &thing };
static const MI_SchemaDecl schema = { .classDecls = classes, .numClassDecls = 3 };

MI_EXPORT MI_Module *MI_MAIN_CALL ENTRY(MI_Server *server)
{
        static MI_Module module = { .version = MI_VERSION, .charSize = sizeof(MI_Char) };
        module.schemaDecl = (MI_SchemaDecl *)&schema;
        (void)server;
        BODY
        return &module;
}
CONSTRUCTOR
"""


def build(directory, name="Good", body="", prefix="T_", entry="MI_Main", constructor=""):
    source, library = directory / f"{name}.c", directory / f"lib{name}.so"
    source.write_text(SOURCE.replace("BODY", body).replace("CONSTRUCTOR", constructor).replace("ENTRY", entry))
    subprocess.run(["gcc", "-shared", "-fPIC", "-I" + INCLUDE, f'-DPREFIX="{prefix}"', "-o", library, source], check=True)
    return library


@pytest.fixture(scope="module")
def modules(tmp_path_factory):
    return tmp_path_factory.mktemp("modules")


@pytest.fixture(scope="module")
def good(modules):
    return build(modules)


class Register:
    """Runs register-cimprovider on a store of its own."""

    def __init__(self, state_dir, socket="/nonexistent/socket"):
        self.state_dir, self.socket = str(state_dir), str(socket)

    def __call__(self, *arguments, check=0, cwd=None):
        return harness.run([os.path.join(harness.BIN, "register-cimprovider"), *arguments, "-StateDir", self.state_dir, "-Socket", self.socket],
                           check=check, cwd=cwd)

    def record(self, name):
        with open(os.path.join(self.state_dir, "registrations", name)) as file:
            return file.read()

    def files(self):
        return sorted(os.listdir(os.path.join(self.state_dir, "registrations")))


@pytest.fixture
def register(tmp_path):
    return Register(tmp_path / "state")


def test_register_and_unregister(register, good):
    result = register("-Namespace", "Root\\Test", "-ProviderName", "Good", "-Path", good, "-Verbose")
    assert "has 2 classes with a provider" in result.out and "no broker is running" in result.out
    record = register.record("Good.reg")
    for line in ("name = Good", f"library = {good}", "namespace = root/test", "hosting = requestor", "own-host = no", "filter = no",
                 "class = T_Thing", "class = T_Other"):
        assert line + "\n" in record
    mof = register.record("Good.mof")
    assert re.search(r"class T_Thing\s*:\s*T_Base", mof) and re.search(r"uint32 Size;", mof, re.I)
    assert stat.S_IMODE(os.stat(os.path.join(register.state_dir, "repository")).st_mode) == 0o644
    assert "registered provider" not in register("-unregister", "-providername", "Good").out  # quiet by itself
    assert register.files() == [".lock"]
    assert "no provider Good is registered" in register("-Unregister", "-ProviderName", "Good", check=1).err
    assert "no provider ../x is registered" in register("-Unregister", "-ProviderName", "../x", check=1).err


def test_spellings_of_options(register, good):
    register("-NAMESPACE", "root/a", "root/b", "--provider-name", "Good", "-path", os.path.basename(good), "-CLASSLIST", "t_thing",
             "-HostingModel", "LocalSystemHost", "-supportwql", "-ownhost", "-Option", "a=1", "b=x=y", "-Impersonation", "True", "-Localize",
             "en-us", "-NoAutorecover", cwd=os.path.dirname(good))
    record = register.record("Good.reg")
    for line in ("namespace = root/a", "namespace = root/b", f"library = {good}", "class = t_thing", "hosting = system:root",
                 "filter = yes", "own-host = yes", "option = a=1", "option = b=x=y"):
        assert line + "\n" in record
    assert "T_Other" not in record


def test_link_of_the_windows_name():
    program = os.path.join(harness.BIN, "Register-CimProvider.exe")
    if not os.path.exists(program):
        pytest.skip("not installed")
    assert harness.run([program, "-help"], check=0).out.startswith("Registers CIM Provider into system\n")


def test_help(register):
    help_text = register("-help").out
    assert help_text.startswith("Registers CIM Provider into system\n")
    for option in ("Namespace", "ProviderName", "Path", "ClassList", "HostingModel", "SupportWQL", "GenerateUnregistration", "ForceUpdate",
                   "Verbose", "Unregister", "Impersonation", "Localize", "NoAutorecover"):
        assert "-" + option in help_text
    assert register("/?").out == help_text


@pytest.mark.parametrize("arguments,why", [
    ([], "-ProviderName is missing"),
    (["-ProviderName", "x"], "-Namespace is missing"),
    (["-ProviderName", "x", "-Namespace", "root/x"], "-Path is missing"),
    (["-ProviderName"], "-providername needs a value"),
    (["-Colour", "red"], "unknown option -Colour"),
    (["word"], "unexpected argument word"),
    (["-ProviderName", "x", "-Namespace", "root/x", "-Path", "y", "-Decoupled", "D:"], "-Decoupled: decoupled providers are processes of Windows"),
])
def test_usage(register, arguments, why):
    result = register(*arguments, check=2)
    assert why in result.err and "-help" in result.err


@pytest.mark.parametrize("arguments,why", [
    (["-ProviderName", "a/b"], "-ProviderName a/b: only letters"),
    (["-Namespace", "a b"], "-Namespace a b: not a name"),
    (["-ClassList", "T_Base"], "T_Base: "),
    (["-ClassList", "1x"], "-ClassList 1x: not the name of a class"),
    (["-HostingModel", "NetworkServiceHost"], "-HostingModel NetworkServiceHost: none of"),
    (["-Option", "novalue"], "-Option novalue: not of the form"),
    (["-Path", "/nonexistent.so"], "/nonexistent.so: No such file or directory"),
])
def test_values_that_are_refused(register, good, arguments, why):
    whole = {"-ProviderName": "x", "-Namespace": "root/x", "-Path": str(good)}
    whole.update(dict([arguments]))
    assert why in register(*[word for pair in whole.items() for word in pair], check=1).err
    assert register.files() == [".lock"]


@pytest.mark.parametrize("name,settings,why", [
    ("Crash", {"body": "abort();"}, "it breaks when it is loaded and asked for its schema: signal 6"),
    ("Null", {"body": "*(volatile int *)0 = 1;"}, "signal 11"),
    ("Early", {"constructor": "__attribute__((constructor)) static void early(void) { abort(); }"}, "signal 6"),
    ("Exit", {"body": "exit(0);"}, "it ends the process when it is loaded"),
    ("Exits", {"body": "_exit(5);"}, "exit status 5"),
    ("Hang", {"body": "for (;;) pause();"}, "it hangs"),
    ("Fork", {"body": "if (fork() == 0) for (;;) pause(); for (;;) pause();"}, "it hangs"),
    ("Newer", {"body": "module.version = MI_MAKE_VERSION(9, 0, 1);"}, "it was compiled for version 9.0.1 of MI.h; this server has 1."),
    ("Wide", {"body": "module.charSize = 4;"}, "its characters have 4 bytes"),
    ("Nothing", {"body": "return NULL;"}, "its MI_Main returned nothing"),
    ("NoSchema", {"body": "module.schemaDecl = NULL;"}, "it declares no classes"),
    ("NoMain", {"entry": "Main"}, "it has no function MI_Main"),
    ("BadSchema", {"body": "static MI_SchemaDecl bad = { .classDecls = (void *)8, .numClassDecls = 1 }; module.schemaDecl = &bad;"}, "signal 11"),
    ("BadName", {"prefix": "a b"}, "cannot be understood"),
    ("Missing", {"constructor": "int no_such_function(void); int use(void); int use(void) { return no_such_function(); }"}, "it cannot be loaded"),
])
def test_modules_that_are_refused(register, modules, name, settings, why):
    library = build(modules, name, **settings)
    start = time.monotonic()
    result = register("-Namespace", "root/test", "-ProviderName", name, "-Path", library, check=1)
    if not (harness.SLOW and "signal" in why):  # a sanitizer says it in its own way
        assert why in result.err, result.err
    assert time.monotonic() - start < 60
    assert register.files() == [".lock"]


def test_not_a_library(register, tmp_path):
    for content in (b"", b"hello", b"\x7fELF" + b"\0" * 200):
        (tmp_path / "x.so").write_bytes(content)
        assert "it cannot be loaded" in register("-Namespace", "root/x", "-ProviderName", "x", "-Path", tmp_path / "x.so", check=1).err


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has rights to drop")
def test_module_is_loaded_without_rights(register, modules):
    library = build(modules, "Rights", body="if (getuid() == 0 || geteuid() == 0 || getgid() == 0 || setuid(0) == 0) abort();")
    register("-Namespace", "root/test", "-ProviderName", "Rights", "-Path", library)


def processes_of(library):
    """Pids of processes that a probe of `library` is or has left behind."""
    found = []
    for pid in os.listdir("/proc"):
        try:
            with open(f"/proc/{pid}/cmdline", "rb") as file:
                if os.fsencode(str(library)) in file.read().split(b"\0"):
                    found.append(int(pid))
        except OSError:
            continue
    return found


@pytest.mark.parametrize("name, body, status", [
    ("Daemon", "if (fork() == 0) { setsid(); if (fork() == 0) sleep(600); _exit(0); }", 0),
    ("Rabbits", "for (int i = 0; i < 3000; i++) if (fork() == 0) { setsid(); sleep(600); }", 0),
    ("Hangs", "if (fork() == 0) setsid(); for (;;) pause();", 1),
])
def test_what_a_module_starts_does_not_outlive_its_probe(register, modules, name, body, status):
    library = build(modules, name, body=body)
    register("-Namespace", "root/test", "-ProviderName", name, "-Path", library, check=status)
    assert processes_of(library) == []


def test_older_module_is_taken(register, modules):
    library = build(modules, "Older", body="module.version = MI_MAKE_VERSION(1, 0, 0);")
    register("-Namespace", "root/test", "-ProviderName", "Older", "-Path", library)


def test_filter_flag(register, modules):
    library = build(modules, "Filter", body="module.flags = MI_MODULE_FLAG_FILTER_SUPPORT;")
    register("-Namespace", "root/test", "-ProviderName", "Filter", "-Path", library)
    assert "filter = yes\n" in register.record("Filter.reg")


def test_conflicts(register, good, modules):
    register("-Namespace", "root/test", "-ProviderName", "Good", "-Path", good)
    assert "a provider Good is registered already: -ForceUpdate replaces it" in register(
        "-Namespace", "root/test", "-ProviderName", "Good", "-Path", good, check=1).err
    register("-Namespace", "root/other", "-ProviderName", "Good", "-Path", good, "-ForceUpdate")
    assert "namespace = root/test" not in register.record("Good.reg")
    register("-Namespace", "root/test", "-ProviderName", "Alike", "-Path", good)
    error = register("-Namespace", "root/test", "-ProviderName", "A", "-Path", build(modules, "Same"), "-ClassList", "T_Thing", check=1).err
    assert "class T_Thing of root/test is served by provider Alike already" in error
    assert register.files() == [".lock", "Alike.mof", "Alike.reg", "Good.mof", "Good.reg"]


def test_unregistration_file(register, good, tmp_path):
    register("-Namespace", "root/test", "-ProviderName", "Good", "-Path", good, "-GenerateUnregistration", cwd=tmp_path)
    text = (tmp_path / "Good_Uninstall.mof").read_text()
    assert '#pragma namespace("root/test")' in text and '#pragma deleteclass("T_Thing", NOFAIL)' in text


def test_omi_registrations(register, good):
    folder = os.path.join(register.state_dir, "registrations", "root-omi")
    os.makedirs(folder)
    with open(os.path.join(folder, "Good.reg"), "w") as file:
        file.write(f"# comment\nLIBRARY={good}\nHOSTING=@requestor@\nCLASS=T_Thing:T_Base\n")
    register("-Compile")
    assert "T_Thing" in register.record("root-omi/Good.mof")
    with Service() as service:
        os.symlink(folder, os.path.join(service.registrations, "root-omi"))
        service.compile()
        assert service.client().open("T_Thing", "root/omi").ask("who")["host"] == "requestor"


def test_a_damaged_record_harms_no_other(register, good):
    register("-Namespace", "root/test", "-ProviderName", "Good", "-Path", good)
    with open(os.path.join(register.state_dir, "registrations", "Bad.reg"), "w") as file:
        file.write("[provider]\nname = Bad\nnonsense\n")
    result = register("-Compile")
    assert "Bad.reg" in result.err and "not of the form key = value" in result.err
    with open(os.path.join(register.state_dir, "repository"), "rb") as file:
        assert b"T_Thing" in file.read()


def test_served_at_once(good):
    with Service() as service:
        client = service.client()
        assert client.refused("T_Other")[0] == 5
        service.forget("Thing")
        register = Register(service.state_dir, service.socket)
        assert "the broker serves it now" in register("-Namespace", "root/test", "-ProviderName", "Good", "-Path", good, "-HostingModel",
                                                      "system:" + harness.Xenmi.user(), "-Verbose").out
        assert client.open("T_Other").ask("who")
        register("-Unregister", "-ProviderName", "Good")
        assert client.refused("T_Other")[0] in (3, 5)


def test_several_at_once(register, good):
    """Ten at a time: each is there afterwards."""
    command = [os.path.join(harness.BIN, "register-cimprovider"), "-StateDir", register.state_dir, "-Socket", register.socket, "-Path", good]
    running = [subprocess.Popen([*command, "-Namespace", f"root/n{i}", "-ProviderName", f"P{i}"]) for i in range(10)]
    assert all(process.wait(harness.SECONDS) == 0 for process in running)
    with open(os.path.join(register.state_dir, "repository"), "rb") as file:
        content = file.read()
    assert all(f"root/n{i}".encode() in content for i in range(10))
