"""The control protocol of src/wire/control.h, as far as tests speak it."""
import struct

VERSION = 1
S, C, H, P, O, V, M = 256, 256, 64, 512, 64, 512, 512

KINDS = ("NONE OPEN TEST REPOSITORY RELOAD LIST REVOKE CHANNEL REFUSED OK REPOSITORY_FILE HOST_ENTRY FILE OPTION START NEW_CHANNEL "
         "REVOKE_CHANNEL SHUTDOWN READY FAILED SERVED IDLE CHANNEL_TAKEN CHANNEL_CLOSED LOCAL_OPEN OPEN_FILE SPAWN KILL LIMITS ALLOW CONFIGURED "
         "SPAWNED DIED").split()

# fields behind the header: name and format; names starting with _ are reserved
BODIES = {
    "OPEN": [("verbs", "I"), ("_", "I"), ("namespace", f"{S}s"), ("class_name", f"{C}s")],
    "CHANNEL": [("channel", "Q"), ("host", "Q"), ("verbs", "I"), ("hops", "I")],
    "REFUSED": [("result", "I"), ("_", "I"), ("message", f"{M}s")],
    "FAILED": [("result", "I"), ("_", "I"), ("message", f"{M}s")],
    "REVOKE": [("uid", "I"), ("_", "I")],
    "HOST_ENTRY": [("host", "Q"), ("pid", "I"), ("uid", "I"), ("channels", "I"), ("state", "I"), ("starts", "I"), ("crashes", "I"),
                   ("name", f"{H}s")],
    "FILE": [("host", "Q"), ("path", f"{P}s")],
    "OPEN_FILE": [("host", "Q"), ("path", f"{P}s")],
    "OPTION": [("provider", f"{H}s"), ("name", f"{O}s"), ("value", f"{V}s")],
    "START": [("host", "Q"), ("idle_timeout_ms", "I"), ("silence_timeout_ms", "I")],
    "NEW_CHANNEL": [("channel", "Q"), ("uid", "I"), ("gid", "I"), ("pid", "I"), ("verbs", "I"), ("hops", "I"), ("n_groups", "I"),
                    ("groups", "256s"), ("namespace", f"{S}s")],
    "REVOKE_CHANNEL": [("channel", "Q")],
    "CHANNEL_TAKEN": [("channel", "Q")],
    "CHANNEL_CLOSED": [("channel", "Q")],
    "LOCAL_OPEN": [("channel", "Q"), ("verbs", "I"), ("_", "I"), ("namespace", f"{S}s"), ("class_name", f"{C}s")],
}


def layout(kind):
    return BODIES.get(kind, [])


def pack(kind, seq=0, version=VERSION, **fields):
    body = b""
    for name, form in layout(kind):
        value = fields.get(name, b"" if form.endswith("s") else 0)
        if isinstance(value, str):
            value = value.encode()
        body += struct.pack("<" + form, value)
    return struct.pack("<IHHQ", 16 + len(body), KINDS.index(kind), version, seq) + body


def unpack(data):
    size, number, version, seq = struct.unpack_from("<IHHQ", data)
    assert size == len(data) and version == VERSION, (size, len(data), version)
    kind = KINDS[number]
    offset, fields = 16, {}
    for name, form in layout(kind):
        (value,) = struct.unpack_from("<" + form, data, offset)
        offset += struct.calcsize("<" + form)
        if name == "groups":
            value = list(struct.unpack("<64I", value))[:fields["n_groups"]]
        elif isinstance(value, bytes):
            value = value.split(b"\0")[0].decode()
        if not name.startswith("_"):
            fields[name] = value
    assert offset == size, (kind, offset, size)
    return kind, seq, fields
