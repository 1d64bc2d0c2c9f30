"""Executes docs/writing-a-provider.md: its files are written, its commands run, its output compared, in the order of the page."""
import os
import re
import shutil
import subprocess

import pytest

from harness import BUILD, ROOT, SECONDS, Xenmi

PAGE = os.path.join(ROOT, "docs", "writing-a-provider.md")
FILES = ("mof", "c", "cpp", "meson", "bash", "text")


def blocks():
    """(words behind the fence, content, name of the file that the text before it announces) of every block."""
    with open(PAGE, encoding="utf-8") as file:
        text = file.read()
    found, last = [], 0
    for match in re.finditer(r"^```(\S[^\n]*)\n(.*?)^```$", text, re.M | re.S):
        named = re.findall(r"File `([^`]+)`", text[last:match.start()])
        found.append((match[1].split(), match[2], named[-1] if named else None))
        last = match.end()
    return found


def test_the_page_has_only_blocks_that_are_checked():
    kinds = [words[0] for words, _, _ in blocks()]
    assert set(kinds) <= {*FILES, "sh", "output"}
    assert all(name for words, _, name in blocks() if words[0] in FILES)
    assert len([k for k in kinds if k == "sh"]) > 10


def make_shims(folder, server):
    """The page's register-cimprovider means the machine's server; the test has one of its own."""
    os.makedirs(folder)
    path = os.path.join(folder, "register-cimprovider")
    with open(path, "w") as file:
        file.write(f'#!/bin/sh\nexec "{BUILD}/bin/register-cimprovider" --state-dir "{server.state_dir}" --socket "{server.socket}" "$@"\n')
    os.chmod(path, 0o755)


@pytest.mark.plain
def test_the_page(tmp_path):
    for program in ("cc", "c++", "pkg-config", "meson", "ninja", "gdb", "valgrind", "dpkg-deb"):
        if not shutil.which(program):
            pytest.skip(f"{program} is not installed")
    folder = tmp_path / "fan"
    folder.mkdir()
    with Xenmi(tmp_path / "server", providers=()) as server:
        make_shims(tmp_path / "shims", server)
        environment = server.env(PKG_CONFIG_PATH=os.path.join(BUILD, "lib", "pkgconfig"))
        environment["PATH"] = ":".join([str(tmp_path / "shims"), os.path.join(BUILD, "bin"), environment["PATH"]])
        prelude, output = "", ""
        for words, content, name in blocks():
            if words[0] in FILES:
                (folder / name).write_text(content, encoding="utf-8")
            elif words[0] == "sh":
                # variables that one block sets are there for the next, as in a shell at which somebody types
                prelude += "".join(line + "\n" for line in content.splitlines() if re.match(r"\w+=\S+$|\w+=\$\(.*\)$", line))
                ran = subprocess.run(["bash", "-ec", prelude + content], cwd=folder, env=environment, stdin=subprocess.DEVNULL, text=True,
                                     stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=SECONDS * 3)
                output = ran.stdout
                assert (ran.returncode != 0) == ("fails" in words), f"{content}\n{ran.returncode}\n{output}"
            else:
                for line in content.splitlines():
                    assert line.strip() in output, f"'{line.strip()}' is not in\n{output}"
    assert os.path.exists(folder / "acme-fan-provider.deb")
