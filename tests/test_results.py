"""Every result code arrives as the provider posted it: result, message, original error and CIM_Error instance."""
import os
import subprocess

import pytest

from harness import BUILD, SECONDS, Xenmi

MODULE = os.path.join(BUILD, "obj", "tests", "providers", "bad", "libBad-leak.so")
CLIENT = os.path.join(BUILD, "obj", "tests", "providers", "bad", "errors")

RESULTS = [code for code in range(1, 29) if code not in (18, 19)]  # 18 and 19 do not exist
OTHERS = [  # type, code, the result that fits it
    ("ERRNO", 2, 6), ("ERRNO", 13, 2), ("ERRNO", 17, 11), ("ERRNO", 22, 4), ("ERRNO", 5, 1),
    ("WIN32", 2, 6), ("WIN32", 5, 2), ("WIN32", 87, 4),
    ("HRESULT", 0x80070005, 2), ("HRESULT", 0x80070057, 4), ("HRESULT", 0x80004005, 1),
]


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    """ask(type, code, message) -> what arrives, as errors.c prints it"""
    server = Xenmi(tmp_path_factory.mktemp("results"), providers=())
    server.prepare()
    server.register(MODULE, "root/bad", "Bad", "-HostingModel", "system:" + server.user())
    server.launch()
    client = subprocess.Popen([CLIENT, "root/bad"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=server.env())

    def run(kind, code, message):
        client.stdin.write(f"{kind} {code} {message}\n")
        client.stdin.flush()
        result, text, status, original_type, original_code, error_text = client.stdout.readline().rstrip("\n").split("|")
        return int(result), text, int(status), original_type, int(original_code), error_text

    yield run
    client.stdin.close()
    assert client.wait(SECONDS) == 0
    client.stdout.close()
    server.stop()


@pytest.mark.parametrize("code", RESULTS)
def test_every_result(ask, code):
    message = f"what happened: {code} \u00e4\u20ac"
    expected = (code, message, code, "MI", code, message)
    assert ask("-MI", code, message) == expected
    if code != 7:  # see below
        assert ask("MI", code, message) == expected


@pytest.mark.parametrize("kind, code, result", OTHERS)
def test_original_errors(ask, kind, code, result):
    message = f"{kind} said {code}"
    assert ask(kind, code, message) == (result, message, result, kind, code, message)


def test_not_supported_means_enumerate(ask):
    """A get that is not supported is answered from an enumeration, which knows no such instance."""
    result, text, status, _, _, _ = ask("MI", 7, "not this way")
    assert (result, status) == (6, 6)
    assert "Bad_Thing" in text


def test_success_is_no_error(ask):
    """A provider that posts an error with the code of success has still failed."""
    assert ask("MI", 0, "odd")[0] == 1
    assert ask("ERRNO", 0, "odd")[0] == 1


def test_unknown_codes_and_types(ask):
    assert ask("MI", 1002, "beyond the table")[:2] == (1, "beyond the table")
    result, text, _, kind, code, _ = ask("VENDOR", 17, "a type of our own")
    assert (result, text, kind, code) == (1, "a type of our own", "VENDOR", 17)
