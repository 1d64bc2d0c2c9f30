"""The xenstore protocol, in Python: over the daemon's socket, and what a toolstack does to bring a guest into being."""
import os
import socket
import struct

(DIRECTORY, READ, GET_PERMS, WATCH, UNWATCH, TRANSACTION_START, TRANSACTION_END, INTRODUCE, RELEASE, GET_DOMAIN_PATH, WRITE, MKDIR, RM,
 SET_PERMS, WATCH_EVENT, ERROR) = range(1, 17)


class XenstoreError(Exception):
    pass


class Wire:
    """A connection to xenstored as domain 0. Requests one after the other; events that come between are kept in .events."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.settimeout(30)
        self.socket.connect(path)
        self.events = []

    def close(self):
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def _receive(self, size):
        data = b""
        while len(data) < size:
            part = self.socket.recv(size - len(data))
            if not part:
                raise ConnectionError("xenstored closed the connection")
            data += part
        return data

    def request(self, kind, payload, transaction=0):
        self.socket.sendall(struct.pack("<4I", kind, 1, transaction, len(payload)) + payload)
        while True:
            answer, _, _, size = struct.unpack("<4I", self._receive(16))
            data = self._receive(size)
            if answer == WATCH_EVENT:
                self.events.append(tuple(data.split(b"\0")[:2]))
                continue
            if answer == ERROR:
                raise XenstoreError(data.rstrip(b"\0").decode())
            return data

    def read(self, path):
        return self.request(READ, path.encode() + b"\0")

    def write(self, path, value=b""):
        self.request(WRITE, path.encode() + b"\0" + (value.encode() if isinstance(value, str) else value))

    def remove(self, path):
        self.request(RM, path.encode() + b"\0")

    def list(self, path):
        return [name.decode() for name in self.request(DIRECTORY, path.encode() + b"\0").split(b"\0") if name]

    def permissions(self, path, *permissions):
        self.request(SET_PERMS, path.encode() + b"\0" + b"".join(p.encode() + b"\0" for p in permissions))

    def tree(self, path="/"):
        """All nodes below: {path: value}."""
        found = {}
        for name in self.list(path):
            child = path.rstrip("/") + "/" + name
            found[child] = self.read(child)
            found.update(self.tree(child))
        return found

    def introduce(self, directory, domid):
        """Makes an unprivileged guest as a toolstack does: its home, of which it may write `data` only, and its ring."""
        home = f"/local/domain/{domid}"
        for name, value, permissions in (
                ("", "", ("n0", f"r{domid}")), ("/name", f"guest-{domid}", ("n0", f"r{domid}")), ("/domid", str(domid), ("n0", f"r{domid}")),
                ("/vm", "/vm/00000000-0000-0000-0000-000000000007", ("n0", f"r{domid}")), ("/data", "", (f"n{domid}",)),
                ("/control", "", ("n0", f"r{domid}")), ("/control/shutdown", "", ("n0", f"b{domid}")), ("/secret", "hidden", ("n0",))):
            self.write(home + name, value)
            self.permissions(home + name, *permissions)
        with open(os.path.join(directory, f"ring-{domid}"), "wb") as ring:
            ring.write(bytes(4096))
        self.request(INTRODUCE, f"{domid}\0{1}\0{9}\0".encode())
        return home
