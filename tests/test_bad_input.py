"""What makes no sense, from the command line down to the octets of a channel: it is refused by name or hung up on, and others are served.

Mistakes in class, property, method and key names are in test_cli.py and test_operations.py, paths in test_xenstore_interface.py, the
broker's own messages in test_broker.py.
"""
import os
import random
import resource
import socket
import struct

import pytest

import harness
from broker_helper import Client

ALL = os.path.join(harness.BUILD, "obj", "tests", "providers", "all", "libTestAll.so")
NAMES = ["HELLO", "REQUEST", "CREDIT", "CANCEL", "ANSWER", "CLOSE", "SHAPE", "INSTANCE", "INDICATION", "CLASS", "MESSAGE", "PROGRESS",
         "PROMPT", "WRITE_ERROR", "STREAM", "RESULT", "GOAWAY", "STARTED"]
TYPES = {name: number for number, name in enumerate(NAMES, 1)}
VERBS = {"GET": 1, "ENUMERATE": 2, "QUERY": 3, "INVOKE": 7, "SUBSCRIBE": 10, "TEST": 11}
STRINGS = ["namespace", "class_name", "method", "language", "query"]
OK, INVALID_NAMESPACE, INVALID_PARAMETER, INVALID_CLASS, NOT_FOUND, INVALID_QUERY, METHOD_NOT_FOUND = 0, 3, 4, 5, 6, 15, 17
QUERY_LANGUAGE_NOT_SUPPORTED, METHOD_NOT_AVAILABLE, NOT_SUPPORTED = 14, 16, 7


@pytest.fixture(scope="module")
def host(tmp_path_factory):
    """A running xenmi whose only provider is the one of the tests, in a host of the system."""
    server = harness.Xenmi(tmp_path_factory.mktemp("bad-input"), providers=())
    server.prepare()
    server.register(ALL, "root/test", "TestAll", "-HostingModel", "system:" + server.user())
    server.launch()
    yield server
    server.stop()


def serves(server):
    """Somebody else is served, by the very same processes."""
    result = server.xenmi("--namespace", "root/test", "--json", "invoke", "Test_Control", "Nothing", check=0)
    assert result.json["ReturnValue"] == 0


@pytest.fixture
def unharmed(host):
    serves(host)
    before = host.processes()
    yield host
    serves(host)
    assert host.processes() == before


# a channel, octet by octet

def frame(kind, operation, payload=b"", size=None):
    payload += bytes(-len(payload) % 8)
    return struct.pack("<IHHQ", 16 + len(payload) if size is None else size, TYPES.get(kind, kind), 0, operation) + payload


def text(value):
    value = value if isinstance(value, bytes) else value.encode()
    return struct.pack("<I", len(value)) + value + b"\0" + bytes(-(len(value) + 1) % 4)


def request(verb, operation=1, raw=None, has=0, **strings):
    present = sum(1 << i for i, name in enumerate(STRINGS) if name in strings)
    fixed = struct.pack("<12IQ2I", VERBS.get(verb, verb), 0, 0, 0, 1 << 18, 0, 0, 0, 0, present, has, 0, 0, 0, 0)
    body = b"".join(text(strings[name]) for name in STRINGS if name in strings)
    return frame("REQUEST", operation, fixed + body + (raw or b""))


TEST = request("TEST", 2, namespace="root/test")
HELLO = frame("HELLO", 0, struct.pack("<II", 1, 4 << 20))


class Channel:
    def __init__(self, server, greets=True):
        client = Client(server.socket)
        kind, fields, fd = client.call("OPEN", namespace="root/test", class_name="Test_Control", verbs=15)
        assert kind == "CHANNEL", fields
        client.close()
        self.socket = socket.socket(fileno=fd)
        self.socket.setblocking(True)
        self.socket.settimeout(harness.SECONDS)
        if greets:
            self.socket.sendall(HELLO)

    def octets(self, size):
        got = b""
        while len(got) < size:
            more = self.socket.recv(size - len(got))
            if not more:
                raise EOFError
            got += more
        return got

    def frame(self):
        size, kind, _, operation = struct.unpack("<IHHQ", self.octets(16))
        return kind, operation, self.octets(size - 16)

    def answer(self, octets, operation=1):
        """Of the request: its result and what is said about it."""
        self.socket.sendall(octets)
        while True:
            kind, which, payload = self.frame()
            if kind == TYPES["RESULT"] and which == operation:
                result, length = struct.unpack_from("<II", payload)
                return result, "" if length == 0xffffffff else payload[8:8 + length].decode()

    def hangs_up(self, octets, end=False):
        try:
            self.socket.sendall(octets)
            if end:
                self.socket.shutdown(socket.SHUT_WR)
            while True:
                assert self.frame()[0] in TYPES.values()
        except (EOFError, ConnectionError):
            return True

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.socket.close()


@pytest.mark.parametrize("octets, result, word", [
    (request("ENUMERATE", namespace="root/test", class_name="Test_Nothing"), INVALID_CLASS, "Test_Nothing"),
    (request("INVOKE", namespace="root/test", class_name="Test_Control", method="Shout"), METHOD_NOT_FOUND, "Shout"),
    (request("INVOKE", namespace="root/test", class_name="Test_Nothing", method="Nothing"), INVALID_CLASS, "Test_Nothing"),
    (request("QUERY", namespace="root/test", class_name="Test_Item", language="WQL", query="select * form Test_Item"), INVALID_QUERY, "form"),
    (request("QUERY", namespace="root/test", class_name="Test_Item", language="WQL", query="select Nope from Test_Item"), INVALID_QUERY, "Nope"),
    (request("QUERY", namespace="root/test", class_name="Test_Item", language="SQL", query="select * from Test_Item"),
     QUERY_LANGUAGE_NOT_SUPPORTED, "SQL"),
    (request("SUBSCRIBE", namespace="root/test", class_name="Test_Item", language="WQL", query="select * from Test_Item"), NOT_SUPPORTED,
     "Test_Item"),
    (request("ENUMERATE", class_name="Test_Item"), INVALID_PARAMETER, "namespace"),
    (request("ENUMERATE", namespace="root/test"), INVALID_PARAMETER, "class"),
    (request("GET", namespace="root/test", class_name="Test_Item"), INVALID_PARAMETER, "instance"),
    (request("INVOKE", namespace="root/test", class_name="Test_Control"), INVALID_PARAMETER, "method"),
], ids=lambda value: value[16:20].hex() if isinstance(value, bytes) else None)
def test_requests_that_no_client_of_ours_sends(unharmed, octets, result, word):
    """The host checks what libmi has checked before: it believes nobody."""
    with Channel(unharmed) as channel:
        got, message = channel.answer(octets)
        assert (got, word in message) == (result, True), (got, message)
        assert channel.answer(TEST, 2)[0] == OK  # the channel goes on


def test_another_namespace_than_the_channel_is_for(unharmed):
    with Channel(unharmed) as channel:
        result, message = channel.answer(request("ENUMERATE", namespace="root/other", class_name="Test_Item"))
        assert result != OK and "root/other" in message, (result, message)


@pytest.mark.parametrize("octets", [
    b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    frame("REQUEST", 1),
    frame("REQUEST", 1, size=8),
    frame("REQUEST", 1, size=0),
    frame("REQUEST", 1, size=(4 << 20) + 8),
    frame("REQUEST", 1, size=0xffffffff),
    frame("REQUEST", 1, bytes(64), size=76),
    frame(0, 1),
    frame(99, 1),
    frame("RESULT", 1, bytes(16)),
    request(99, namespace="root/test", class_name="Test_Item"),
    frame("SHAPE", 0, b"\xff" * 64),
    frame("CREDIT", 1) + HELLO,
    HELLO,
    request("TEST", operation=0, namespace="root/test"),
    request("ENUMERATE", namespace=b"root/test\0x", class_name="Test_Item"),
    request("ENUMERATE", namespace="root/test", class_name=b"Test\0_Item"),
    request("QUERY", namespace="root/test", class_name="Test_Item", language="WQL", query=b"select * from Test_Item\0 where"),
    request("ENUMERATE", namespace="n" * 5000, class_name="Test_Item"),
    request("GET", namespace="root/test", class_name="Test_Item", has=1, raw=b"\xff" * 200),
    request("INVOKE", namespace="root/test", class_name="Test_Control", method="Upper", has=2, raw=struct.pack("<4I", 4096, 7, 4096, 0)),
    request("ENUMERATE", namespace="root/test", class_name="Test_Item", has=4),
], ids=lambda octets: octets[:12].hex())
def test_octets_that_are_no_frame(unharmed, octets):
    """Broken, or lying about a length: the channel is given up, and nothing else."""
    with Channel(unharmed) as channel:
        if octets == request("ENUMERATE", namespace="root/test", class_name="Test_Item", has=4):
            assert channel.answer(octets)[0] in range(29)  # an empty property set, which is no lie
        else:
            assert channel.hangs_up(octets)


def test_a_frame_that_is_cut(unharmed):
    whole = request("INVOKE", namespace="root/test", class_name="Test_Control", method="Nothing")
    with Channel(unharmed) as channel:
        assert channel.answer(whole)[0] == OK
    for length in (1, 15, 16, 17, 79, 80, len(whole) - 1):
        with Channel(unharmed) as channel:
            assert channel.hangs_up(whole[:length], end=True)
    # in pieces it is as good as in one
    with Channel(unharmed) as channel:
        for at in range(0, len(whole) - 8, 8):
            channel.socket.sendall(whole[at:at + 8])
        assert channel.answer(whole[len(whole) - 8:])[0] == OK


def test_garbage_of_every_kind(unharmed):
    """Each octet of a good request once replaced, and random ones: an answer or a hang-up, never silence."""
    chance = random.Random(20)
    whole = request("INVOKE", namespace="root/test", class_name="Test_Control", method="Nothing")
    for _ in range(60 if harness.SLOW else 200):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            damaged[chance.randrange(16, len(damaged))] = chance.choice((0, 1, 127, 128, 255, chance.randrange(256)))
        with Channel(unharmed) as channel:
            channel.socket.sendall(bytes(damaged))
            channel.socket.shutdown(socket.SHUT_WR)
            assert channel.hangs_up(b"")


def test_operations_that_are_not_there(unharmed):
    with Channel(unharmed) as channel:
        for kind, payload in (("CREDIT", struct.pack("<I", 5)), ("CANCEL", struct.pack("<I", 9)), ("ANSWER", struct.pack("<II", 1, 1)),
                              ("CLOSE", b"")):
            channel.socket.sendall(frame(kind, 77, payload))
        assert channel.answer(TEST, 2)[0] == OK


def test_channels_that_say_nothing(unharmed):
    silent = [Channel(unharmed, greets=False) for _ in range(40)]
    half = Channel(unharmed)
    half.socket.sendall(TEST[:20])
    serves(unharmed)
    with Channel(unharmed) as channel:
        assert channel.answer(TEST, 2)[0] == OK
    for one in [*silent, half]:
        one.socket.close()


def test_two_thousand_connections(unharmed):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    try:
        idle = []
        for _ in range(2000):
            one = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            one.connect(unharmed.socket)
            idle.append(one)
        serves(unharmed)
        for one in idle:
            one.close()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


# what a person or a script may type

@pytest.mark.parametrize("words", [
    ("enumerate", "Test_Item"), ("get", "Test_Item", "Id=one"), ("query", "select * from Test_Item"), ("invoke", "Test_Control", "Nothing"),
    ("subscribe", "select * from Test_Event"), ("query", "select * from meta_class"), ("class", "Test_Item"),
])
@pytest.mark.parametrize("namespace, result", [("root/nowhere", "INVALID_NAMESPACE"), ("root//test x", "INVALID_NAMESPACE")])
def test_unknown_namespaces(host, words, namespace, result):
    refused = host.xenmi("--namespace", namespace, *words, check=1)
    assert result in refused.err and namespace in refused.err


@pytest.mark.parametrize("query, words", [
    ("", ("INVALID",)),
    ("select", ("INVALID_QUERY", "column")),
    ("select * from Test_Item where Id = 'one", ("INVALID_QUERY", "column")),
    ("select * from Test_Item where Id = 'one' extra", ("INVALID_QUERY", "extra")),
    ("select * from Test_Item where Number = 99999999999999999999999", ("INVALID_QUERY",)),
    ("select * from Test_Item where " + "(" * 5000 + "Number=1" + ")" * 5000, ("INVALID_QUERY",)),
    ("select * from Test_Item where Id = '" + "x" * 40000 + "'", ("INVALID_QUERY",)),
    ("select * from meta_class where Nope = 'x'", ("INVALID_QUERY", "Nope", "__CLASS")),
    ("select * from meta_class where __class = ", ("INVALID_QUERY", "column")),
])
def test_malformed_queries(unharmed, query, words):
    refused = unharmed.xenmi("--namespace", "root/test", "query", query)
    assert refused.status in (1, 2) and refused.out == ""
    assert len(refused.err) < 2000
    for word in words:
        assert word in refused.err, refused.err


@pytest.mark.parametrize("words, says", [
    (("invoke", "Test_Control", "Sleep", "--in", "Milliseconds=4294967296"), "Milliseconds"),
    (("invoke", "Test_Control", "SetMany", "--in", "Count=-1"), "Count"),
    (("invoke", "Test_Control", "SetMany", "--in", "Count="), "Count"),
    (("invoke", "Test_Control", "SetMany", "--in", "Count=1e3"), "Count"),
    (("create", "Test_Item", "Id=x", "Number=300000000000"), "Number"),
])
def test_numbers_that_do_not_fit(unharmed, words, says):
    refused = unharmed.xenmi("--namespace", "root/test", *words)
    assert refused.status in (1, 2) and says in refused.err, refused.err


def test_octets_that_are_not_text(unharmed):
    """They go there and back as they are; JSON stays JSON."""
    for word in (b"Text=\xff\xfe", b"Text=\xc0\x80", b"Text=\xed\xa0\x80"):
        result = unharmed.xenmi("--namespace", "root/test", "--json", "invoke", "Test_Control", "Upper", "--in", os.fsdecode(word), check=0)
        assert isinstance(result.json["ReturnValue"], str)
        refused = unharmed.xenmi("--namespace", os.fsdecode(word), "enumerate", "Test_Item", check=1)
        assert "INVALID_NAMESPACE" in refused.err


def test_a_value_that_is_too_large(unharmed):
    """Larger than a frame: five million octets, which only a pipe can bring."""
    script = 'invoke Test_Control Upper --in "Text=' + "x" * 5_000_000 + '"\n'
    result = unharmed.xenmi("--namespace", "root/test", "shell", input=script)
    assert "SERVER_LIMITS_EXCEEDED" in result.err and "at most" in result.err
    assert len(result.err) < 4000


def test_nul_in_a_script(unharmed):
    result = unharmed.xenmi("--namespace", "root/test", "shell", input="invoke Test_Control Upper --in Text=a\0b\n")
    assert result.status != 0 or "AB" not in result.out
    assert result.err.strip() or result.out.strip()


def test_nul_and_garbage_in_mof(host, tmp_path):
    for content in (b"class X { string a\0; };\n", b"\0", b"class X {", b"\xff\xfe\x00", b"class " + b"x" * 100_000 + b" {};", b"/*"):
        path = tmp_path / "bad.mof"
        path.write_bytes(content)
        refused = host.xenmi("mof", "check", str(path))
        assert refused.status == 1 and "bad.mof" in refused.err, (content[:20], refused.err)
