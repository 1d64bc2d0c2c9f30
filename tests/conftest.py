"""Fixtures: a real xenstored, and a running xenmi on top of it."""
import os
import sys

import pytest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "rig"))

import harness  # noqa: E402
from xenstored import Xenstored  # noqa: E402


@pytest.fixture(scope="module")
def xenstored(tmp_path_factory):
    """A private xenstored; .socket is its path. One per test file."""
    daemon = Xenstored(str(tmp_path_factory.mktemp("xenstored")))
    daemon.start()
    yield daemon
    daemon.stop()


@pytest.fixture(scope="module")
def server(tmp_path_factory, xenstored):
    """xenmi with the XenStore provider in root/wmi. One per test file."""
    with harness.Xenmi(tmp_path_factory.mktemp("xenmi"), store=xenstored.socket) as running:
        yield running


@pytest.fixture
def make_server(tmp_path_factory):
    """A factory of servers with a configuration of their own: make_server(store=..., config=..., providers=...)."""
    running = []

    def make(start=True, **arguments):
        server = harness.Xenmi(tmp_path_factory.mktemp("xenmi"), **arguments)
        running.append(server)
        return server.start() if start else server

    yield make
    for server in reversed(running):
        server.stop()
