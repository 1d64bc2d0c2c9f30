"""The interactive shell, the completion, and the manuals beside --help."""
import os
import pty
import re
import select
import signal
import subprocess
import time

import pytest

import harness

P = harness.PREFIX
BASE, SESSION = f"{P}XenStoreBase", f"{P}XenStoreSession"
MANUALS = os.path.join(harness.ROOT, "docs", "man")


# a Tab gives up soon, which a loaded machine is not to make a failure of
PATIENT = ("--timeout", str(harness.SECONDS))


def complete(server, *words):
    return server.xenmi(*PATIENT, "complete", "--", *words, check=0).out.split()


# completion

@pytest.mark.parametrize("words, wanted", [
    (["enum"], ["enumerate"]),
    (["xs", "re"], ["read", "restore"]),
    (["sessions", ""], ["list", "end"]),
    (["--js"], ["--json"]),
    (["xs", "tree", "--de"], ["--depth"]),
    (["query", "--dialect", ""], ["WQL", "CQL"]),
    (["--namespace", "root/w"], ["root/wmi"]),
    (["--namespace", "root/wmi", "class", BASE[:-1].lower()], [BASE]),
    (["--namespace=root/wmi", "get", SESSION, ""], ["InstanceName="]),
    (["--namespace", "root/wmi", "invoke", SESSION, "getv"], ["GetValue", "GetValueRaw"]),
    (["--namespace", "root/wmi", "invoke", SESSION, "SetValue", "--in", ""], ["Pathname=", "value="]),
    (["--namespace", "root/nope", "class", ""], []),
    (["nonsense", ""], []),
    (["xs", "read", "/local/dom"], ["/local/domain"]),
])
def test_completion(server, words, wanted):
    server.xenmi("xs", "mkdir", "data/complete", check=0)
    assert complete(server, *words) == wanted


def test_completion_says_nothing_without_a_server(server, tmp_path):
    environment = dict(server.env(), XENMI_SOCKET=str(tmp_path / "nothing"))
    result = harness.run([os.path.join(server.bin, "xenmi"), "complete", "--", "class", ""], env=environment, check=0)
    assert result.out == "" and result.err == ""


def test_bash_completion(server):
    script = os.path.join(harness.ROOT, "src", "cli", "completion", "xenmi.bash")
    program = os.path.join(server.bin, "xenmi")
    text = f"""source {script}
    COMP_WORDS=({program} --namespace root/wmi class {BASE[:-2]}); COMP_CWORD=4
    compopt() {{ :; }}
    _xenmi
    printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    assert harness.run(["bash", "--norc", "-c", text], env=server.env(), check=0).out == f"{BASE}\n"


# the shell

def test_a_script_of_commands(server):
    script = f"""
# a comment
use root/wmi
--json classes *StoreBase
classes "{BASE}"
xs write data/shell 'two words' data/shell2 back\\\\\\\\slash
xs read data/shell data/shell2
nonsense
query "open
exit
xs read never
"""
    result = server.xenmi("shell", input=script, check=1)
    assert result.out.splitlines() == ["root/wmi", f'[{{"name": "{BASE}", "superclass": null}}]', BASE, "two words", "back\\\\slash"]
    assert "no command 'nonsense'" in result.err and "a quote is open" in result.err and "never" not in result.err
    assert server.xenmi("shell", input="use root/wmi\nxs read data/shell\n", check=0).out == "root/wmi\ntwo words\n"
    failed = server.xenmi("shell", input="xs read data/never\nxs read data/shell\n", check=1)
    assert failed.out == "two words\n" and "NOT_FOUND" in failed.err


def test_signals_come_again_after_a_watch(server):
    process = subprocess.Popen([os.path.join(server.bin, "xenmi"), "shell"], env=server.env(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def blocked():
        with open(f"/proc/{process.pid}/status") as status:
            return int(re.search(r"SigBlk:\s*(\w+)", status.read())[1], 16) & 1 << (signal.SIGINT - 1)

    process.stdin.write("xs watch -n 1 data/shell\n")
    process.stdin.flush()
    assert process.stdout.readline() == "data/shell\n"
    harness.wait_until(lambda: not blocked(), what="the end of the command")
    process.send_signal(signal.SIGINT)
    assert process.wait(harness.SECONDS) == -signal.SIGINT
    process.stdin.close()
    process.stdout.close()


class Terminal:
    """A program on a terminal of its own"""

    def __init__(self, words, env):
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(words, stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True)
        os.close(slave)
        self.seen = ""

    def expect(self, text):
        deadline = time.monotonic() + harness.SECONDS
        while text not in self.seen:
            assert time.monotonic() < deadline, f"no {text!r} in {self.seen!r}"
            if select.select([self.master], [], [], 0.2)[0]:
                try:
                    self.seen += os.read(self.master, 4096).decode(errors="replace")
                except OSError:
                    break
        assert text in self.seen
        self.seen = self.seen[self.seen.index(text) + len(text):]

    def type(self, text):
        os.write(self.master, text.encode())

    def close(self):
        status = self.process.wait(harness.SECONDS)
        os.close(self.master)
        return status


def test_on_a_terminal_with_completion_and_history(server, tmp_path):
    environment = dict(server.env(), HOME=str(tmp_path), TERM="xterm")
    environment.pop("XDG_STATE_HOME", None)
    words = [os.path.join(server.bin, "xenmi"), *PATIENT, "--namespace", "root/wmi", "shell"]
    # Each key is typed at a prompt: what is typed before the terminal is in raw mode means something else.
    prompt = "xenmi root/wmi> "
    terminal = Terminal(words, environment)
    terminal.expect(prompt)
    terminal.type(f"class --brief {BASE[:-2]}\t\n")
    terminal.expect(f"class {BASE}\r\n")
    terminal.expect(prompt)
    terminal.type("tes\t\n")
    terminal.expect("xenmi answers")
    terminal.expect(prompt)
    terminal.type("exit\n")
    assert terminal.close() == 0
    history = tmp_path / ".xenmi_history"
    assert "test" in history.read_text() and history.stat().st_mode & 0o077 == 0

    terminal = Terminal(words, environment)
    terminal.expect(prompt)
    terminal.type("\x10\x10\n")
    terminal.expect("xenmi answers")
    terminal.expect(prompt)

    # An end of file that comes before the terminal is raw again is lost, or becomes a character of the line: it is typed, on an emptied
    # line, until it was seen.
    def ended():
        if terminal.process.poll() is None:
            terminal.type("\x15\x04")
            time.sleep(0.2)
        return terminal.process.poll() is not None

    harness.wait_until(ended, what="the end of the shell")
    assert terminal.close() == 0


# manuals

def commands_of(server, *path):
    text = server.xenmi(*path, "--help", check=0).out
    if "\nCommands:\n" not in text:
        return []
    return re.findall(r"^  ([a-z]+) ", text.split("\nCommands:\n")[1].split("\nOptions:")[0].split("\nGlobal")[0], re.M)


def options_of(text):
    return set(re.findall(r"^  (?:-(\w), |    )--([a-z-]+)", text, re.M))


def manual(name):
    with open(os.path.join(MANUALS, name), encoding="utf-8") as file:
        return file.read()


def test_the_manual_of_xenmi_and_its_help_agree(server):
    text = manual("xenmi.1")
    in_manual = set(re.findall(r"(?:Fl|,) -([a-z][a-z-]*)", text))
    letters = set(re.findall(r"Fl (\w)\b", text))
    in_help, help_letters = set(), set()

    def visit(path):
        shown = server.xenmi(*path, "--help", check=0).out
        for letter, name in options_of(shown):
            in_help.add(name)
            if letter:
                help_letters.add(letter)
        for command in commands_of(server, *path):
            words = " ".join([*path, command])
            assert re.search(rf"^\.It Cm {words.replace(' list', ' Op Cm list')}\b", text, re.M) or command in ("xs", "mof", "sessions"), words
            visit([*path, command])

    visit([])
    assert in_manual == in_help
    assert letters == help_letters


@pytest.mark.parametrize("program, name", [("register-cimprovider", "register-cimprovider.1"), ("convert-moftoprovider", "convert-moftoprovider.1")])
def test_the_manuals_of_the_tools_and_their_help_agree(server, program, name):
    result = harness.run([os.path.join(server.bin, program), "-help"], env=server.env())
    in_help = set(re.findall(r"^ *-([A-Z]\w+|help)\b", result.out + result.err, re.M)) | {"help"}
    in_manual = set(re.findall(r"^\.(?:It|Op)? ?Fl ([A-Za-z]\w+)", manual(name), re.M))
    assert in_help <= in_manual | {"Impersonation", "Localize", "NoAutorecover"}
    assert in_manual - in_help <= {"Impersonation", "Localize", "NoAutorecover"}


def test_the_manual_of_the_launcher_and_its_help_agree(server):
    result = harness.run([os.path.join(server.bin, "xenmi-launcher"), "--help"], env=server.env())
    in_help = set(re.findall(r"--([a-z-]+)", result.out + result.err))
    assert in_help == set(re.findall(r"Fl -([a-z][a-z-]*)", manual("xenmi-launcher.8")))


def test_every_program_has_a_manual(server):
    programs = [name for name in os.listdir(server.bin) if not name.endswith(".exe")]
    programs += [name for name in os.listdir(os.path.join(server.build, "libexec", "xenmi")) if name != "xenmi-shell"]
    manuals = {name.rsplit(".", 1)[0] for name in os.listdir(MANUALS)}
    assert set(name.lower() for name in programs if not name.startswith("Convert")) - {"register-cimprovider.exe"} <= manuals


def test_the_manual_of_the_configuration_names_every_key():
    with open(os.path.join(harness.ROOT, "src", "launcher", "config.c"), encoding="utf-8") as file:
        source = file.read()
    keys = set(re.findall(r'ascii_equal\(key, "([a-z-]+)"\)', source)) | set(re.findall(r'^\s*\{ "([a-z-]+)", &limits', source, re.M))
    assert len(keys) > 10
    text = manual("xenmi.conf.5")
    assert {key for key in keys if not re.search(rf"\b{key}\b", text)} == set()
