"""Binary compatibility: a provider and a client that were built from the layout of the interface alone, without our MI.h."""
import os
import shutil

import pytest

from harness import BUILD, ROOT, Xenmi, run, wait_until

SOURCE = os.path.join(ROOT, "tests", "abi-provider")
STRICT = ["-std=c11", "-Wall", "-Wextra", "-Werror", "-Wno-cast-function-type", "-O1"]


def compile_provider(folder, compiler="gcc", name="libAbi.so", **defines):
    path = os.path.join(folder, name)
    run([compiler, *STRICT, "-fPIC", "-shared", "-fvisibility=hidden", *[f"-D{k}={v}" for k, v in defines.items()], "-o", path,
         os.path.join(SOURCE, "provider.c")], check=0)
    return path


def test_nothing_of_ours_is_included():
    for name in os.listdir(SOURCE):
        with open(os.path.join(SOURCE, name)) as file:
            text = file.read()
        assert "include <MI" not in text and "include <mi" not in text and 'include "MI' not in text


@pytest.mark.parametrize("compiler", [c for c in ("gcc", "clang") if shutil.which(c)])
@pytest.mark.parametrize("version", ["0x00010000", "0x00010100"])
def test_modules_of_the_same_and_of_older_versions_serve(tmp_path, compiler, version):
    provider = compile_provider(tmp_path, compiler, VERSION=version)
    with Xenmi(tmp_path / "server", providers=()) as server:
        server.register(provider, "root/abi", "Abi", "-HostingModel", "system:" + server.user())
        served = server.xenmi("--namespace", "root/abi", "--json", "enumerate", "Abi_Thing", check=0).json
        assert [(i["Id"], i["Name"], i["Numbers"]) for i in served] == [(1, "first", [1, 2, 65535]), (2, "second", [1, 2, 65535])]
        if any(name in BUILD for name in ("asan", "tsan")):
            return  # a program without a sanitizer cannot load a library with one
        client = os.path.join(tmp_path, "client")
        run([compiler, *STRICT, "-o", client, os.path.join(SOURCE, "client.c"), "-ldl"], check=0)
        answer = run([client, os.path.join(BUILD, "lib", "libmi.so"), "root/abi"], env=server.env(), check=0)
        thing = "Numbers=1,2,65535 When=1:2024-2-29,23:59:58.7+60"
        lines = answer.out.splitlines()
        assert lines[:4] == [f"Abi_Thing Id=1 Name=first {thing}", f"Abi_Thing Id=2 Name=second {thing}", "result 0",
                             f"Abi_Thing Id=2 Name=second {thing}"]
        assert "Y=42" in lines[5] and lines[6] == "result 0"
        assert f"Abi_Thing Id=2 Name=renamed {thing}" in lines[7:]
        assert lines[-1].startswith("result 6")


def test_its_indications_arrive(tmp_path):
    provider = compile_provider(tmp_path)
    with Xenmi(tmp_path / "server", providers=()) as server:
        server.register(provider, "root/abi", "Abi", "-HostingModel", "system:" + server.user())
        subscriber = server.spawn("--namespace", "root/abi", "--json", "subscribe", "--count", "1", "select * from Abi_Event")
        try:
            def fire():
                server.xenmi("--namespace", "root/abi", "invoke", "Abi_Thing", "Twice", check=0)
                return subscriber.poll() is not None

            wait_until(fire, what="the indication")
            assert '"twice"' in subscriber.stdout.read()
        finally:
            subscriber.kill()
            subscriber.communicate()


@pytest.mark.parametrize("defines, reason", [({"VERSION": "0x00010200"}, "version"), ({"VERSION": "0x00020000"}, "version"),
                                             ({"CHAR_SIZE": "2"}, "char")])
def test_modules_of_another_kind_are_refused(tmp_path, defines, reason):
    provider = compile_provider(tmp_path, **defines)
    server = Xenmi(tmp_path / "server", providers=())
    server.prepare()
    refused = server.register(provider, "root/abi", "Abi", check=1)
    assert reason in refused.err.lower(), refused
