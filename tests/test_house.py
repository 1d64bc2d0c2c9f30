"""The house itself: floors, style, and what must never be in the tree."""
import os
import re
import shutil
import subprocess

import pytest

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# Which floors a floor may include, besides itself (docs/architecture.md says the same in words).
FLOORS = {
    "util": set(),
    "model": {"util"},
    "mof": {"model", "util"},
    "query": {"model", "util"},
    "wire": {"model", "util"},
    "soap": {"model", "util"},
    "registry": {"wire", "mof", "model", "util"},
    "auth": {"util"},
    "dispatch": {"query", "wire", "registry", "mof", "model", "util"},
    "client": {"dispatch", "soap", "query", "wire", "registry", "mof", "model", "util"},
    "launcher": {"auth", "registry", "wire", "mof", "model", "util"},
    "broker": {"auth", "registry", "wire", "mof", "model", "util"},
    "hostd": {"client", "dispatch", "auth", "registry", "query", "wire", "mof", "model", "util"},
    "cli": {"client", "registry", "wire", "mof", "model", "util"},
    "convert": {"mof", "model", "util"},
}
PUBLIC = {"MI.h", "mi.h", "xenmi-provider.h"}


def tracked(*patterns):
    listed = subprocess.run(["git", "ls-files", "-z", "--", *patterns], cwd=ROOT, capture_output=True, check=True).stdout
    return [name for name in listed.decode().split("\0") if name and os.path.exists(os.path.join(ROOT, name))]


def read(name):
    with open(os.path.join(ROOT, name), encoding="utf-8", errors="surrogateescape") as file:
        return file.read()


def quoted_includes(name):
    return re.findall(r'^\s*#\s*include\s*"([^"]+)"', read(name), re.M)


@pytest.mark.parametrize("floor", sorted(FLOORS))
def test_a_floor_includes_only_what_is_below_it(floor):
    wrong = []
    for name in tracked(f"src/{floor}/*.c", f"src/{floor}/*.h", f"src/{floor}/**/*.c", f"src/{floor}/**/*.h"):
        for include in quoted_includes(name):
            top = include.split("/")[0]
            if "/" not in include:
                if include not in PUBLIC and not os.path.exists(os.path.join(ROOT, os.path.dirname(name), include)):
                    wrong.append(f"{name}: {include}")
            elif top != floor and top not in FLOORS[floor]:
                wrong.append(f"{name}: {include}")
    assert wrong == []


def test_every_folder_of_src_is_a_known_floor():
    assert {name.split("/")[1] for name in tracked("src/*") if name.count("/") > 1} <= set(FLOORS)


def test_providers_include_only_the_public_headers_and_their_own():
    wrong = []
    for name in tracked("providers/*.c", "providers/*.h", "providers/**/*.c", "providers/**/*.h"):
        for include in quoted_includes(name):
            if include in PUBLIC or os.path.exists(os.path.join(ROOT, os.path.dirname(name), include)):
                continue
            # headers of generated code lie in the build folder and are named after a class
            if "/" in include or include.split(".")[0] in FLOORS:
                wrong.append(f"{name}: {include}")
    assert wrong == []


def test_no_path_of_one_machine_and_no_loose_end():
    wrong = []
    # in two parts, so that this file does not find itself
    forbidden = [re.compile(r"\b(?:TO" "DO|FIX" "ME|XX" r"X)\b"), re.compile("/wo" "rk/|/fa" "rm/")]
    for name in tracked("*.c", "*.h", "*.py", "*.md", "*.build", "run", "test", "*.sh"):
        # the generator writes the Windows tool's stubs, whose comments say so
        exempt = name.startswith(("src/convert/", "tests/convert/")) or name == "tests/test_convert.py"
        for number, line in enumerate(read(name).splitlines(), 1):
            if any(pattern.search(line) for pattern in forbidden[1:] if True) or (
                    not exempt and forbidden[0].search(line)):
                wrong.append(f"{name}:{number}: {line.strip()}")
    assert wrong == []


def test_files_fit_a_sitting():
    limits = {"include/MI.h": 5000}
    wrong = []
    for name in tracked("src/*.c", "src/*.h", "src/**/*.c", "src/**/*.h", "providers/**/*.c", "providers/**/*.h"):
        lines = read(name).count("\n")
        if lines > limits.get(name, 900):
            wrong.append(f"{name}: {lines} lines")
    assert wrong == []


def test_clang_format_has_nothing_to_say():
    program = shutil.which("clang-format-14") or shutil.which("clang-format")
    if not program or " 14." not in subprocess.run([program, "--version"], capture_output=True, text=True).stdout:
        pytest.skip("clang-format 14 (Debian 12's) is the one whose layout the tree has")
    files = [name for name in tracked("src/*.[ch]", "src/**/*.[ch]", "providers/**/*.[ch]", "fuzz/*.c", "bench/*.c")]
    result = subprocess.run([program, "--dry-run", "--Werror", *files], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr[-3000:]


def test_every_dependency_of_the_build_is_explained():
    text = read("docs/dependencies.md")
    names = set(re.findall(r"(?:dependency|find_library)\('([^']+)'", "".join(read(name) for name in tracked("meson.build", "**/meson.build"))))
    assert {name for name in names if name not in ("threads", "dl", "rt", "m") and name not in text} == set()
