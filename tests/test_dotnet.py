"""libmi.so under Microsoft's .NET binding, the one that PowerShell 7 uses: a client that we did not write."""
import os
import shutil
import subprocess

import pytest

import harness

pytestmark = [pytest.mark.plain, pytest.mark.skipif(not shutil.which("dotnet"), reason="the .NET SDK is not on this machine")]


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dotnet")
    for name in ("client.csproj", "Program.cs"):
        shutil.copy(os.path.join(harness.ROOT, "tests", "dotnet", name), folder)
    env = dict(os.environ, DOTNET_CLI_TELEMETRY_OPTOUT="1", DOTNET_NOLOGO="1")
    restored = subprocess.run(["dotnet", "restore", "client.csproj"], cwd=folder, env=env, capture_output=True, text=True, timeout=240)
    if restored.returncode:
        pytest.skip("the package Microsoft.Management.Infrastructure cannot be had here")
    harness.run(["dotnet", "build", "--no-restore", "-v", "q", "-o", "out", "client.csproj"], cwd=folder, env=env, timeout=240, check=0)
    return os.path.join(folder, "out", "client.dll")


def test_the_xenstore_scenario_through_the_dotnet_binding(server, client):
    env = server.env(DOTNET_CLI_TELEMETRY_OPTOUT="1")
    result = harness.run(["dotnet", client, harness.PREFIX], env=env, timeout=240)
    assert result.status == 0 and result.out.endswith("done\n"), repr(result) + server.log()[-3000:]
