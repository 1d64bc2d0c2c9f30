"""What bench/xenstore and bench/events share: a private xenstored and xenmi, and the program that measures them."""
import argparse
import json
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:0] = [os.path.join(ROOT, "tests"), os.path.join(ROOT, "tests", "rig")]


def run(description, program, more, show):
    """more: options of the command that go to the program, {name: (default, help)}; show(result) prints the table."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    parser.add_argument("--build", default=os.path.join(ROOT, "build"), help="build to measure (default build/)")
    for name, (default, text) in more.items():
        parser.add_argument("--" + name, type=int, default=default, help=f"{text} (default {default})")
    options = parser.parse_args()
    os.environ["XENMI_BUILD"] = options.build
    import harness
    from xenstored import Xenstored

    with tempfile.TemporaryDirectory(prefix="xenmi-bench.") as folder, Xenstored(os.path.join(folder, "store")) as store:
        with harness.Xenmi(os.path.join(folder, "xenmi"), store=store.socket) as server:
            server.xenmi("xs", "ls", "/", check=0)
            host = server.pids("xenmi-host")[0]
            command = [os.path.join(options.build, "bench-lib", program), harness.PREFIX, store.socket, str(host)]
            command += [str(getattr(options, name)) for name in more]
            result = json.loads(subprocess.run(command, env=server.env(), stdout=subprocess.PIPE, check=True).stdout)
    if options.json:
        print(json.dumps(result))
    else:
        show(result)
